using System.Buffers;

namespace NewsCorpus.Extraction.Quotations;

/// <summary>The characters that may be quotation marks, and which way each can turn where it stands.</summary>
internal static class QuotationMarks
{
    /// <summary>Words written with a leading apostrophe, which opens nothing.</summary>
    private static readonly string[] _elisions = ["em", "tis", "twas", "til", "till", "cause", "n", "bout", "round", "neath", "cos", "cuz", "twill", "ere"];

    /// <summary>Characters with which a double mark may begin.</summary>
    public static readonly SearchValues<char> Doubles = SearchValues.Create("\"“”„‟«»＂″`'");

    /// <summary>Single marks, and apostrophes.</summary>
    public static readonly SearchValues<char> Singles = SearchValues.Create("'‘’‛‚");

    /// <summary>Length of a double mark at <paramref name="i"/>, 0 for none. Agency copy of the 1990s writes `` and ''.</summary>
    public static int DoubleAt(ReadOnlySpan<char> text, int i) => text[i] switch
    {
        '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '＂' or '″' => 1,
        '`' or '\'' when i + 1 < text.Length && text[i + 1] == text[i] => 2,
        _ => 0,
    };

    public static bool CanOpenDouble(ReadOnlySpan<char> text, int i, int length)
    {
        var c = text[i];
        if (c is '”' or '»')
            return StandsBefore(text, i, length) && !StandsAfter(text, i, length);
        if (c is '“' or '„' or '‟' or '«' or '`')
            return i + length < text.Length && !char.IsWhiteSpace(text[i + length]);
        return StandsBefore(text, i, length);
    }

    public static bool CanCloseDouble(ReadOnlySpan<char> text, int i, int length)
    {
        var c = text[i];
        if (c is '”' or '»')
            return true;
        if (c is '„' or '‟' or '«' or '`')
            return false;
        if (c == '“')
            return StandsAfter(text, i, length) && !StandsBefore(text, i, length);
        return StandsAfter(text, i, length) || !StandsBefore(text, i, length);
    }

    public static bool IsSingle(char c) => Singles.Contains(c);

    /// <summary>Opens a single quotation: before a word, after a space, and no apostrophe of "'90s" or "'em".</summary>
    public static bool CanOpenSingle(ReadOnlySpan<char> text, int i)
    {
        if (text[i] == '’' || !StandsBefore(text, i, 1))
            return false;
        var end = i + 1;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        var word = text[(i + 1)..end];
        if (word.Length is 2 or 3 && char.IsDigit(word[0]) && char.IsDigit(word[1]) && (word.Length == 2 || word[2] == 's'))
            return false;
        foreach (var elision in _elisions)
            if (word.Equals(elision, StringComparison.OrdinalIgnoreCase))
                return false;
        return true;
    }

    /// <summary>May close a single quotation; after an s it may as well be a plural's apostrophe.</summary>
    public static bool CanCloseSingle(ReadOnlySpan<char> text, int i) =>
        text[i] is '\'' or '’' && i > 0 && !char.IsWhiteSpace(text[i - 1]) && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]));

    private static bool StandsBefore(ReadOnlySpan<char> text, int i, int length) =>
        i + length < text.Length && !char.IsWhiteSpace(text[i + length]) && text[i + length] is not (',' or '.' or ';' or ')' or ']')
        && (i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '{' or '—' or '–' or '-' or '/' or ':' or '…' or '“' or '"' or '‘' or '\'' or '«');

    private static bool StandsAfter(ReadOnlySpan<char> text, int i, int length) =>
        i > 0 && !char.IsWhiteSpace(text[i - 1])
        && (i + length == text.Length || !char.IsLetterOrDigit(text[i + length]));
}
