using Xunit;

namespace NewsCorpus.Tests.Extraction.Quotations;

public class QuotationReaderTests
{
    [Theory]
    [InlineData("“The river does not read our minutes,” Anna Rook said.", "Anna Rook", "said")]
    [InlineData("“The river does not read our minutes,” said Anna Rook, who chairs the harbour committee.", "Anna Rook", "said")]
    [InlineData("“The river does not read our minutes”, according to Anna Rook.", "Anna Rook", "according to")]
    [InlineData("Anna Rook told reporters on Monday: “The river does not read our minutes.”", "Anna Rook", "told")]
    [InlineData("Anna Rook, the elected chair of the harbour board, said the plan was “late, dear and badly drawn”.", "Anna Rook", "said")]
    [InlineData("In a statement on Friday, Anna Rook said: “The river does not read our minutes.”", "Anna Rook", "said")]
    [InlineData("The board’s new chair, Anna Rook, said: “The river does not read our minutes.”", "Anna Rook", "said")]
    public void Gives_the_speaker_by_the_cue(string text, string speaker, string cue)
    {
        var reading = Assert.Single(Copy.Direct(text, "Anna Rook"));
        Assert.Equal(0, reading.Speaker);
        Assert.Contains(speaker, reading.SpeakerText, StringComparison.Ordinal);
        Assert.Equal(cue, reading.Cue);
    }

    [Theory]
    [InlineData("“We are still counting the sandbags,” said a spokeswoman for Anna Rook.", "a spokeswoman for Anna Rook")]
    [InlineData("“We are still counting the sandbags,” the department said.", "the department")]
    [InlineData("“We are still counting the sandbags,” Anna Rook’s office said.", "Anna Rook’s office")]
    public void Keeps_the_words_where_no_person_speaks(string text, string words)
    {
        var reading = Assert.Single(Copy.Direct(text, "Anna Rook"));
        Assert.Equal(-1, reading.Speaker);
        Assert.Equal(words, reading.SpeakerText);
    }

    [Fact]
    public void Gives_both_pieces_of_a_split_quotation_one_speaker()
    {
        var readings = Copy.Direct("“The gate opened on Tuesday,” Mr Rook said, “and it has not shut since.”", "Paul Rook|Mr Rook");
        Assert.Equal("The gate opened on Tuesday,", readings[0].Text);
        Assert.Equal("and it has not shut since.", readings[1].Text);
        Assert.All(readings, r => Assert.Equal(0, r.Speaker));
    }

    [Fact]
    public void Gives_a_later_sentence_the_speaker_of_the_one_before()
    {
        var readings = Copy.Direct("“The gate opened on Tuesday,” said Paul Rook. “It has not shut since.”\n“We are all waiting for the spring tide.”", "Paul Rook");
        Assert.Equal([0, 0, 0], readings.Select(r => r.Speaker));
        Assert.Null(readings[1].Cue);
    }

    [Fact]
    public void Carries_the_speaker_over_a_quotation_of_several_paragraphs()
    {
        var readings = Copy.Direct("“The gate opened on Tuesday,” said Paul Rook. “It has not shut since.\n“Nobody has asked why it opened.\n“Nobody has asked me at all.”", "Paul Rook");
        Assert.Equal(4, readings.Count);
        Assert.All(readings, r => Assert.Equal(0, r.Speaker));
    }

    [Theory]
    [InlineData("Anna Rook met Paul Sedge at the lock. “It will hold until the winter,” she said.", 0)]
    [InlineData("Anna Rook met Paul Sedge at the lock. “It will hold until the winter,” he said.", 1)]
    [InlineData("Ms Rook met Mr Sedge at the lock. “It will hold until the winter,” she said.", 0)]
    [InlineData("Ms Rook met Mr Sedge at the lock. “It will hold until the winter,” he said.", 1)]
    public void Resolves_a_pronoun_to_the_nearest_person_who_fits(string text, int speaker)
    {
        var people = text.StartsWith("Ms", StringComparison.Ordinal) ? new[] { "Rook|Ms Rook", "Sedge|Mr Sedge" } : ["Anna Rook", "Paul Sedge"];
        var reading = Assert.Single(Copy.Direct(text, people));
        Assert.Equal(speaker, reading.Speaker);
        Assert.Equal(speaker == 0 ? "she" : "he", reading.SpeakerText);
    }

    [Theory]
    [InlineData("The board met on the “Solveig Dawn” in the outer harbour.")]
    [InlineData("Her novel “The Salt Ledger” came out in the spring.")]
    [InlineData("Bartholomew “Barty” Quill sold eels for forty years.")]
    [InlineData("The so-called “ghost gate” has stood open since the war.")]
    [InlineData("Anna Rook said the “ghost gate” scheme would go to the council in May.")]
    [InlineData("Anna Rook met Mr Quill's “eel czar” Paul Sedge on Monday.")]
    [InlineData("Anna Rook told “The Morning Desk” she would stay.")]
    public void Leaves_out_titles_nicknames_and_scare_quotes(string text) => Assert.Empty(Copy.Direct(text));

    [Theory]
    [InlineData("Anna Rook said the night had been “horrific”.", "horrific")]
    [InlineData("Anna Rook described the gate as a “rusted promise”.", "rusted promise")]
    public void Takes_a_few_quoted_words_of_reported_speech(string text, string words)
    {
        var reading = Assert.Single(Copy.Direct(text, "Anna Rook"));
        Assert.Equal(words, reading.Text);
        Assert.Equal(0, reading.Speaker);
    }

    [Fact]
    public void Offsets_point_to_the_words_without_marks()
    {
        const string Text = "“Not by me,” she said.";
        var reading = Assert.Single(Copy.Direct(Text));
        Assert.Equal("Not by me,", Text[reading.Start..reading.End]);
        Assert.Equal("she", Text[reading.SpeakerStart!.Value..reading.SpeakerEnd!.Value]);
        Assert.Equal("said", Text[reading.CueStart!.Value..reading.CueEnd!.Value]);
    }

    [Fact]
    public void Takes_a_relative_clause_for_another_report()
    {
        var readings = Copy.Direct("Anna Rook said crews were “working through the night”, which Paul Sedge called “the least they could do”.", "Anna Rook", "Paul Sedge");
        Assert.Equal([0, 1], readings.Select(r => r.Speaker));
    }

    [Fact]
    public void Reads_nothing_in_an_empty_article() => Assert.Empty(Copy.Read(""));

    [Fact]
    public void Reads_no_English_cues_into_another_language()
    {
        const string Text = "Der Hafen bleibt zu. „Wir machen das Tor im Frühjahr wieder auf“, sagte Anna Rook am Montag. Niemand in der Stadt wollte das so sagen. „Das kostet uns den ganzen Sommer“, hieß es am Kai.";
        var readings = Copy.ReadIn("de", Text, "Anna Rook");
        Assert.All(readings, r => Assert.True(r.IsDirect));
        Assert.All(readings.Where(r => r.Speaker < 0), r => Assert.Null(r.SpeakerText));
    }

    [Fact]
    public void Takes_no_day_for_a_speaker() =>
        Assert.DoesNotContain(Copy.Direct("Today (19), plans came up that Rook may close ‘the Butcher’s’ gate, as he tries to quell ‘the biggest crisis of his years at the harbour’."), r => r.SpeakerText == "19");
}
