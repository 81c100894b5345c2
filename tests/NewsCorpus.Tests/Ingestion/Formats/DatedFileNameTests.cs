using NewsCorpus.Articles;
using NewsCorpus.Extraction.Dates;
using NewsCorpus.Extraction.Structure;
using Xunit;

namespace NewsCorpus.Tests.Ingestion.Formats;

public sealed class DatedFileNameTests
{
    private static readonly DateOnly _today = new(2026, 6, 1);

    private static DateFinding DateOf(string path, string frontMatter)
    {
        var (_, draft) = Reading.Of($"{frontMatter}The ferry stops on Monday.", path);
        return DateReader.Read(draft, ContentReader.Read(draft), _today);
    }

    [Theory]
    [InlineData("_posts/2026-01-08-ferry-stops.md", "---\ntitle: Ferry\n---\n")]
    [InlineData("2026-01-08-ferry-stops.markdown", "+++\ntitle = \"Ferry\"\n+++\n")]
    [InlineData("2026-01-08-ferry-stops.html", "---\ntitle: Ferry\ndate: Created\n---\n")]
    public void Dates_a_post_whose_front_matter_states_no_date(string path, string frontMatter)
    {
        var found = DateOf(path, frontMatter);
        Assert.Equal((new ArticleDate(new DateOnly(2026, 1, 8)), FactKind.Derived), (found.Date!.Value, found.Kind));
        Assert.Equal("name of the file", found.Evidence[0].Rule);
    }

    [Fact]
    public void Yields_to_a_stated_date() =>
        Assert.Equal(new DateOnly(2025, 12, 1), DateOf("2026-01-08-ferry-stops.md", "---\ndate: 2025-12-01\n---\n").Date!.Value.Day);

    [Theory]
    [InlineData("2026-01-08-ferry.txt")]
    [InlineData("2026-01-08.md")]
    [InlineData("2026-13-08-ferry.md")]
    [InlineData("20260108_ferry.md")]
    public void Leaves_other_names_alone(string path) => Assert.Null(DateOf(path, "---\ntitle: Ferry\n---\n").Date);
}
