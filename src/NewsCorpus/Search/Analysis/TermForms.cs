namespace NewsCorpus.Search.Analysis;

/// <summary>
/// The forms under which one word stands at one position of a field. A word that is its own stem, as most are, stands there bare and once; an inflected one stands there as it is written
/// and as an inflection of its stem. The prefixes are characters that no word can begin with.
/// </summary>
internal static class TermForms
{
    /// <summary>A folded word that is not its own stem, as it is written.</summary>
    public const char Exact = '=';

    /// <summary>The stem of a word that is not its own stem.</summary>
    public const char Inflected = '+';

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

    /// <summary>The term under which a folded word stands as it is written.</summary>
    public static string OfExact(string word) => WordStemmer.Current.Stem(word) == word ? word : Of(Exact, word);

    /// <summary>The terms under which all words of a stem stand: the stem itself, and its inflections.</summary>
    public static (string Itself, string Inflected) OfStem(string stem) => (stem, Of(Inflected, stem));

    /// <summary>Whether a term that begins with this byte of UTF-8 is a bare word: words begin with a letter or a digit.</summary>
    public static bool IsBare(byte first) => first >= 0x80 || char.IsAsciiLetterOrDigit((char)first);
}
