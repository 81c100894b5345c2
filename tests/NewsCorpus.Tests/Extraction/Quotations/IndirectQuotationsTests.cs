using Xunit;

namespace NewsCorpus.Tests.Extraction.Quotations;

public class IndirectQuotationsTests
{
    [Theory]
    [InlineData("Anna Rook said that the company would put up two thirds of the money.", "that the company would put up two thirds of the money", "said")]
    [InlineData("Anna Rook said the gate would stay shut until the spring.", "the gate would stay shut until the spring", "said")]
    [InlineData("The gate would stay shut until the spring, Anna Rook said.", "The gate would stay shut until the spring", "said")]
    [InlineData("The gate will stay shut until the spring, according to Anna Rook.", "The gate will stay shut until the spring", "according to")]
    [InlineData("Anna Rook told reporters that nobody had read the letters.", "that nobody had read the letters", "told")]
    public void Finds_what_a_cue_verb_reports(string text, string content, string cue)
    {
        var reading = Assert.Single(Copy.Indirect(text, "Anna Rook"));
        Assert.Equal(content, reading.Text);
        Assert.Equal(cue, reading.Cue);
        Assert.Equal(0, reading.Speaker);
        Assert.False(reading.IsDirect);
    }

    [Theory]
    [InlineData("The ferry left at noon and came back at four.")]
    [InlineData("Crews repaired the gate before the spring tide.")]
    [InlineData("Anna Rook did not respond to a request for comment.")]
    [InlineData("The report, which was late, has four hundred pages.")]
    public void Finds_nothing_where_nothing_is_reported(string text) => Assert.Empty(Copy.Indirect(text, "Anna Rook"));

    [Fact]
    public void Leaves_words_wholly_in_marks_to_the_direct_quotations() =>
        Assert.Empty(Copy.Indirect("“The gate will stay shut until the spring,” Anna Rook said.", "Anna Rook"));

    [Fact]
    public void Reports_the_clause_and_the_quoted_words_in_it()
    {
        var readings = Copy.Read("Anna Rook said the gate was “a rusted promise with a handle”.", "Anna Rook");
        Assert.Contains(readings, r => r.IsDirect && r.Text == "a rusted promise with a handle");
        Assert.Contains(readings, r => !r.IsDirect && r.Text.StartsWith("the gate was", StringComparison.Ordinal));
    }
}
