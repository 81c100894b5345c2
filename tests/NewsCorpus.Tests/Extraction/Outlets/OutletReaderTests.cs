using NewsCorpus.Articles;
using NewsCorpus.Extraction.Outlets;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Outlets;

public sealed class OutletReaderTests
{
    private static readonly ArticleContent Plain = Draft.Paragraphs("The mayor told Bay Herald and Fox News that the ferry is safe.", "Nobody spoke.");

    [Fact]
    public void Takes_no_outlet_from_a_mention_in_the_text()
    {
        var finding = OutletReader.Read(Draft.With("title=Harbour Post praised"), Plain);

        Assert.Equal((null, FactKind.Unknown, null, null), (finding.Outlet, finding.Kind, finding.Agency, finding.Link));
        Assert.DoesNotContain(finding.Evidence, e => e.Field == EvidenceFields.Outlet);
    }

    [Theory]
    [InlineData("The mayor told MS NOW senior reporter Ida Crake that the ferry is safe.", "MS NOW", "told MS NOW")]
    [InlineData("The mayor told the Harbour Post on Monday that the ferry is safe.", "Harbour Post", "told the Harbour Post")]
    [InlineData("“We like it here,” the mayor said in an interview with Radio Halder.", "Radio Halder", "interview with Radio Halder")]
    public void Hints_at_an_outlet_that_the_text_mentions_and_nothing_else_names(string text, string name, string excerpt)
    {
        var content = Draft.Paragraphs(text);
        var finding = OutletReader.Read(Draft.With(), content);

        var hint = Assert.Single(finding.Evidence);
        Assert.Null(finding.Outlet);
        Assert.Equal((EvidenceFields.OutletHint, name, excerpt), (hint.Field, hint.Value, hint.Excerpt));
        Assert.Equal(excerpt, content.Text[hint.Start!.Value..hint.End!.Value]);
        Assert.DoesNotContain(OutletReader.Read(Draft.With("outlet=Vesper Weekly"), content).Evidence, e => e.Field == EvidenceFields.OutletHint);
    }

    [Theory]
    [InlineData("The mayor told Desmond Achterberg that the ferry is safe.")]
    [InlineData("The mayor told reporters in Harbour Street that the ferry is safe.")]
    [InlineData("Nobody told the Harbour Democrats.")]
    public void Hints_at_no_person_place_or_party(string text) => Assert.Empty(OutletReader.Read(Draft.With(), Draft.Paragraphs(text)).Evidence);

    [Theory]
    [InlineData("The ferry sails.", "title=Ferry sails again | The Halder Daily", "The Halder Daily", "name spelled by the site, in the title")]
    [InlineData("The Halder Daily’s Ida Crake wrote this.", "title=Ferry sails again", "The Halder Daily", "name spelled by the site, in the text")]
    [InlineData("The halder daily ferry sails.", "title=Ferry sails again", "halderdaily.example", null)]
    public void Gives_a_site_the_name_that_title_or_text_spell_like_it(string text, string title, string name, string? rule)
    {
        var finding = OutletReader.Read(Draft.With("link=https://www.halderdaily.example/ferry", title), Draft.Paragraphs(text));

        Assert.Equal(new OutletReading(name, "halderdaily.example"), finding.Outlet);
        Assert.Equal(rule, finding.Evidence.FirstOrDefault(e => e.Rule.StartsWith("name spelled", StringComparison.Ordinal))?.Rule);
    }

    [Theory]
    [InlineData("https://www.foxnews.com/media/ferry", "Fox News", "foxnews.com")]
    [InlineData("http://feeds.foxnews.com/foxnews/latest", "Fox News", "foxnews.com")]
    [InlineData("https://www.harbourpost.co.uk/ferry", "harbourpost.co.uk", "harbourpost.co.uk")]
    [InlineData("https://m.harbourpost.example/ferry", "harbourpost.example", "harbourpost.example")]
    [InlineData("https://vesper.substack.com/p/ferry", "vesper.substack.com", "vesper.substack.com")]
    [InlineData("https://web.archive.org/web/20260108/https://www.harbourpost.example/ferry", "harbourpost.example", "harbourpost.example")]
    [InlineData("https://www-harbourpost-com.cdn.ampproject.org/c/s/www.harbourpost.com/ferry", "harbourpost.com", "harbourpost.com")]
    [InlineData("https://www.google.com/url?q=https%3A%2F%2Fharbourpost.com%2Fferry&sa=D", "harbourpost.com", "harbourpost.com")]
    [InlineData("https://www.msn.com/en-us/ferry", "MSN", "msn.com")]
    public void Takes_the_site_of_the_link_as_stated(string link, string name, string domain)
    {
        var finding = OutletReader.Read(Draft.With("link=" + link), Plain);

        Assert.Equal((new OutletReading(name, domain), FactKind.Stated, link), (finding.Outlet, finding.Kind, finding.Link));
        Assert.Equal(("outlet", name, "site of the link", 2), (finding.Evidence[0].Field, finding.Evidence[0].Value, finding.Evidence[0].Rule, finding.Evidence[0].Line));
    }

    [Theory]
    [InlineData("https://news.google.com/rss/articles/abc")]
    [InlineData("http://feedproxy.google.com/~r/harbour/abc")]
    [InlineData("https://t.co/abc")]
    [InlineData("http://127.0.0.1/ferry")]
    [InlineData("not a link")]
    public void Takes_no_outlet_from_a_carrier(string link) => Assert.Null(OutletReader.Read(Draft.With("link=" + link), Plain).Outlet);

    [Fact]
    public void Supports_the_link_by_the_hosts_of_feed_and_categories()
    {
        var finding = OutletReader.Read(Draft.With("link=https://www.harbourpost.com/ferry", "source=https://feeds.harbourpost.com/latest", "categories=feeds.harbourpost.com"), Plain);

        Assert.Equal("harbourpost.com", finding.Outlet?.Name);
        Assert.Equal(3, finding.Evidence.Count);
        Assert.All(finding.Evidence, evidence => Assert.Null(evidence.Note));
    }

    [Fact]
    public void Takes_the_feed_or_the_category_where_there_is_no_link()
    {
        Assert.Equal("Fox News", OutletReader.Read(Draft.With("source=https://feeds.foxnews.com/foxnews/latest"), Plain).Outlet?.Name);
        Assert.Equal("Fox News", OutletReader.Read(Draft.With("categories=feeds.foxnews.com"), Plain).Outlet?.Name);
        Assert.Null(OutletReader.Read(Draft.With("categories=politics"), Plain).Outlet);
    }

    [Fact]
    public void Lets_the_link_win_over_another_feed_and_keeps_both()
    {
        var finding = OutletReader.Read(Draft.With("source=https://rss.tidewire.example/all", "link=https://harbourpost.example/ferry"), Plain);

        Assert.Equal("harbourpost.example", finding.Outlet?.Name);
        Assert.Equal("tidewire.example", finding.Evidence[1].Value);
        Assert.Contains("another outlet", finding.Evidence[1].Note);
    }

    [Fact]
    public void Lets_the_feed_win_over_a_portal()
    {
        var finding = OutletReader.Read(Draft.With("link=https://www.msn.com/ferry", "source=https://rss.tidewire.example/all"), Plain);

        Assert.Equal("tidewire.example", finding.Outlet?.Name);
        Assert.Equal("MSN", finding.Evidence[1].Value);
    }

    [Theory]
    [InlineData("outlet=Harbour Post", "Harbour Post", null)]
    [InlineData("publisher=Harbour Post", "Harbour Post", null)]
    [InlineData("og:site_name=Harbour Post", "Harbour Post", null)]
    [InlineData("source=Harbour Post", "Harbour Post", null)]
    [InlineData("outlet=NYT", "The New York Times", "nytimes.com")]
    [InlineData("source=Fox News - Politics", "Fox News", "foxnews.com")]
    [InlineData("outlet=www.foxnews.com", "Fox News", "foxnews.com")]
    [InlineData("publication=Tide &amp; Times", "Tide & Times", null)]
    public void Takes_a_stated_name(string field, string name, string? domain)
    {
        var finding = OutletReader.Read(Draft.With(field), Plain);

        Assert.Equal((new OutletReading(name, domain), FactKind.Stated), (finding.Outlet, finding.Kind));
    }

    [Fact]
    public void Joins_a_name_with_the_domain_of_the_link()
    {
        Assert.Equal(new OutletReading("Harbour Post", "harbourpost.example"), OutletReader.Read(Draft.With("publisher=Harbour Post", "link=https://www.harbourpost.example/ferry"), Plain).Outlet);
        Assert.Equal(new OutletReading("Harbour Post", null), OutletReader.Read(Draft.With("publisher=Harbour Post", "link=https://www.msn.com/ferry"), Plain).Outlet);
    }

    [Fact]
    public void Takes_the_name_of_a_copyright_line_that_the_domain_spells()
    {
        var draft = Draft.With("link=https://www.harbourpost.example/ferry");

        Assert.Equal("The Harbour Post", OutletReader.Read(draft, Draft.Paragraphs("Words.", "© 2026 The Harbour Post")).Outlet?.Name);
        Assert.Equal("harbourpost.example", OutletReader.Read(draft, Draft.Paragraphs("Words.", "© 2026 Tidewire")).Outlet?.Name);
    }

    [Fact]
    public void Takes_the_well_known_site_for_its_company()
    {
        var finding = OutletReader.Read(Draft.With("publisher=Harbour Media Group", "link=https://www.theguardian.com/ferry"), Plain);

        Assert.Equal("The Guardian", finding.Outlet?.Name);
        Assert.Equal("Harbour Post", OutletReader.Read(Draft.With("outlet=Harbour Post", "link=https://www.theguardian.com/ferry"), Plain).Outlet?.Name);
    }

    [Theory]
    [InlineData("– This story first appeared in The Washington Post.", "The Washington Post", "washingtonpost.com")]
    [InlineData("This story was originally published by Harbour Post.", "Harbour Post", null)]
    [InlineData("This article first appeared in the Harbour Post on 8 January 2026 and is republished with permission.", "Harbour Post", null)]
    [InlineData("(This article originally appeared in “Harbour Post”.)", "Harbour Post", null)]
    [InlineData("*This piece originally ran in the January 2026 issue of Harbour Review.*", "Harbour Review", null)]
    [InlineData("This article is republished from The Conversation under a Creative Commons license. Read the original article.", "The Conversation", "theconversation.com")]
    [InlineData("Republished with permission from U.S. News & World Report.", "U.S. News & World Report", "usnews.com")]
    [InlineData("Originally published at harbourpost.example.", "harbourpost.example", "harbourpost.example")]
    [InlineData("A version of this article first appeared in Tide & Times, a weekly.", "Tide & Times", null)]
    [InlineData("This article was originally published on Salon.com.", "Salon", "salon.com")]
    public void Derives_from_a_line_that_says_where_the_text_first_appeared(string line, string name, string? domain)
    {
        var content = Draft.Paragraphs("The ferry is safe.", line);

        var finding = OutletReader.Read(Draft.With("title=x"), content);

        Assert.Equal((new OutletReading(name, domain), FactKind.Derived), (finding.Outlet, finding.Kind));
        var evidence = finding.Evidence[0];
        Assert.Equal(20, evidence.Start);
        Assert.Equal(evidence.Excerpt, content.Text[evidence.Start!.Value..evidence.End!.Value]);
    }

    [Theory]
    [InlineData("This article originally appeared in print.")]
    [InlineData("This article was first published in French.")]
    [InlineData("This article was originally published in January.")]
    [InlineData("The essay appeared to be lost.")]
    [InlineData("Her first novel was published by Harbour Press.")]
    [InlineData("The mayor first appeared in Harbour Post.")]
    [InlineData("He said the article originally appeared in Harbour Post.")]
    public void Derives_nothing_from_lines_that_say_something_else(string line) => Assert.Null(OutletReader.Read(Draft.With(), Draft.Paragraphs("The ferry is safe.", line)).Outlet);

    [Fact]
    public void Takes_the_domain_from_a_link_on_the_name()
    {
        var content = Draft.Paragraphs("The ferry is safe.", "This article originally appeared in Harbour Post.");
        content = content with { Spans = [new InlineSpan(SpanKind.Link, 56, 68, "https://www.harbourpost.example/ferry")] };

        Assert.Equal(new OutletReading("Harbour Post", "harbourpost.example"), OutletReader.Read(Draft.With(), content).Outlet);
    }

    [Theory]
    [InlineData("© 2026 Harbour Post. All rights reserved.", "Harbour Post")]
    [InlineData("Copyright 2026 by Fox News Network, LLC", "Fox News")]
    [InlineData("(c) 1998-2026 Harbour Post Ltd.", "Harbour Post")]
    [InlineData("Copyright law is on the agenda of the council", null)]
    [InlineData("© 2026", null)]
    public void Derives_last_from_a_copyright_line(string line, string? expected)
    {
        Assert.Equal(expected, OutletReader.Read(Draft.With(), Draft.Paragraphs("The ferry is safe.", line)).Outlet?.Name);
        Assert.Null(OutletReader.Read(Draft.With(), Draft.Blocks((BlockKind.Paragraph, "The ferry is safe."), (BlockKind.Credit, line))).Outlet);
    }

    [Theory]
    [InlineData("PORT ELM (Reuters) — The ferry sank.", "Reuters")]
    [InlineData("PORT ELM, Jan 8 (AP) _ The ferry sank.", "Associated Press")]
    [InlineData("(AFP) The ferry sank.", "Agence France-Presse")]
    [InlineData("PORT ELM (Reuters Health) - The ferry sank.", "Reuters")]
    [InlineData("PORT ELM (Tidewire) — The ferry sank.", null)]
    [InlineData("The Authority for Ports (AP) runs the ferry.", null)]
    [InlineData("(AP Photo/Ada Vesper) The ferry.", null)]
    public void Credits_the_agency_of_the_dateline(string text, string? agency)
    {
        var finding = OutletReader.Read(Draft.With("link=https://harbourpost.example/ferry"), Draft.Paragraphs(text, "Words."));

        Assert.Equal((agency, "harbourpost.example"), (finding.Agency, finding.Outlet?.Name));
        if (agency is not null)
            Assert.Contains(finding.Evidence, evidence => evidence.Field == "agency" && evidence.Value == agency && text.StartsWith(evidence.Excerpt, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(BlockKind.Dateline, "PORT ELM, Jan. 8 (Reuters) -", "Reuters")]
    [InlineData(BlockKind.Byline, "By Ada Vesper, Associated Press", "Associated Press")]
    [InlineData(BlockKind.Byline, "By Ada Vesper", null)]
    [InlineData(BlockKind.Credit, "Photograph: Ada Vesper/AFP", null)]
    [InlineData(BlockKind.Caption, "(Reuters)", null)]
    [InlineData(BlockKind.Contributor, "The Associated Press contributed to this report.", null)]
    public void Credits_an_agency_by_the_kind_of_block(BlockKind kind, string text, string? agency) =>
        Assert.Equal(agency, OutletReader.Read(Draft.With(), Draft.Blocks((kind, text), (BlockKind.Paragraph, "The ferry sank."))).Agency);

    [Theory]
    [InlineData("— AFP", "Agence France-Presse")]
    [InlineData("(Reporting by Ada Vesper; Editing by Sol Lind) (Reuters)", "Reuters")]
    [InlineData("Copyright 1996 The Associated Press. All rights reserved.", "Associated Press")]
    [InlineData("Nobody from Reuters came.", null)]
    [InlineData("The Associated Press contributed to this report.", null)]
    public void Credits_an_agency_in_the_closing_line(string line, string? agency)
    {
        var finding = OutletReader.Read(Draft.With(), Draft.Paragraphs("The ferry sank.", line));

        Assert.Equal(agency, finding.Agency);
        Assert.Null(finding.Outlet);
    }

    [Fact]
    public void Keeps_a_stated_agency_apart_from_the_site_that_printed_it()
    {
        var finding = OutletReader.Read(Draft.With("source=Reuters", "link=https://harbourpost.example/ferry"), Plain);

        Assert.Equal(("harbourpost.example", "Reuters"), (finding.Outlet?.Name, finding.Agency));
        Assert.Equal(("Reuters", "Reuters"), (OutletReader.Read(Draft.With("source=Reuters"), Plain).Outlet?.Name, OutletReader.Read(Draft.With("author=Reuters", "source=Reuters"), Plain).Agency));
    }

    [Fact]
    public void Reads_hostile_input_without_failing()
    {
        var hostile = string.Concat(Enumerable.Repeat("This article originally appeared in the the , © http://a.b/http://", 3000));

        var finding = OutletReader.Read(Draft.With("link=https://web.archive.org/" + hostile, "source=" + hostile, "outlet=" + hostile), Draft.Paragraphs(hostile, hostile));

        Assert.All(finding.Evidence, evidence => Assert.True(evidence.End is null || evidence.End - evidence.Start <= 300));
    }
}
