using YamlDotNet.Core;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>Says in plain words what is wrong with front matter that a YAML parser refused.</summary>
internal static class FrontMatterFault
{
    public static RejectedFileException Of(YamlException e, string[] lines, int line, int firstLine)
    {
        if (Tab(lines, line) is { } tab)
            return Rejected(tab, "is indented with a tab, which YAML does not allow. Use spaces");
        if (Unclosed(lines, line) is { } quote)
            return Rejected(quote, "opens a quotation mark that is never closed. Close it, or remove it");
        return Rejected(line, $"cannot be read as YAML ({Reason(e)}). Write it as \"key: value\", with the value in quotation marks where it holds a colon");

        RejectedFileException Rejected(int at, string what) =>
            new($"Line {firstLine + at} of the front matter {what}.", firstLine + at, null, e);
    }

    private static int? Tab(string[] lines, int line)
    {
        for (var i = line; i >= Math.Max(0, line - 1); i--)
            if (lines[i].AsSpan(0, lines[i].Length - lines[i].AsSpan().TrimStart().Length).Contains('\t') && !string.IsNullOrWhiteSpace(lines[i]))
                return i;
        return null;
    }

    /// <summary>The last line, not below the fault, with a value that opens a mark which the same line does not close.</summary>
    private static int? Unclosed(string[] lines, int line)
    {
        for (var i = line; i >= 0; i--)
        {
            var value = FrontMatterRepair.ValueOf(lines[i]);
            if (value.Length == 0 || value[0] is not ('"' or '\'') || value.Count(value[0]) % 2 == 0)
                continue;
            return i;
        }
        return null;
    }

    private static string Reason(YamlException e)
    {
        var words = e.Message.AsSpan();
        var start = words.IndexOf("): ", StringComparison.Ordinal);
        words = (start >= 0 && words.StartsWith("(", StringComparison.Ordinal) ? words[(start + 3)..] : words).TrimEnd(". ");
        return words.Length == 0 ? "its form is not YAML's" : $"{char.ToLowerInvariant(words[0])}{words[1..]}";
    }
}
