using System.Net;
using System.Text.Json;

namespace NewsCorpus.Web.Tests.Http;

public sealed class QuotationsTests(AppFixture app)
{
    [Fact]
    public async Task Gives_what_was_said_with_its_place_in_the_article()
    {
        var json = await app.JsonAsync("/api/quotations?size=100");
        var entry = json.GetProperty("quotations").EnumerateArray().First(q => q.GetProperty("direct").GetBoolean() && q.GetProperty("speaker").ValueKind == JsonValueKind.Object);

        Assert.True(json.GetProperty("complete").GetBoolean());
        var place = entry.GetProperty("places")[0];
        var article = await app.JsonAsync($"/api/articles/{place.GetProperty("articleId")}");
        var (start, end) = (place.GetProperty("start").GetInt32(), place.GetProperty("end").GetInt32());
        Assert.Equal(entry.GetProperty("text").GetString(), article.GetProperty("text").GetString()![start..end]);
        Assert.Equal($"{article.GetProperty("url")}#t{start}-{end}", entry.GetProperty("url").GetString());
        var page = await app.PageAsync(article.GetProperty("url").GetString()!);
        Assert.Equal(entry.GetProperty("text").GetString(), page.QuerySelector($"#t{start}-{end}")?.TextContent);
    }

    [Fact]
    public async Task Finds_all_that_a_person_said_by_slug_id_and_page()
    {
        var speaker = (await app.JsonAsync("/api/quotations?size=100")).GetProperty("quotations").EnumerateArray()
            .Select(q => q.GetProperty("speaker")).First(s => s.ValueKind == JsonValueKind.Object);
        var bySlug = await app.JsonAsync($"/api/quotations?size=100&speaker={speaker.GetProperty("slug")}");
        var byId = await app.JsonAsync($"/api/quotations?size=100&speaker={speaker.GetProperty("id")}");

        Assert.All(bySlug.GetProperty("quotations").EnumerateArray(), q => Assert.Equal(speaker.GetProperty("id").GetInt32(), q.GetProperty("speaker").GetProperty("id").GetInt32()));
        Assert.Equal(bySlug.GetProperty("total").GetInt32(), byId.GetProperty("total").GetInt32());
        var page = await app.PageAsync($"/quotes?speaker={speaker.GetProperty("slug")}");
        Assert.Equal(Math.Min(20, bySlug.GetProperty("total").GetInt32()), page.QuerySelectorAll(".quote").Length);
        Assert.All(page.QuerySelectorAll(".quote h2"), h => Assert.Equal(speaker.GetProperty("name").GetString(), h.TextContent.Trim()));
    }

    [Fact]
    public async Task Answers_400_for_what_cannot_be_read_where_the_page_shows_it()
    {
        using var response = await app.Http.GetAsync(new Uri("/api/quotations?q=(", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);

        var page = await app.PageAsync("/quotes?q=(&from=2026-13");
        Assert.Equal(2, page.QuerySelectorAll(".problem li").Length);
    }
}
