using System.Text.Json;
using AngleSharp;

namespace NewsCorpus.Web.Tests.Http;

/// <summary>The language of articles as readers and programs meet it: filter, facet, query, page and JSON.</summary>
public sealed class LanguageTests
{
    private const string Norwegian = "Ferja er tilbake på fjorden etter en lang reparasjon, og hele byen sto på kaia da den seilte. Havnesjefen sa at arbeidet hadde tatt lengre tid enn noen hadde ventet, men at båten nå er tryggere enn før.";
    private const string Arabic = "عادت العبارة إلى الخليج بعد إصلاح طويل، ووقفت المدينة كلها على الرصيف عندما أبحرت. وقال مدير الميناء إن العمل استغرق وقتا أطول مما توقع الجميع.";

    [Fact]
    public async Task Language_is_counted_filtered_searched_and_shown()
    {
        await using var app = await SmallApp.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(app.Files, "ferje.txt"), Norwegian + "\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(app.Files, "abbara.txt"), Arabic + "\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(app.Files, "stated.md"), $"---\ntitle: Ferje\nlang: sv-SE\n---\n{Norwegian}\n", TestContext.Current.CancellationToken);
        await app.RestartAsync();
        using var client = app.Visitor();

        var all = await JsonAsync(client, "/api/articles");
        Assert.Equal(["ar 1", "en 1", "no 1", "sv 1"], all.GetProperty("facets").GetProperty("languages").EnumerateArray().Select(l => $"{l.GetProperty("code").GetString()} {l.GetProperty("count").GetInt32()}").Order(StringComparer.Ordinal));
        foreach (var (query, total) in new[] { ("lang=no", 1), ("lang=nb", 1), ("lang=norwegian", 1), ("lang=no&lang=ar", 2), ("lang=-no", 3), ("lang=xx", 0), ("q=lang:no", 1), ("q=lang:norwegian", 1), ("q=lang:sv", 1) })
            Assert.Equal(total, (await JsonAsync(client, "/api/articles?" + query)).GetProperty("total").GetInt32());

        // Counted as if none were chosen, so that another can be added.
        var chosen = await JsonAsync(client, "/api/articles?lang=no");
        Assert.Equal(4, chosen.GetProperty("facets").GetProperty("languages").GetArrayLength());
        var hit = Assert.Single(chosen.GetProperty("articles").EnumerateArray());
        Assert.Equal(("no", "derived"), (hit.GetProperty("language").GetString(), hit.GetProperty("languageKind").GetString()));

        var article = await JsonAsync(client, $"/api/articles/{hit.GetProperty("id").GetInt64()}");
        Assert.Equal(("no", "derived", 1), (article.GetProperty("language").GetString(), article.GetProperty("languageKind").GetString(), article.GetProperty("readingMinutes").GetInt32()));
        Assert.Equal(Norwegian.Split(' ').Length, article.GetProperty("words").GetInt32());
        Assert.Contains(article.GetProperty("evidence").EnumerateArray(), e => e.GetProperty("field").GetString() == "language" && e.GetProperty("value").GetString() == "no");

        using var page = await PageAsync(client, hit.GetProperty("url").GetString()!);
        Assert.Equal("no", page.QuerySelector(".story .text")!.GetAttribute("lang"));
        Assert.Contains("Norwegian", page.QuerySelector(".know")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 min read", page.QuerySelector(".story header")!.TextContent, StringComparison.Ordinal);

        var arabic = (await JsonAsync(client, "/api/articles?lang=ar")).GetProperty("articles")[0].GetProperty("url").GetString()!;
        using var rightToLeft = await PageAsync(client, arabic);
        Assert.Equal("rtl", rightToLeft.QuerySelector(".story .text")!.GetAttribute("dir"));

        // What the file states of itself holds, and the page says that the text reads otherwise.
        var stated = (await JsonAsync(client, "/api/articles?lang=sv")).GetProperty("articles")[0];
        Assert.Equal("stated", stated.GetProperty("languageKind").GetString());
        using var differing = await PageAsync(client, stated.GetProperty("url").GetString()!);
        Assert.Contains("The text reads as Norwegian.", differing.QuerySelector(".know")!.TextContent, StringComparison.Ordinal);

        using var results = await PageAsync(client, "/?lang=no");
        Assert.Contains("Norwegian", Assert.Single(results.QuerySelectorAll(".active .chip")).TextContent, StringComparison.Ordinal);
        Assert.Equal(4, results.QuerySelectorAll("[aria-labelledby=facet-languages] li").Length);
    }

    [Fact]
    public async Task Corrections_stand_above_the_text_and_are_found()
    {
        await using var app = await SmallApp.StartAsync();
        await File.WriteAllTextAsync(
            Path.Combine(app.Files, "corrected.html"),
            "<html><head><title>Ferry sails</title></head><body><article><h1>Ferry sails</h1><p>The ferry sails again after a repair that took the yard most of the year.</p><blockquote class=\"pull-quote\">Most of the year</blockquote><p>The town came to the quay.</p>"
            + "<p>This article was amended on 8 January 2026 because an earlier version misnamed the shipwright.</p></article></body></html>",
            TestContext.Current.CancellationToken);
        await app.RestartAsync();
        using var client = app.Visitor();

        var hit = Assert.Single((await JsonAsync(client, "/api/articles?q=shipwright")).GetProperty("articles").EnumerateArray());
        var article = await JsonAsync(client, $"/api/articles/{hit.GetProperty("id").GetInt64()}");
        Assert.Equal(["headline", "paragraph", "pull-quote", "paragraph", "note"], article.GetProperty("blocks").EnumerateArray().Select(b => b.GetProperty("kind").GetString()));
        using var page = await PageAsync(client, hit.GetProperty("url").GetString()!);
        var story = page.QuerySelector(".story")!;
        Assert.True(story.InnerHtml.IndexOf("misnamed the", StringComparison.Ordinal) < story.InnerHtml.IndexOf("sails again", StringComparison.Ordinal));
        Assert.Single(story.QuerySelectorAll("h1"));
        Assert.Empty(story.QuerySelectorAll(".text h2"));
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string path)
    {
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }

    private static async Task<AngleSharp.Dom.IDocument> PageAsync(HttpClient client, string path) =>
        await BrowsingContext.New().OpenAsync(async response => response.Content(await client.GetStringAsync(new Uri(path, UriKind.Relative))), TestContext.Current.CancellationToken);
}
