using NewsCorpus.Articles;
using NewsCorpus.Extraction.Structure;
using NewsCorpus.Ingestion;
using Xunit;

namespace NewsCorpus.Tests.Ingestion.Formats;

public sealed class NewsReadersTests
{
    private const string Story = """
        <nitf><head><title>Slug</title><docdata><date.issue norm="20260108T103312+0000"/><doc.copyright holder="Vesper Wire"/><key-list><keyword key="harbour"/><keyword key="ferries"/></key-list></docdata>
        <pubdata name="Haldermouth Courier" date.publication="20260109"/></head>
        <body><body.head><hedline><hl1>Quay shut after rope fouls ferry</hl1><hl2>Divers called in</hl2></hedline><byline>By <person>Ines Calloway</person></byline><dateline><location>HALDERMOUTH</location></dateline><abstract><p>In short.</p></abstract></body.head>
        <body.content><block><p>The quay was <em>shut</em> on Thursday &mdash; for good?</p><media media-type="image"><media-caption>The quay.</media-caption><media-producer>Tom Pell</media-producer></media>
        <p>It opens <a href="https://a.example/x">soon</a>.</p></block></body.content></body></nitf>
        """;

    [Fact]
    public void Reads_NITF_with_its_head_and_its_blocks()
    {
        var draft = Entries.One("<?xml version=\"1.0\"?>\n<!DOCTYPE nitf SYSTEM \"nitf-3-2.dtd\">\n" + Story, "nitf");
        Assert.Equal("Quay shut after rope fouls ferry", draft.Value("title"));
        Assert.Equal("Divers called in", draft.Value("subtitle"));
        Assert.Equal("20260108T103312+0000", draft.Value("issued"));
        Assert.Equal("Haldermouth Courier", draft.Value("publisher"));
        Assert.Equal("Ines Calloway", draft.Value("author"));
        Assert.Equal("In short.", draft.Value("abstract"));
        Assert.Equal(["harbour", "ferries"], draft.Values("keywords"));
        var content = ContentReader.Read(draft);
        Assert.Contains("The quay was shut on Thursday — for good?", content.Text, StringComparison.Ordinal);
        Assert.Contains(content.Blocks, b => b.Kind == BlockKind.Caption && content.Of(b).SequenceEqual("The quay."));
        Assert.Contains(content.Blocks, b => b.Kind == BlockKind.Byline);
        Assert.Contains(content.Spans, s => s.Href == "https://a.example/x");
    }

    [Fact]
    public void Reads_a_news_item_with_NITF_inside()
    {
        var draft = Entries.One(
            "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:1' version='1' xml:lang='en'><itemMeta><itemClass qcode='ninat:text'/><provider qcode='nprov:VESPER'/><versionCreated>2026-01-08T10:33:12Z</versionCreated><pubStatus qcode='stat:canceled'/></itemMeta>"
            + "<contentMeta><infoSource><name>Vesper Wire</name></infoSource><creator><name>Ines Calloway</name></creator><subject type='cpnat:person'><name>Tom Pell</name></subject><subject><name>harbours</name></subject><headline>Quay shut</headline></contentMeta>"
            + $"<contentSet><inlineXML contenttype='application/nitf+xml'>{Story}</inlineXML></contentSet></newsItem>",
            "newsml-g2");
        Assert.Equal("", draft.EntryKey);
        Assert.Equal("Quay shut", draft.Value("title"));
        Assert.Equal("2026-01-08T10:33:12Z", draft.Value("issued"));
        Assert.Equal("VESPER", draft.Value("publisher"));
        Assert.Equal("Vesper Wire", draft.Value("source"));
        Assert.Equal(["harbours"], draft.Values("subjects"));
        Assert.Equal("en", draft.Value("language"));
        Assert.Contains("stat:canceled", Assert.Single(draft.Notes), StringComparison.Ordinal);
        Assert.Contains("The quay was shut on Thursday", ContentReader.Read(draft).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_each_item_of_a_message_and_names_those_without_text()
    {
        var drafts = Entries.Of(
            "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet><packageItem/>"
            + "<newsItem guid='a'><contentMeta><headline>One</headline></contentMeta><contentSet><inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><head><title>t</title></head><body><p>First text.</p></body></html></inlineXML></contentSet></newsItem>"
            + "<newsItem guid='b'><contentMeta><headline>Two</headline></contentMeta><contentSet><inlineData contenttype='text/plain'>Second text.</inlineData></contentSet></newsItem>"
            + "<newsItem guid='c'><itemMeta><itemClass qcode='ninat:picture'/></itemMeta><contentSet><remoteContent href='c.jpg'/></contentSet></newsItem></itemSet></newsMessage>",
            "newsml-g2");
        Assert.Equal(["a", "b", "c"], drafts.Select(d => d.EntryKey));
        Assert.Equal("First text.", ContentReader.Read(drafts[0]).Text);
        Assert.Equal("Second text.", drafts[1].Body);
        Assert.Contains("picture", drafts[2].Fault!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_the_plain_news_items_of_the_1990s()
    {
        var draft = Entries.One(
            "<?xml version=\"1.0\" encoding=\"iso-8859-1\" ?>\n<newsitem itemid=\"7\" id=\"root\" date=\"1996-08-20\" xml:lang=\"en\">\n<title>Quay shut.</title>\n<headline>Quay shut after rope fouls ferry.</headline>\n<dateline>HALDERMOUTH 1996-08-20</dateline>\n<text>\n<p>The quay was shut.</p>\n<p>Divers came.</p>\n</text>\n<copyright>(c) Vesper</copyright>\n</newsitem>",
            "newsml-g2");
        Assert.Equal("Quay shut after rope fouls ferry.", draft.Value("title"));
        Assert.Equal("1996-08-20", draft.Value("date"));
        Assert.Equal("The quay was shut.\n\nDivers came.", ContentReader.Read(draft).Text);
    }

    [Theory]
    [InlineData("<conceptItem xmlns='http://iptc.org/std/nar/2006-10-01/'><concept/></conceptItem>")]
    [InlineData("<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='a'><itemMeta><itemClass qcode='ninat:video'/></itemMeta></newsItem>")]
    public void Skips_items_without_a_text(string text) => Assert.Throws<UnsupportedFileException>(() => Entries.Of(text, "newsml-g2"));

    [Theory]
    [InlineData("{\"uri\": \"urn:1\", \"type\": \"text\", \"versioncreated\": \"2026-01-08T10:33:12Z\", \"byline\": \"x\", \"by\": \"Ines Calloway\", \"headline\": \"Quay shut\", \"body_text\": \"Plain.\", \"body_xhtml\": \"<p>The quay is shut.</p>\", \"subject\": [{\"name\": \"harbours\"}]}")]
    [InlineData("{\"uri\": \"urn:1\", \"type\": \"text\", \"versionCreated\": \"2026-01-08T10:33:12Z\", \"by\": \"Ines Calloway\", \"headlines\": [{\"role\": \"slug\", \"value\": \"x\"}, {\"role\": \"main\", \"value\": \"Quay shut\"}], \"bodies\": [{\"role\": \"text\", \"contentType\": \"text/plain\", \"value\": \"Plain.\"}, {\"contentType\": \"text/html\", \"value\": \"<p>The quay is shut.</p>\"}], \"subjects\": [{\"name\": \"harbours\"}]}")]
    [InlineData("{\"uri\": \"urn:1\", \"pubstatus\": \"usable\", \"versioncreated\": \"2026-01-08T10:33:12Z\", \"by\": \"Ines Calloway\", \"headline\": \"Quay shut\", \"bodies\": [{\"contentType\": \"text/vnd.IPTC.NITF\", \"value\": \"<nitf><body><body.content><p>The quay is shut.</p></body.content></body></nitf>\"}], \"subjects\": [{\"name\": \"harbours\"}]}")]
    public void Reads_ninjs_of_each_version(string text)
    {
        var draft = Entries.One(text, "ninjs");
        Assert.Equal("Quay shut", draft.Value("title"));
        Assert.Equal("2026-01-08T10:33:12Z", draft.Value("issued"));
        Assert.Equal("Ines Calloway", draft.Value("author"));
        Assert.Equal(["harbours"], draft.Values("subjects"));
        Assert.Equal("The quay is shut.", ContentReader.Read(draft).Text);
    }

    [Fact]
    public void Skips_a_picture_in_ninjs() =>
        Assert.Throws<UnsupportedFileException>(() => Entries.Of("{\"uri\": \"urn:1\", \"type\": \"picture\", \"versioncreated\": \"2026\", \"headline\": \"x\"}", "ninjs"));
}
