using System.Net;
using System.Xml.Linq;

namespace NewsCorpus.Web.Tests.Http;

public sealed class FeedTests(AppFixture app)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Feed_leads_to_the_articles_of_its_search()
    {
        var found = (await app.JsonAsync("/api/articles?q=ferry&size=100&copies=all")).GetProperty("articles").EnumerateArray().Select(a => app.BaseUrl.TrimEnd('/') + a.GetProperty("url").GetString()).ToList();

        using var response = await app.Http.GetAsync(new Uri("/feed.atom?q=ferry&copies=all&page=3&sort=oldest", UriKind.Relative), Token);

        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType!.MediaType);
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync(Token)).Root!;
        Assert.Equal("NewsCorpus: ferry", feed.Element(Atom + "title")!.Value);
        Assert.Equal(app.BaseUrl.TrimEnd('/') + "/feed.atom?q=ferry&copies=all", Link(feed, "self"));
        Assert.Equal(app.BaseUrl.TrimEnd('/') + "/?q=ferry&copies=all&sort=oldest", Link(feed, "alternate"));
        Assert.NotEmpty(found);
        Assert.Equal(found.Order(StringComparer.Ordinal), feed.Elements(Atom + "entry").Select(e => Link(e, "alternate")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Feed_that_has_not_changed_is_not_sent_again()
    {
        using var first = await app.Http.GetAsync(new Uri("/feed.atom?q=tram", UriKind.Relative), Token);
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri("/feed.atom?q=tram", UriKind.Relative));
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await app.Http.SendAsync(again, Token);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    private static string Link(XElement element, string relation) => element.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == relation).Attribute("href")!.Value;
}
