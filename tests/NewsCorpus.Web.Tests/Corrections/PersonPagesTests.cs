using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using NewsCorpus.Ingestion;
using NewsCorpus.Search;
using NewsCorpus.Store;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Tests.Corrections;

/// <summary>What an editor does to people, over HTTP.</summary>
public sealed class PersonPagesTests(WorkedApp worked) : IClassFixture<WorkedApp>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private AppFixture App => worked.App;

    [Fact]
    public async Task Merged_person_is_shown_as_the_other_until_it_is_undone()
    {
        using var editor = await App.SignInAsync(Access.Editor);
        var (piers, clive) = (await IdAsync("Piers Haddow"), await IdAsync("Clive Osgood"));
        await DoneAsync(editor, $"/admin/people/{piers}?handler=merge", ("Into", "Clive Osgood"), ("Note", "One man."));

        Assert.Equal("Clive Osgood", (await App.JsonAsync($"/api/people/{piers}")).GetProperty("name").GetString());
        using (var moved = await App.Http.GetAsync(Relative($"/people/{piers}"), Token))
            Assert.Equal((HttpStatusCode.MovedPermanently, $"/people/{clive}/clive-osgood"), (moved.StatusCode, moved.Headers.Location?.ToString()));
        var accepted = (await App.JsonAsync($"/api/people/{clive}")).GetProperty("aliases").EnumerateArray().Single(a => a.GetProperty("name").GetProperty("id").GetInt32() == piers);
        Assert.Equal("accepted", accepted.GetProperty("state").GetString());
        Assert.Contains("One man.", accepted.GetProperty("rule").GetString(), StringComparison.Ordinal);
        Assert.Contains("Haddow", accepted.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Contains("Shown as Clive Osgood", (await App.PageAsync($"/admin/people/{piers}", editor)).Body!.TextContent, StringComparison.Ordinal);

        var revert = (await App.PageAsync($"/admin/people/{piers}", editor)).QuerySelector<IHtmlFormElement>("form[action$='handler=revert']")!;
        await DoneAsync(editor, $"/admin/people/{piers}?handler=revert", ("Field", revert.QuerySelector<IHtmlInputElement>("[name=Field]")!.Value), ("Note", "Two."));
        Assert.Equal("Piers Haddow", (await App.JsonAsync($"/api/people/{piers}")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Suggestion_is_judged_where_it_is_listed()
    {
        using var editor = await App.SignInAsync(Access.Editor);
        var list = await App.PageAsync("/admin/people", editor);
        var suggestion = list.QuerySelectorAll("article.suggestion").Single(s => s.TextContent.Contains("Barty Quill", StringComparison.Ordinal) && s.TextContent.Contains("nickname", StringComparison.Ordinal));
        var form = suggestion.QuerySelector<IHtmlFormElement>("form")!;
        var other = form.QuerySelector<IHtmlInputElement>("[name=Other]")!.Value;
        var page = form.GetAttribute("action")!.Split('?')[0];
        await DoneAsync(editor, form.QuerySelector("[formaction]")!.GetAttribute("formaction")!, ("Other", other), ("Note", "Father and son."));

        Assert.DoesNotContain("Barty Quill", (await App.PageAsync("/admin/people", editor)).QuerySelector("#suggestions")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains((await App.JsonAsync($"/api/people/{other}")).GetProperty("aliases").EnumerateArray(), a => a.GetProperty("state").GetString() == "rejected");

        await DoneAsync(editor, page + "?handler=reopen", ("Other", other), ("Note", "No, one."));
        await DoneAsync(editor, page + "?handler=confirm", ("Other", other), ("Note", "One."));
        var id = int.Parse(page.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((await App.JsonAsync($"/api/people/{id}")).GetProperty("id").GetInt32(), (await App.JsonAsync($"/api/people/{other}")).GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task Suggestions_are_paged_and_filtered_and_people_told_apart_by_the_rules_are_among_them()
    {
        await using var app = await SmallApp.StartAsync();
        await app.AddAsync("ada", Access.Editor);
        Write(app, "names", string.Join("</p>\n<p>", Surnames.Select(s => $"William {s} said on Monday that the ferry was late.")));
        Write(app, "others", string.Join("</p>\n<p>", Surnames.Select(s => $"Bill {s} said on Friday that the bridge was open.")));
        Write(app, "bill", "Skarrow Senator John Carver said on Monday that the bill would fail.");
        Write(app, "law", "Senator John Carver voted against the law on Friday.");
        Write(app, "match", "Corvane Rovers goalkeeper John Carver saved two penalties on Saturday.");
        await app.Services.GetRequiredService<IngestionRunner>().RunAsync(new IngestionRequest { StartedBy = "test" }, null, Token);
        await app.Services.GetRequiredService<IndexCatchUp>().CatchUpAsync(Token);
        using var editor = await app.SignInAsync("ada");

        var first = await PageAsync(editor, "/admin/people");
        var pairs = first.QuerySelectorAll("article.suggestion").ToList();
        Assert.Equal(20, pairs.Count);
        Assert.Contains("told apart by the rules: “Corvane Rovers goalkeeper”", pairs[0].TextContent, StringComparison.Ordinal);
        var next = first.QuerySelector("nav[aria-label='Pages of suggestions'] a[rel=next]")!.GetAttribute("href")!;
        Assert.Equal("/admin/people?suggested=2#suggestions", next);
        var second = await PageAsync(editor, next);
        var titles = pairs.Concat(second.QuerySelectorAll("article.suggestion")).Select(p => p.QuerySelector("h3")!.TextContent).ToList();
        Assert.True(titles.Count > 20);
        Assert.Equal(titles.Count, titles.Distinct(StringComparer.Ordinal).Count());
        var found = await PageAsync(editor, "/admin/people?q=" + Surnames[^1]);
        Assert.Contains(Surnames[^1], Assert.Single(found.QuerySelectorAll("article.suggestion")).TextContent, StringComparison.Ordinal);

        // Readers see why they are two, on both pages and on the article's.
        using var people = System.Text.Json.JsonDocument.Parse(await editor.GetStringAsync(Relative("/api/people?q=carver"), Token));
        var ids = people.RootElement.GetProperty("people").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("url").GetString()!, StringComparer.Ordinal);
        foreach (var (one, other) in new[] { ("John Carver", "John Carver (goalkeeper)"), ("John Carver (goalkeeper)", "John Carver") })
        {
            var section = (await PageAsync(editor, ids[one])).QuerySelector("#namesakes")!.ParentElement!;
            Assert.Equal(ids[other], section.QuerySelector("a.person")!.GetAttribute("href"));
            Assert.Equal([one == "John Carver" ? "Skarrow" : "Corvane", one == "John Carver" ? "Corvane" : "Skarrow"], section.QuerySelectorAll("blockquote").Select(q => q.TextContent.Trim('“').Split(' ')[0]));
        }
        using var articles = System.Text.Json.JsonDocument.Parse(await editor.GetStringAsync(Relative("/api/articles?person=john-carver-goalkeeper"), Token));
        var article = await PageAsync(editor, articles.RootElement.GetProperty("articles")[0].GetProperty("url").GetString()!);
        Assert.Contains("another person of this name", article.QuerySelector($"a.person[href='{ids["John Carver"]}']")!.ParentElement!.TextContent, StringComparison.Ordinal);

        // What an editor says of the first pair is done to the name that was made, not to the name.
        var form = pairs[0].QuerySelector<IHtmlFormElement>("form")!;
        await DoneAsync(editor, form.GetAttribute("action")!, ("Other", form.QuerySelector<IHtmlInputElement>("[name=Other]")!.Value), ("Note", "One."));
        using var merged = await editor.GetAsync(Relative(ids["John Carver (goalkeeper)"]), Token);
        Assert.Equal(ids["John Carver"], merged.Headers.Location?.ToString());
    }

    private static readonly string[] Surnames =
        ["Arkwell", "Brackett", "Corlett", "Dunmore", "Eastwick", "Farrow", "Gadsby", "Halloran", "Ibbotson", "Jarrold", "Kettering", "Lanyon", "Morwell", "Norcott", "Ormsby", "Penrose", "Quarles", "Ravensworth", "Selwick", "Tolliver", "Underhill", "Vickery", "Wainfleet"];

    private static void Write(SmallApp app, string name, string text) => File.WriteAllText(Path.Combine(app.Files, name + ".md"), $"---\ntitle: About {name}\ndate: 2026-01-08\n---\n<p>{text}</p>\n");

    private static async Task<IHtmlDocument> PageAsync(HttpClient client, string address) => new HtmlParser().ParseDocument(await client.GetStringAsync(Relative(address), Token));

    [Fact]
    public async Task What_is_no_person_has_no_page_and_comes_back()
    {
        using var editor = await App.SignInAsync(Access.Editor);
        var id = await IdAsync("Wanjiru Mutembei");
        await DoneAsync(editor, $"/admin/people/{id}?handler=nobody", ("Note", "A boat."));
        using (var gone = await App.Http.GetAsync(Relative($"/people/{id}"), Token))
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Empty((await App.JsonAsync("/api/people?q=wanjiru")).GetProperty("people").EnumerateArray());
        Assert.Contains("not a person", (await App.PageAsync("/admin/people?q=wanjiru", editor)).Body!.TextContent, StringComparison.Ordinal);
        await DoneAsync(editor, $"/admin/people/{id}?handler=revert", ("Field", "notAPerson"), ("Note", "No."));
        Assert.Equal("Wanjiru Mutembei", (await App.JsonAsync($"/api/people/{id}")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Articles_chosen_on_the_page_are_another_person_of_the_name()
    {
        using var editor = await App.SignInAsync(Access.Editor);
        var id = await IdAsync("Hana Kobayakawa");
        var boxes = (await App.PageAsync($"/admin/people/{id}", editor)).QuerySelectorAll<IHtmlInputElement>("[name=Articles]").Select(b => b.Value).ToList();
        using var done = await editor.PostFormAsync($"/admin/people/{id}?handler=split", ("NewName", "Hana Kobayakawa (singer)"), ("Articles", boxes[0]), ("Note", "Two."));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);

        var people = (await App.JsonAsync($"/api/articles/{boxes[0]}")).GetProperty("people").EnumerateArray().Select(p => p.GetProperty("name").GetString());
        Assert.Contains("Hana Kobayakawa (singer)", people);
        Assert.Contains("Told apart from Hana Kobayakawa", (await App.PageAsync(done.Headers.Location!.ToString(), editor)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_tells_roles_offices_and_quotations_apart()
    {
        var person = await App.JsonAsync($"/api/people/{await IdAsync("Ingrid Lindqvist")}");
        var mayor = person.GetProperty("offices").EnumerateArray().First();
        Assert.Equal("Mayor", mayor.GetProperty("office").GetString());
        var offices = person.GetProperty("offices").EnumerateArray().Select(o => o.GetProperty("office").GetString()!).ToList();
        Assert.Contains("Deputy Mayor", offices);
        Assert.Equal(offices.Count, offices.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.True(string.CompareOrdinal(mayor.GetProperty("first").GetString(), mayor.GetProperty("last").GetString()) < 0);
        Assert.True(person.GetProperty("saidTotal").GetInt32() > person.GetProperty("said").GetArrayLength());
        var activity = person.GetProperty("activity").EnumerateArray().ToList();
        Assert.Equal(person.GetProperty("articles").GetInt32(), activity.Sum(m => m.GetProperty("articles").GetInt32()));
        Assert.Equal(activity.Sum(m => m.GetProperty("mentions").GetInt32()), person.GetProperty("byOutlet").EnumerateArray().Sum(o => o.GetProperty("mentions").GetInt32()));
        Assert.True(person.GetProperty("roles").GetProperty("quoted").GetInt32() > 0);
        var alias = person.GetProperty("aliases").EnumerateArray().First(a => a.GetProperty("state").GetString() == "accepted");
        Assert.Equal("Mayor Lindqvist", alias.GetProperty("name").GetProperty("name").GetString());
        Assert.Contains("Mayor Lindqvist", alias.GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_without_a_note_is_refused_and_readers_see_no_forms()
    {
        using var editor = await App.SignInAsync(Access.Editor);
        using var reader = await App.SignInAsync(Access.Reader);
        var id = await IdAsync("Harriet Pomfrey");
        using (var refused = await editor.PostFormAsync($"/admin/people/{id}?handler=name", ("Name", "Harriet Pomfret"), ("Note", " ")))
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        using (var refused = await reader.PostFormAsync($"/admin/people/{id}?handler=name", ("Name", "Harriet Pomfret"), ("Note", "x")))
            Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal("Harriet Pomfrey", (await App.JsonAsync($"/api/people/{id}")).GetProperty("name").GetString());
        Assert.Null((await App.PageAsync($"/people/{id}/harriet-pomfrey", reader)).QuerySelector("a[href^='/admin']"));
        Assert.NotNull((await App.PageAsync($"/people/{id}/harriet-pomfrey", editor)).QuerySelector($"a[href='/admin/people/{id}']"));
    }

    private async Task<int> IdAsync(string name) =>
        (await App.JsonAsync("/api/people?q=" + Uri.EscapeDataString(name))).GetProperty("people").EnumerateArray().Single(p => p.GetProperty("name").GetString() == name).GetProperty("id").GetInt32();

    private static Uri Relative(string address) => new(address, UriKind.Relative);

    private static async Task DoneAsync(HttpClient client, string address, params (string, string)[] fields)
    {
        using var response = await client.PostFormAsync(address, fields);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }
}
