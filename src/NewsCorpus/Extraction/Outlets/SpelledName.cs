using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Outlets;

/// <summary>The proper name of an outlet of which only the domain is known, where the page's title or its text has it: "The Halder Daily" at halderdaily.example. Any other words are no name of the site.</summary>
internal static class SpelledName
{
    private const int MaxText = 100_000;
    private const int MaxWords = 6;

    /// <summary>Shorter labels are spelled by chance.</summary>
    private const int MinLabel = 5;

    /// <summary>The name and where it stands; null where nothing spells the domain in more than one word.</summary>
    public static Evidence? Find(ArticleDraft draft, ArticleContent content, string domain)
    {
        var label = domain.Split('.')[0].Replace("-", "", StringComparison.Ordinal);
        if (label.Length < MinLabel)
            return null;
        foreach (var field in draft.Fields)
            if (field.Key is "title" or "og:title" or "twitter:site" or "author" or "description" && In(field.Value, label) is var (start, end))
                return new Evidence(EvidenceFields.Outlet, field.Value[start..end], FactKind.Derived, $"name spelled by the site, in the {field.Key}", field.Excerpt, Line: field.Line);
        var text = content.Text.AsSpan(0, Math.Min(content.Text.Length, MaxText));
        return In(text, label) is var (from, to) ? new Evidence(EvidenceFields.Outlet, content.Text[from..to], FactKind.Derived, "name spelled by the site, in the text", content.Text[from..to], from, to) : null;
    }

    private static (int Start, int End)? In(ReadOnlySpan<char> text, string label)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsUpper(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1])) && Spells(text, i, label) is { } end)
                return (WithArticle(text, i), end);
        return null;
    }

    /// <summary>The end of capitalised words whose letters are the label.</summary>
    private static int? Spells(ReadOnlySpan<char> text, int start, string label)
    {
        var (at, matched, words) = (start, 0, 1);
        while (at < text.Length && matched < label.Length)
        {
            var c = text[at];
            if (char.IsLetterOrDigit(c))
            {
                if (char.ToLowerInvariant(c) != label[matched++])
                    return null;
            }
            else if (c is ' ' or '-' && at + 1 < text.Length && (char.IsUpper(text[at + 1]) || text[(at + 1)..].StartsWith("of ") || text[(at + 1)..].StartsWith("and ")))
            {
                if (++words > MaxWords)
                    return null;
            }
            else if (c is not ('.' or '’' or '\''))
            {
                return null;
            }
            at++;
        }
        return matched == label.Length && words > 1 && (at == text.Length || !char.IsLetterOrDigit(text[at])) ? at : null;
    }

    private static int WithArticle(ReadOnlySpan<char> text, int start) => start >= 4 && text[..start].EndsWith("The ") ? start - 4 : start;
}
