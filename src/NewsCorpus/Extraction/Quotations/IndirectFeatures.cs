namespace NewsCorpus.Extraction.Quotations;

/// <summary>What the models of reported content look at. Words, word classes and endings around a place, and the last reporting verb before it.</summary>
internal static class IndirectFeatures
{
    private const int MaximumEnds = 60;

    /// <summary>How far back a feature looks, in tokens: hostile text may never end a sentence.</summary>
    private const int Reach = 300;

    /// <summary>Does content begin at token <paramref name="i"/>?</summary>
    public static void Start(Paragraph p, int i, int sentenceStart, FeatureList features)
    {
        features.Clear();
        uint b2 = p.Hash(i - 2), b1 = p.Hash(i - 1), a0 = p.Hash(i), a1 = p.Hash(i + 1);
        uint c3 = (uint)p.Class(i - 3), c2 = (uint)p.Class(i - 2), c1 = (uint)p.Class(i - 1), c0 = (uint)p.Class(i), d1 = (uint)p.Class(i + 1), d2 = (uint)p.Class(i + 2);
        features.Add(1, b1);
        features.Add(2, b2);
        features.Add(3, p.Hash(i - 3));
        features.Add(4, a0);
        features.Add(5, a1);
        features.Add(6, b2, b1);
        features.Add(7, b1, a0);
        features.Add(8, p.Hash(i - 3), b2, b1);
        features.Add(9, b1, a0, a1);
        features.Add(10, c2, c1, c0);
        features.Add(11, c1, c0, d1);
        features.Add(12, b1, c0, d1);
        features.Add(13, c2, b1, c0);
        features.Add(14, c3, (c2 * 32) + c1, c0);
        features.Add(15, Ending(p, i - 1), c0);
        features.Add(16, Ending(p, i - 1), c2, c0);
        features.Add(17, b2, b1, c0);
        features.Add(18, c1, c0, (d1 * 32) + d2);
        features.Add(19, b2, c1, c0);
        features.Add(20, a0, d1, c1);

        var verb = i - 1;
        while (verb >= sentenceStart && p.Class(verb) is not (WordClass.StrongVerb or WordClass.WeakVerb))
            verb--;
        if (verb >= sentenceStart)
        {
            var distance = FeatureList.Step(i - verb);
            features.Add(21, p.Hash(verb), distance);
            features.Add(22, p.Hash(verb), a0);
            features.Add(23, p.Hash(verb), c1, c0);
            features.Add(24, (uint)p.Class(verb), distance, c0);
        }
        uint s1 = Stem(p, i - 1), s2 = Stem(p, i - 2), s3 = Stem(p, i - 3);
        features.Add(29, s1);
        features.Add(30, s1, c0);
        features.Add(31, s2, b1);
        features.Add(32, s3, b2, b1);
        features.Add(33, s2, b1, c0);
        features.Add(34, s1, c0, d1);
        features.Add(35, s1, c2);
        features.Add(36, s1, a0);
        features.Add(37, s2, c1, c0);
        features.Add(25, FeatureList.Step(i - sentenceStart), c0);
        features.Add(26, p.Hash(sentenceStart), c1, p.Is(sentenceStart, "according") ? 1u : 0u);
        features.Add(27, (uint)p.Class(i - 4), c3, (c2 * 32) + c1);
        features.Add(28, Ending(p, i - 2), b1, c0);
    }

    /// <summary>Last tokens that content begun at <paramref name="start"/> may have: before punctuation or a word that opens another phrase.</summary>
    public static void Ends(Paragraph p, int start, List<int> ends)
    {
        ends.Clear();
        for (var j = start; j < p.Count && p.SameSentence(start, j) && ends.Count < MaximumEnds && j - start < Reach; j++)
        {
            if (p.Class(j) is WordClass.Comma or WordClass.Stop or WordClass.Colon)
                continue;
            var next = j + 1 < p.Count && p.SameSentence(start, j + 1) ? p.Class(j + 1) : WordClass.Outside;
            if (next is WordClass.Outside or WordClass.Comma or WordClass.Stop or WordClass.Colon or WordClass.Punctuation or WordClass.Conjunction or WordClass.Preposition
                or WordClass.Relative or WordClass.Quotation or WordClass.StrongVerb or WordClass.Auxiliary or WordClass.Adverb)
                ends.Add(j);
        }
    }

    /// <summary>Does content begun at <paramref name="start"/> end with token <paramref name="j"/>?</summary>
    /// <param name="sentenceEnd">Last word of the sentence.</param>
    public static void End(Paragraph p, int start, int j, int sentenceEnd, FeatureList features)
    {
        features.Clear();
        var length = FeatureList.Step(j - start + 1);
        var rest = FeatureList.Step(sentenceEnd - j);
        uint next = p.SameSentence(start, j + 1) ? p.Hash(j + 1) : 0, next2 = next == 0 ? 0 : p.Hash(j + 2);
        uint n1 = next == 0 ? 0 : (uint)p.Class(j + 1), n2 = next == 0 ? 0 : (uint)p.Class(j + 2), n3 = next == 0 ? 0 : (uint)p.Class(j + 3), last = (uint)p.Class(j);
        var atEnd = j == sentenceEnd ? 1u : 0u;
        features.Add(40, next);
        features.Add(41, next, next2);
        features.Add(42, n1, n2, n3);
        features.Add(43, next, n2, n3);
        features.Add(44, length, n1);
        features.Add(45, rest, n1);
        features.Add(46, p.Hash(start), n1, atEnd);
        features.Add(47, p.Hash(start - 1), n1, atEnd);
        features.Add(48, p.Hash(start - 1), length, n1);
        features.Add(49, p.Hash(start), length, n1);
        features.Add(50, last, n1, n2);
        features.Add(51, p.Hash(j), n1);
        features.Add(52, rest, length, atEnd);
        features.Add(53, (uint)p.Class(start), next, length);
        var (commas, verbs, quotations) = (0u, 0u, 0u);
        for (var k = start; k <= j; k++)
        {
            commas += p.Class(k) == WordClass.Comma ? 1u : 0;
            verbs += p.Class(k) is WordClass.Auxiliary or WordClass.Past ? 1u : 0;
            quotations += p.IsQuotation(k) ? 1u : 0;
        }
        features.Add(54, Math.Min(commas, 3), n1);
        features.Add(55, Math.Min(verbs, 3), n1, p.Hash(start));
        features.Add(56, Math.Min(quotations, 2), n1, last);
        features.Add(57, Math.Min(commas, 3), atEnd, Math.Min(verbs, 2));
        var verbAfter = 0u;
        for (var k = j + 2; k <= Math.Min(j + 6, sentenceEnd) && verbAfter == 0; k++)
            if (p.Class(k) == WordClass.StrongVerb)
                verbAfter = (uint)(k - j);
        features.Add(58, verbAfter, n1, n2);
        features.Add(59, next, next2, p.Hash(j + 3));
        features.Add(60, (uint)p.Class(start - 1), (uint)p.Class(start), (n1 * 8) + atEnd);
    }

    /// <summary>Does the comma at <paramref name="comma"/> part content before it from a cue that ends the sentence?</summary>
    public static void Tail(Paragraph p, int comma, int sentenceStart, int sentenceEnd, FeatureList features)
    {
        features.Clear();
        var verb = 0;
        for (var k = comma + 1; k <= sentenceEnd && verb == 0 && k - comma < 20; k++)
            if (p.Class(k) is WordClass.StrongVerb or WordClass.WeakVerb || p.Is(k, "according"))
                verb = k;
        var distance = verb == 0 ? 15u : FeatureList.Step(verb - comma);
        var after = FeatureList.Step(sentenceEnd - comma);
        uint n1 = (uint)p.Class(comma + 1), n2 = (uint)p.Class(comma + 2), n3 = (uint)p.Class(comma + 3);
        features.Add(70, p.Hash(comma + 1));
        features.Add(71, p.Hash(comma + 1), p.Hash(comma + 2));
        features.Add(72, n1, n2, n3);
        features.Add(73, p.Hash(verb), distance);
        features.Add(74, p.Hash(verb), after);
        features.Add(75, n1, distance, after);
        features.Add(76, p.Hash(comma + 2), n1);
        features.Add(77, (uint)p.Class(verb), n1, FeatureList.Step(sentenceEnd - verb));
        features.Add(78, p.Hash(verb), n1, n2);
        features.Add(79, FeatureList.Step(comma - sentenceStart), (uint)p.Class(sentenceStart), distance);
        features.Add(80, p.Hash(sentenceStart), distance);
        features.Add(81, (uint)p.Class(comma - 1), n1, n2);
        features.Add(82, p.IsQuotation(comma - 1) ? 1u : 0, n1, distance);
        var before = false;
        for (var k = Math.Max(sentenceStart, comma - Reach); k < comma && !before; k++)
            before = p.Class(k) == WordClass.StrongVerb;
        features.Add(83, before ? 1u : 0, distance, after);
        features.Add(84, p.Hash(verb), p.Hash(verb + 1), distance);
    }

    /// <summary>The word without its inflection, roughly: "argues", "argued" and "arguing" share one.</summary>
    private static uint Stem(Paragraph p, int token)
    {
        if (!p.IsWord(token))
            return 0;
        var word = p[token];
        if (word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal))
            word = word[..^3];
        else if (word.Length > 4 && (word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("es", StringComparison.Ordinal)))
            word = word[..^2];
        else if (word.Length > 3 && (word.EndsWith("s", StringComparison.Ordinal) || word.EndsWith("e", StringComparison.Ordinal)))
            word = word[..^1];
        if (word.Length > 3 && word[^1] == word[^2])
            word = word[..^1];
        return FeatureList.Hash(word);
    }

    private static uint Ending(Paragraph p, int token)
    {
        if (!p.IsWord(token))
            return 0;
        var word = p[token];
        return FeatureList.Hash(word.Length > 3 ? word[^3..] : word);
    }
}
