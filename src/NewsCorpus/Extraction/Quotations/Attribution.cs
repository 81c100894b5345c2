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

    public const string CueAfter = "cue after the quotation";
    public const string CueBefore = "cue before the quotation";
    public const string AccordingTo = "according to";

    /// <summary>The attribution in the sentence that frames the quotation at <paramref name="q"/>; null where nothing there reports.</summary>
    /// <param name="endsOpen">True where the quotation ends with a comma, a question or a break, so that a cue is expected after it.</param>
    public static Attribution? Of(Paragraph p, int q, bool endsOpen)
    {
        if (endsOpen && After(p, q, strict: true) is { } after)
            return after;
        return Before(p, q) ?? (endsOpen ? null : After(p, q, strict: false));
    }

    /// <summary>"...," she said; "...," said a spokesman; "...", according to the port.</summary>
    private static Attribution? After(Paragraph p, int q, bool strict)
    {
        var first = q + 1;
        while (first < p.Count && !p.IsWord(first) && !p.IsQuotation(first) && p[first] is "," or "—" or "–" or "-")
            first++;
        if (!p.IsWord(first))
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
            if (!p.IsWord(v) || !ReportingVerbs.IsAny(p[v]))
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

    private static bool IsInverted(Paragraph p, int v) =>
        p[v].EndsWith("d", StringComparison.Ordinal) && (p.IsCapital(v + 1) || FunctionWords.IsDeterminer(p[v + 1]));

    /// <summary>She said: "..."; Mr Rook called it "..."; the report, which described it as "...".</summary>
    private static Attribution? Before(Paragraph p, int q)
    {
        var start = SentenceStart(p, q);
        Attribution? weak = null;
        for (var v = q - 1; v >= start && q - v < Reach; v--)
        {
            if (!p.IsWord(v))
                continue;
            if (p.Is(v, "according") && According(p, v) is { } according)
                return according;
            if (!ReportingVerbs.IsAny(p[v]) || FunctionWords.IsDeterminer(p[v - 1]) || p.Is(v - 1, "of"))
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

    private static Attribution? According(Paragraph p, int first)
    {
        if (!p.Is(first, "according") || !p.Is(first + 1, "to"))
            return null;
        return new Attribution(first, first + 1, SpeakerPhrases.After(p, first + 1), AccordingTo);
    }

    /// <summary>First token of the sentence of <paramref name="token"/>.</summary>
    public static int SentenceStart(Paragraph p, int token)
    {
        while (token > 0 && p.SameSentence(token - 1, token))
            token--;
        return token;
    }

    private static int ClauseStart(Paragraph p, int verb, int start)
    {
        for (var i = verb - 1; i > start; i--)
            if (p.IsQuotation(i) || p[i] is ";" or ":" || (p[i] is "," && (p.Is(i + 1, "and") || p.Is(i + 1, "but"))) || p.Is(i, "that"))
                return i + 1;
        return start;
    }
}
