namespace NewsCorpus.Extraction.Quotations;

/// <summary>
/// Finds reported content without quotation marks around the whole of it: "said that ...", "according to ...", "..., she said". Three trained decisions: where content
/// begins, where what began ends, and which comma parts content from a cue at the sentence's end. Content never leaves its sentence.
/// </summary>
internal sealed class IndirectQuotations(QuotationModels models)
{
    /// <summary>Log odds from which content is taken; tuned for F1 on the tuning part of PolNeAR.</summary>
    private const float StartThreshold = -1.2f;
    private const float TailThreshold = -0.7f;
    private const int MinimumWords = 2;

    /// <summary>Farthest that a reporting verb may stand from the content it reports, in tokens.</summary>
    public const int CueReach = 12;

    /// <summary>Ranges of tokens in order, both ends included, and whether the cue follows.</summary>
    public List<(int First, int Last, bool CueFollows)> Find(Paragraph p)
    {
        var found = new List<(int, int, bool)>();
        var features = new FeatureList();
        var ends = new List<int>();
        var sentence = 0;
        while (sentence < p.Count)
        {
            var next = sentence;
            var hasCue = false;
            for (; next < p.Count && p.SameSentence(sentence, next); next++)
                hasCue = hasCue || p.Class(next) is WordClass.StrongVerb or WordClass.WeakVerb || p.Is(next, "according");
            if (!hasCue)
            {
                sentence = next;
                continue;
            }
            var last = LastWord(p, sentence, next);
            var tail = Tail(p, sentence, last, features);
            if (tail > 0 && !IsQuotationOnly(p, sentence, tail - 1))
                found.Add((sentence, LastWord(p, sentence, tail), true));
            var covered = tail > 0 ? tail : sentence;
            for (var i = Math.Max(sentence + 1, covered); i < last; i++)
            {
                if (!MayStart(p, i, sentence))
                    continue;
                IndirectFeatures.Start(p, i, sentence, features);
                if (models.Start.Score(features) < StartThreshold)
                    continue;
                var end = End(p, i, last, features, ends);
                if (end - i + 1 < MinimumWords || IsNoContent(p, i) || IsQuotationOnly(p, i, end))
                    continue;
                found.Add((i, end, false));
                i = end;
            }
            sentence = next;
        }
        return found;
    }

    /// <summary>A word or a quotation with a reporting verb, or an opening "According to", before it.</summary>
    public static bool MayStart(Paragraph p, int token, int sentence) =>
        (p.IsWord(token) || p.IsQuotation(token)) && (CueBefore(p, token, sentence) >= 0 || (p.Is(sentence, "according") && token - sentence < CueReach));

    /// <summary>The nearest reporting verb before a token; -1 where none is near.</summary>
    public static int CueBefore(Paragraph p, int token, int sentence)
    {
        for (var v = token - 1; v >= sentence && token - v < CueReach; v--)
            if (p.Class(v) is WordClass.StrongVerb or WordClass.WeakVerb)
                return v;
        return -1;
    }

    private int Tail(Paragraph p, int sentence, int last, FeatureList features)
    {
        var best = 0;
        var bestScore = TailThreshold;
        for (var c = sentence + 2; c < last; c++)
        {
            if (!IsTailBoundary(p, c))
                continue;
            IndirectFeatures.Tail(p, p[c] is "," ? c : c - 1, sentence, last, features);
            var score = models.Tail.Score(features);
            if (score > bestScore)
                (best, bestScore) = (c, score);
        }
        return best;
    }

    /// <summary>A comma, or the place after a quotation that ends with one.</summary>
    public static bool IsTailBoundary(Paragraph p, int token) =>
        p[token] is "," || (p.IsQuotation(token - 1) && p[token - 1].Length > 2 && p[token - 1][^2] is ',');

    private int End(Paragraph p, int start, int last, FeatureList features, List<int> ends)
    {
        IndirectFeatures.Ends(p, start, ends);
        var best = last;
        var bestScore = float.MinValue;
        foreach (var end in ends)
        {
            IndirectFeatures.End(p, start, end, last, features);
            var score = models.End.Score(features);
            if (score > bestScore)
                (best, bestScore) = (end, score);
        }
        return best;
    }

    /// <summary>Last token before <paramref name="next"/> that is no punctuation.</summary>
    public static int LastWord(Paragraph p, int first, int next)
    {
        var last = next - 1;
        while (last > first && p.Class(last) is WordClass.Comma or WordClass.Stop or WordClass.Colon or WordClass.Punctuation)
            last--;
        return last;
    }

    /// <summary>A relative clause after its comma, and the "comment" that somebody declined or was asked for.</summary>
    private static bool IsNoContent(Paragraph p, int first) =>
        (FunctionWords.IsRelative(p[first]) && p[first - 1] is ",") || p.Is(first, "comment") || (p.Is(first, "to") && p.Is(first + 1, "comment")) || p.Is(first - 2, "respond") || p.Is(first - 2, "responded");

    private static bool IsQuotationOnly(Paragraph p, int first, int last)
    {
        for (var i = first; i <= last; i++)
            if (p.IsWord(i))
                return false;
        return true;
    }
}
