namespace NewsCorpus.Web.Tests.Http;

/// <summary>What the results page says of a search, and what an article opened from it shows.</summary>
public sealed class SearchPagesTests(AppFixture app)
{
    [Fact]
    public async Task Says_how_a_query_was_read_and_what_each_part_matches_alone()
    {
        var page = await app.PageAsync("/?q=" + Uri.EscapeDataString("harbour title:ferry -tram"));
        var alone = (await app.JsonAsync("/api/articles?q=harbour")).GetProperty("total").GetInt32();

        Assert.Contains("any form of “harbour”, but without any form of “tram”", page.QuerySelector(".explained summary")!.TextContent.Replace(" and any form of “ferry” in the title", "", StringComparison.Ordinal));
        var clauses = page.QuerySelectorAll(".clause").Select(c => (c.QuerySelector("code")!.TextContent, c.QuerySelector(".count")!.TextContent)).ToList();
        Assert.Equal(["harbour", "title:ferry", "tram"], clauses.Select(c => c.Item1));
        Assert.StartsWith($"{alone} article", clauses[0].Item2, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_part_that_leaves_nothing_and_proposes_words_of_the_corpus()
    {
        var page = await app.PageAsync("/?q=" + Uri.EscapeDataString("mayor harbuor"));
        var json = await app.JsonAsync("/api/explain?q=" + Uri.EscapeDataString("mayor harbuor"));

        Assert.Equal("harbuor", page.QuerySelector(".clause.blame code")!.TextContent);
        Assert.Equal("/?q=mayor%20harbour", page.QuerySelector(".did-you-mean a")!.GetAttribute("href"));
        Assert.Equal("mayor harbour", json.GetProperty("didYouMean").GetProperty("query").GetString());
        Assert.Equal([false, true], json.GetProperty("clauses").EnumerateArray().Select(c => c.GetProperty("leavesNothing").GetBoolean()));
        Assert.Contains(page.QuerySelectorAll(".relax a, .clause a"), a => a.GetAttribute("href") == "/?q=mayor");
    }

    [Fact]
    public async Task Suggests_people_outlets_and_words()
    {
        var person = (await app.JsonAsync("/api/people")).GetProperty("people")[0];
        var name = person.GetProperty("name").GetString()!;

        var found = (await app.JsonAsync($"/api/suggest?q={Uri.EscapeDataString("harbour " + name[..^1])}")).GetProperty("suggestions").EnumerateArray().ToList();
        var words = (await app.JsonAsync("/api/suggest?q=harb")).GetProperty("suggestions").EnumerateArray().Where(s => s.GetProperty("kind").GetString() == "word").Select(s => s.GetProperty("query").GetString());

        var suggestion = found.First(s => s.GetProperty("text").GetString() == name);
        Assert.Equal(("person", "harbour", person.GetProperty("articles").GetInt32()), (suggestion.GetProperty("kind").GetString(), suggestion.GetProperty("query").GetString(), suggestion.GetProperty("articles").GetInt32()));
        Assert.Equal($"/?q=harbour&person={suggestion.GetProperty("slug")}", suggestion.GetProperty("url").GetString());
        Assert.Contains("harbour", words);
    }

    [Fact]
    public async Task Opens_an_article_with_the_hits_marked_and_the_results_around_it()
    {
        const string search = "q=harbour&sort=newest";
        var articles = (await app.JsonAsync("/api/articles?size=100&" + search)).GetProperty("articles").EnumerateArray().Select(a => a.GetProperty("url").GetString()!).ToList();
        var results = await app.PageAsync("/?" + search);
        var link = results.QuerySelectorAll(".result h3 a")[1].GetAttribute("href")!;

        var page = await app.PageAsync(link);

        var marks = page.QuerySelectorAll("mark.hit");
        Assert.NotEmpty(marks);
        Assert.All(marks, m => Assert.StartsWith("harbo", m.TextContent, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(Enumerable.Range(1, marks.Length).Select(n => $"hit-{n}"), marks.Select(m => m.Id));
        Assert.Equal(marks.Length.ToString(), page.QuerySelector("[data-hits]")!.GetAttribute("data-hits"));
        Assert.Contains($"Result 2 of {articles.Count}", page.QuerySelector(".found")!.TextContent);
        Assert.Equal(articles[0], page.QuerySelector(".found a[rel=prev]")!.GetAttribute("href")!.Split('?')[0]);
        Assert.Equal(articles[2], page.QuerySelector(".found a[rel=next]")!.GetAttribute("href")!.Split('?')[0]);
        Assert.Equal("/?" + search, page.QuerySelector(".crumbs a")!.GetAttribute("href"));
        Assert.Equal(articles[1], page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        // The way through the results ends where they end.
        var last = await app.PageAsync($"{articles[^1]}?{search}&result={articles.Count}");
        Assert.Null(last.QuerySelector(".found a[rel=next]"));
        Assert.Empty((await app.PageAsync(articles[1])).QuerySelectorAll(".found, mark.hit"));
    }

    [Theory]
    [InlineData("people", "person")]
    [InlineData("speakers", "speaker")]
    [InlineData("outlets", "outlet")]
    [InlineData("tags", "tag")]
    public async Task Lists_all_values_of_a_facet_each_with_the_count_it_promises(string facet, string parameter)
    {
        var values = (await app.JsonAsync($"/api/facets/{facet}?size=100&q=harbour")).GetProperty("values").EnumerateArray().ToList();
        var page = await app.PageAsync($"/values/{facet}?q=harbour");

        Assert.True(values.Count > 3);
        Assert.Equal(values.Select(v => v.GetProperty("name").GetString()), page.QuerySelectorAll(".value-list .name").Select(n => n.TextContent));
        foreach (var value in values.Take(3).Append(values[^1]))
        {
            var slug = Uri.EscapeDataString(value.GetProperty("slug").GetString()!);
            Assert.Equal(value.GetProperty("count").GetInt32(), (await app.JsonAsync($"/api/articles?q=harbour&{parameter}={slug}")).GetProperty("total").GetInt32());
            Assert.NotNull(page.QuerySelector($".value-list a[href='/?q=harbour&{parameter}={slug}']"));
            Assert.NotNull(page.QuerySelector($".value-list a[href='/?q=harbour&{parameter}=-{slug}']"));
        }

        var name = values[^1].GetProperty("name").GetString()!;
        var filtered = await app.PageAsync($"/values/{facet}?q=harbour&filter={Uri.EscapeDataString(name)}");
        Assert.Contains(name, filtered.QuerySelectorAll(".value-list .name").Select(n => n.TextContent));
    }

    [Fact]
    public async Task Bars_are_days_weeks_months_or_years_and_lead_to_what_they_count()
    {
        foreach (var (range, unit) in new[] { ("", "month"), ("&from=2025-01-01&to=2025-01-31", "day"), ("&from=2025-01-01&to=2025-04-30", "week") })
        {
            var page = await app.PageAsync("/?q=the&copies=all" + range);

            Assert.StartsWith($"By {unit}", page.QuerySelector(".timeline-foot")!.TextContent.Trim(), StringComparison.Ordinal);
            foreach (var bar in page.QuerySelectorAll(".histogram li").Where(b => b.GetAttribute("data-count") != "0").Take(3))
            {
                var total = (await app.JsonAsync($"/api/articles?q=the&copies=all&from={bar.GetAttribute("data-from")}&to={bar.GetAttribute("data-to")}")).GetProperty("total").GetInt32();
                Assert.Equal(bar.GetAttribute("data-count"), total.ToString());
            }
        }
    }

    [Fact]
    public async Task Tells_what_stands_out_and_what_is_similar()
    {
        var related = await app.JsonAsync("/api/related?q=fennick");
        var article = (await app.JsonAsync("/api/articles?q=" + Uri.EscapeDataString("fennick guilty"))).GetProperty("articles")[0];
        var similar = (await app.JsonAsync($"/api/articles/{article.GetProperty("id")}/similar")).GetProperty("articles").EnumerateArray().ToList();
        var page = await app.PageAsync(article.GetProperty("url").GetString()!);

        Assert.NotEmpty(related.GetProperty("words").EnumerateArray());
        Assert.All(related.GetProperty("people").EnumerateArray(), p => Assert.True(p.GetProperty("count").GetInt32() > p.GetProperty("expected").GetDouble()));
        Assert.NotEmpty(similar);
        Assert.DoesNotContain(similar, s => s.GetProperty("id").GetInt64() == article.GetProperty("id").GetInt64());
        Assert.Equal(similar.Select(s => s.GetProperty("url").GetString()), page.QuerySelectorAll(".similar li > a").Select(a => a.GetAttribute("href")));
    }
}
