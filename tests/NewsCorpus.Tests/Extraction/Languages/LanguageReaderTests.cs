using NewsCorpus.Articles;
using NewsCorpus.Extraction.Languages;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Languages;

public sealed class LanguageReaderTests
{
    private const string Norwegian =
        "Ferja er tilbake på fjorden etter en lang reparasjon, og hele byen sto på kaia da den seilte. Havnesjefen sa at arbeidet hadde tatt lengre tid enn noen hadde ventet, men at båten nå er tryggere enn før. "
        + "Mange hadde tatt fri fra jobben for å være med på den første turen over sundet.";

    private const string English =
        "The ferry is back on the sound after a long repair, and the whole town stood on the quay when it sailed. The harbour master said that the work had taken longer than anybody had thought, but that the boat is now safer than before.";

    [Fact]
    public void Takes_what_the_file_states_and_keeps_its_line()
    {
        var finding = LanguageReader.Read(Draft.With("lang=en-GB"), Draft.Paragraphs(English));

        Assert.Equal(("en", FactKind.Stated), (finding.Code, finding.Kind));
        var evidence = Assert.Single(finding.Evidence);
        Assert.Equal((EvidenceFields.Language, "en", FactKind.Stated, 2), (evidence.Field, evidence.Value, evidence.Kind, evidence.Line));
        Assert.Null(evidence.Note);
    }

    [Fact]
    public void Reads_the_text_where_nothing_is_stated_and_points_at_it()
    {
        var content = Draft.Paragraphs(Norwegian);
        var finding = LanguageReader.Read(Draft.With("title=x"), content);

        Assert.Equal(("no", FactKind.Derived), (finding.Code, finding.Kind));
        var evidence = Assert.Single(finding.Evidence);
        Assert.Equal(content.Text[evidence.Start!.Value..evidence.End!.Value], evidence.Excerpt);
        Assert.Equal("letters of the text", evidence.Rule);
    }

    [Fact]
    public void Keeps_both_where_a_page_s_template_contradicts_the_text()
    {
        var finding = LanguageReader.Read(Draft.From("html lang", "language=en"), Draft.Paragraphs(Norwegian));

        Assert.Equal(("no", FactKind.Derived), (finding.Code, finding.Kind));
        Assert.Equal([("no", FactKind.Derived), ("en", FactKind.Stated)], finding.Evidence.Select(e => (e.Value, e.Kind)));
        Assert.Contains("English", finding.Evidence[0].Note, StringComparison.Ordinal);
        Assert.Contains("Norwegian", finding.Evidence[1].Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_both_and_believes_front_matter_that_contradicts_the_text()
    {
        var finding = LanguageReader.Read(Draft.With("lang=sv"), Draft.Paragraphs(English));

        Assert.Equal(("sv", FactKind.Stated), (finding.Code, finding.Kind));
        Assert.Equal(["sv", "en"], finding.Evidence.Select(e => e.Value));
    }

    [Theory]
    [InlineData("x-default")]
    [InlineData("und")]
    [InlineData("klingon")]
    public void Passes_over_what_names_no_language(string stated) =>
        Assert.Equal(("en", FactKind.Derived), LanguageReader.Read(Draft.With($"lang={stated}"), Draft.Paragraphs(English)) is var finding ? (finding.Code, finding.Kind) : default);

    [Theory]
    [InlineData("Ferry.")]
    [InlineData("12 345 678 : 9")]
    [InlineData("")]
    public void Says_nothing_of_a_text_without_enough_letters(string text)
    {
        var finding = LanguageReader.Read(Draft.With("title=x"), text.Length == 0 ? ArticleContent.Empty : Draft.Paragraphs(text));

        Assert.Null(finding.Code);
        Assert.Equal(FactKind.Unknown, finding.Kind);
        Assert.Empty(finding.Evidence);
    }

    [Fact]
    public void Short_text_does_not_speak_against_what_is_stated() =>
        Assert.Equal(("en", FactKind.Stated), LanguageReader.Read(Draft.From("html lang", "language=en"), Draft.Paragraphs("Ferja er tilbake på fjorden nå.")) is var finding ? (finding.Code, finding.Kind) : default);
}
