using System.Collections.Frozen;

namespace NewsCorpus.Articles;

/// <summary>
/// Languages of articles by ISO 639-1 code: their English names, and the code of whatever a file calls its language ("en-GB", "eng", "English", "de_AT"). Region and script are not kept: "no" stands for Bokmål and Nynorsk.
/// </summary>
public static class LanguageCodes
{
    private const string Resource = "NewsCorpus.Articles.languages.tsv";
    private const int Letters = 27;

    /// <summary>One more than the largest <see cref="Number"/>.</summary>
    public const int Numbers = Letters * Letters;

    private static readonly (FrozenDictionary<string, string> Codes, FrozenDictionary<string, string> Names) Known = Load();

    /// <summary>All codes, in order.</summary>
    public static IEnumerable<string> All => Known.Names.Keys.Order(StringComparer.Ordinal);

    /// <summary>Reads what a file calls a language; null where it names none that is known, as "x-default" and "und" do.</summary>
    public static string? Read(string stated)
    {
        var words = stated.Trim().Replace(' ', '-');
        if (words.Length is 0 or > 40)
            return null;
        if (Known.Codes.TryGetValue(words, out var code))
            return code;
        var end = words.AsSpan().IndexOfAny('-', '_');
        return end > 0 && Known.Codes.TryGetValue(words[..end], out code) ? code : null;
    }

    /// <summary>English name of a language; the code itself where none is known.</summary>
    public static string NameOf(string code) => Known.Names.GetValueOrDefault(code, code);

    /// <summary>A number for a code of two letters, the same for ever; 0 for null.</summary>
    public static int Number(string? code) => code is [>= 'a' and <= 'z' and var first, >= 'a' and <= 'z' and var second] ? (first - 'a' + 1) * Letters + (second - 'a' + 1) : 0;

    /// <summary>The code that has a number; null for 0.</summary>
    public static string? OfNumber(int number) => number <= 0 ? null : $"{(char)('a' + number / Letters - 1)}{(char)('a' + number % Letters - 1)}";

    public static bool IsRightToLeft(string code) => code is "ar" or "fa" or "he" or "ps" or "ug" or "ur" or "yi";

    private static (FrozenDictionary<string, string>, FrozenDictionary<string, string>) Load()
    {
        using var stream = typeof(LanguageCodes).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = new StreamReader(stream);
        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split('\t') is not [var code, var name, var others])
                continue;
            names.Add(code, name);
            foreach (var word in others.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(code).Append(name.Replace(' ', '-')))
                codes.TryAdd(word, code);
        }
        return (codes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), names.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
