namespace NewsCorpus.Extraction.Quotations;

/// <summary>A cue and the words that name who speaks, in the paragraph of the quotation.</summary>
/// <param name="CueFirst">First token of the cue.</param>
/// <param name="CueLast">Last token of the cue.</param>
/// <param name="Speaker">Null where the cue has no subject of its own.</param>
/// <param name="Rule">How it was found.</param>
internal sealed record Attribution(int CueFirst, int CueLast, SpeakerPhrase? Speaker, string Rule);

/// <summary>Looks around a quotation for the words that report it.</summary>
internal static class Attributions
{
    private const int Reach = 40;
    private const int LongestSentence = 300;

    public const string CueAfter = "cue after the quotation";
    public const string CueBefore = "cue before the quotation";
    public const string AccordingTo = "according to";

    /// <summary>The attribution in the sentence that frames the quotation at <paramref name="q"/>; null where nothing there reports.</summary>
    /// <param name="endsOpen">True where the quotation ends with a comma, a question or a break, so that a cue is expected after it.</param>
    public static Attribution? Of(Paragraph p, int q, bool endsOpen)
    {
        if (endsOpen && After(p, q, strict: true) is { } after)
            return after;
        var before = Before(p, q);
        if (before is not null && ReportingVerbs.IsStrong(p[before.CueFirst]))
            return before;
        return Tail(p, q) ?? before ?? (endsOpen ? null : After(p, q, strict: false)) ?? Colon(p, q);
    }

    /// <summary>"...," she said; "...," said a spokesman; "...", according to the port.</summary>
    private static Attribution? After(Paragraph p, int q, bool strict)
    {
        var first = q + 1;
        while (first < p.Count && !p.IsWord(first) && !p.IsQuotation(first) && p[first] is "," or "—" or "–" or "-")
            first++;
        if (!p.IsWord(first))
            return null;
        // "..., which she called ...": that cue reports something else.
        if (FunctionWords.IsRelative(p[first]))
            return null;
        if (According(p, first) is { } according && p.SameSentence(q, first))
            return according;
        if (!strict && first == q + 1 && !ReportingVerbs.IsStrong(p[first]))
            return null;
        var commas = 0;
        for (var v = first; v < p.Count && v - first < Reach; v++)
        {
            if (p.IsQuotation(v) || p.Tokens[v].Sentence > p.Tokens[first].Sentence)
                break;
            if (p[v] is "," && ++commas > 3)
                break;
            if (!IsCue(p, v, first))
                continue;
            var strong = ReportingVerbs.IsStrong(p[v]);
            if (v == first || (v == first + 1 && FunctionWords.IsAdverb(p[first])))
            {
                if (!strong && !p.Is(v, "asked") && !IsInverted(p, v))
                    continue;
                return new Attribution(v, v, SpeakerPhrases.After(p, v), CueAfter);
            }
            if (FunctionWords.IsConjunction(p[first]) && !strong)
                continue;
            if (FunctionWords.IsDeterminer(p[v - 1]) || p.Is(v - 1, "to") || p.Is(v - 1, "of"))
                continue;
            if (SpeakerPhrases.Before(p, v, first) is { } subject)
                return new Attribution(v, v, subject, CueAfter);
        }
        return null;
    }

    /// <summary>A capital makes a name of it ("the Post", "the United States") anywhere but at the start.</summary>
    private static bool IsCue(Paragraph p, int v, int start) => p.IsWord(v) && ReportingVerbs.IsAny(p[v]) && (v == start || !p.IsCapital(v));

    /// <summary>... the "worst night" of the year, she said. The sentence ends with the cue of all that stands before.</summary>
    private static Attribution? Tail(Paragraph p, int q)
    {
        var end = q;
        while (end + 1 < p.Count && end - q < LongestSentence && p.SameSentence(q, end + 1))
            end++;
        for (var v = end; v > q && end - v < 8; v--)
        {
            if (!IsCue(p, v, q) || !ReportingVerbs.IsStrong(p[v]))
                continue;
            var comma = v - 1;
            while (comma > q && p[comma] is not ",")
                comma--;
            if (comma == q && !EndsWithComma(p, q))
                return null;
            return comma + 1 == v
                ? new Attribution(v, v, SpeakerPhrases.After(p, v), CueAfter)
                : SpeakerPhrases.Before(p, v, comma + 1) is { } subject ? new Attribution(v, v, subject, CueAfter) : null;
        }
        return null;
    }

    private static bool EndsWithComma(Paragraph p, int q) => p[q].Length > 2 && p[q][^2] is ',' or '?' or '!';

    /// <summary>She took the microphone again: "..."</summary>
    private static Attribution? Colon(Paragraph p, int q)
    {
        if (q == 0 || p[q - 1] is not ":")
            return null;
        var subject = SpeakerPhrases.First(p, SentenceStart(p, q), q - 1);
        return subject is null ? null : new Attribution(q - 1, q - 1, subject, "introduced by a colon");
    }

    private static bool IsInverted(Paragraph p, int v) =>
        p[v].EndsWith("d", StringComparison.Ordinal) && (p.IsCapital(v + 1) || FunctionWords.IsDeterminer(p[v + 1]));

    /// <summary>She said: "..."; Mr Rook called it "..."; the report, which described it as "...".</summary>
    private static Attribution? Before(Paragraph p, int q)
    {
        var start = SentenceStart(p, q);
        Attribution? weak = null;
        for (var v = q - 1; v >= start && q - v < Reach; v--)
        {
            // Beyond another quotation a verb reports that one rather than this.
            if (p.IsQuotation(v) && weak is { Speaker: not null })
                break;
            if (!p.IsWord(v))
                continue;
            if (p.Is(v, "according") && According(p, v) is { } according)
                return according;
            if (!IsCue(p, v, start) || FunctionWords.IsDeterminer(p[v - 1]) || p.Is(v - 1, "of"))
                continue;
            var strong = ReportingVerbs.IsStrong(p[v]);
            if (weak is not null && !strong)
                continue;
            var from = ClauseStart(p, v, start);
            var subject = SpeakerPhrases.Before(p, v, from) ?? (from > start ? SpeakerPhrases.Before(p, v, start) : null);
            if (subject is null && strong && q - v <= 12 && (p.IsCapital(v + 1) || FunctionWords.IsDeterminer(p[v + 1])))
                subject = SpeakerPhrases.After(p, v);
            var found = new Attribution(v, v, subject, CueBefore);
            if (strong)
                return found;
            weak = found;
        }
        return weak;
    }

    public static Attribution? According(Paragraph p, int first)
    {
        if (!p.Is(first, "according") || !p.Is(first + 1, "to"))
            return null;
        return new Attribution(first, first + 1, SpeakerPhrases.After(p, first + 1), AccordingTo);
    }

    /// <summary>First token of the sentence of <paramref name="token"/>, or one 300 tokens back: hostile text may never end a sentence.</summary>
    public static int SentenceStart(Paragraph p, int token)
    {
        var farthest = Math.Max(0, token - LongestSentence);
        while (token > farthest && p.SameSentence(token - 1, token))
            token--;
        return token;
    }

    public static int ClauseStart(Paragraph p, int verb, int start)
    {
        for (var i = verb - 1; i > start; i--)
            if (p.IsQuotation(i) || p[i] is ";" or ":" || (p[i] is "," && (p.Is(i + 1, "and") || p.Is(i + 1, "but"))) || p.Is(i, "that"))
                return i + 1;
        return start;
    }
}
