using System.Net;
using AngleSharp.Dom;

namespace NewsCorpus.Web.Tests.Http;

public sealed class CountingTests(AppFixture app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Comparison_shows_what_its_data_and_table_say()
    {
        const string Query = "?q=harbour&q=council&by=month";
        var json = await app.JsonAsync("/api/compare" + Query);
        var page = await app.PageAsync("/compare" + Query);
        var csv = await app.Http.GetStringAsync(new Uri("/api/compare" + Query + "&format=csv", UriKind.Relative), Token);

        var periods = json.GetProperty("periods").GetArrayLength();
        Assert.NotEqual(0, periods);
        Assert.Equal(2, page.QuerySelectorAll(".chart polyline").Length);
        Assert.Equal(periods, page.QuerySelector("[aria-labelledby=numbers] tbody")!.ChildElementCount);
        Assert.Equal(periods + 2, csv.Split("\r\n").Length);
        var first = json.GetProperty("queries")[0];
        Assert.Equal(first.GetProperty("total").GetInt32(), (await app.JsonAsync("/api/articles?q=harbour")).GetProperty("total").GetInt32());
        // A number leads to the articles that it counts.
        var link = page.QuerySelector("[aria-labelledby=numbers] tbody td a")!;
        var results = await app.PageAsync(link.GetAttribute("href")!);
        Assert.Contains(link.TextContent.Trim(), results.QuerySelector("#summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparison_keeps_only_what_the_form_was_filled_with()
    {
        using var visitor = app.Visitor();
        using var response = await visitor.GetAsync(new Uri("/compare?q=harbour&q=&from=&to=&by=week&view=share&copies=&estimates=", UriKind.Relative), Token);
        Assert.Equal((HttpStatusCode.Redirect, "/compare?q=harbour&by=week&view=share"), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task Long_batch_is_counted_line_by_line_and_downloads_safely()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 480).Select(i => $"\"somebody number {i} of the list\"").Append("harbour").Append("=1+1"));
        var page = await app.PageAsync("/batch?lines=" + Uri.EscapeDataString(lines));

        var rows = page.QuerySelectorAll(".counts tbody tr");
        Assert.Equal(482, rows.Length);
        Assert.Equal((await app.JsonAsync("/api/articles?q=harbour")).GetProperty("total").GetInt32().ToString(), rows[480].QuerySelector("td")!.TextContent);
        var csv = await app.Http.GetStringAsync(new Uri("/api/batch?q=harbour&q=" + Uri.EscapeDataString("=1+1") + "&format=csv", UriKind.Relative), Token);
        Assert.Contains("\r\n\"'=1+1\"", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_on_the_page_and_refused_by_the_data()
    {
        using var response = await app.Http.GetAsync(new Uri("/api/compare?q=harbour&by=decade", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await app.PageAsync("/compare?q=(&by=decade&from=2026-13");
        Assert.Equal(3, page.QuerySelectorAll(".problem li").Length);
    }
}
