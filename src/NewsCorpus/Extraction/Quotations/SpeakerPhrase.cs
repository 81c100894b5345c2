namespace NewsCorpus.Extraction.Quotations;

/// <summary>The words that name who speaks, as a range of tokens of one paragraph, both ends included.</summary>
/// <param name="Apposition">Last token of an apposition that follows ("the chair, Anna Rook"), or <paramref name="Last"/>.</param>
internal readonly record struct SpeakerPhrase(int First, int Last, int Apposition);

/// <summary>Finds the subject of a reporting verb by closed word classes and capitals, for want of a parser.</summary>
internal static class SpeakerPhrases
{
    private const int MaximumWords = 24;

    /// <summary>The subject left of the verb: "Mr Rook also said", "Rook, who chairs the committee, said", "she said".</summary>
    /// <param name="from">First token that may belong to it.</param>
    public static SpeakerPhrase? Before(Paragraph p, int verb, int from)
    {
        var j = verb - 1;
        while (j >= from && p.IsWord(j) && (FunctionWords.IsAuxiliary(p[j]) || FunctionWords.IsAdverb(p[j])))
            j--;
        if (j < from)
            return null;
        if (p.IsWord(j))
        {
            if (FunctionWords.IsRelative(p[j]) && j > from)
                return EndingAt(p, p[j - 1] is "," ? j - 2 : j - 1, from) ?? First(p, from, j);
            if (FunctionWords.IsPronoun(p[j]))
                return new SpeakerPhrase(j, j, j);
            if (FunctionWords.IsContent(p[j]) && !ReportingVerbs.IsStrong(p[j]))
                return EndingAt(p, j, from);
            return First(p, from, j);
        }
        return p[j] is "," or ")" or "—" or "–" ? First(p, from, j) : null;
    }

    /// <summary>The subject right of the verb: "said Mr Rook, the chair", "said a spokesman for the port".</summary>
    public static SpeakerPhrase? After(Paragraph p, int verb)
    {
        var j = verb + 1;
        while (p.IsWord(j) && FunctionWords.IsAdverb(p[j]) && !p.IsCapital(j))
            j++;
        return StartingAt(p, j, p.Count);
    }

    /// <summary>The subject of the clause that starts at <paramref name="from"/>, past its opening "In a statement on Friday,".</summary>
    public static SpeakerPhrase? First(Paragraph p, int from, int to)
    {
        var j = from;
        for (var skips = 0; skips < 4 && j < to; skips++)
        {
            while (j < to && (!p.IsWord(j) || ((FunctionWords.IsConjunction(p[j]) || FunctionWords.IsAdverb(p[j])) && !FunctionWords.IsPreposition(p[j]))))
                j++;
            if (j >= to)
                return null;
            var opensAdverbial = FunctionWords.IsPreposition(p[j]) || p.Is(j, "for") || p.Is(j, "of")
                || (p[j].EndsWith("ing", StringComparison.Ordinal) && j + 1 < p.Count && p.IsWord(j + 1) && !p.IsCapital(j + 1))
                || p.Is(j, "asked") || p.Is(j, "speaking");
            if (!opensAdverbial)
                break;
            var comma = j;
            while (comma < to && p[comma] is not ",")
                comma++;
            if (comma >= to)
            {
                // "In a statement Rook said": no comma, so the last noun phrase.
                return null;
            }
            j = comma + 1;
        }
        return StartingAt(p, j, to);
    }

    private static SpeakerPhrase? StartingAt(Paragraph p, int first, int to)
    {
        if (first >= to || !p.IsWord(first))
            return null;
        if (FunctionWords.IsPronoun(p[first]) && !FunctionWords.IsDeterminer(p[first]))
            return new SpeakerPhrase(first, first, first);
        var j = first;
        var hasNoun = false;
        while (j < to && j - first < MaximumWords)
        {
            if (!p.IsWord(j))
            {
                if (p[j] is "." && j > first && p[j - 1].Length <= 4 && p.IsCapital(j - 1) && p.IsCapital(j + 1) && p.SameSentence(j - 1, j + 1))
                {
                    j++;
                    continue;
                }
                break;
            }
            var word = p[j];
            if (FunctionWords.IsDeterminer(word) ? hasNoun && !p.Is(j - 1, "of") && !p.Is(j - 1, "for") && !p.Is(j - 1, "and") && !p.Is(j - 1, "with") && !p.Is(j - 1, "in") && !p.Is(j - 1, "at") : false)
                break;
            if (FunctionWords.IsDeterminer(word) || word is "'s" or "’s" or "of")
            {
                j++;
                continue;
            }
            if (hasNoun && (p.Is(j, "for") || p.Is(j, "from") || p.Is(j, "with") || p.Is(j, "in") || p.Is(j, "at")) && !p.IsCapital(j - 1) && (p.IsCapital(j + 1) || FunctionWords.IsDeterminer(p[j + 1])))
            {
                j++;
                continue;
            }
            if (p.Is(j, "and") && hasNoun && (p.IsCapital(j + 1) || FunctionWords.IsDeterminer(p[j + 1])))
            {
                j++;
                continue;
            }
            if (!FunctionWords.IsContent(word) || (ReportingVerbs.IsAny(word) && !p.IsCapital(j) && hasNoun))
                break;
            // "Anna Rook pushed back": a name, then a verb that reports nothing.
            if (j > first && p.IsCapital(j - 1) && !p.IsCapital(j) && word.EndsWith("ed", StringComparison.Ordinal))
                break;
            // A year is nobody's name.
            hasNoun |= char.IsLetter(word[^1]);
            j++;
        }
        var last = j - 1;
        while (last > first && (!p.IsWord(last) || p[last] is "of" or "and" or "for"))
            last--;
        if (!hasNoun || last < first)
            return null;
        var apposition = last;
        if (p[last + 1] is "," && last + 2 < p.Count)
        {
            var k = last + 2;
            while (k < p.Count && p.SameSentence(last, k) && p.IsWord(k) && k - last < MaximumWords && !FunctionWords.IsRelative(p[k]))
                k++;
            apposition = k - 1;
        }
        return new SpeakerPhrase(first, last, apposition);
    }

    /// <summary>The noun phrase whose last word is at <paramref name="last"/>.</summary>
    private static SpeakerPhrase? EndingAt(Paragraph p, int last, int from)
    {
        if (last < from || !p.IsWord(last) || !FunctionWords.IsContent(p[last]))
            return null;
        var j = last;
        var first = last + 1;
        while (j >= from && last - j < MaximumWords)
        {
            if (!p.IsWord(j))
            {
                if (p[j] is "." && j > from && p[j - 1].Length <= 4 && p.IsCapital(j - 1) && p.IsCapital(j + 1) && p.SameSentence(j - 1, j + 1))
                {
                    j--;
                    continue;
                }
                break;
            }
            var word = p[j];
            if (FunctionWords.IsDeterminer(word))
            {
                first = j;
                var before = p[j - 1];
                if (j - 1 > from && before is "of" or "for" or "with" or "from" or "at" && p.IsWord(j - 2) && FunctionWords.IsContent(p[j - 2]) && !p.IsCapital(j - 2))
                {
                    j -= 2;
                    continue;
                }
                break;
            }
            if (word is "'s" or "’s" or "of")
            {
                j--;
                continue;
            }
            if (p.Is(j, "and") && j > from && p.IsCapital(j + 1) && p.IsCapital(j - 1))
            {
                j--;
                continue;
            }
            if (word is "for" or "from" or "at" or "in" && j > from && p.IsWord(j - 1) && !p.IsCapital(j - 1) && FunctionWords.IsContent(p[j - 1]) && !ReportingVerbs.IsAny(p[j - 1]))
            {
                j--;
                continue;
            }
            if (!FunctionWords.IsContent(word) || (ReportingVerbs.IsAny(word) && !p.IsCapital(j)))
                break;
            first = j;
            j--;
        }
        return first > last ? null : new SpeakerPhrase(first, last, last);
    }
}
