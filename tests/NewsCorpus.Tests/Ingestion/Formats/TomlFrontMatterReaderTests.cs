using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using Xunit;

namespace NewsCorpus.Tests.Ingestion.Formats;

public sealed class TomlFrontMatterReaderTests
{
    private const string Reader = "toml-front-matter";

    [Fact]
    public void Reads_keys_tables_and_lists_with_dates_as_written()
    {
        var draft = Entries.One(
            "+++\ntitle = \"Quay: closed\"\ndate = 2026-01-08T10:33:12+01:00\nupdated = 2026-01-09\nweight = 10\ndraft = true\n# a remark\n[taxonomies]\ntags = [\"harbour\", 'ferry']\n[extra]\nauthor = \"Ines Calloway\"\n+++\n\nThe quay is **closed** again.\n",
            Reader,
            "a.md");
        Assert.Equal("Quay: closed", draft.Value("title"));
        Assert.Equal("2026-01-08T10:33:12+01:00", draft.Value("date"));
        Assert.Equal("2026-01-09", draft.Value("updated"));
        Assert.Equal("10", draft.Value("weight"));
        Assert.Equal("true", draft.Value("draft"));
        Assert.Equal(["harbour", "ferry"], draft.Values("tags"));
        Assert.Equal("Ines Calloway", draft.Value("author"));
        Assert.Equal(3, draft.Field("date")!.Line);
        Assert.Equal("The quay is **closed** again.", draft.Body);
        Assert.Equal(14, draft.BodyLine);
        Assert.Equal(BodyFormat.Markdown, draft.BodyFormat);
    }

    [Theory]
    [InlineData("+++\n\nThe paper was set by hand.\n")]
    [InlineData("+++ Breaking +++\nThe paper was set by hand.\n")]
    public void Leaves_a_rule_of_plus_signs_over_a_text_alone(string text) =>
        Assert.NotEqual(Reader, FormatDetector.Detect(SourceDecoder.Decode(new SourceDocument("a.txt", System.Text.Encoding.UTF8.GetBytes(text)))).Name);

    [Theory]
    [InlineData("+++\ntitle = \"Quay\nnext = 1\n+++\nBody.\n", 2)]
    [InlineData("+++\ntitle = \"Quay\"\nkey = = 1\n+++\nBody.\n", 3)]
    [InlineData("+++\ntitle = \"Quay\"\ntitle = \"Pier\"\n+++\nBody.\n", 3)]
    [InlineData("+++\ntitle = \"Quay\"\nBody without an end.\n", 1)]
    public void Rejects_damaged_front_matter_with_its_line(string text, int line)
    {
        var fault = Assert.Throws<RejectedFileException>(() => Entries.Of(text, Reader));
        Assert.Equal(line, fault.Line);
    }

    [Fact]
    public void Rejects_lists_nested_without_end()
    {
        var fault = Assert.Throws<RejectedFileException>(() => Entries.Of("+++\na = " + new string('[', 50_000) + "\n+++\nBody.\n", Reader));
        Assert.Equal(2, fault.Line);
    }
}
