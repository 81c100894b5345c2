using System.Net;
using AngleSharp.Dom;

namespace NewsCorpus.Web.Tests.Http;

/// <summary>Stories of the demo corpus: a verdict as an agency wrote it, and as two outlets printed it.</summary>
public sealed class StoryPagesTests(AppFixture app)
{
    [Fact]
    public async Task A_result_names_its_copies_and_the_switch_shows_each()
    {
        var grouped = await app.JsonAsync("/api/articles?q=storey+fennick");
        var all = await app.JsonAsync("/api/articles?q=storey+fennick&copies=all");
        Assert.Equal(grouped.GetProperty("totalCopies").GetInt32(), all.GetProperty("total").GetInt32());
        Assert.Equal(2, all.GetProperty("total").GetInt32() - grouped.GetProperty("total").GetInt32());

        var page = await app.PageAsync("/?q=storey+fennick");
        var also = Assert.Single(page.QuerySelectorAll(".also"));
        Assert.StartsWith("Also in 2 outlets", also.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, also.QuerySelectorAll("li a").Length);
        var shown = page.QuerySelectorAll(".sorts nav:last-child a").Select(a => (a.TextContent, a.GetAttribute("aria-current"), a.GetAttribute("href"))).ToList();
        Assert.Equal([("Grouped", "true", "/?q=storey%20fennick"), ("All counted", null, "/?q=storey%20fennick&copies=all")], shown);
        Assert.Equal(all.GetProperty("total").GetInt32(), (await app.PageAsync(shown[1].Item3!)).QuerySelectorAll(".result").Length);
    }

    [Fact]
    public async Task An_article_shows_its_story_the_earliest_and_how_alike_the_copies_are()
    {
        var (wire, copies) = await VerdictAsync();
        foreach (var copy in copies.Append(wire))
        {
            var json = await app.JsonAsync($"/api/articles/{copy}");
            Assert.Equal(copies.Append(wire).Where(id => id != copy).Order(), json.GetProperty("copies").EnumerateArray().Select(c => c.GetProperty("id").GetInt64()).Order());
            Assert.All(json.GetProperty("copies").EnumerateArray(), c => Assert.InRange(c.GetProperty("similarity").GetDouble(), 0.4, 1));

            var story = (await app.PageAsync(json.GetProperty("url").GetString()!)).QuerySelector(".spread")!;
            Assert.Contains("3 articles in 3 outlets", story.TextContent, StringComparison.Ordinal);
            Assert.Equal("Northern Wire Agency", story.QuerySelector(".copies li:has(b) .outlet-name")!.TextContent);
            Assert.Equal("/?agency=northern-wire-agency", story.QuerySelector("dd a")!.GetAttribute("href"));
            foreach (var link in story.QuerySelectorAll("a[href*=compare]"))
                Assert.NotNull((await app.PageAsync(link.GetAttribute("href")!)).QuerySelector(".diff"));
        }
    }

    [Fact]
    public async Task A_comparison_holds_both_texts_word_for_word_and_says_in_words_what_was_cut_and_added()
    {
        var (wire, copies) = await VerdictAsync();
        foreach (var copy in copies)
        {
            var diff = (await app.PageAsync($"/articles/{copy}/compare")).QuerySelector(".diff")!;
            Assert.All(diff.QuerySelectorAll("del"), d => Assert.StartsWith("[cut: ", d.TextContent, StringComparison.Ordinal));
            Assert.All(diff.QuerySelectorAll("ins"), d => Assert.StartsWith("[added: ", d.TextContent, StringComparison.Ordinal));
            foreach (var hidden in diff.QuerySelectorAll(".hidden"))
                hidden.Remove();
            Assert.Equal(await WordsAsync(wire), Words(diff, "ins"));
            Assert.Equal(await WordsAsync(copy), Words(diff, "del"));
        }
    }

    [Fact]
    public async Task The_earliest_is_compared_with_nothing_and_any_other_with_what_is_asked_for()
    {
        var (wire, copies) = await VerdictAsync();
        Assert.Null((await app.PageAsync($"/articles/{wire}/compare")).QuerySelector(".diff"));
        var page = await app.PageAsync($"/articles/{copies[0]}/compare?with={copies[1]}");
        Assert.Contains($"/articles/{copies[1]}/", page.QuerySelector(".sides a")!.GetAttribute("href"), StringComparison.Ordinal);
        foreach (var (address, status) in new[] { ("/articles/999999/compare", HttpStatusCode.NotFound), ($"/articles/{wire}/compare?with=999999", HttpStatusCode.NotFound), ($"/articles/{wire}/compare?with=x", HttpStatusCode.NotFound) })
        {
            using var response = await app.Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(status, response.StatusCode);
        }
    }

    [Fact]
    public async Task An_agency_is_a_filter_of_its_own_beside_the_outlet()
    {
        var facet = Assert.Single((await app.JsonAsync("/api/articles?copies=all")).GetProperty("facets").GetProperty("agencies").EnumerateArray());
        var found = await app.JsonAsync("/api/articles?copies=all&agency=northern-wire-agency");
        Assert.Equal(("Northern Wire Agency", found.GetProperty("total").GetInt32()), (facet.GetProperty("name").GetString(), facet.GetProperty("count").GetInt32()));
        Assert.All(found.GetProperty("articles").EnumerateArray(), a =>
        {
            Assert.Equal("Northern Wire Agency", a.GetProperty("agency").GetString());
            Assert.NotEqual("Northern Wire Agency", a.GetProperty("outlet").GetProperty("name").GetString());
        });
        Assert.Equal(found.GetProperty("total").GetInt32(), (await app.JsonAsync("/api/articles?copies=all&q=agency:northern")).GetProperty("total").GetInt32());
        var page = await app.PageAsync("/?agency=northern-wire-agency");
        Assert.StartsWith("Agency: Northern Wire Agency", Assert.Single(page.QuerySelectorAll(".active .chip")).TextContent, StringComparison.Ordinal);
    }

    private async Task<(long Wire, List<long> Copies)> VerdictAsync()
    {
        var found = (await app.JsonAsync("/api/articles?q=storey+fennick+guilty&from=2025-10-07&to=2025-10-07&copies=all")).GetProperty("articles").EnumerateArray().ToList();
        Assert.Equal(3, found.Count);
        var wire = found.Single(a => a.GetProperty("outlet").GetProperty("name").GetString() == "Northern Wire Agency").GetProperty("id").GetInt64();
        return (wire, [.. found.Select(a => a.GetProperty("id").GetInt64()).Where(id => id != wire)]);
    }

    /// <summary>Headline and body of an article, quotation marks and dashes of any style the same.</summary>
    private async Task<string> WordsAsync(long id)
    {
        var article = await app.JsonAsync($"/api/articles/{id}");
        var text = article.GetProperty("text").GetString()!;
        string[] apart = ["note", "caption", "credit", "related", "contributor", "furniture"];
        var blocks = article.GetProperty("blocks").EnumerateArray().Where(b => !apart.Contains(b.GetProperty("kind").GetString())).ToList();
        var words = new List<string> { article.GetProperty("title").GetString()! };
        for (var i = 0; i < blocks.Count; i++)
        {
            var (start, end) = (blocks[i].GetProperty("start").GetInt32(), blocks[i].GetProperty("end").GetInt32());
            // The dash behind a dateline stands between two blocks.
            if (i > 0 && text[blocks[i - 1].GetProperty("end").GetInt32()..start] is var between && !between.Contains('\n'))
                words.Add(between);
            words.Add(text[start..end]);
        }
        return Plain(string.Join(' ', words));
    }

    private static string Words(IElement diff, string without)
    {
        var copy = (IElement)diff.Clone();
        foreach (var mark in copy.QuerySelectorAll(without).ToList())
            mark.Remove();
        return Plain(string.Join(' ', copy.QuerySelectorAll("h2, p").Select(p => p.TextContent)));
    }

    private static string Plain(string text)
    {
        foreach (var (marks, plain) in new[] { ("“”„«»", '"'), ("‘’‚", '\''), ("–—‑", '-') })
            foreach (var mark in marks)
                text = text.Replace(mark, plain);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
