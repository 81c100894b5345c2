using Xunit;

namespace NewsCorpus.Tests.Extraction.Quotations;

public sealed class SpeakerResolverTests
{
    private static readonly string[] _people = ["Paul Sedge|Mr Sedge|Sedge", "Martin Weir|Mr Weir|Weir", "Anna Rook|Ms Rook|Rook"];

    [Theory]
    [InlineData("Paul Sedge went on to cite a talk with Martin Weir, saying it was short. “It will hold,” he said.", "Paul Sedge")]
    [InlineData("Paul Sedge left early. Anna Rook spoke to Martin Weir at the gate. “It will hold,” he said.", "Martin Weir")]
    [InlineData("“It will not,” Mr Sedge said.\nMr Weir’s office had no comment.\n“We have looked at it,” he said.", "Paul Sedge")]
    [InlineData("Asked about Mr Weir, Mr Sedge shrugged. “It will hold,” he said.", "Paul Sedge")]
    [InlineData("Mr Sedge said the gate was “a gift from Mr Weir”. “It will hold,” he added.", "Paul Sedge")]
    [InlineData("When Mr Weir asked about the gate, Mr Sedge said it was sound. “It will hold,” he said.", "Paul Sedge")]
    [InlineData("Mr Weir met Mr Sedge at noon. “It will hold,” he told Mr Weir.", "Paul Sedge")]
    [InlineData("Anna Rook thanked Paul Sedge and Martin Weir. “It will hold,” she said.", "Anna Rook")]
    public void Pronoun_means_the_subject_before_it(string text, string speaker)
    {
        Assert.Equal(speaker, Name(Copy.Direct(text, _people)[^1].Speaker));
    }

    [Fact]
    public void Explains_whom_a_pronoun_means()
    {
        Assert.Equal("cue after the quotation; whom “he” means, by the sentences before", Assert.Single(Copy.Direct("Mr Sedge came. “It will hold,” he said.", _people)).Rule);
    }

    [Theory]
    [InlineData("Anna Rook, the harbour mayor, came late. Paul Sedge waited. “It will hold,” the mayor said.", "Anna Rook")]
    [InlineData("Anna Rook, a Democrat, met Paul Sedge, a Republican. “It will hold,” the Republican said.", "Paul Sedge")]
    [InlineData("Mr Sedge said the gate was old. “It will hold,” the former lock captain said.", "Paul Sedge")]
    [InlineData("Mr Sedge said the gate was old.\n“It will hold,” said the 64-year-old.", "Paul Sedge")]
    public void Description_means_whom_the_article_ties_it_to(string text, string speaker)
    {
        var reading = Copy.Direct(text, _people)[^1];
        Assert.Equal(speaker, Name(reading.Speaker));
        Assert.StartsWith("the ", reading.SpeakerText!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mr Sedge said the gate was old. “It will hold,” the officer said.")]
    [InlineData("Mr Sedge said the gate was old. “It will hold,” a former lock captain said.")]
    [InlineData("A former captain had come. Mr Sedge said the gate was old. “It will hold,” the former captain said.")]
    [InlineData("Mr Sedge said the gate was old. “It will hold,” the spokesman said.")]
    [InlineData("Mr Sedge said the gate was old. “It will hold,” the department said.")]
    [InlineData("Anna Rook, the harbour president, came late. “It will hold,” the council president said.")]
    [InlineData("Anna Rook, the mayor, came late. “It will hold,” the former mayor said.")]
    public void Description_that_may_be_of_somebody_else_names_nobody(string text)
    {
        Assert.Equal(-1, Copy.Direct(text, _people)[^1].Speaker);
    }

    private static string? Name(int speaker) => speaker < 0 ? null : _people[speaker].Split('|')[0];
}
