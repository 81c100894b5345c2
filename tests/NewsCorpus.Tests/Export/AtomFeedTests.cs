using System.Text;
using System.Xml.Linq;
using NewsCorpus.Export.Feeds;
using NewsCorpus.Search;
using NewsCorpus.Tests.Search;
using Xunit;

namespace NewsCorpus.Tests.Export;

public sealed class AtomFeedTests : IDisposable
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private readonly SearchCorpus _corpus = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task Newest_additions_come_first_whatever_their_dates()
    {
        _corpus.Add("Young", "Ferry.", "2026-01-08");
        _corpus.Add("Old but found today", "Ferry.", "1999-12");
        _corpus.Add("Tram", "Tram.", "2026-01-09");

        var feed = await FeedAsync(new SearchRequest { Query = "ferry" });

        Assert.Equal(["Old but found today", "Young"], Titles(feed));
        Assert.Equal(["1999-12", "2026-01-08"], feed.Elements(Atom + "entry").Select(e => e.Element(XName.Get("date", "http://purl.org/dc/elements/1.1/"))!.Value));
    }

    [Fact]
    public async Task Another_copy_of_a_story_is_nothing_new()
    {
        _corpus.Add("First copy", "Ferry.", "2026-01-08", story: 1);
        var before = await FeedAsync(new SearchRequest());
        _corpus.Add("Second copy", "Ferry.", "2026-01-09", story: 1);

        var after = await FeedAsync(new SearchRequest());

        Assert.Equal(["First copy"], Titles(after));
        Assert.Equal(before.Element(Atom + "entry")!.Element(Atom + "id")!.Value, after.Element(Atom + "entry")!.Element(Atom + "id")!.Value);
        Assert.Equal(["Second copy", "First copy"], Titles(await FeedAsync(new SearchRequest { Copies = CopiesMode.All })));
    }

    [Fact]
    public async Task Identities_are_stable_and_each_search_has_its_own()
    {
        _corpus.Add("Ferry\u0001 & <tram>", "Ferry.\u0002", "2026-01-08");

        var one = await FeedAsync(new SearchRequest { Query = "ferry" });
        var again = await FeedAsync(new SearchRequest { Query = "ferry" }, "http://elsewhere.example");
        var other = await FeedAsync(new SearchRequest());

        Assert.Equal(Ids(one), Ids(again));
        Assert.NotEqual(Ids(one)[0], Ids(other)[0]);
        Assert.Equal(Ids(one)[1], Ids(other)[1]);
        Assert.All(Ids(one), id => Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id));
        Assert.StartsWith("Ferry", Titles(one)[0], StringComparison.Ordinal);
        Assert.EndsWith("& <tram>", Titles(one)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_of_nothing_and_of_much_is_still_a_feed()
    {
        Assert.Empty(Titles(await FeedAsync(new SearchRequest { Query = "nowhere" })));
        for (var i = 1; i <= 60; i++)
            _corpus.Add($"Ferry {i}", "The ferry.");

        Assert.Equal(Enumerable.Range(11, 50).Reverse().Select(i => $"Ferry {i}"), Titles(await FeedAsync(new SearchRequest())));
    }

    /// <summary>The feed, once it has all that RFC 4287 asks of one.</summary>
    private async Task<XElement> FeedAsync(SearchRequest request, string origin = "http://localhost")
    {
        await _corpus.CatchUpAsync();
        var feed = new AtomFeed(_corpus.Search, new FoundArticles(_corpus));
        var search = "/?q=" + request.Query;
        await using var stream = new MemoryStream();
        await feed.WriteAsync(await feed.FindAsync(request, Token), request.Copies, "A search",
            new FeedAddresses(search, new Uri(origin + "/feed.atom"), new Uri(origin + search), a => new Uri($"{origin}/articles/{a.Id}")), stream, Token);
        var root = XDocument.Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(stream.ToArray())).Root!;
        Assert.Equal(Atom + "feed", root.Name);
        foreach (var element in root.Elements(Atom + "entry").Prepend(root))
        {
            Assert.Single(element.Elements(Atom + "id"));
            Assert.Single(element.Elements(Atom + "title"));
            Assert.True(DateTimeOffset.TryParse(Assert.Single(element.Elements(Atom + "updated")).Value, out _));
            Assert.All(element.Elements(Atom + "link"), l => Assert.True(new Uri(l.Attribute("href")!.Value).IsAbsoluteUri));
            Assert.Single(element.Elements(Atom + "link"), l => l.Attribute("rel")!.Value == "alternate");
        }
        Assert.Single(root.Elements(Atom + "link"), l => l.Attribute("rel")!.Value == "self");
        Assert.All(root.Elements(Atom + "entry"), e => Assert.NotEmpty(e.Elements(Atom + "author").Elements(Atom + "name")));
        Assert.Equal(Ids(root).Count, Ids(root).Distinct(StringComparer.Ordinal).Count());
        return root;
    }

    private static List<string> Ids(XElement feed) => [.. feed.Elements(Atom + "entry").Prepend(feed).Select(e => e.Element(Atom + "id")!.Value)];

    private static List<string> Titles(XElement feed) => [.. feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "title")!.Value)];
}
