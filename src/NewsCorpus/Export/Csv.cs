using System.Globalization;

namespace NewsCorpus.Export;

/// <summary>Rows of comma-separated values (RFC 4180) that a spreadsheet takes for what they are.</summary>
public static class Csv
{
    /// <summary>The wide ones begin a formula where a keyboard for Chinese or Japanese types them.</summary>
    private const string FormulaSigns = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>One row with its line end. Words stand in quotation marks, numbers do not; null is an empty cell.</summary>
    public static string Row(params ReadOnlySpan<object?> values) => string.Join(',', [.. values.ToArray().Select(Cell)]) + "\r\n";

    /// <summary>A spreadsheet takes words that begin with = and the like for a formula, and anybody can write such words: an apostrophe before them keeps them words.</summary>
    private static string Cell(object? value) => value switch
    {
        null or "" => "",
        string words => $"\"{(FormulaSigns.Contains(words[0], StringComparison.Ordinal) ? "'" : "")}{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
