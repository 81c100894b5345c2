using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Tests.Corrections;

/// <summary>What an editor does, over HTTP.</summary>
public sealed class CorrectionPagesTests(WorkedApp worked) : IClassFixture<WorkedApp>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private AppFixture App => worked.App;

    [Fact]
    public async Task Corrected_title_shows_with_who_when_why_and_the_earlier_one()
    {
        using var editor = await App.SignInAsync(Access.Editor);
        var before = await ArticleAsync(1);

        await DoneAsync(await PostAsync(editor, "/admin/articles/1?handler=title", ("Title", "A title by an editor"), ("Note", "As it was printed."), ("Seen", "")));

        var after = await ArticleAsync(1);
        Assert.Equal(("A title by an editor", "corrected"), (Text(after, "title"), Text(after, "titleKind")));
        var evidence = after.GetProperty("evidence").EnumerateArray().Single(e => Text(e, "field") == "title");
        Assert.Equal(("corrected", "test-editor", "As it was printed.", Text(before, "title")), (Text(evidence, "kind"), Text(evidence, "by"), Text(evidence, "excerpt"), Text(evidence, "before")));
        var page = await App.PageAsync(Text(after, "url"));
        Assert.Contains("Corrected by test-editor", page.QuerySelector(".know")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Text(before, "title"), page.QuerySelector(".know")!.TextContent, StringComparison.Ordinal);
        using (var old = await App.Http.GetAsync(Relative(Text(before, "url")), Token))
        {
            // Taken back, this address is right again: no browser may keep the redirect.
            Assert.Equal((HttpStatusCode.MovedPermanently, true), (old.StatusCode, old.Headers.CacheControl?.NoCache));
        }
        await DoneAsync(await PostAsync(editor, "/admin/articles/1?handler=revert", ("Field", "title"), ("Note", "It was right.")));
        Assert.Equal((Text(before, "title"), Text(before, "titleKind")), (Text(await ArticleAsync(1), "title"), Text(await ArticleAsync(1), "titleKind")));
    }

    [Fact]
    public async Task Value_that_cannot_be_taken_is_explained_and_stays_in_the_form()
    {
        using var editor = await App.SignInAsync(Access.Editor);
        var page = await FormAgainAsync(await PostAsync(editor, "/admin/articles/2?handler=date", ("Date", "2026-02-30"), ("Note", "Well")));

        Assert.Contains("no date that exists", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-02-30", page.QuerySelector<IHtmlInputElement>("#date")!.Value);
        Assert.Equal("Well", page.QuerySelector<IHtmlInputElement>("#note-date")!.Value);
        Assert.True(page.QuerySelector("#date")!.Closest("details")!.HasAttribute("open"));

        page = await FormAgainAsync(await PostAsync(editor, "/admin/articles/2?handler=date", ("Date", "2025-05"), ("Note", " ")));
        Assert.Contains("note", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8 January 2026", "2026-01-08")]
    [InlineData("June 2023", "2023-06")]
    [InlineData("2024", "2024")]
    public async Task Date_may_be_typed_as_one_writes_it(string typed, string date)
    {
        using var editor = await App.SignInAsync(Access.Editor);
        await DoneAsync(await PostAsync(editor, "/admin/articles/3?handler=date", ("Date", typed), ("Note", "As printed.")));
        Assert.Equal(date, Text(await ArticleAsync(3), "date"));
        await DoneAsync(await PostAsync(editor, "/admin/articles/3?handler=revert", ("Field", "date"), ("Note", "As it was.")));
    }

    [Fact]
    public async Task Editor_who_comes_second_sees_what_changed_and_loses_nothing_typed()
    {
        using var editor = await App.SignInAsync(Access.Editor);
        using var admin = await App.SignInAsync(Access.Admin);
        var form = (await App.PageAsync("/admin/articles/3", editor)).QuerySelector<IHtmlFormElement>("form[action$='handler=title']")!;
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Where(i => i.Name!.StartsWith("Seen", StringComparison.Ordinal)).Select(i => (i.Name!, i.Value)).ToList();
        await DoneAsync(await PostAsync(admin, "/admin/articles/3?handler=title", ("Title", "The first"), ("Note", "I was faster.")));

        var page = await FormAgainAsync(await PostAsync(editor, "/admin/articles/3?handler=title", [.. fields, ("Title", "The second"), ("Note", "Mine.")]));

        var notice = page.QuerySelector(".notice[role=status]")!.TextContent;
        Assert.Contains("test-admin", notice, StringComparison.Ordinal);
        Assert.Contains("I was faster.", notice, StringComparison.Ordinal);
        Assert.Contains("now it says “The first”", notice, StringComparison.Ordinal);
        Assert.Equal(("The second", "Mine."), (page.QuerySelector<IHtmlInputElement>("#title")!.Value, page.QuerySelector<IHtmlInputElement>("#note-title")!.Value));
        Assert.Equal("The first", Text(await ArticleAsync(3), "title"));
        var seen = page.QuerySelector<IHtmlInputElement>("form[action$='handler=title'] [name=Seen]")!.Value;
        await DoneAsync(await PostAsync(editor, "/admin/articles/3?handler=title", ("Title", "The second"), ("Note", "Mine."), ("Seen", seen)));
        Assert.Equal("The second", Text(await ArticleAsync(3), "title"));
    }

    [Fact]
    public async Task People_and_tags_are_what_the_editor_says()
    {
        using var editor = await App.SignInAsync(Access.Editor);
        var page = await App.PageAsync("/admin/articles/4", editor);
        var people = page.QuerySelectorAll<IHtmlInputElement>("input[name=People]").Where(i => i.IsChecked).Select(i => i.Value).ToList();
        Assert.NotEmpty(people);

        await DoneAsync(await PostAsync(editor, "/admin/articles/4?handler=people", [.. people.Skip(1).Select(p => ("People", p)), ("NewPeople", "Wilhelmina Oss"), ("NewPeople", ""), ("Note", "n")]));
        await DoneAsync(await PostAsync(editor, "/admin/articles/4?handler=tags", ("Tags", "quay,  harbour\r\nvotes"), ("Note", "n")));

        var article = await ArticleAsync(4);
        var names = article.GetProperty("people").EnumerateArray().Select(p => Text(p, "name")).ToList();
        Assert.Contains("Wilhelmina Oss", names);
        Assert.DoesNotContain(people[0], names);
        Assert.Equal(["harbour", "quay", "votes"], article.GetProperty("tags").EnumerateArray().Select(t => t.GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(2, article.GetProperty("evidence").EnumerateArray().Count(e => Text(e, "kind") == "corrected"));
    }

    [Fact]
    public async Task Retired_article_is_gone_for_readers_and_comes_back_under_its_address()
    {
        using var editor = await App.SignInAsync(Access.Editor);
        var url = Text(await ArticleAsync(5), "url");
        await DoneAsync(await PostAsync(editor, "/admin/articles/5?handler=retire", ("Note", "Published by mistake.")));

        using (var page = await App.Http.GetAsync(Relative(url), Token))
        {
            Assert.Equal((HttpStatusCode.Gone, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
            var text = await page.Content.ReadAsStringAsync(Token);
            Assert.Contains("has been set aside", text, StringComparison.Ordinal);
            Assert.DoesNotContain("/admin/articles/5", text, StringComparison.Ordinal);
            Assert.DoesNotContain("by mistake", text, StringComparison.Ordinal);
        }
        using (var page = await editor.GetAsync(Relative(url), Token))
            Assert.Contains("/admin/articles/5", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using (var json = await App.Http.GetAsync(Relative("/api/articles/5"), Token))
            Assert.Equal((HttpStatusCode.Gone, "application/problem+json"), (json.StatusCode, json.Content.Headers.ContentType?.MediaType));
        await EventuallyAsync(async () => !(await IdsAsync()).Contains(5));

        await DoneAsync(await PostAsync(editor, "/admin/articles/5?handler=revert", ("Field", "state"), ("Note", "It was no mistake.")));
        Assert.Equal(url, Text(await ArticleAsync(5), "url"));
        await EventuallyAsync(async () => (await IdsAsync()).Contains(5));
    }

    [Fact]
    public async Task Renamed_and_merged_outlets_keep_their_addresses_working()
    {
        using var editor = await App.SignInAsync(Access.Editor);
        var outlets = (await App.JsonAsync("/api/outlets")).GetProperty("outlets").EnumerateArray().TakeLast(2).ToList();
        var (first, second) = (outlets[0], outlets[1]);
        var (id, other) = (first.GetProperty("id").GetInt32(), second.GetProperty("id").GetInt32());
        var seen = (await App.PageAsync($"/admin/outlets/{id}", editor)).QuerySelector<IHtmlInputElement>("form[action$='handler=name'] [name=Seen]")!.Value;

        await DoneAsync(await PostAsync(editor, $"/admin/outlets/{id}?handler=name", ("Name", "The Renamed Sheet"), ("Note", "n"), ("Seen", seen)));
        using (var old = await App.Http.GetAsync(Relative(Text(first, "url")), Token))
            Assert.Equal((HttpStatusCode.MovedPermanently, $"/outlets/{id}/the-renamed-sheet"), (old.StatusCode, old.Headers.Location?.OriginalString));
        await EventuallyAsync(async () => (await App.JsonAsync($"/api/articles?outlet={Text(first, "slug")}")).GetProperty("articles").EnumerateArray().All(a => Text(a.GetProperty("outlet"), "name") == "The Renamed Sheet"));

        await DoneAsync(await PostAsync(editor, $"/admin/outlets/{id}?handler=merge", ("Into", Text(second, "name")), ("Note", "One house.")));
        using (var merged = await App.Http.GetAsync(Relative($"/outlets/{id}/the-renamed-sheet"), Token))
            Assert.Equal((HttpStatusCode.Redirect, Text(second, "url")), (merged.StatusCode, merged.Headers.Location?.OriginalString));
        Assert.Equal(other, (await App.JsonAsync($"/api/outlets/{id}")).GetProperty("id").GetInt32());
        Assert.Contains("One house.", (await App.PageAsync($"/admin/outlets/{id}", editor)).Body!.TextContent, StringComparison.Ordinal);

        await DoneAsync(await PostAsync(editor, $"/admin/outlets/{id}?handler=revert", ("Field", "merge"), ("Note", "Two.")));
        await DoneAsync(await PostAsync(editor, $"/admin/outlets/{id}?handler=revert", ("Field", "name"), ("Note", "Back.")));
        Assert.NotNull(await App.PageAsync(Text(first, "url")));
        var page = await FormAgainAsync(await PostAsync(editor, $"/admin/outlets/{id}?handler=domains", ("Domains", "https://www.nobody.example/x\nnot one"), ("Note", "n")));
        Assert.Contains("“not one” is no domain", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_is_downloaded_and_taken_in_again_and_a_bad_file_changes_nothing()
    {
        using var editor = await App.SignInAsync(Access.Editor);
        await DoneAsync(await PostAsync(editor, "/admin/articles/6?handler=title", ("Title", "Of the log"), ("Note", "for the log")));
        using var download = await editor.GetAsync(Relative("/admin/corrections.jsonl"), Token);
        Assert.Equal("application/jsonl", download.Content.Headers.ContentType?.MediaType);
        var log = await download.Content.ReadAsStringAsync(Token);
        Assert.All(log.TrimEnd('\n').Split('\n'), line => Assert.Equal(1, JsonDocument.Parse(line).RootElement.GetProperty("v").GetInt32()));

        using var again = await UploadAsync(editor, log);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Contains("0 new corrections", (await App.PageAsync("/admin/corrections", editor)).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);

        var newer = log.Replace("Of the log", "Of a file", StringComparison.Ordinal);
        var page = await FormAgainAsync(await UploadAsync(editor, newer + "{\"v\":1}\n"));
        Assert.Contains("Nothing was imported", page.QuerySelector(".notice.wrong")!.TextContent, StringComparison.Ordinal);
        page = await FormAgainAsync(await UploadAsync(editor, newer, ("DryRun", "true")));
        Assert.Contains("can be imported", page.QuerySelector(".notice.done")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Of the log", Text(await ArticleAsync(6), "title"));

        var row = (await App.PageAsync("/admin/corrections?field=title&by=test-editor&active=true", editor)).QuerySelectorAll(".corrections tbody tr").First(r => r.TextContent.Contains("for the log", StringComparison.Ordinal));
        Assert.Contains("in force", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("/admin/articles/6?handler=revert", row.QuerySelector("form")!.GetAttribute("action"));
        var json = JsonDocument.Parse(await editor.GetStringAsync(Relative("/api/corrections?field=title"), Token)).RootElement;
        Assert.Contains(json.GetProperty("corrections").EnumerateArray(), c => Text(c, "note") == "for the log");
    }

    [Theory]
    [InlineData("/admin/articles/1")]
    [InlineData("/admin/outlets")]
    [InlineData("/admin/outlets/1")]
    [InlineData("/admin/people")]
    [InlineData("/admin/people/1")]
    [InlineData("/admin/corrections")]
    [InlineData("/admin/corrections.jsonl")]
    [InlineData("/api/corrections")]
    public async Task Only_editors_come_in(string address)
    {
        using var reader = await App.SignInAsync(Access.Reader);
        using var editor = await App.SignInAsync(Access.Editor);
        foreach (var client in new[] { App.Http, reader })
        {
            using var response = await client.GetAsync(Relative(address), Token);
            Assert.Contains(response.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden });
        }
        using var allowed = await editor.GetAsync(Relative(address), Token);
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
    }

    [Fact]
    public async Task Edit_without_role_or_token_changes_nothing_and_readers_are_offered_none()
    {
        using var reader = await App.SignInAsync(Access.Reader);
        using var editor = await App.SignInAsync(Access.Editor);
        var before = Text(await ArticleAsync(7), "title");
        using (var refused = await PostAsync(reader, "/admin/articles/7?handler=title", ("Title", "No"), ("Note", "n")))
            Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        using (var content = new FormUrlEncodedContent([KeyValuePair.Create("Title", "No"), KeyValuePair.Create("Note", "n")]))
        using (var refused = await editor.PostAsync(Relative("/admin/articles/7?handler=title"), content, Token))
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);

        var article = await ArticleAsync(7);
        Assert.Equal(before, Text(article, "title"));
        Assert.Null((await App.PageAsync(Text(article, "url"), reader)).QuerySelector("a[href^='/admin']"));
        Assert.NotNull((await App.PageAsync(Text(article, "url"), editor)).QuerySelector("a[href='/admin/articles/7']"));
    }

    private static Uri Relative(string address) => new(address, UriKind.Relative);

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    private Task<JsonElement> ArticleAsync(long id) => App.JsonAsync($"/api/articles/{id}");

    private async Task<List<long>> IdsAsync() =>
        [.. (await App.JsonAsync("/api/articles?size=100")).GetProperty("articles").EnumerateArray().Select(a => a.GetProperty("id").GetInt64())];

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string address, params (string, string)[] fields) => client.PostFormAsync(address, fields);

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string log, params (string Name, string Value)[] fields)
    {
        using var content = new MultipartFormDataContent { { new StringContent(log), "Upload", "corrections.jsonl" } };
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        return await client.SendWithTokenAsync(HttpMethod.Post, "/admin/corrections", content);
    }

    private static async Task DoneAsync(HttpResponseMessage response)
    {
        using (response)
            Assert.True(response.StatusCode == HttpStatusCode.Redirect, $"{(int)response.StatusCode}: {new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Token)).QuerySelector(".notice")?.TextContent}");
    }

    private static async Task<IHtmlDocument> FormAgainAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Token));
        }
    }

    /// <summary>The index follows the database within moments.</summary>
    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        while (!await holds())
            await Task.Delay(100, Token);
    }
}
