using System.Text;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Structure;
using NewsCorpus.Ingestion;
using Xunit;

namespace NewsCorpus.Tests.Ingestion.Formats;

public sealed class JsonReadersTests
{
    [Theory]
    [InlineData("[{\"id\": 7, \"headline\": \"Quay\", \"article_text\": \"The quay is shut.\", \"published_at\": \"2026-01-08\", \"source\": \"Courier\", \"url\": \"https://a.example/7\", \"authors\": [\"Ines\", \"Tom\"]}]")]
    [InlineData("{\"status\": \"ok\", \"total\": 1, \"articles\": [{\"id\": 7, \"title\": \"Quay\", \"content\": \"The quay is shut.\", \"publishedAt\": \"2026-01-08\", \"source\": {\"id\": null, \"name\": \"Courier\"}, \"url\": \"https://a.example/7\", \"author\": [\"Ines\", \"Tom\"]}]}")]
    [InlineData("{\"took\": 3, \"hits\": {\"hits\": [{\"_source\": {\"id\": \"7\", \"title\": \"Quay\", \"body\": \"The quay is shut.\", \"pub_date\": \"2026-01-08\", \"publisher\": \"Courier\", \"link\": \"https://a.example/7\", \"byline\": [\"Ines\", \"Tom\"]}}]}}")]
    [InlineData("{\"id\": 7, \"title\": {\"rendered\": \"Quay\"}, \"content\": \"The quay is shut.\", \"date\": \"2026-01-08\", \"site_name\": \"Courier\", \"link\": \"https://a.example/7\", \"author\": [{\"name\": \"Ines\"}, {\"name\": \"Tom\"}], \"images\": [{\"title\": \"A quay\", \"url\": \"https://a.example/7.jpg\"}]}")]
    public void Reads_records_by_the_common_names_of_their_fields(string text)
    {
        var draft = Entries.One(text, "json");
        Assert.Equal("7", draft.EntryKey);
        Assert.Equal("Quay", draft.Value("title"));
        Assert.Equal("The quay is shut.", draft.Body);
        Assert.Equal("2026-01-08", draft.Fields.First(f => f.Value.StartsWith("2026", StringComparison.Ordinal)).Value);
        Assert.Equal("Courier", draft.Value("publisher"));
        Assert.Equal("https://a.example/7", draft.Value("link"));
        Assert.Equal(["Ines", "Tom"], draft.Values("author"));
    }

    [Fact]
    public void Reads_paragraphs_in_a_list_and_HTML_and_tells_lines()
    {
        var drafts = Entries.Of("[\n {\"title\": \"A\", \"text\": [\"One.\", \"Two.\"]},\n {\"title\": \"B\",\n  \"body\": \"<p>One.</p><p>Two.</p>\"}\n]", "json");
        Assert.Equal("One.\n\nTwo.", drafts[0].Body);
        Assert.Equal("One.\n\nTwo.", ContentReader.Read(drafts[1]).Text);
        Assert.Equal(4, drafts[1].BodyLine);
        Assert.Equal(3, drafts[1].Field("title")!.Line);
    }

    [Theory]
    [InlineData("{\"name\": \"newscorpus\", \"version\": \"1.0\", \"dependencies\": {\"a\": \"1\"}}")]
    [InlineData("[{\"x\": 1}, {\"x\": 2}]")]
    [InlineData("[]")]
    public void Skips_JSON_that_holds_no_articles(string text) =>
        Assert.Throws<UnsupportedFileException>(() => Entries.Of(text, "json", "a.json"));

    [Theory]
    [InlineData("[{\"title\": \"A\", \"text\": \"One.\"},\n{\"title\": \"B\", \"text\": \"Tw", 2)]
    [InlineData("[{\"title\": \"A\", \"text\": \"One.\"},\n{\"title\": \"B\" \"text\": \"Two.\"}]", 2)]
    [InlineData("[{\"title\": \"A\", \"text\": \"One.\"},\n", 2)]
    public void Rejects_what_is_cut_short_or_no_JSON_with_its_line(string text, int line) =>
        Assert.Equal(line, Assert.Throws<RejectedFileException>(() => Entries.Of(text, "json", "a.json")).Line);

    [Fact]
    public void Rejects_nesting_without_end() =>
        Assert.Throws<RejectedFileException>(() => Entries.Of("[{\"text\": " + new string('[', 200_000), "json"));

    [Fact]
    public void A_bad_line_of_JSON_Lines_leaves_the_others()
    {
        var drafts = Entries.Of("{\"id\": 1, \"text\": \"One.\"}\n\n{\"id\": 2, \"text\": \"Two\n{\"id\": 3, \"text\": \"Three.\"}\n{\"x\": 1}\n", "json-lines");
        Assert.Equal(["1", "3"], drafts.Where(d => d.Fault is null).Select(d => d.EntryKey));
        Assert.Equal([3, 5], drafts.Where(d => d.Fault is not null).Select(d => d.Fault!.Line));
    }

    [Fact]
    public void Rejects_JSON_Lines_without_one_good_line() =>
        Assert.Equal(1, Assert.Throws<RejectedFileException>(() => Entries.Of("{\"x\": 1}\n{\"x\": 2}\n", "json-lines")).Line);

    [Fact]
    public void Takes_the_names_that_an_admin_gives()
    {
        var document = new SourceDocument("a.json", "[{\"Kopf\": \"Kai\", \"Inhalt\": \"Der Kai ist zu.\", \"Tag\": \"2026-01-08\", \"text\": \"n/a\"}]"u8.ToArray())
        {
            Columns = new ColumnMap { Title = "kopf", Body = "Inhalt", Date = "tag" },
        };
        var draft = Assert.Single(DocumentReader.Read(document).Articles);
        Assert.Equal("Kai", draft.Value("title"));
        Assert.Equal("Der Kai ist zu.", draft.Body);
        Assert.Equal("2026-01-08", draft.Value("date"));
    }

    [Theory]
    [InlineData("content_original")]
    [InlineData("cleanedText")]
    [InlineData("raw body")]
    [InlineData("article.text_en")]
    public void Knows_a_text_whose_name_says_which_state_of_it(string name) =>
        Assert.Equal("The quay is shut.", Entries.One($"{{\"title\": \"Quay\", \"date\": \"2026-01-08\", \"{name}\": \"The quay is shut.\"}}\n", "json-lines", "a.jsonl").Body);

    [Fact]
    public void Takes_the_longest_prose_where_no_name_says_text_and_says_so()
    {
        var prose = string.Concat(Enumerable.Repeat("The quay is shut for good. ", 30)).Trim();
        var data = string.Concat(Enumerable.Repeat("0f1e2d3c4b5a69788796a5b4c3d2e1f0", 60));
        var draft = Entries.One($"{{\"title\": \"Quay\", \"date\": \"2026-01-08\", \"embedding\": \"{data}\", \"transcript\": \"{prose}\", \"summary\": \"Shut.\"}}\n", "json-lines", "a.jsonl");
        Assert.Equal(prose, draft.Body);
        Assert.Equal("Shut.", draft.Value("description"));
        Assert.Contains("\"transcript\" was taken for it", Assert.Single(draft.Notes).Replace("\",", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_no_prose_for_the_text_where_an_admin_named_another()
    {
        var prose = string.Concat(Enumerable.Repeat("The quay is shut for good. ", 30)).Trim();
        var document = new SourceDocument("a.json", Encoding.UTF8.GetBytes($"[{{\"title\": \"Quay\", \"date\": \"2026-01-08\", \"transcript\": \"{prose}\"}}]")) { Columns = new ColumnMap { Body = "inhalt" } };
        Assert.Equal("", Assert.Single(DocumentReader.Read(document).Articles).Body);
    }

    [Fact]
    public void Reads_JSON_Feed()
    {
        var draft = Entries.One(
            "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"The Vesper\", \"language\": \"en\", \"authors\": [{\"name\": \"Desk\"}], \"items\": [{\"id\": \"7\", \"url\": \"https://a.example/7\", \"title\": \"Quay\", "
            + "\"content_html\": \"<p>Shut.</p>\", \"summary\": \"In short.\", \"date_published\": \"2026-01-08T10:00:00Z\", \"tags\": [\"harbour\"]}]}",
            "json-feed");
        Assert.Equal("7", draft.EntryKey);
        Assert.Equal("The Vesper", draft.Value("publisher"));
        Assert.Equal("Desk", draft.Value("author"));
        Assert.Equal("2026-01-08T10:00:00Z", draft.Value("published"));
        Assert.Equal("In short.", draft.Value("description"));
        Assert.Equal(BodyFormat.Html, draft.BodyFormat);
    }

    [Fact]
    public void Keeps_the_rest_of_a_text_with_half_a_character()
    {
        var draft = Entries.One("[{\"title\": \"A\", \"text\": \"Half \\ud83d here.\"}]", "json");
        Assert.Contains("here.", draft.Body, StringComparison.Ordinal);
        Assert.True(CleanText.IsWellFormed(draft.Body));
    }
}
