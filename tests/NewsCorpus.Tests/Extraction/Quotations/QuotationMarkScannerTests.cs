using NewsCorpus.Articles;
using NewsCorpus.Extraction.Quotations;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Quotations;

public class QuotationMarkScannerTests
{
    private static string[] Quoted(string text, BlockKind kind = BlockKind.Paragraph)
    {
        var content = Copy.Of(text, kind);
        return [.. QuotationMarkScanner.Scan(content).Select(s => content.Text[s.Start..s.End])];
    }

    [Theory]
    [InlineData("“The ferry is late,” he said.", "The ferry is late,")]
    [InlineData("\"The ferry is late,\" he said.", "The ferry is late,")]
    [InlineData("``The ferry is late,'' he said.", "The ferry is late,")]
    [InlineData("''The ferry is late,'' he said.", "The ferry is late,")]
    [InlineData("«The ferry is late», he said.", "The ferry is late")]
    [InlineData("‘The ferry is late,’ he said.", "The ferry is late,")]
    [InlineData("'The ferry is late,' he said.", "The ferry is late,")]
    [InlineData("He said (\"The ferry is late\") twice.", "The ferry is late")]
    public void Finds_words_between_marks_of_every_kind(string text, string quoted) => Assert.Equal([quoted], Quoted(text));

    [Theory]
    [InlineData("The dockers' union met in '98 and it wasn't pleased, 'cause the port's owners' letter was lost.")]
    [InlineData("The dockers’ union met in ’98 and it wasn’t pleased.")]
    [InlineData("Rock 'n' roll filled O'Hara's.")]
    public void Takes_no_apostrophe_for_a_mark(string text) => Assert.Empty(Quoted(text));

    [Fact]
    public void Keeps_apostrophes_inside_single_quotation() =>
        Assert.Equal(["We can’t read the dockers’ minds, can we?"], Quoted("‘We can’t read the dockers’ minds, can we?’ she asked."));

    [Theory]
    [InlineData("“She told me ‘go home’ and I went,” he said.", "She told me ‘go home’ and I went,")]
    [InlineData("‘She told me “go home” and I went,’ he said.", "She told me “go home” and I went,")]
    [InlineData("\"She told me 'go home' and I went,\" he said.", "She told me 'go home' and I went,")]
    public void Takes_the_outermost_of_nested_marks(string text, string quoted) => Assert.Equal([quoted], Quoted(text));

    [Fact]
    public void Goes_on_where_the_next_paragraph_repeats_the_opening_mark()
    {
        var content = Copy.Of("“The first pump failed at noon.\n“The second one failed at one.”\n“Nobody slept.”");
        var spans = QuotationMarkScanner.Scan(content);
        string[] words = ["The first pump failed at noon.", "The second one failed at one.", "Nobody slept."];
        Assert.Equal(words, spans.Select(s => content.Text[s.Start..s.End]).ToArray());
        Assert.Equal([false, true, false], spans.Select(s => s.Continues));
    }

    [Fact]
    public void Ends_with_its_sentence_where_the_closing_mark_is_missing() =>
        Assert.Equal(["The gate is shut.", "It is open,"], Quoted("“The gate is shut. Nobody came to open it.\nThen: “It is open,” he said."));

    [Fact]
    public void Ends_before_its_cue_where_the_closing_mark_is_missing() =>
        Assert.Equal(["The gate is shut,"], Quoted("“The gate is shut, Mr Rook said.\nNobody came."));

    [Fact]
    public void Reads_only_the_body() => Assert.Empty(Quoted("“The ferry is late,” he said.", BlockKind.Caption));
}
