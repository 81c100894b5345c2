using System.Text.Json;
using System.Text.Json.Serialization;
using NewsCorpus.Articles;
using NewsCorpus.Search;

namespace NewsCorpus.Export;

/// <summary>An article as a line of JSON Lines, in the words of the API.</summary>
internal sealed record JsonLine(
    long Id,
    string Url,
    string Title,
    FactKind TitleKind,
    string? Date,
    DateTimeOffset? Time,
    FactKind DateKind,
    JsonWindow? DateEstimate,
    NamedRef? Outlet,
    FactKind OutletKind,
    string? Agency,
    IReadOnlyList<string> Bylines,
    IReadOnlyList<NamedRef> People,
    IReadOnlyList<string> Tags,
    string? Language,
    FactKind LanguageKind,
    int Words,
    string? Link,
    string? Summary,
    int Copies,
    string File,
    long Revision,
    DateTimeOffset AddedAt,
    DateTimeOffset UpdatedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text)
{
    public static string Of(FoundArticle a, ExportOptions options) => JsonSerializer.Serialize(
        new JsonLine(
            a.Id, options.AddressOf(a), a.Title, a.TitleKind, a.Date?.ToString(), a.Date?.Instant, a.DateKind,
            a.DateEstimate is { } e ? new JsonWindow(e.From, e.To, e.Reasons) : null,
            a.Outlet, a.OutletKind, a.Agency, a.Bylines, a.People, a.Tags, a.Language, a.LanguageKind, a.Words, a.Link, a.Summary, a.Copies, a.File, a.Revision, a.AddedAt, a.UpdatedAt, a.Text),
        ExportJson.Line) + "\n";
}

/// <summary>When an undated article was probably published; both days inclusive.</summary>
internal sealed record JsonWindow(DateOnly From, DateOnly To, IReadOnlyList<string> Reasons);
