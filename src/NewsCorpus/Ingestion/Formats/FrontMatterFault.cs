using YamlDotNet.Core;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>Says in plain words what is wrong with front matter that a YAML parser refused.</summary>
internal static class FrontMatterFault
{
    public static RejectedFileException Of(Exception e, string[] lines, int line, int firstLine)
    {
        if (Tab(lines) is >= 0 and var tab)
            return Rejected(tab, "is indented with a tab, which YAML does not allow", "Use spaces.");
        if (Unclosed(lines, line) is { } quote)
            return Rejected(quote, "opens a quotation mark that is never closed", "Close it, or remove it.");
        return Rejected(line, $"cannot be read as YAML ({Reason(e)})", "Write it as \"key: value\", with the value in quotation marks where it holds a colon.");

        RejectedFileException Rejected(int at, string what, string remedy) =>
            new($"Line {firstLine + at} of the front matter {what}.", remedy, firstLine + at, null, e);
    }

    /// <summary>Whether a line is indented with a tab, which nothing repairs.</summary>
    public static bool HasTabs(string[] lines) => Tab(lines) >= 0;

    private static int Tab(string[] lines) =>
        Array.FindIndex(lines, l => l.AsSpan().TrimStart() is { IsEmpty: false } words && l.AsSpan(0, l.Length - words.Length).Contains('\t'));

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

    private static string Reason(Exception e)
    {
        var words = e is YamlException ? e.Message.AsSpan() : "a bracket is never closed";
        var start = words.IndexOf("): ", StringComparison.Ordinal);
        words = (start >= 0 && words.StartsWith("(", StringComparison.Ordinal) ? words[(start + 3)..] : words).TrimEnd(". ");
        return words.Length == 0 ? "its form is not YAML's" : $"{char.ToLowerInvariant(words[0])}{words[1..]}";
    }
}
