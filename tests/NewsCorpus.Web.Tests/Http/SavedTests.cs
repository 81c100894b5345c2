using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Tests.Http;

/// <summary>Saved searches, by page and by API, over a corpus that grows.</summary>
public sealed class SavedTests(AppFixture shared)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_what_is_new_and_marks_it_as_seen_when_it_is_shown()
    {
        await using var app = await SmallApp.StartAsync();
        using (var reader = app.Visitor())
        {
            var form = await PageAsync(reader, "/saved/new?q=ferry&copies=all&page=3");
            Assert.Equal("ferry", form.QuerySelector("#name")!.GetAttribute("value"));
            using var saved = await reader.PostFormAsync("/saved/new?q=ferry&copies=all&page=3", ("Name", "Ferries"), ("Note", "For Friday"));
            Assert.Equal("/saved", saved.Headers.Location!.ToString());
            Assert.Contains("Nothing new", (await PageAsync(reader, "/saved")).QuerySelector(".saved .news")!.TextContent, StringComparison.Ordinal);
        }
        app.Write(1, 2);
        await app.RestartAsync();

        using var again = app.Visitor();
        var page = await PageAsync(again, "/saved");
        Assert.Equal("2 new articles", page.QuerySelector(".saved .news")!.TextContent.Trim());
        Assert.Equal("/saved/1", page.QuerySelector(".saved h2 a")!.GetAttribute("href"));
        using (var whole = await again.GetAsync(new Uri("/saved/1", UriKind.Relative), Token))
            Assert.Equal("/?q=ferry&copies=all", whole.Headers.Location!.ToString());
        Assert.Equal("2 new articles", (await PageAsync(again, "/saved")).QuerySelector(".saved .news")!.TextContent.Trim());

        var show = page.QuerySelector("form[action$='handler=open']")!;
        using var shown = await again.PostFormAsync("/saved?handler=open", [.. show.QuerySelectorAll("input[type=hidden]").Where(i => i.GetAttribute("name") != "__RequestVerificationToken").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))]);
        var address = shown.Headers.Location!.ToString();

        Assert.Contains("&since=", address, StringComparison.Ordinal);
        var results = await PageAsync(again, address);
        Assert.Equal(["Ferry 1 is back", "Ferry 2 is back"], results.QuerySelectorAll(".result h3").Select(h => h.TextContent.Trim()).Order(StringComparer.Ordinal));
        Assert.Contains("New or changed since", results.QuerySelector(".active")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Nothing new", (await PageAsync(again, "/saved")).QuerySelector(".saved .news")!.TextContent.Trim());
    }

    [Fact]
    public async Task Mark_can_be_taken_back_and_a_removed_search_brought_back()
    {
        await using var app = await SmallApp.StartAsync();
        using var reader = app.Visitor();
        var id = await SaveAsync(reader, "Ferries", "?q=ferry");
        using (await reader.SendWithTokenAsync(HttpMethod.Post, $"/api/saved/{id}/seen", JsonContent.Create(new { revision = 0, article = 0 })))
            Assert.Equal("1 new story", (await PageAsync(reader, "/saved")).QuerySelector(".saved .news")!.TextContent.Trim());

        using (await reader.PostFormAsync("/saved?handler=look", ("id", id), ("revision", "999"), ("article", "999")))
        {
            var marked = await PageAsync(reader, "/saved");
            Assert.Equal("Nothing new", marked.QuerySelector(".saved .news")!.TextContent.Trim());
            Assert.Equal([id, "0", "0"], marked.QuerySelectorAll(".notice input[type=hidden]").Where(i => i.GetAttribute("name") is "id" or "revision" or "article").Select(i => i.GetAttribute("value")!));
        }
        using (await reader.PostFormAsync("/saved?handler=look", ("id", id), ("revision", "0"), ("article", "0")))
            Assert.Equal("1 new story", (await PageAsync(reader, "/saved")).QuerySelector(".saved .news")!.TextContent.Trim());
        using (await reader.PostFormAsync("/saved?handler=lookall", ("revision", "999"), ("article", "999")))
            Assert.Equal("Nothing new", (await PageAsync(reader, "/saved")).QuerySelector(".saved .news")!.TextContent.Trim());

        using (await reader.PostFormAsync("/saved?handler=change", ("id", id), ("name", "Boats"), ("note", "of all kinds")))
        {
            var changed = await PageAsync(reader, "/saved");
            Assert.Equal(("Boats", "of all kinds"), (changed.QuerySelector(".saved h2")!.TextContent.Trim(), changed.QuerySelector(".saved .note")!.TextContent.Trim()));
        }
        using (await reader.PostFormAsync("/saved?handler=remove", ("id", id)))
            Assert.Empty((await PageAsync(reader, "/saved")).QuerySelectorAll(".saved"));
        using (await reader.PostFormAsync("/saved?handler=back", ("id", id)))
            Assert.Single((await PageAsync(reader, "/saved")).QuerySelectorAll(".saved"));
    }

    [Fact]
    public async Task Marks_of_all_searches_can_be_taken_back_at_once()
    {
        await using var app = await SmallApp.StartAsync();
        using var reader = app.Visitor();
        var (first, second) = (await SaveAsync(reader, "Ferries", "?q=ferry"), await SaveAsync(reader, "Everything", "?"));
        foreach (var id in new[] { first, second })
        {
            using var unseen = await reader.SendWithTokenAsync(HttpMethod.Post, $"/api/saved/{id}/seen", JsonContent.Create(new { revision = 0, article = 0 }));
            Assert.Equal(HttpStatusCode.NoContent, unseen.StatusCode);
        }
        var before = await NewsAsync();
        Assert.DoesNotContain("Nothing new", before);

        string marks;
        using (await reader.PostFormAsync("/saved?handler=lookall", ("revision", "999"), ("article", "999")))
        {
            var marked = await PageAsync(reader, "/saved");
            Assert.All(marked.QuerySelectorAll(".saved .news"), n => Assert.Equal("Nothing new", n.TextContent.Trim()));
            Assert.EndsWith("handler=unlookall", marked.QuerySelector(".notice form")!.GetAttribute("action"), StringComparison.Ordinal);
            marks = marked.QuerySelector(".notice input[name=marks]")!.GetAttribute("value")!;
        }
        using (await reader.PostFormAsync("/saved?handler=unlookall", ("marks", marks + "-nonsense-7.8-999.1.1")))
            Assert.Contains("2 searches are as they were", (await PageAsync(reader, "/saved")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(before, await NewsAsync());

        async Task<List<string>> NewsAsync() => [.. (await PageAsync(reader, "/saved")).QuerySelectorAll(".saved .news").Select(n => n.TextContent.Trim())];
    }

    [Fact]
    public async Task Nobody_sees_or_changes_what_is_somebody_elses()
    {
        using var reader = await shared.SignInAsync(Access.Reader);
        using var editor = await shared.SignInAsync(Access.Editor);
        using var local = shared.Visitor();
        var id = await SaveAsync(reader, "Only mine", "?q=council");

        foreach (var other in new[] { editor, local })
        {
            Assert.DoesNotContain("Only mine", await other.GetStringAsync(new Uri("/api/saved", UriKind.Relative), Token), StringComparison.Ordinal);
            using var opened = await other.GetAsync(new Uri($"/saved/{id}", UriKind.Relative), Token);
            using var removed = await other.SendWithTokenAsync(HttpMethod.Delete, $"/api/saved/{id}");
            using var seen = await other.PostFormAsync("/saved?handler=open", ("id", id), ("revision", "1"), ("article", "1"));
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (opened.StatusCode, removed.StatusCode, seen.StatusCode));
        }
        using var renamed = await reader.SendWithTokenAsync(HttpMethod.Patch, $"/api/saved/{id}", JsonContent.Create(new { name = "Mine", note = (string?)null }));
        using var gone = await reader.SendWithTokenAsync(HttpMethod.Delete, $"/api/saved/{id}");
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (renamed.StatusCode, gone.StatusCode));
    }

    [Fact]
    public async Task Feed_has_an_address_of_its_own_that_stays()
    {
        using var reader = await shared.SignInAsync(Access.Reader);
        var id = await SaveAsync(reader, "Council news", "?q=council");
        using var list = JsonDocument.Parse(await reader.GetStringAsync(new Uri("/api/saved", UriKind.Relative), Token));
        var feed = list.RootElement.GetProperty("searches").EnumerateArray().Single(s => s.GetProperty("id").GetInt64().ToString() == id).GetProperty("feed").GetString()!;

        // A feed reader is not signed in.
        using (var renamed = await reader.SendWithTokenAsync(HttpMethod.Patch, $"/api/saved/{id}", JsonContent.Create(new { name = "The council" })))
            Assert.Equal(HttpStatusCode.NoContent, renamed.StatusCode);
        var atom = await shared.Http.GetStringAsync(new Uri(feed, UriKind.Relative), Token);
        Assert.Contains("<title>NewsCorpus: The council</title>", atom, StringComparison.Ordinal);
        Assert.Contains(feed, atom, StringComparison.Ordinal);
        Assert.Contains("<entry>", atom, StringComparison.Ordinal);
        using (await reader.SendWithTokenAsync(HttpMethod.Delete, $"/api/saved/{id}"))
        using (var after = await shared.Http.GetAsync(new Uri(feed, UriKind.Relative), Token))
            Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
    }

    [Theory]
    [InlineData("", "?q=ferry", "needs a name")]
    [InlineData("X", "?q=ferry&from=yesterday", "is not a date")]
    public async Task Refuses_what_cannot_be_saved(string name, string search, string words)
    {
        using var reader = shared.Visitor();
        using var response = await reader.SendWithTokenAsync(HttpMethod.Post, "/api/saved", JsonContent.Create(new { name, search }));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(words, await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Searches_of_an_account_go_with_it()
    {
        await using var app = await SmallApp.StartAsync();
        await app.AddAsync("boss", Access.Admin);
        await app.AddAsync("ada", Access.Reader);
        string feed;
        using (var ada = await app.SignInAsync("ada"))
        {
            await SaveAsync(ada, "Ferries", "?q=ferry");
            using var list = JsonDocument.Parse(await ada.GetStringAsync(new Uri("/api/saved", UriKind.Relative), Token));
            feed = list.RootElement.GetProperty("searches")[0].GetProperty("feed").GetString()!;
        }
        using var boss = await app.SignInAsync("boss");
        var user = (await PageAsync(boss, "/admin/users")).QuerySelectorAll("tbody a").Single(a => a.TextContent == "ada").GetAttribute("href")!;

        using (var removed = await boss.PostFormAsync(user + "?handler=remove"))
            Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        using var after = await boss.GetAsync(new Uri(feed, UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
    }

    private static async Task<string> SaveAsync(HttpClient reader, string name, string search)
    {
        using var saved = await reader.SendWithTokenAsync(HttpMethod.Post, "/api/saved", JsonContent.Create(new { name, search }));
        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        return saved.Headers.Location!.ToString().Split('/')[^1];
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(HttpClient client, string address) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await client.GetStringAsync(new Uri(address, UriKind.Relative), Token));
}
