using System.Text;
using NewsCorpus.Ingestion;
using Xunit;

namespace NewsCorpus.Tests.Ingestion;

/// <summary>What one document may ask; archives have their own tests beside <see cref="NewsCorpus.Ingestion.Containers.SourceExpander"/>.</summary>
public sealed class IngestionLimitsTests
{
    private const long Bounded = 200L << 20;

    public static TheoryData<string, string, string> Bombs => new()
    {
        { "a.html", $"<!doctype html><html><body>{Repeat("<div>", 300_000)}Words.</body></html>", nameof(IngestionLimits.MaxHtmlDepth) },
        { "a.md", $"---\ntitle: One\n---\n{Repeat("<section>", 300_000)}<p>Words.</p>", nameof(IngestionLimits.MaxHtmlDepth) },
        { "a.md", $"---\ntitle: {Repeat("[", 20_000)}{Repeat("]", 20_000)}\n---\nWords.\n", nameof(IngestionLimits.MaxYamlDepth) },
        { "a.md", $"---\na: &a \"{Repeat("lol", 5_000)}\"\n{string.Concat(Enumerable.Range(0, 4_000).Select(i => $"b{i}: *a\n"))}---\nWords.\n", nameof(IngestionLimits.MaxYamlAliases) },
        { "a.md", $"---\ntitle: {Repeat("x", 400_000)}\n---\nWords.\n", nameof(IngestionLimits.MaxFrontMatterLength) },
        { "a.jsonl", $"{{\"title\": \"One\", \"text\": \"{Repeat("word ", 1_000_000)}\"}}\n", nameof(IngestionLimits.MaxLineLength) },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Bomb_is_rejected_with_the_name_of_its_limit_in_bounded_memory(string path, string text, string limit)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var fault = Assert.Throws<RejectedFileException>(() => DocumentReader.Read(new SourceDocument(path, bytes)));

        Assert.Contains($"NewsCorpus:Limits:{limit}", fault.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Bounded);
    }

    [Fact]
    public void Nested_aliases_of_lists_are_refused_whatever_their_number()
    {
        const string text = "---\na: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b]\n---\nWords.\n";

        Assert.Throws<RejectedFileException>(() => DocumentReader.Read(new SourceDocument("a.md", Encoding.UTF8.GetBytes(text))));
    }

    [Theory]
    [InlineData("<!doctype html><html><body>", "<div>", 30)]
    [InlineData("---\ntitle: One\nlinks: ", "[", 13)]
    public void Raised_limit_lets_through_what_is_meant(string head, string part, int count)
    {
        var text = head + Repeat(part, count) + (part == "[" ? Repeat("]", count) + "\n---\n" : "") + "<p>Words that are read.</p>";
        var narrow = new IngestionLimits { MaxHtmlDepth = 20, MaxYamlDepth = 10 };
        var wide = new IngestionLimits { MaxHtmlDepth = 40, MaxYamlDepth = 20 };

        Assert.Throws<RejectedFileException>(() => Read(narrow));
        Assert.Contains("Words that are read.", Assert.Single(Read(wide).Articles).Body, StringComparison.Ordinal);

        DocumentReading Read(IngestionLimits limits) => DocumentReader.Read(new SourceDocument("a.md", Encoding.UTF8.GetBytes(text)) { Limits = limits });
    }

    [Fact]
    public void Page_of_unclosed_elements_is_read_below_the_limit()
    {
        var text = "<!doctype html><html><body>" + string.Concat(Enumerable.Range(0, 500).Select(i => $"<div><p>Words {i}.</p>"));

        var reading = DocumentReader.Read(new SourceDocument("a.html", Encoding.UTF8.GetBytes(text)));

        Assert.Contains("Words 499.", Assert.Single(reading.Articles).Body, StringComparison.Ordinal);
    }

    private static string Repeat(string part, int count) => new StringBuilder(part.Length * count).Insert(0, part, count).ToString();
}
