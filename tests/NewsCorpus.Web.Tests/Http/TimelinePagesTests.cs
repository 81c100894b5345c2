using System.Net;

namespace NewsCorpus.Web.Tests.Http;

public sealed class TimelinePagesTests(AppFixture app)
{
    [Fact]
    public async Task Each_period_leads_to_its_results()
    {
        var page = await app.PageAsync("/timeline?q=harbour&by=month&copies=all");
        var periods = page.QuerySelectorAll(".period:not(.gap)");

        Assert.NotEmpty(periods);
        foreach (var period in periods)
        {
            var results = await app.JsonAsync("/api/articles" + period.QuerySelector("h3 a")!.GetAttribute("href")![1..]);
            Assert.StartsWith($"{results.GetProperty("total").GetInt32()} article", period.QuerySelector(".count")!.TextContent.Trim(), StringComparison.Ordinal);
            Assert.InRange(period.QuerySelectorAll(".tops > li").Length, 1, 3);
        }
        var json = await app.JsonAsync("/api/timeline?q=harbour&by=month&copies=all");
        Assert.Equal(periods.Length, json.GetProperty("rows").EnumerateArray().Count(r => r.GetProperty("count").GetInt32() > 0));
    }

    [Fact]
    public async Task Results_lead_to_the_timeline_with_all_their_filters()
    {
        var results = await app.PageAsync("/?q=harbour&outlet=-nobody&month=-2025-03&page=2");
        var link = results.QuerySelector(".timeline-foot a[href^='/timeline']")!.GetAttribute("href")!;

        Assert.Equal("/timeline?q=harbour&outlet=-nobody&month=-2025-03", link);
        var page = await app.PageAsync(link);
        Assert.DoesNotContain("March 2025", page.QuerySelectorAll(".period:not(.gap) h3").Select(h => h.TextContent.Trim()));
        Assert.Equal("/?q=harbour&outlet=-nobody&month=-2025-03", page.QuerySelector(".crumbs a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/timeline?q=nowhereword", "Nothing matches")]
    [InlineData("/timeline?q=(", "could not be read")]
    [InlineData("/timeline?by=hour", "is not a value of “by”")]
    [InlineData("/timeline?q=harbour&page=900", "The timeline ends at")]
    public async Task Says_what_is_the_matter(string address, string words) =>
        Assert.Contains(words, (await app.PageAsync(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task Months_are_a_facet_that_selects_and_excludes()
    {
        var all = await app.JsonAsync("/api/articles?copies=all");
        var month = all.GetProperty("facets").GetProperty("months")[0];
        var (name, count) = (month.GetProperty("month").GetString(), month.GetProperty("count").GetInt32());
        var dated = all.GetProperty("total").GetInt32() - all.GetProperty("facets").GetProperty("undated").GetInt32();

        var only = await app.JsonAsync($"/api/articles?copies=all&month={name}");
        var without = await app.JsonAsync($"/api/articles?copies=all&undated=exclude&month=-{name}");

        Assert.Equal((count, dated - count), (only.GetProperty("total").GetInt32(), without.GetProperty("total").GetInt32()));
        Assert.Equal(all.GetProperty("facets").GetProperty("months").GetArrayLength(), only.GetProperty("facets").GetProperty("months").GetArrayLength());
        var page = await app.PageAsync($"/?copies=all&month=-{name}");
        Assert.Equal("left out", page.QuerySelector("#facet-months")!.ParentElement!.QuerySelector(".off .count")!.TextContent.Split(';')[0].Trim());
        var values = await app.JsonAsync($"/api/facets/months?copies=all&filter={name![..4]}");
        Assert.Contains(values.GetProperty("values").EnumerateArray(), v => v.GetProperty("slug").GetString() == name && v.GetProperty("count").GetInt32() == count);
        using var wrong = await app.Http.GetAsync(new Uri("/api/articles?month=2026-13", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }
}
