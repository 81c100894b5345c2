using System.Net;

namespace NewsCorpus.Web.Tests.Http;

public sealed class CitationPagesTests(AppFixture app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Article_page_cites_the_article_in_five_ways_without_a_script()
    {
        var article = (await app.JsonAsync("/api/articles?undated=exclude&size=1")).GetProperty("articles")[0];
        var id = article.GetProperty("id").GetInt64();

        var page = await app.PageAsync(article.GetProperty("url").GetString()!);

        var cite = page.QuerySelector(".cite details")!;
        Assert.Equal(["APA", "Chicago", "MLA", "RIS", "BibTeX"], cite.QuerySelectorAll("dt").Select(t => t.TextContent));
        Assert.All(cite.QuerySelectorAll("dd"), d => Assert.Contains(article.GetProperty("date").GetString()![..4], d.TextContent, StringComparison.Ordinal));
        Assert.Equal(3, cite.QuerySelectorAll("dd > p").Length);
        Assert.All(cite.QuerySelectorAll("dd > p"), p => Assert.DoesNotMatch(@"\s\s|\n|\s[.,]", p.TextContent));
        foreach (var (ending, type, place) in new[] { ("ris", "application/x-research-info-systems", 3), ("bib", "application/x-bibtex", 4) })
        {
            var link = cite.QuerySelectorAll("dd")[place].QuerySelector("a[download]")!.GetAttribute("href")!;
            Assert.Equal($"/articles/{id}/citation.{ending}", link);
            using var response = await app.Http.GetAsync(new Uri(link, UriKind.Relative), Token);
            Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
            Assert.Equal($"newscorpus-{id}.{ending}", response.Content.Headers.ContentDisposition!.FileName);
            Assert.Equal(cite.QuerySelectorAll("pre")[place - 3].TextContent.ReplaceLineEndings("\n"), (await response.Content.ReadAsStringAsync(Token)).Trim().ReplaceLineEndings("\n"));
        }
    }

    [Fact]
    public async Task Undated_article_of_the_corpus_is_cited_without_a_date()
    {
        var article = (await app.JsonAsync("/api/articles?undated=only&size=1")).GetProperty("articles")[0];

        var page = await app.PageAsync(article.GetProperty("url").GetString()!);

        Assert.All(page.QuerySelectorAll(".cite dd"), d => Assert.Contains("n.d.", d.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Article_that_there_is_not_cannot_be_cited()
    {
        using var response = await app.Http.GetAsync(new Uri("/articles/999999/citation.ris", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
