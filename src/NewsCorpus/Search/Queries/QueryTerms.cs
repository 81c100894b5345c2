using System.Text;
using NewsCorpus.Search.Analysis;

namespace NewsCorpus.Search.Queries;

/// <summary>Typed text to the terms that are looked for, by the tokenizer that the index was made with.</summary>
internal static class QueryTerms
{
    /// <summary>Terms of one word or phrase; the rest of a longer one is left out.</summary>
    public const int MaxTerms = 200;

    public static List<QueryTerm> Of(string text)
    {
        var terms = new List<QueryTerm>();
        var i = 0;
        while (i < text.Length)
        {
            var end = i;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
                end++;
            if (end > i)
                AddChunk(text[i..end], terms);
            i = end + 1;
        }
        if (terms.Count > MaxTerms)
            terms.RemoveRange(MaxTerms, terms.Count - MaxTerms);
        return terms;
    }

    /// <summary>A run of characters without a space: a pattern where it has wildcards, else one word or several.</summary>
    private static void AddChunk(string chunk, List<QueryTerm> terms)
    {
        var tokenizer = new WordTokenizer();
        if (!chunk.AsSpan().ContainsAny('*', '?'))
        {
            AddWords(tokenizer, chunk, terms);
            return;
        }
        // What a hyphen or slash parts is parted in a pattern too.
        foreach (var part in chunk.Split(['-', '‐', '‑', '–', '/', '.', ':', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.AsSpan().ContainsAny('*', '?'))
                AddPattern(tokenizer, part, terms);
            else
                AddWords(tokenizer, part, terms);
        }
    }

    private static void AddWords(WordTokenizer tokenizer, string text, List<QueryTerm> terms)
    {
        tokenizer.Reset(text);
        while (tokenizer.MoveNext())
        {
            var kind = !tokenizer.IsDotted ? TermKind.Word : tokenizer.Case == WordCase.Capitals ? TermKind.Initialism : TermKind.Dotted;
            terms.Add(new(tokenizer.Word.ToString(), kind));
        }
    }

    private static void AddPattern(WordTokenizer tokenizer, string text, List<QueryTerm> terms)
    {
        var pattern = new StringBuilder();
        var literals = 0;
        var i = 0;
        while (i < text.Length)
        {
            if (text[i] is '*' or '?')
            {
                // "**" says no more than "*".
                if (text[i] == '?' || pattern.Length == 0 || pattern[^1] != '*')
                    pattern.Append(text[i]);
                i++;
                continue;
            }
            var end = i;
            while (end < text.Length && text[end] is not ('*' or '?'))
                end++;
            tokenizer.Reset(text, i, end);
            while (tokenizer.MoveNext())
            {
                pattern.Append(tokenizer.Word);
                literals++;
            }
            i = end;
        }
        if (literals > 0)
            terms.Add(new(pattern.ToString(), TermKind.Pattern));
    }
}
