namespace NewsCorpus.Web.Presentation;

internal static class LineReading
{
    /// <summary>The lines of a text, one at a time.</summary>
    public static async IAsyncEnumerable<string> LinesAsync(this TextReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
            yield return line;
    }
}
