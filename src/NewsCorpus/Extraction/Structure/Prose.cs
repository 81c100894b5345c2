namespace NewsCorpus.Extraction.Structure;

/// <summary>Small questions about words that several rules ask.</summary>
internal static class Prose
{
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(" \n\"'”’»)]");
        return text.Length > 0 && text[^1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '॥' or '۔' or '؟' or '։' or '።' or '။' or '។';
    }

    /// <summary>True where all letters that have a case are capitals, and those without one are no more: an abbreviation in a Hindi sentence makes no capitals of it.</summary>
    public static bool IsCapitals(ReadOnlySpan<char> text)
    {
        int capitals = 0, caseless = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c))
                return false;
            if (char.IsUpper(c))
                capitals++;
            else if (char.IsLetter(c))
                caseless++;
        }
        return capitals > 1 && capitals >= caseless;
    }

    public static int CountWords(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var range in text.SplitAny(" \n"))
            if (!text[range].IsEmpty)
                count++;
        return count;
    }

    /// <summary>Without dashes, bullets, brackets and quotation marks in front; what they mark is told by the words.</summary>
    public static ReadOnlySpan<char> Undecorated(ReadOnlySpan<char> text) => text.TrimStart(" \n-–—_*•■▪►|([\"“'‘");

    public static bool StartsWithAny(ReadOnlySpan<char> text, ReadOnlySpan<string> beginnings, StringComparison comparison = StringComparison.OrdinalIgnoreCase)
    {
        if (text.IsEmpty)
            return false;
        // Nearly all of them are told apart by their first letter.
        var first = char.ToUpperInvariant(text[0]);
        foreach (var beginning in beginnings)
            if (char.ToUpperInvariant(beginning[0]) == first && text.StartsWith(beginning, comparison))
                return true;
        return false;
    }

    public static bool ContainsAny(ReadOnlySpan<char> text, ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
