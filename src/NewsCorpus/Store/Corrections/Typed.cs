namespace NewsCorpus.Store.Corrections;

internal static class Typed
{
    /// <summary>As typed, in NFC and on one line, without what only a form or a clipboard puts in.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Normalize().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
