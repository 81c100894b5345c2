using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using NewsCorpus.Ingestion.Formats;
using Xunit;

namespace NewsCorpus.Tests.Ingestion.Formats;

public sealed class HtmlDatesTests
{
    [Theory]
    [InlineData("<h1>Ferry sinks</h1><p class='article-date'>8 January 2026</p>", "8 January 2026")]
    [InlineData("<h1>Ferry sinks</h1><p>8 January 2026 | Harbour</p>", "8 January 2026 | Harbour")]
    [InlineData("<h1>Ferry sinks</h1><div><time datetime='2026-01-08T10:00Z'>today</time></div>", "2026-01-08T10:00Z")]
    [InlineData("<h1>Ferry sinks</h1><abbr class='published' title='2026-01-08'>a while ago</abbr>", "2026-01-08")]
    [InlineData("<h2>Ferry sinks</h2><div class='byline'>Ada Vesper, 08.01.2026</div>", "Ada Vesper, 08.01.2026")]
    [InlineData("<h1>Ferry sinks</h1><p>Words.</p><p>This article was published on 8 January 2026 by the newsroom of a paper that has a long name and files it under harbour, ferries and weather.</p>", "This article was published")]
    [InlineData("<div class='date'>1 January 2026</div><h1>Ferry sinks</h1><span itemprop='datePublished'>8 January 2026</span>", "8 January 2026")]
    [InlineData("<div class='has-sidebar widget'><h1>Ferry sinks</h1><p class='date'>8 January 2026</p></div>", "8 January 2026")]
    [InlineData("<h1>Ferry sinks<br><small>\n\t 08.01.2026 \n\t • Harbour </small></h1>", "08.01.2026 • Harbour")]
    [InlineData("<h1>Ferry sinks</h1><aside class='meta'><time datetime='2026-01-08'>today</time></aside>", "2026-01-08")]
    [InlineData("<h1>Ferry sinks</h1><a class='post-date' href='/x'>8 January 2026</a>", "8 January 2026")]
    [InlineData("<h1>Ferry sinks</h1><p>Erschienen am 8. Januar 2026 in der Hafenpost und sonst nirgends, weil niemand sonst davon wusste, dass sie sank</p>", "Erschienen am 8. Januar 2026")]
    [InlineData("<h1>Ferry sinks</h1><p data-published='2026-01-08T10:00:00Z' class='when'>today</p>", "2026-01-08T10:00:00Z")]
    [InlineData("<h1>Menu</h1><div class='teaser'><h1>Ferry sinks</h1><p class='date'>8 January 2026</p></div>", "8 January 2026")]
    [InlineData("<article><h1>Ferry sinks</h1><aside class='box'><dl><dt>Datum</dt><dd>08.01.2026</dd><dt>Topic</dt><dd>Harbour</dd></dl></aside></article>", "Datum 08.01.2026")]
    [InlineData("<h1>Ferry sinks</h1><p>Ada Vesper <a href='/archive/2026/01/08/'>08.01.2026 10:33</a></p>", "08.01.2026 10:33")]
    [InlineData("<h1>Ferry sinks</h1><span>am Donnerstag, 08.01.2026 - 10:30</span>", "am Donnerstag")]
    [InlineData("<h1>Ferry sinks</h1><p>By Ada Vesper, 8 January 2026</p>", "By Ada Vesper")]
    [InlineData("<h1>Ferry sinks</h1><p>Von Ada Vesper am 08.01.2026, 11:51 | 0 Meinungen</p>", "Von Ada Vesper am 08.01.2026")]
    [InlineData("<h1>Ferry sinks</h1><p>Hafen - Donnerstag, 08.01.2026, 11:17 Uhr</p>", "Hafen - Donnerstag")]
    [InlineData("<p class='issue-date'>2026/43</p><h1>Ferry sinks</h1><p>08.01.2026</p>", "08.01.2026")]
    [InlineData("<h1>Ferry sinks</h1><div class='elementor-element elementor-widget elementor-widget__width-auto'><span>Published 8 January 2026</span></div>", "Published 8 January 2026")]
    [InlineData("<h1>Ferry sinks</h1><section class='row'><h2>Ada Vesper</h2><h6>January 8, 2026 9:00AM (UTC)</h6></section><section class='row'><h2>What the board said</h2><p>Words.</p></section>", "Ada Vesper January 8, 2026")]
    [InlineData("<input type='hidden' name='publish_date' value='2026-01-08 10:30:01'><h1>Ferry sinks</h1>", "2026-01-08 10:30:01")]
    [InlineData("<h1>Ferry sinks</h1><span property='dc:date dc:created' content='2026-01-08T10:00:00+01:00'>Thursday</span>", "2026-01-08T10:00:00+01:00")]
    [InlineData("<h1>Ferry sinks</h1><div class='date'>January 8th, 2026 in <a href='/harbour'>Harbour</a><script>var shared = 'a text of some length that nobody reads, since it is no text but the code of a button to share the article with others';</script></div>", "January 8th, 2026 in Harbour")]
    [InlineData("<h1>Ferry sinks</h1><div class='story-date'><script>if (abroad) { document.write('January 8, 2026 -- Updated 2308 GMT'); } else { document.write('January 8, 2026 7:08 p.m. EST'); }</script></div>", "January 8, 2026 -- Updated")]
    [InlineData("<h1>Ferry sinks</h1><p class='published updated dtstamp'>Published January 8, 2026</p>", "Published January 8, 2026")]
    [InlineData("<h1>Ferry sinks</h1><div id='article_topbar_infos'><div>Publié le 08/01/2026</div></div>", "Publié le 08/01/2026")]
    [InlineData("<h1>Ferry sinks</h1><div class='field-date'><span property='dc:date' content='2026-01-08T00:00:00-05:00'>01/08/26</span></div>", "2026-01-08T00:00:00-05:00")]
    [InlineData("<h1>Ferry sinks</h1><div>January 8, 2026 by Ada Vesper 3 Comments</div>", "January 8, 2026 by Ada Vesper")]
    [InlineData("<h1>Ferry sinks</h1><div>Submitted by ada on Thu, 01/08/2026 - 10:30</div>", "Submitted by ada on Thu")]
    [InlineData("<h1>Ferry sinks</h1><div>Pressemitteilung vom 8.1.2026</div>", "Pressemitteilung vom 8.1.2026")]
    [InlineData("<h1>Ferry sinks</h1><div title='8 January 2026'>2 days ago</div>", "8 January 2026")]
    [InlineData("<h1>Ferry sinks</h1><span aria-label='Published January 8, 2026'>2d</span>", "Published January 8, 2026")]
    [InlineData("<h3 class='teaser-meta'>08.01.2026</h3><h1>Ferry sinks</h1>", "08.01.2026")]
    [InlineData("<article><h1>Ferry sinks</h1></article><article><div class='box__sidebar'><ul><li><p>Read by</p><p>Ada Vesper</p></li><li><p>Put online</p><p class='content'>8 January 2026</p></li></ul></div></article>", "8 January 2026")]
    public void Takes_the_date_that_the_page_shows_near_its_heading(string body, string expected) =>
        Assert.StartsWith(expected, Field(body, "page-date"));

    [Theory]
    [InlineData("<h1>Ferry sinks</h1><aside><p class='date'>8 January 2026</p></aside>")]
    [InlineData("<h1>Ferry sinks</h1><div class='comments'><time datetime='2026-01-08'>8 January</time></div>")]
    [InlineData("<h1>Ferry sinks</h1><div class='related'><p class='date'>8 January 2026</p></div>")]
    [InlineData("<h1>Ferry sinks</h1><p>The board met on 8 January 2026 and left again.</p>")]
    [InlineData("<h1>Ferry sinks</h1><p class='date'>Thursday</p>")]
    [InlineData("<h1>Ferry sinks</h1><p class='date'>January 2026</p>")]
    [InlineData("<h1>Ferry sinks</h1><p>Words.</p><ul><li><h3>Other one</h3><p class='date'>8 January 2026</p></li><li><h3>Yet another</h3><p class='date'>7 January 2026</p></li></ul>")]
    [InlineData("<h1>Ferry sinks</h1><dl><dt>Born</dt><dd>8 January 1996</dd></dl>")]
    [InlineData("<h1>Ferry sinks</h1><p>8 January 1936</p>")]
    [InlineData("<h1>Ferry sinks</h1><p>Words.</p><ol class='reflist'><li>The quay. <span class='accessdate'>. Retrieved 2026-01-08</span></li></ol>")]
    [InlineData("<h1>Ferry sinks</h1><p><span class='date'>. Retrieved 8 January 2026</span></p>")]
    [InlineData("<div class='topbar'><p class='date'>8 January 2026</p></div><h1>Ferry sinks</h1>")]
    [InlineData("<h1>Ferry sinks</h1><div class='date'><script>document.write('8 January 2026'); document.write('9 January 2026');</script></div>")]
    [InlineData("<h1>Ferry sinks</h1><div class='teaser'><a href='/x'>Other one</a> <span class='date'>8 January 2026</span></div>")]
    [InlineData("<h1>Ferry sinks</h1><article><div class='sidebar'><h3>Other ones</h3><p class='date'>8 January 2026</p></div></article>")]
    [InlineData("<h1>Ferry sinks</h1><p>31. Dezember 2025-06. Januar 2026</p>")]
    [InlineData("<h1>Ferry sinks</h1><p>October 14, 1999 – January 20, 2000</p>")]
    public void Takes_no_date_of_asides_comments_other_articles_or_running_text(string body) => Assert.Null(Field(body, "page-date"));

    [Theory]
    [InlineData("<script>var page = {\"publishDate\":\"2026-01-08T10:00:00Z\", \"title\":\"x\"}</script>", "2026-01-08T10:00:00Z")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",,\"datePublished\":\"2026-01-08\"}</script>", "2026-01-08")]
    [InlineData("<script>[{\"published_at\":\"2026-01-08\"},{\"published_at\":\"2026-01-05\"}]</script>", null)]
    [InlineData("<meta name='date' content='2026-01-09'><script>{\"publishDate\":\"2026-01-08\"}</script>", null)]
    [InlineData("<script>{\"publishDate\":1767866400}</script>", "1767866400")]
    [InlineData("<script>{\"publishDate\":\"soon\"}</script>", null)]
    [InlineData("<script>var articleDate = new Date(\"2026-01-08T10:00:00\");</script>", "2026-01-08T10:00:00")]
    [InlineData("<script>{\"published\":{\"date\":\"2026-01-08\",\"by\":\"ada\"}}</script>", "2026-01-08")]
    [InlineData("<script>{\"pubDate\":20260108}</script>", "20260108")]
    [InlineData("<script>var utag_data = {\"page_date\":\"2026-01-08\"}</script>", "2026-01-08")]
    [InlineData("<h1>The ferry sinks off the quay</h1><script>[{\"title\":\"The ferry sinks off the quay\",\"publishedDateISO\":\"2026-01-08\"}]</script><script>[{\"title\":\"Other one\",\"published_at\":\"2026-01-05\"}]</script>", "2026-01-08")]
    [InlineData("<h1>The ferry sinks off the quay</h1><script>{\"title\":\"The ferry sinks off the quay\",\"created_at\":\"2026-01-08\"}</script>", "2026-01-08")]
    [InlineData("<h1>The ferry sinks off the quay</h1><script>{\"session\":{\"created_at\":\"2026-01-08\"}}</script>", null)]
    public void Takes_the_date_of_scripts_where_the_page_states_none_and_they_are_of_one_mind(string body, string? expected) => Assert.Equal(expected, Field(body, "script-date"));

    [Theory]
    [InlineData("<link rel='amphtml' href='https://quay.example/2026/01/08/x/amp'>", "quay.example/2026/01/08/x/amp")]
    [InlineData("<link rel='alternate' type='application/rss+xml' href='https://quay.example/2026/01/08/ferry-sinks/feed/'>", "quay.example/2026/01/08/ferry-sinks/feed/")]
    [InlineData("<a href='/2026/01/08/the-ferry-sinks-off-the-quay/#respond'>Reply</a>", "/2026/01/08/the-ferry-sinks-off-the-quay/")]
    [InlineData("<a href='https://share.example/sharer.php?u=https%3A%2F%2Fquay.example%2F2026%2F01%2F08%2Fferry-sinks-off-quay&t=x'>Share</a>", "quay.example/2026/01/08/ferry-sinks-off-quay")]
    [InlineData("<a href='/2026/01/05/board-meets-again-at-night/'>Board meets again at night</a>", null)]
    [InlineData("<link rel='alternate' type='application/rss+xml' href='https://quay.example/feed/'>", null)]
    [InlineData("<meta name='date' content='2026-01-08'><link rel='amphtml' href='https://quay.example/2026/01/08/x/amp'>", null)]
    public void Takes_the_address_of_a_page_from_its_links_where_it_states_no_date(string markup, string? expected) =>
        Assert.Equal(expected, Field("<h1>The ferry sinks off the quay</h1>" + markup, "own-address"));

    [Theory]
    [InlineData("<p>08.01.2026 - 18:50 Uhr</p>", "08.01.2026 - 18:50 Uhr")]
    [InlineData("<p>08.01.2026</p><p>8 January 2026</p>", "08.01.2026")]
    [InlineData("<p>08.01.2026</p><p>07.01.2026</p>", null)]
    [InlineData("<aside><p>08.01.2026</p></aside>", null)]
    public void Takes_a_day_far_from_the_heading_where_it_is_the_only_one(string body, string? expected) =>
        Assert.Equal(expected, Field("<h1>Ferry sinks</h1>" + string.Concat(Enumerable.Repeat("<p>Words.</p>", 70)) + body, "lone-date"));

    [Fact]
    public void Takes_the_link_of_the_heading() => Assert.Equal("/2026/01/08/ferry", Field("<h2><a href='/2026/01/08/ferry'>Ferry sinks</a></h2>", "heading-link"));

    [Fact]
    public void Tells_an_update_from_the_publication()
    {
        const string body = "<h1>Ferry sinks</h1><p class='date'>Updated: 9 January 2026</p><p class='date'>8 January 2026</p>";

        Assert.Equal(("8 January 2026", "Updated: 9 January 2026"), (Field(body, "page-date"), Field(body, "page-update")));
    }

    [Fact]
    public void Takes_for_an_update_what_a_label_before_it_calls_so() =>
        Assert.Equal("17 Jun 2026 15:15", Field("<h1>Ferry sinks</h1><p>page revision: 8, last edited: <span>17 Jun 2026 15:15</span></p>", "page-update"));

    [Theory]
    [InlineData("""{"@type":"NewsArticle","datePublished":"2026-01-08"}""", "datepublished")]
    [InlineData("""{"@graph":[{"@type":"WebPage","datePublished":"2026-01-08"}]}""", "webpage.datepublished")]
    [InlineData("""{"@graph":[{"@type":"WebPage","datePublished":"2025-01-01"},{"@type":"NewsArticle","datePublished":"2026-01-08"}]}""", "datepublished")]
    [InlineData("""//<![CDATA[ {"@type":"NewsArticle","datePublished":"2026-01-08",} //]]>""", "datepublished")]
    [InlineData("""<!-- [{"@type":"NewsArticle", /* so */ "datePublished":"2026-01-08"}]; -->""", "datepublished")]
    [InlineData("{\"@type\":\"NewsArticle\",\"alternateName\":\"Ferry\u0001\tsinks\n\",\"datePublished\":\"2026-01-08\"}", "datepublished")]
    [InlineData("""{"@type":"Organization","foundingDate":"2025-01-01"}""", null)]
    public void Takes_the_dates_of_an_article_or_else_of_a_page_from_linked_data(string json, string? key)
    {
        var fields = Fields($"<h1>Ferry sinks</h1><script type='application/ld+json'>{json}</script><p>Words.</p>");

        Assert.Equal(key, fields.FirstOrDefault(field => field.Origin == "JSON-LD")?.Key);
        if (key is not null)
            Assert.Equal("2026-01-08", fields.First(field => field.Key == key).Value);
    }

    [Fact]
    public void Reads_a_page_of_many_nested_dates_without_failing()
    {
        var body = string.Concat(Enumerable.Repeat("<div class='date'>1 ", 3000)) + "8 January 2026";

        Assert.NotEmpty(Fields("<h1>Ferry sinks</h1>" + body));
    }

    private static string? Field(string body, string key) => Fields(body).FirstOrDefault(field => field.Key == key)?.Value;

    private static IReadOnlyList<StatedField> Fields(string body)
    {
        var page = $"<!DOCTYPE html><html lang=\"en\"><head><title>Ferry sinks</title></head><body>{body}</body></html>";
        return new HtmlPageReader().Read(SourceDecoder.Decode(new SourceDocument("page.html", System.Text.Encoding.UTF8.GetBytes(page)))).Single().Fields;
    }
}
