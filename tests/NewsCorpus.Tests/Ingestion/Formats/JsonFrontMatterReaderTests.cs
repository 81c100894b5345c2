using NewsCorpus.Ingestion;
using Xunit;

namespace NewsCorpus.Tests.Ingestion.Formats;

public sealed class JsonFrontMatterReaderTests
{
    private const string Reader = "json-front-matter";

    [Theory]
    [InlineData("{\n  \"title\": \"Quay {closed}\",\n  \"date\": \"2026-01-08\",\n  \"params\": { \"author\": \"Ines Calloway\" },\n  \"tags\": [\"harbour\", \"ferry\"]\n}\n\nThe quay is closed.\n", 8)]
    [InlineData(";;;\n\"title\": \"Quay {closed}\",\n\"date\": \"2026-01-08\",\n\"author\": \"Ines Calloway\",\n\"tags\": [\"harbour\", \"ferry\"]\n;;;\nThe quay is closed.\n", 7)]
    [InlineData(";;;\n{\"title\": \"Quay {closed}\",\n\"date\": \"2026-01-08\",\n\"author\": \"Ines Calloway\",\n\"tags\": [\"harbour\", \"ferry\"]}\n;;;\nThe quay is closed.\n", 7)]
    public void Reads_an_object_over_a_text(string text, int bodyLine)
    {
        var draft = Entries.One(text, Reader);
        Assert.Equal("Quay {closed}", draft.Value("title"));
        Assert.Equal("2026-01-08", draft.Value("date"));
        Assert.Equal("Ines Calloway", draft.Value("author"));
        Assert.Equal(["harbour", "ferry"], draft.Values("tags"));
        Assert.Equal("The quay is closed.", draft.Body);
        Assert.Equal(bodyLine, draft.BodyLine);
    }

    [Theory]
    [InlineData("{\"title\": \"Quay\", \"text\": \"Closed.\"}\n")]
    [InlineData("{\"title\": \"Quay\"}\n{\"title\": \"Pier\"}\n")]
    [InlineData("{not json} at all\nBody.\n")]
    public void Leaves_data_files_and_braces_in_text_to_others(string text) =>
        Assert.NotEqual(Reader, Detect(text));

    [Fact]
    public void Rejects_damaged_front_matter_with_its_line()
    {
        var fault = Assert.Throws<RejectedFileException>(() => Entries.Of("{\n  \"title\": \"Quay\",\n  \"date\" \"2026-01-08\"\n}\nBody.\n", Reader));
        Assert.Equal(3, fault.Line);
    }

    private static string? Detect(string text)
    {
        try
        {
            return FormatDetector.Detect(SourceDecoder.Decode(new SourceDocument("a.txt", System.Text.Encoding.UTF8.GetBytes(text)))).Name;
        }
        catch (UnsupportedFileException)
        {
            return null;
        }
    }
}
