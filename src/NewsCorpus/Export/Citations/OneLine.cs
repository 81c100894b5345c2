namespace NewsCorpus.Export.Citations;

internal static class OneLine
{
    /// <summary>The same words with single spaces instead of all white space and control characters between them.</summary>
    public static string Of(string words) => string.Join(' ', string.Concat(words.Select(c => char.IsControl(c) ? ' ' : c)).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
