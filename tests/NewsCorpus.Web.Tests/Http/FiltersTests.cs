using System.Globalization;
using System.Text.Json;

namespace NewsCorpus.Web.Tests.Http;

/// <summary>Filters as links of the page, each held against the API under the same address.</summary>
public sealed class FiltersTests(AppFixture app)
{
    [Fact]
    public async Task Page_and_API_agree_under_every_filter_link_of_the_page()
    {
        var start = await app.PageAsync("/");
        var links = start.QuerySelectorAll(".facet a, .histogram a, .sort a, .chips a, .pager a").Select(a => a.GetAttribute("href")!)
            .Where(href => href.StartsWith("/?", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(links.Count > 30);
        foreach (var link in links)
        {
            var page = await app.PageAsync(link);
            var json = await app.JsonAsync("/api/articles" + link[1..]);

            Assert.Empty(page.QuerySelectorAll(".problem"));
            Assert.Equal(Urls(json), page.QuerySelectorAll(".result h3 a").Select(a => a.GetAttribute("href")!.Split('?')[0]));
            Assert.StartsWith(Count(json.GetProperty("total").GetInt32()), page.GetElementById("summary")!.TextContent.Trim(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("person", "people")]
    [InlineData("outlet", "outlets")]
    public async Task Adding_a_filter_gives_the_count_it_promised_and_its_chip_takes_it_back(string parameter, string facet)
    {
        foreach (var value in (await app.JsonAsync("/api/articles")).GetProperty("facets").GetProperty(facet).EnumerateArray())
        {
            var slug = value.GetProperty("slug").GetString()!;
            var filtered = await app.JsonAsync($"/api/articles?{parameter}={Uri.EscapeDataString(slug)}");
            Assert.Equal(value.GetProperty("count").GetInt32(), filtered.GetProperty("total").GetInt32());

            var byId = await app.JsonAsync($"/api/articles?{parameter}={value.GetProperty("id").GetInt32()}");
            Assert.Equal(Urls(filtered), Urls(byId));

            var without = await app.JsonAsync($"/api/articles?{parameter}=-{Uri.EscapeDataString(slug)}");
            var all = await app.JsonAsync("/api/articles");
            // A story of which one copy has the value and another has not is among both.
            Assert.Equal(all.GetProperty("totalCopies").GetInt32(), filtered.GetProperty("totalCopies").GetInt32() + without.GetProperty("totalCopies").GetInt32());

            var page = await app.PageAsync($"/?{parameter}={Uri.EscapeDataString(slug)}");
            Assert.Equal("/", Assert.Single(page.QuerySelectorAll(".active .chip")).GetAttribute("href"));
        }
    }

    [Fact]
    public async Task Several_people_must_all_occur_and_several_outlets_are_alternatives()
    {
        var facets = (await app.JsonAsync("/api/articles")).GetProperty("facets");
        var people = facets.GetProperty("people").EnumerateArray().Take(2).ToList();
        var outlets = facets.GetProperty("outlets").EnumerateArray().Take(2).ToList();

        var both = await app.JsonAsync($"/api/articles?size=100&person={people[0].GetProperty("slug")}&person={people[1].GetProperty("slug")}");
        Assert.All(both.GetProperty("articles").EnumerateArray(), article =>
        {
            var ids = article.GetProperty("people").EnumerateArray().Select(p => p.GetProperty("id").GetInt32()).ToList();
            Assert.Contains(people[0].GetProperty("id").GetInt32(), ids);
            Assert.Contains(people[1].GetProperty("id").GetInt32(), ids);
        });

        var either = await app.JsonAsync($"/api/articles?outlet={outlets[0].GetProperty("slug")}&outlet={outlets[1].GetProperty("slug")}");
        Assert.Equal(outlets.Sum(o => o.GetProperty("count").GetInt32()), either.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_date_range_holds_its_days_and_no_undated_article_unless_asked()
    {
        var all = await app.JsonAsync("/api/articles?size=100");
        var undated = all.GetProperty("facets").GetProperty("undated").GetInt32();
        Assert.True(undated > 0);

        foreach (var month in all.GetProperty("facets").GetProperty("months").EnumerateArray().Select(m => m.GetProperty("month").GetString()!))
        {
            var inside = await app.JsonAsync($"/api/articles?size=100&from={month}&to={month}");
            Assert.NotEmpty(Urls(inside));
            Assert.All(inside.GetProperty("articles").EnumerateArray(), article =>
                Assert.StartsWith(month, article.GetProperty("date").GetString(), StringComparison.Ordinal));

            var withUndated = await app.JsonAsync($"/api/articles?from={month}&to={month}&undated=include");
            Assert.Equal(inside.GetProperty("total").GetInt32() + undated, withUndated.GetProperty("total").GetInt32());
        }

        var only = await app.JsonAsync("/api/articles?size=100&undated=only");
        Assert.Equal(undated, only.GetProperty("total").GetInt32());
        Assert.All(only.GetProperty("articles").EnumerateArray(), article =>
        {
            Assert.Equal(JsonValueKind.Null, article.GetProperty("date").ValueKind);
            Assert.Equal("unknown", article.GetProperty("dateKind").GetString());
        });
        Assert.All((await app.PageAsync("/?undated=only")).QuerySelectorAll(".result"), result => Assert.NotNull(result.QuerySelector(".nodate")));
    }

    [Fact]
    public async Task Forms_keep_all_other_state()
    {
        var facets = (await app.JsonAsync("/api/articles")).GetProperty("facets");
        var person = facets.GetProperty("people")[0].GetProperty("slug").GetString()!;
        var page = await app.PageAsync($"/?q=a&person={person}&from=2025-01-01&to=2026-12-31&undated=include&sort=oldest&page=2&size=5");

        Assert.Equal([("person", person), ("from", "2025-01-01"), ("to", "2026-12-31"), ("undated", "include"), ("sort", "oldest"), ("size", "5")], Hidden(".searchbox"));
        Assert.Equal([("q", "a"), ("person", person), ("undated", "include"), ("sort", "oldest"), ("size", "5")], Hidden(".dates"));

        IEnumerable<(string, string)> Hidden(string form) =>
            page.QuerySelectorAll($"{form} input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!));
    }

    [Fact]
    public async Task Pages_of_results_are_the_whole_in_order()
    {
        var whole = Urls(await app.JsonAsync("/api/articles?size=100&sort=oldest"));
        var parts = new List<string>();
        for (var page = 1; parts.Count < whole.Count && page <= 100; page++)
            parts.AddRange(Urls(await app.JsonAsync($"/api/articles?size=7&sort=oldest&page={page}")));

        Assert.Equal(whole, parts);
        var beyond = await app.PageAsync("/?page=4000");
        Assert.Contains("no such page", beyond.QuerySelector(".nothing")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_filter_to_remove_when_nothing_is_found()
    {
        var person = (await app.JsonAsync("/api/articles")).GetProperty("facets").GetProperty("people")[0].GetProperty("slug").GetString()!;
        var page = await app.PageAsync($"/?person={person}&from=1850&to=1850");

        var ways = page.QuerySelectorAll(".relax a");
        Assert.NotEmpty(ways);
        foreach (var way in ways)
            Assert.NotEmpty((await app.PageAsync(way.GetAttribute("href")!)).QuerySelectorAll(".result"));
    }

    private static List<string> Urls(JsonElement articles) => [.. articles.GetProperty("articles").EnumerateArray().Select(a => a.GetProperty("url").GetString()!)];

    private static string Count(int total) => total == 1 ? "1 article" : total.ToString("N0", CultureInfo.InvariantCulture) + " articles";
}
