using System.Globalization;

namespace NewsCorpus.Web.Api;

/// <summary>Rows of comma-separated values that a spreadsheet takes for what they are.</summary>
internal static class Csv
{
    private const string FormulaSigns = "=+-@\t\r";

    public static string Row(params ReadOnlySpan<object?> values) => string.Join(',', [.. values.ToArray().Select(Cell)]) + "\r\n";

    /// <summary>Words in quotation marks. A spreadsheet takes some that begin with = for a formula, and people choose names of files and of themselves: an apostrophe before them keeps them words.</summary>
    private static string Cell(object? value) => value switch
    {
        null or "" => "",
        string words => $"\"{(FormulaSigns.Contains(words[0], StringComparison.Ordinal) ? "'" : "")}{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
