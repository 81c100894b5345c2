namespace NewsCorpus.Search.Analysis;

/// <summary>
/// The forms under which one word stands at one position of a field. The bare form is the stem; the others carry a prefix that no word can begin with.
/// </summary>
internal static class TermForms
{
    /// <summary>The folded word as it stands, for exact phrases and wildcards.</summary>
    public const char Exact = '=';

    /// <summary>The word stands in capitals, with dots or without.</summary>
    public const char Capitals = '^';

    /// <summary>The word has a capital letter, but not only capitals.</summary>
    public const char Mixed = '~';

    /// <summary>The word is an initialism written with dots.</summary>
    public const char Dotted = '.';

    /// <summary>Stands where a sentence begins.</summary>
    public const string Sentence = "\u0001";

    /// <summary>Stands where a block begins.</summary>
    public const string Paragraph = "\u0002";

    public static string Of(char form, string word) => string.Concat([form], word);
}
