using System.Globalization;
using NewsCorpus.Articles;
using NewsCorpus.Search;

namespace NewsCorpus.Export;

/// <summary>A column of a table of articles.</summary>
/// <param name="Name">As the header has it; the API calls the same thing so.</param>
/// <param name="Type">string, int or long. Only strings may be null.</param>
internal sealed record ExportColumn(string Name, Type Type, Func<FoundArticle, object?> Value);

/// <summary>The columns of CSV and Parquet. Of several values in a cell, "; " stands between.</summary>
internal static class ExportColumns
{
    public static IReadOnlyList<ExportColumn> Of(ExportOptions options) =>
    [
        new("id", typeof(long), a => a.Id),
        Words("url", options.AddressOf),
        Words("title", a => a.Title),
        Words("titleKind", a => Kind(a.TitleKind)),
        Words("date", a => a.Date?.ToString()),
        Words("time", a => a.Date?.Instant?.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture)),
        Words("dateKind", a => Kind(a.DateKind)),
        Words("estimatedFrom", a => Iso(a.DateEstimate?.From)),
        Words("estimatedTo", a => Iso(a.DateEstimate?.To)),
        Words("outlet", a => a.Outlet?.Name),
        Words("outletKind", a => Kind(a.OutletKind)),
        Words("agency", a => a.Agency),
        Words("bylines", a => Several(a.Bylines)),
        Words("people", a => Several(a.People.Select(p => p.Name))),
        Words("tags", a => Several(a.Tags)),
        Words("language", a => a.Language),
        Words("languageKind", a => Kind(a.LanguageKind)),
        new("words", typeof(int), a => a.Words),
        Words("link", a => a.Link),
        Words("summary", a => a.Summary),
        new("copies", typeof(int), a => a.Copies),
        Words("file", a => a.File),
        new("revision", typeof(long), a => a.Revision),
        Words("addedAt", a => Iso(a.AddedAt)),
        Words("updatedAt", a => Iso(a.UpdatedAt)),
        .. options.WithText ? [Words("text", a => a.Text)] : Array.Empty<ExportColumn>(),
    ];

    public static string Header(ExportOptions options) => string.Join(',', Of(options).Select(c => c.Name)) + "\r\n";

    public static Func<FoundArticle, string> Rows(ExportOptions options)
    {
        var columns = Of(options);
        return article => Csv.Row([.. columns.Select(c => c.Value(article))]);
    }

    public static string Kind(FactKind kind) => kind.ToString().ToLowerInvariant();

    private static ExportColumn Words(string name, Func<FoundArticle, string?> value) => new(name, typeof(string), value);

    private static string? Several(IEnumerable<string> values) => string.Join("; ", values) is { Length: > 0 } all ? all : null;

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Iso(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
