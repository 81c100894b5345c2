using System.Text;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Structure;
using NewsCorpus.Ingestion;
using Xunit;

namespace NewsCorpus.Tests.Ingestion.Formats;

public sealed class FeedReaderTests
{
    private const string Reader = "feed";

    private const string Rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
        <channel>
          <title>Haldermouth Courier</title>
          <link>https://courier.example/</link>
          <language>en-gb</language>
          <item>
            <title>Ferry &amp; bridge: both shut</title>
            <link>https://courier.example/a/1</link>
            <guid isPermaLink="false">courier-1</guid>
            <pubDate>Thu, 08 Jan 2026 10:33:12 +0000</pubDate>
            <dc:creator><![CDATA[Ines Calloway]]></dc:creator>
            <category>Harbour</category>
            <category><![CDATA[Roads]]></category>
            <description>In short.</description>
            <content:encoded><![CDATA[<p>Both are shut.</p><p>See <a href="/map">the map</a>.</p>]]></content:encoded>
            <media:content url="https://courier.example/p.jpg"><media:credit role="photographer">Tom Pell</media:credit></media:content>
          </item>
          <item>
            <title>Second</title>
            <description>&lt;p&gt;Only a description, 3 &amp;lt; 4.&lt;/p&gt;</description>
          </item>
        </channel>
        </rss>
        """;

    [Fact]
    public void Reads_each_item_of_RSS_with_what_it_states()
    {
        var drafts = Entries.Of(Rss, Reader);
        Assert.Equal(2, drafts.Count);
        var first = drafts[0];
        Assert.Equal("courier-1", first.EntryKey);
        Assert.Equal("Ferry & bridge: both shut", first.Value("title"));
        Assert.Equal("https://courier.example/a/1", first.Value("link"));
        Assert.Equal("Thu, 08 Jan 2026 10:33:12 +0000", first.Value("published"));
        Assert.Equal(11, first.Field("published")!.Line);
        Assert.Equal("Ines Calloway", first.Value("author"));
        Assert.Equal("Haldermouth Courier", first.Value("publisher"));
        Assert.Equal("en-gb", first.Value("language"));
        Assert.Equal("Tom Pell", first.Value("credit"));
        Assert.Equal(["Harbour", "Roads"], first.Values("tags"));
        Assert.Equal("In short.", first.Value("description"));
        Assert.Equal(BodyFormat.Html, first.BodyFormat);
        Assert.Equal("Both are shut.\n\nSee the map.", ContentReader.Read(first).Text);
        Assert.Equal("https://courier.example/map", Assert.Single(ContentReader.Read(first).Spans).Href);
        Assert.Equal("Only a description, 3 < 4.", ContentReader.Read(drafts[1]).Text);
    }

    [Fact]
    public void Gives_entries_the_same_keys_when_their_order_changes()
    {
        string[] items = ["<item><title>One</title><description>First words.</description></item>", "<item><guid>x</guid><title>Two</title></item>", "<item><link>https://a.example/3</link><title>Three</title></item>"];
        string Feed(IEnumerable<string> all) => $"<rss version='2.0'><channel>{string.Concat(all)}</channel></rss>";
        var there = Entries.Of(Feed(items), Reader).ToDictionary(d => d.Value("title")!, d => d.EntryKey, StringComparer.Ordinal);
        var back = Entries.Of(Feed(items.Reverse()), Reader).ToDictionary(d => d.Value("title")!, d => d.EntryKey, StringComparer.Ordinal);
        Assert.Equal(there, back);
        Assert.Equal(3, there.Values.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Gives_two_entries_of_one_guid_keys_of_their_own()
    {
        var drafts = Entries.Of("<rss><channel><item><guid>x</guid><title>A</title></item><item><guid>x</guid><title>B</title></item></channel></rss>", Reader);
        Assert.Equal(["x", "x (2)"], drafts.Select(d => d.EntryKey));
    }

    [Fact]
    public void Reads_RSS_1_with_its_items_beside_the_channel()
    {
        var draft = Entries.One(
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
            + "<channel rdf:about='https://a.example/'><title>The Vesper</title></channel>"
            + "<item rdf:about='https://a.example/7'><title>Lamps</title><link>https://a.example/7</link><description>Lamps are lit.</description><dc:date>2026-01-08</dc:date></item></rdf:RDF>",
            Reader);
        Assert.Equal("https://a.example/7", draft.EntryKey);
        Assert.Equal("2026-01-08", draft.Value("published"));
        Assert.Equal("The Vesper", draft.Value("publisher"));
        Assert.Equal("Lamps are lit.", draft.Body);
    }

    [Fact]
    public void Reads_Atom_with_text_HTML_and_XHTML()
    {
        var drafts = Entries.Of(
            "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='de' xml:base='https://a.example/x/'><title>The Vesper</title><author><name>Desk</name></author>"
            + "<entry><id>urn:1</id><title type='html'>A &lt;b&gt;bold&lt;/b&gt; title</title><link href='1.html'/><link rel='enclosure' href='b.mp3'/><published>2026-01-08T10:00:00Z</published><updated>2026-01-09T10:00:00Z</updated>"
            + "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>One &amp; two.</p><p><a href='m'>Map</a></p></div></content><category term='x' label='Harbour'/></entry>"
            + "<entry><id>urn:2</id><title>a &lt; b</title><author><name>Ines Calloway</name><email>i@a.example</email></author><content type='text'>5 &lt; 6 &amp;amp; more</content></entry>"
            + "<entry><id>urn:3</id><title>Third</title><content type='html'>&lt;p&gt;Third text.&lt;/p&gt;</content></entry></feed>",
            Reader);
        Assert.Equal(["urn:1", "urn:2", "urn:3"], drafts.Select(d => d.EntryKey));
        Assert.Equal("A bold title", drafts[0].Value("title"));
        Assert.Equal("https://a.example/x/1.html", drafts[0].Value("link"));
        Assert.Equal("2026-01-09T10:00:00Z", drafts[0].Value("updated"));
        Assert.Equal(["Harbour"], drafts[0].Values("tags"));
        Assert.Equal("Desk", drafts[0].Value("author"));
        Assert.Equal("de", drafts[0].Value("language"));
        Assert.Equal("One & two.\n\nMap", ContentReader.Read(drafts[0]).Text);
        Assert.Equal("https://a.example/x/m", Assert.Single(ContentReader.Read(drafts[0]).Spans).Href);
        Assert.Equal("Ines Calloway", drafts[1].Value("author"));
        Assert.Equal(BodyFormat.PlainText, drafts[1].BodyFormat);
        Assert.Equal("5 < 6 &amp; more", drafts[1].Body);
        Assert.Equal("Third text.", ContentReader.Read(drafts[2]).Text);
    }

    [Theory]
    [InlineData("<rss><channel><item><title>Bread & Salt&nbsp;Ltd &mdash; now</title><description>x</description></item></channel></rss>", "Bread & Salt\u00A0Ltd — now")]
    [InlineData("\n\nWarning: cache is cold in line 3\n<?xml version=\"1.0\"?><rss><channel><item><title>Junk before</title></item></channel></rss>", "Junk before")]
    [InlineData("<rss><channel><item><media:title>Undeclared</media:title></item></channel></rss>", "Undeclared")]
    [InlineData("<rss><channel><item><title>Never closed</item></channel></rss>", "Never closed")]
    [InlineData("<rss><channel><item><title>Control\u0008 mark</title></item></channel></rss>", "Control mark")]
    [InlineData("<rss><channel><item><title>Cut short</title><description>Words", "Cut short")]
    [InlineData("<RSS><Channel><item><Title>Loud</Title></item></Channel></RSS>", "Loud")]
    [InlineData("<!DOCTYPE rss [<!ENTITY pub \"The Vesper\"><!ENTITY % html SYSTEM \"http://a.example/x.ent\"> %html;]><rss><channel><item><title>By &pub;</title></item></channel></rss>", "By The Vesper")]
    [InlineData("<rss><channel><item><title>It&#146;s a &#x2014; b</title></item></channel></rss>", "It’s a — b")]
    public void Reads_over_what_is_not_well_formed(string text, string title) => Assert.Equal(title, Entries.One(text, Reader).Value("title"));

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><rss><channel><item><title>&c;</title></item></channel></rss>")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&a;</title></item></channel></rss>")]
    [InlineData("\n<!DOCTYPE rss [\n<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\">]><rss><channel><item><title>&a;</title></item></channel></rss>")]
    public void Rejects_entities_that_grow_or_reach_out(string text) =>
        Assert.Contains("document type declaration", Assert.Throws<RejectedFileException>(() => Entries.Of(text, Reader)).Message, StringComparison.Ordinal);

    [Fact]
    public void Rejects_what_is_nested_without_end()
    {
        var text = "<rss><channel><item><description>" + string.Concat(Enumerable.Repeat("<a>", 100_000));
        Assert.Contains("MaxMarkupDepth", Assert.Throws<RejectedFileException>(() => Entries.Of(text, Reader)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_more_elements_than_the_limit()
    {
        var text = "<rss><channel><item><title>x</title>" + string.Concat(Enumerable.Repeat("<a/>", 1100)) + "</item></channel></rss>";
        var document = new SourceDocument("a.xml", Encoding.UTF8.GetBytes(text)) { Limits = new IngestionLimits { MaxMarkupElements = 1000 } };
        var source = SourceDecoder.Decode(document);
        Assert.Throws<RejectedFileException>(() => FormatDetector.Detect(source).Read(source).ToList());
    }

    [Fact]
    public void Says_which_entry_has_nothing_to_read()
    {
        var drafts = Entries.Of("<rss><channel><item><title>Good</title></item>\n<item><pubDate>2026</pubDate></item></channel></rss>", Reader);
        Assert.Null(drafts[0].Fault);
        Assert.Equal(2, drafts[1].Fault!.Line);
    }

    [Fact]
    public void Skips_a_feed_without_entries() =>
        Assert.Throws<UnsupportedFileException>(() => Entries.Of("<rss><channel><title>Empty</title></channel></rss>", Reader));

    [Theory]
    [InlineData("Ines Calloway", "Ines Calloway")]
    [InlineData("desk@a.example (Ines Calloway)", "Ines Calloway")]
    [InlineData("Ines Calloway &lt;desk@a.example&gt;", "Ines Calloway")]
    [InlineData("desk@a.example", null)]
    public void Reads_the_name_of_an_author(string written, string? name) =>
        Assert.Equal(name, Entries.One($"<rss><channel><item><title>x</title><author>{written}</author></item></channel></rss>", Reader).Value("author"));
}
