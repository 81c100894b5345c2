namespace NewsCorpus.Extraction.Text;

internal static class SpanExtensions
{
    public static bool ContainsLetterOrDigit(this ReadOnlySpan<char> words)
    {
        foreach (var c in words)
            if (char.IsLetterOrDigit(c))
                return true;
        return false;
    }
}
