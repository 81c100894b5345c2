using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Tests.Corrections;

/// <summary>An outlet that a text mentions is shown as a hint, which an editor accepts with one click and can take back.</summary>
public sealed class OutletHintsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hint_is_no_value_until_an_editor_accepts_it_and_then_a_correction_like_any_other()
    {
        await using var app = await SmallApp.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(app.Files, "hint.txt"), "date 2026-01-09\n\nNo more ferries\n\nThe mayor told Radio Halder on Friday that there will be no more ferries.\n", Token);
        await app.RestartAsync();
        await app.AddAsync("ida", Access.Editor);
        using var visitor = app.Visitor();
        using var editor = await app.SignInAsync("ida");
        var before = await ArticleAsync(visitor, 2);
        Assert.Equal(JsonValueKind.Null, before.GetProperty("outlet").ValueKind);
        Assert.Equal(("Radio Halder", "told Radio Halder"), (before.GetProperty("outletHints")[0].GetProperty("name").GetString(), before.GetProperty("outletHints")[0].GetProperty("excerpt").GetString()));

        var url = before.GetProperty("url").GetString()!;
        Assert.Contains("A hint, not a fact", await visitor.GetStringAsync(new Uri(url, UriKind.Relative), Token), StringComparison.Ordinal);
        Assert.Empty(await FormsAsync(visitor, url));
        var form = Assert.Single(await FormsAsync(editor, url));

        using (var denied = await visitor.PostFormAsync(form.Action, form.Fields))
            Assert.Contains("/account/sign-in", denied.Headers.Location!.ToString(), StringComparison.Ordinal);
        using (var invented = await editor.PostFormAsync(form.Action, ("Outlet", "Vesper Weekly")))
            Assert.Equal(HttpStatusCode.NotFound, invented.StatusCode);
        using (var accepted = await editor.PostFormAsync(form.Action, form.Fields))
            Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);

        var after = await ArticleAsync(visitor, 2);
        Assert.Equal(("Radio Halder", "corrected", false), (after.GetProperty("outlet").GetProperty("name").GetString(), after.GetProperty("outletKind").GetString(), after.TryGetProperty("outletHints", out _)));
        Assert.Contains(after.GetProperty("evidence").EnumerateArray(), e => e.GetProperty("by").GetString() == "ida" && e.GetProperty("excerpt").GetString()!.Contains("told Radio Halder", StringComparison.Ordinal));
        using (var reverted = await editor.PostFormAsync("/admin/articles/2?handler=revert", ("Field", "outlet"), ("Note", "It was another.")))
            Assert.Equal(HttpStatusCode.Redirect, reverted.StatusCode);
        Assert.Equal(1, (await ArticleAsync(visitor, 2)).GetProperty("outletHints").GetArrayLength());
    }

    private static async Task<JsonElement> ArticleAsync(HttpClient client, long id)
    {
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri($"/api/articles/{id}", UriKind.Relative), Token));
        return document.RootElement.Clone();
    }

    private static async Task<List<(string Action, (string, string)[] Fields)>> FormsAsync(HttpClient client, string url)
    {
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync(new Uri(url, UriKind.Relative), Token));
        return [.. page.QuerySelectorAll("form[action$='handler=hint']").Select(f => (f.GetAttribute("action")!, f.QuerySelectorAll("input[name=Seen], input[name=Outlet]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)).ToArray()))];
    }
}
