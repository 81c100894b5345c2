using System.Globalization;
using NewsCorpus.Articles;

namespace NewsCorpus.Search.Receipts;

/// <summary>An article as the database has it, of which a receipt keeps a part.</summary>
internal sealed record ReceiptRow
{
    public required long Id { get; init; }

    public required long Revision { get; init; }

    public required ArticleState State { get; init; }

    public required string Slug { get; init; }

    public required string TextHash { get; init; }

    public required string Title { get; init; }

    public DateOnly? Day { get; init; }

    public DatePrecision DatePrecision { get; init; }

    public ArticleEstimate? Estimate { get; init; }

    public int? OutletId { get; init; }

    public string? Outlet { get; init; }

    public long? StoryId { get; init; }

    public long RunId { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    public required string File { get; init; }

    public static IQueryable<ReceiptRow> Of(IQueryable<Article> articles) => articles.Select(a => new ReceiptRow
    {
        Id = a.Id,
        Revision = a.Revision,
        State = a.State,
        Slug = a.Slug,
        TextHash = a.TextHash,
        Title = a.Title,
        Day = a.Day,
        DatePrecision = a.DatePrecision,
        Estimate = a.Estimate,
        OutletId = a.OutletId,
        Outlet = a.Outlet!.Name,
        StoryId = a.StoryId,
        RunId = a.RunId,
        AddedAt = a.AddedAt,
        File = a.SourceFile!.Path,
    });

    public ReceiptArticle ToArticle() => new()
    {
        Id = Id,
        Revision = Revision,
        Hash = TextHash,
        Title = Title,
        Date = Day is { } day ? new ArticleDate(day, DatePrecision).ToString() : null,
        Estimate = Day is null && Estimate?.Estimate is { } estimate ? string.Create(CultureInfo.InvariantCulture, $"{estimate.From:yyyy-MM-dd}/{estimate.To:yyyy-MM-dd}") : null,
        OutletId = OutletId,
        Outlet = Outlet,
        Story = StoryId,
    };
}
