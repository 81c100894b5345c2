using NewsCorpus.Ingestion;
using Xunit;

namespace NewsCorpus.Tests.Ingestion.Formats;

public sealed class TableReaderTests
{
    private const string Reader = "table";

    [Theory]
    [InlineData("id,title,text,date,source\n7,\"Quay, shut\",\"One.\n\nHe said \"\"no\"\".\",2026-01-08,Courier\n", "a.csv")]
    [InlineData("id;title;text;date;source\r\n7;\"Quay, shut\";\"One.\r\n\r\nHe said \"\"no\"\".\";2026-01-08;Courier\r\n", "a.dat")]
    [InlineData("\uFEFFid\ttitle\ttext\tdate\tsource\n7\tQuay, shut\t\"One.\n\nHe said \"\"no\"\".\"\t2026-01-08\tCourier", "a.tsv")]
    public void Reads_rows_with_marks_breaks_and_any_delimiter(string text, string path)
    {
        var draft = Entries.One(text, Reader, path);
        Assert.Equal("7", draft.EntryKey);
        Assert.Equal("Quay, shut", draft.Value("title"));
        Assert.Equal("One.\n\nHe said \"no\".", draft.Body);
        Assert.Equal("2026-01-08", draft.Value("date"));
        Assert.Equal("Courier", draft.Value("publisher"));
        Assert.Equal(2, draft.Field("title")!.Line);
    }

    [Fact]
    public void A_bad_row_leaves_the_others()
    {
        var drafts = Entries.Of("title,text\nA,One.\nB,Two, and more\nC\n\nD,\"Four\nE,Five.\n", Reader, "a.csv");
        Assert.Equal(["A", "E"], drafts.Where(d => d.Fault is null).Select(d => d.Value("title")));
        Assert.Equal([3, 4, 6], drafts.Where(d => d.Fault is not null).Select(d => d.Fault!.Line));
    }

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("title,text\n")]
    public void Skips_tables_without_articles(string text) => Assert.Throws<UnsupportedFileException>(() => Entries.Of(text, Reader, "a.csv"));

    [Theory]
    [InlineData("Title, text and date of a play, all in one.\nMore words.\n")]
    [InlineData("The quay, the pier, the lamp.\n")]
    public void Leaves_sentences_with_commas_to_others(string text) =>
        Assert.NotEqual(Reader, FormatDetector.Detect(SourceDecoder.Decode(new SourceDocument("a.txt", System.Text.Encoding.UTF8.GetBytes(text)))).Name);

    [Fact]
    public void Rejects_a_table_of_unclosed_marks_in_bounded_time()
    {
        var text = "title,text\n" + string.Concat(Enumerable.Repeat("\"a\"\"\n", 20_001));
        Assert.Throws<RejectedFileException>(() => Entries.Of(text, Reader, "a.csv"));
    }
}
