using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsCorpus.Web.Tests.Http;

/// <summary>What an article's page says of dates that differ, and of dates that cannot be.</summary>
public sealed class DatePagesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("date: 2026-01-08\npublished: 2026-01-15", "15 January 2026", "also stated: 8 January 2026")]
    [InlineData("published: 2026-01-15\ncreated: 2026-01-08", "15 January 2026", "also stated: 8 January 2026")]
    [InlineData("date: 2026-01-08\npublished: 2026-01-08", "8 January 2026", null)]
    [InlineData("date: 2026-01-08\nupdated: 2026-01-15", "8 January 2026", null)]
    public async Task The_other_of_two_stated_dates_stands_beside_the_first(string fields, string first, string? other)
    {
        var page = await PageOfAsync(fields);

        var row = page.QuerySelector(".dateline-row")!;
        Assert.Equal(first, row.QuerySelector("time")!.TextContent);
        Assert.Equal(other, row.QuerySelector("a[href='#know']")?.TextContent);
        Assert.NotNull(page.QuerySelector("#know"));
    }

    [Theory]
    [InlineData("date: 2026-02-30", "what the file states cannot be the date", "Refused: there is no 30 February 2026.")]
    [InlineData("date: 2199-01-01", "what the file states cannot be the date", "Refused: it lies in the future")]
    [InlineData("tags: [ferry]", "nothing in the file says when", null)]
    public async Task A_refused_date_is_told_with_its_reason_once(string fields, string undated, string? refusal)
    {
        var page = await PageOfAsync(fields);

        Assert.NotNull(page.QuerySelector(".dateline-row .nodate"));
        var know = page.QuerySelector(".know")!.TextContent;
        Assert.Contains(undated, know, StringComparison.Ordinal);
        if (refusal is null)
            return;
        Assert.Contains(refusal, know, StringComparison.Ordinal);
        Assert.DoesNotContain(", refused", know, StringComparison.Ordinal);
    }

    private static async Task<IHtmlDocument> PageOfAsync(string fields)
    {
        await using var app = await SmallApp.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(app.Files, "quay.md"), $"---\ntitle: The quay is mended\n{fields}\n---\nThe quay was mended by the harbour board, and the crane stands on it again.\n", Token);
        await app.RestartAsync();
        using var client = app.Visitor();
        using var found = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/articles?q=crane", UriKind.Relative), Token));
        var address = found.RootElement.GetProperty("articles")[0].GetProperty("url").GetString()!;
        return await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(new Uri(address, UriKind.Relative), Token), Token);
    }
}
