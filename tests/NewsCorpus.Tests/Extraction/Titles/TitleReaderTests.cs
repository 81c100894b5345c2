using NewsCorpus.Articles;
using NewsCorpus.Extraction.Titles;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Titles;

public sealed class TitleReaderTests
{
    private const string Long = "The ferry between Port Elm and Bramble Bay sank in calm water on Wednesday, the harbour office said, after striking a sandbar nobody had charted.";

    [Theory]
    [InlineData("title=Ferry sinks", "Ferry sinks")]
    [InlineData("title=  Ferry \n sinks ", "Ferry sinks")]
    [InlineData("headline=Tide &amp; Times", "Tide & Times")]
    [InlineData("title=Ferry sinks | Harbour Post", "Ferry sinks | Harbour Post")]
    public void Takes_the_stated_title(string field, string expected)
    {
        var finding = TitleReader.Read(Draft.With(field), Draft.Paragraphs("Calm Water Sinks Ferry", Long));

        Assert.Equal((expected, FactKind.Stated, 2), (finding.Title, finding.Kind, finding.Evidence.Line));
        Assert.Null(finding.Headline);
    }

    [Theory]
    [InlineData("title=Ferry sinks | Harbour Post", "og:site_name=Harbour Post", "Ferry sinks")]
    [InlineData("title=Ferry sinks - Fox News", "x=y", "Ferry sinks")]
    [InlineData("title=Ferry sinks - nobody hurt", "og:site_name=Harbour Post", "Ferry sinks - nobody hurt")]
    public void Takes_the_name_of_the_site_off_a_window_title(string title, string other, string expected) =>
        Assert.Equal(expected, TitleReader.Read(Draft.From("title element", title, other), ArticleContent.Empty).Title);

    [Fact]
    public void Prefers_a_page_s_headline_to_its_window_title()
    {
        var draft = Draft.From("title element", "title=Ferry sinks: live updates and more");

        Assert.Equal("Ferry sinks", TitleReader.Read(draft with { Fields = [.. draft.Fields, .. Draft.From("meta tag", "og:title=Ferry sinks").Fields] }, ArticleContent.Empty).Title);
    }

    [Theory]
    [InlineData("Calm Water Sinks Ferry")]
    [InlineData("Who sank the ferry?")]
    [InlineData("“Nobody steered”: how a ferry sank")]
    public void Derives_a_headline_that_opens_the_text(string headline)
    {
        var content = Draft.Blocks((BlockKind.Caption, "The ferry. Photograph: Ada Vesper"), (BlockKind.Paragraph, headline), (BlockKind.Byline, "By Ada Vesper"), (BlockKind.Paragraph, Long));

        var finding = TitleReader.Read(Draft.With(), content);

        Assert.Equal((headline, FactKind.Derived, content.Blocks[1]), (finding.Title, finding.Kind, finding.Headline));
        Assert.Equal(headline, content.Text[finding.Evidence.Start!.Value..finding.Evidence.End!.Value]);
    }

    [Theory]
    [InlineData("The ferry sank.")]
    [InlineData("ferry workers on strike")]
    [InlineData("January 8, 2026, Port Elm")]
    [InlineData("By Ada Vesper")]
    [InlineData("What we know:")]
    [InlineData("Ada Vesper at the harbour on Tuesday. (Tidewire Photo/Sol Lind)")]
    [InlineData("Ferry")]
    public void Takes_no_other_first_line_for_a_headline(string line) =>
        Assert.Null(TitleReader.Read(Draft.With(), Draft.Paragraphs(line, Long)).Headline);

    [Fact]
    public void Takes_no_headline_without_longer_text_below()
    {
        Assert.Null(TitleReader.Read(Draft.With(), Draft.Paragraphs("Calm Water Sinks Ferry")).Headline);
        Assert.Null(TitleReader.Read(Draft.With(), Draft.Paragraphs("Calm Water Sinks Ferry", "Short.")).Headline);
        Assert.Null(TitleReader.Read(Draft.With(), Draft.Blocks((BlockKind.Dateline, "PORT ELM —"), (BlockKind.Paragraph, "The ferry has been found"), (BlockKind.Paragraph, Long))).Headline);
    }

    [Fact]
    public void Takes_a_heading_before_the_text()
    {
        var content = Draft.Blocks((BlockKind.Heading, "Ferry"), (BlockKind.Paragraph, "Short."));

        Assert.Equal(("Ferry", content.Blocks[0]), (TitleReader.Read(Draft.With(), content).Title, TitleReader.Read(Draft.With(), content).Headline));
        Assert.Null(TitleReader.Read(Draft.With(), Draft.Blocks((BlockKind.Paragraph, "The ferry sank."), (BlockKind.Heading, "Ferry"))).Headline);
    }

    [Fact]
    public void Derives_the_first_sentence_cut_at_a_clause()
    {
        var content = Draft.Blocks((BlockKind.Caption, "A caption."), (BlockKind.Byline, "By Ada Vesper"), (BlockKind.Dateline, "PORT ELM (AP) —"), (BlockKind.Paragraph, Long + " More."));

        var finding = TitleReader.Read(Draft.With(), content);

        Assert.Equal(("The ferry between Port Elm and Bramble Bay sank in calm water on Wednesday…", FactKind.Derived), (finding.Title, finding.Kind));
        Assert.Equal(Long, content.Text[finding.Evidence.Start!.Value..finding.Evidence.End!.Value]);
    }

    [Theory]
    [InlineData("Mr. Vesper left on Jan. 8. Nobody knew.", "Mr. Vesper left on Jan. 8")]
    [InlineData("“We stay,” she said. Then she left.", "“We stay,” she said")]
    [InlineData("Is it over? No.", "Is it over?")]
    [InlineData("He left the U.S.", "He left the U.S.")]
    public void Derives_a_short_first_sentence_whole(string text, string expected) => Assert.Equal(expected, TitleReader.Read(Draft.With(), Draft.Paragraphs(text)).Title);

    [Theory]
    [InlineData("The council of Bramble Bay and the harbour office of Port Elm have agreed to keep the old ferry running until further notice.", "The council of Bramble Bay and the harbour office of Port Elm have agreed to keep the old…")]
    [InlineData("“We will stay here, whatever the council says, and we will keep on steering the ferry,” she told us.", "“We will stay here, whatever the council says, and we will keep on steering the ferry,”…")]
    [InlineData("The 1,200 workers of the ferries of Port Elm, Bramble Bay and Long Reach are to vote on a strike on Friday.", "The 1,200 workers of the ferries of Port Elm…")]
    public void Cuts_a_long_sentence_at_a_clause_outside_quotations_or_at_a_word(string text, string expected) => Assert.Equal(expected, TitleReader.Read(Draft.With(), Draft.Paragraphs(text)).Title);

    [Fact]
    public void Cuts_a_text_without_spaces_inside_the_length()
    {
        var title = TitleReader.Read(Draft.With(), Draft.Paragraphs(string.Concat(Enumerable.Repeat("\U0001F6A2", 300)) + "x")).Title;

        Assert.True(title.Length <= TitleReader.MaxSentence);
        Assert.False(char.IsHighSurrogate(title[^2]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("* * *")]
    public void Says_so_when_there_are_no_words(string text)
    {
        var finding = TitleReader.Read(Draft.With("title= "), Draft.Paragraphs(text));

        Assert.Equal(("(no text)", FactKind.Derived), (finding.Title, finding.Kind));
    }
}
