namespace NewsCorpus.Extraction.Quotations;

/// <summary>What the models of quoted spans and of their speakers look at.</summary>
internal static class QuotationFeatures
{
    /// <summary>How far features look, in tokens: hostile text may never end a sentence.</summary>
    private const int Reach = 300;

    /// <summary>Is the span speech?</summary>
    public static void Speech(QuotedArticle article, int index, FeatureList features)
    {
        features.Clear();
        var framed = article.Spans[index];
        var p = article.Paragraphs[framed.Paragraph];
        var text = article.Text;
        var q = framed.Token;
        var inside = Inside(text, framed.Span);
        var words = FeatureList.Step(inside.Words);
        var capital = char.IsUpper(text[framed.Span.Start]) ? 1u : 0u;
        uint before = p.SameSentence(q - 1, q) ? p.Hash(q - 1) : 0, before2 = before == 0 ? 0 : p.Hash(q - 2);
        uint after = p.SameSentence(q, q + 1) ? p.Hash(q + 1) : 0, after2 = after == 0 ? 0 : p.Hash(q + 2);
        uint b1 = before == 0 ? 0 : (uint)p.Class(q - 1), b2 = before == 0 ? 0 : (uint)p.Class(q - 2), a1 = after == 0 ? 0 : (uint)p.Class(q + 1), a2 = after == 0 ? 0 : (uint)p.Class(q + 2);
        uint last = text[framed.Span.End - 1];
        var mark = text[framed.Span.Open] is '\'' or '‘' && framed.Span.Start - framed.Span.Open == 1 ? 1u : 0u;
        features.Add(101, words);
        features.Add(102, words, capital);
        features.Add(103, words, last is ',' or '.' or '?' or '!' ? last : 'x');
        features.Add(104, before, words);
        features.Add(105, before2, before);
        features.Add(106, after);
        features.Add(107, after, after2);
        features.Add(108, b2, b1, words);
        features.Add(109, a1, a2, words);
        features.Add(110, b1, a1, words);
        features.Add(111, inside.Titles == inside.Words ? 1u : inside.Titles == 0 ? 2u : 3u, words, b1);
        features.Add(112, inside.FirstPerson ? 1u : 0u, inside.FunctionWords > 0 ? 1u : 0u, words);
        features.Add(113, mark, words);
        features.Add(114, b1, capital, inside.Titles == inside.Words ? 1u : 0u);
        features.Add(115, inside.Words == 1 ? FeatureList.Hash(text.AsSpan(framed.Span.Start, framed.Span.Length)) : 0);
        features.Add(116, framed.Span.Block == 0 ? 1u : 0u, words);

        var start = Attributions.SentenceStart(p, q);
        var verb = q - 1;
        while (verb >= start && (p.Class(verb) is not (WordClass.StrongVerb or WordClass.WeakVerb)))
            verb--;
        var distance = verb < start ? 12u : FeatureList.Step(q - verb);
        var verbHash = verb < start ? 0 : p.Hash(verb);
        features.Add(120, verbHash, distance);
        features.Add(121, verbHash, words);
        features.Add(122, verb < start ? 0 : (uint)p.Class(verb), distance, words);
        features.Add(123, verbHash, before);
        var afterVerb = q + 1;
        while (afterVerb < p.Count && afterVerb < q + Reach && p.SameSentence(q, afterVerb) && p.Class(afterVerb) is not (WordClass.StrongVerb or WordClass.WeakVerb))
            afterVerb++;
        var hasAfter = afterVerb < p.Count && afterVerb < q + Reach && p.SameSentence(q, afterVerb);
        features.Add(124, hasAfter ? p.Hash(afterVerb) : 0, hasAfter ? FeatureList.Step(afterVerb - q) : 12u, last == ',' ? 1u : 0u);
        features.Add(125, hasAfter ? (uint)p.Class(afterVerb) : 0, words);
        features.Add(126, framed.Attribution is null ? 0u : (uint)framed.Attribution.Rule.Length, words);
        var strong = false;
        for (var k = start; k < p.Count && k < q + Reach && p.SameSentence(start, k) && !strong; k++)
            strong = p.Class(k) == WordClass.StrongVerb;
        features.Add(127, strong ? 1u : 0u, words, b1);
        var others = 0u;
        for (var k = index - 1; k >= 0 && k > index - Reach && article.Spans[k].Paragraph == framed.Paragraph && others < 2; k--)
            others += article.Spans[k].Span.Length > 30 ? 1u : 0u;
        features.Add(128, others, words, strong ? 1u : 0u);
        features.Add(129, q == 0 ? 1u : 0u, q == p.Count - 1 ? 1u : 0u, words);
        features.Add(130, p.IsQuotation(q - 2) || p.IsQuotation(q - 1) ? 1u : 0u, p.IsQuotation(q + 2) || p.IsQuotation(q + 1) ? 1u : 0u, words);
    }

    /// <summary>Is the candidate the speaker?</summary>
    /// <param name="own">Number of candidates from the quotation's own sentence that come with a verb.</param>
    /// <param name="strongOwn">True where one of those verbs is a plain verb of speech.</param>
    public static void Speaker(QuotedArticle article, FramedSpan framed, SpeakerCandidate candidate, int rank, int own, bool strongOwn, FeatureList features)
    {
        features.Clear();
        var p = article.Paragraphs[framed.Paragraph];
        var home = article.Paragraphs[candidate.Paragraph];
        var q = framed.Token;
        var text = article.Text;
        var kind = (uint)candidate.Kind;
        uint last = text[framed.Span.End - 1];
        if (last is not (',' or '?' or '!' or '.'))
            last = framed.Span.Close < text.Length && text[framed.Span.Close] == ',' ? ',' : 'x';
        var capital = char.IsUpper(text[framed.Span.Start]) ? 1u : 0u;
        uint before = p.SameSentence(q - 1, q) ? (uint)p.Class(q - 1) : 0, after = p.SameSentence(q, q + 1) ? (uint)p.Class(q + 1) : 0;
        uint subject = (uint)home.Class(candidate.Phrase.First), subjectEnd = (uint)home.Class(candidate.Phrase.Last);
        features.Add(201, kind);
        features.Add(202, kind, last, capital);
        features.Add(203, kind, before, after);
        features.Add(204, kind, strongOwn ? 1u : 0u, (uint)Math.Min(own, 3));
        features.Add(205, kind, subject, subjectEnd);
        features.Add(206, kind, home.Hash(candidate.Phrase.First));
        features.Add(207, kind, (uint)Math.Min(rank, 6));
        features.Add(208, kind, before, last);
        features.Add(209, kind, after, last);
        features.Add(215, kind, FeatureList.Step(candidate.Phrase.Last - candidate.Phrase.First), subject);
        features.Add(216, kind, home.Hash(candidate.Phrase.Last));
        features.Add(217, kind, framed.Token == 0 ? 1u : 0u, framed.Token == p.Count - 1 ? 1u : 0u);
        features.Add(218, kind, FeatureList.Step(framed.Paragraph - candidate.Paragraph), strongOwn ? 1u : 0u);
        features.Add(219, kind, p.Hash(q - 1), capital);
        if (candidate.Cue < 0)
            return;
        var v = candidate.Cue;
        var distance = FeatureList.Step(Math.Abs(q - v));
        features.Add(210, kind, p.Hash(v));
        features.Add(211, kind, (uint)p.Class(v), distance);
        features.Add(212, kind, distance, last);
        features.Add(213, kind, (uint)p.Class(v - 1), (uint)p.Class(v + 1));
        features.Add(214, kind, p.Hash(v - 1));
        features.Add(220, kind, p.Hash(v), distance);
        var (quotations, verbs, weak) = (0u, 0u, 0u);
        for (var k = Math.Min(q, v) + 1; k < Math.Max(q, v); k++)
        {
            quotations += p.IsQuotation(k) ? 1u : 0;
            verbs += p.Class(k) is WordClass.StrongVerb ? 1u : 0;
            weak += p.Class(k) is WordClass.WeakVerb ? 1u : 0;
        }
        features.Add(226, kind, Math.Min(weak, 2), Math.Min(verbs, 2));
        features.Add(227, (uint)p.Class(v), Math.Min(weak + verbs, 3), kind);
        features.Add(221, kind, Math.Min(quotations, 2), Math.Min(verbs, 2));
        features.Add(222, kind, Math.Min(verbs, 2), last);
        features.Add(223, kind, FeatureList.Hash(p[v].Length > 2 ? p[v][^2..] : p[v]), (uint)p.Class(v - 1));
        features.Add(224, kind, FeatureList.Step(Math.Abs(v - candidate.Phrase.Last)), subject);
        features.Add(225, kind, Math.Min(quotations, 2), last);
    }

    private readonly record struct Content(int Words, int Titles, int FunctionWords, bool FirstPerson);

    private static Content Inside(string text, QuotedSpan span)
    {
        var (words, titles, function, first) = (0, 0, 0, false);
        var i = span.Start;
        while (i < span.End)
        {
            var from = i;
            while (i < span.End && !char.IsWhiteSpace(text[i]))
                i++;
            var word = text.AsSpan(from, i - from).Trim(".,;:!?'’‘\"“”()[]");
            if (word.Length > 0)
            {
                words++;
                if (FunctionWords.IsContent(word))
                    titles += char.IsUpper(word[0]) ? 1 : 0;
                else
                {
                    function++;
                    titles++;
                }
                first |= word is "I" or "we" or "We" or "my" or "our" or "me" or "us" or "you" or "You" or "I’m" or "I'm" or "it’s" or "It’s" or "it's" or "It's";
            }
            while (i < span.End && char.IsWhiteSpace(text[i]))
                i++;
        }
        return new Content(words, titles, function, first);
    }
}
