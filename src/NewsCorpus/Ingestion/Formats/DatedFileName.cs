using System.Globalization;
using NewsCorpus.Articles;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>The day in the name of a post: Jekyll wants it there ("2026-01-08-bridge-closes.md"), Eleventy and Hugo read it where the front matter states none. The time stamp of a file is never looked at.</summary>
internal static class DatedFileName
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>The fields, and what the name says behind them.</summary>
    public static IReadOnlyList<StatedField> AddTo(IReadOnlyList<StatedField> fields, DecodedSource source)
    {
        var name = Path.GetFileNameWithoutExtension(source.Path);
        if (source.Extension is not (".md" or ".markdown" or ".mdx" or ".html" or ".htm") || name.Length <= Form.Length + 1 || name[Form.Length] != '-')
            return fields;
        return DateOnly.TryParseExact(name.AsSpan(0, Form.Length), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? [.. fields, new StatedField(StatedField.FileName, name[..Form.Length], "name of the file", 1, Path.GetFileName(source.Path))]
            : fields;
    }
}
