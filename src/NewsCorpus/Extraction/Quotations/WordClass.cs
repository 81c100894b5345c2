namespace NewsCorpus.Extraction.Quotations;

/// <summary>Coarse part of speech of a token, by closed classes, capitals and endings.</summary>
internal enum WordClass
{
    Outside,
    Pronoun,
    Relative,
    Determiner,
    Preposition,
    Conjunction,
    Auxiliary,
    Adverb,
    StrongVerb,
    WeakVerb,
    Name,
    Number,
    Past,
    Gerund,
    Plural,
    Other,
    Quotation,
    Comma,
    Stop,
    Colon,
    Punctuation,
}

internal static class WordClasses
{
    public static WordClass Of(Paragraph p, int token)
    {
        if (token < 0 || token >= p.Count)
            return WordClass.Outside;
        if (p.IsQuotation(token))
            return WordClass.Quotation;
        var word = p[token];
        if (!p.IsWord(token))
            return word[0] switch { ',' => WordClass.Comma, '.' or '!' or '?' or '…' => WordClass.Stop, ':' or ';' => WordClass.Colon, _ => WordClass.Punctuation };
        if (char.IsDigit(word[0]))
            return WordClass.Number;
        var opens = token == 0 || !p.SameSentence(token - 1, token);
        if (!opens && p.IsCapital(token) && word is not "I")
            return WordClass.Name;
        if (FunctionWords.ClassOf(word) is { } closed)
            return closed;
        if (p.IsCapital(token))
            return WordClass.Name;
        if (word.EndsWith("ed", StringComparison.Ordinal))
            return WordClass.Past;
        if (word.EndsWith("ing", StringComparison.Ordinal))
            return WordClass.Gerund;
        return word.EndsWith("s", StringComparison.Ordinal) ? WordClass.Plural : WordClass.Other;
    }
}
