using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Parser;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Tests.Http;

/// <summary>Text that articles share without being one story, and stories that a preview foresees.</summary>
public sealed class SharedTextTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_of_a_digest_is_linked_with_it_and_a_preview_tells_of_the_story_of_a_new_copy()
    {
        await using var app = await SmallApp.StartAsync();
        await app.AddAsync("ada", Access.Admin);
        using var admin = await app.SignInAsync("ada");
        var items = Enumerable.Range(1, 12).Select(Item).ToList();
        Write(app, "digest.txt", "The month in ferries", string.Join("\n\n", items));
        Write(app, "item.txt", "One of the twelve", items[6]);
        var run = await app.OverAsync(await OrderAsync(admin, dryRun: false));
        Assert.Equal(2, run.GetProperty("counts").GetProperty("added").GetInt32());
        var ids = run.GetProperty("outcomes").EnumerateArray().ToDictionary(o => o.GetProperty("path").GetString()!, o => o.GetProperty("articleId").GetInt64());

        foreach (var (path, other, kind, words) in new[] { ("item.txt", "digest.txt", "containedIn", "This text is contained in another article"), ("digest.txt", "item.txt", "contains", "This text contains another article") })
        {
            var article = await JsonAsync(admin, $"/api/articles/{ids[path]}");
            Assert.Equal(0, article.GetProperty("copies").GetArrayLength());
            var excerpt = Assert.Single(article.GetProperty("excerpts").EnumerateArray());
            Assert.Equal((ids[other], kind), (excerpt.GetProperty("id").GetInt64(), excerpt.GetProperty("kind").GetString()));
            Assert.InRange(excerpt.GetProperty("containment").GetDouble(), 0.95, 1);
            var section = (await PageAsync(admin, article.GetProperty("url").GetString()!)).QuerySelector("[aria-labelledby=excerpts]")!;
            Assert.Contains(words, section.TextContent, StringComparison.Ordinal);
            Assert.NotNull((await PageAsync(admin, section.QuerySelector("a[href*=compare]")!.GetAttribute("href")!)).QuerySelector(".diff"));
        }

        Write(app, "late.txt", "One of the twelve, later", items[6] + " It was seen again.");
        var preview = await OrderAsync(admin, dryRun: true);
        await app.OverAsync(preview);
        var changes = (await JsonAsync(admin, $"/api/runs/{preview}/changes?field=story")).GetProperty("changes").EnumerateArray().ToDictionary(c => c.GetProperty("path").GetString()!);
        Assert.Equal(["item.txt", "late.txt"], changes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((JsonValueKind.Null, "“One of the twelve”"), (changes["late.txt"].GetProperty("articleId").ValueKind, changes["late.txt"].GetProperty("after").GetString()));
        Assert.StartsWith("near copy: ", changes["late.txt"].GetProperty("rule").GetString(), StringComparison.Ordinal);
        var table = (await PageAsync(admin, $"/admin/runs/{preview}?tab=changes")).QuerySelector("table.stack")!;
        Assert.Contains("a new article", table.TextContent, StringComparison.Ordinal);
        Assert.Single(table.QuerySelectorAll($"a[href='/articles/{ids["item.txt"]}']"));
        Assert.Equal(0, (await JsonAsync(admin, $"/api/articles/{ids["item.txt"]}")).GetProperty("copies").GetArrayLength());
    }

    /// <summary>Three sentences and more of made-up words, other ones for each number.</summary>
    private static string Item(int number)
    {
        var random = new Random(number);
        string[] syllables = ["ba", "den", "for", "gil", "hal", "ko", "lum", "mer", "nor", "pes", "quo", "ran", "sol", "tir", "vek", "wim"];
        return string.Join(' ', Enumerable.Range(0, 6).Select(_ => string.Create(CultureInfo.InvariantCulture, $"The {string.Join(' ', Enumerable.Range(0, 18).Select(_ => syllables[random.Next(16)] + syllables[random.Next(16)] + syllables[random.Next(16)]))}.")));
    }

    private static void Write(SmallApp app, string name, string title, string text) => File.WriteAllText(Path.Combine(app.Files, name), $"date 2026-01-08\n\n{title}\n\n{text}\n");

    private static async Task<long> OrderAsync(HttpClient client, bool dryRun)
    {
        using var content = JsonContent.Create(new { dryRun });
        using var response = await client.SendWithTokenAsync(HttpMethod.Post, "/api/runs", content);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetInt64();
    }

    private static Task<JsonElement> JsonAsync(HttpClient client, string address) => client.GetFromJsonAsync<JsonElement>(address, Token);

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(HttpClient client, string address) => new HtmlParser().ParseDocument(await client.GetStringAsync(new Uri(address, UriKind.Relative), Token));
}
