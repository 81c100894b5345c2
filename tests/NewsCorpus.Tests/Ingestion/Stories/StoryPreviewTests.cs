using NewsCorpus.Articles;
using NewsCorpus.Extraction.Duplicates;
using NewsCorpus.Ingestion;
using NewsCorpus.Ingestion.Stories;
using NewsCorpus.Store;
using Xunit;
using static NewsCorpus.Tests.Ingestion.Stories.WireDesk;

namespace NewsCorpus.Tests.Ingestion.Stories;

/// <summary>A preview says in which stories articles would be, and the run that follows puts them there.</summary>
public sealed class StoryPreviewTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task New_copies_join_found_and_are_told_by_their_rule_though_they_lie_in_different_batches()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.File("a", Story(1), outlet: "Quay News");
        corpus.File("b", Story(2));
        corpus.File("c", Story(2).Take(5));
        await corpus.IngestAsync();
        var before = await corpus.StateAsync();
        corpus.File("d", Story(1).Skip(1));
        for (var i = 0; i < 9; i++)
            corpus.File($"e{i}", Story(20 + i));
        corpus.File("f", Story(2));
        corpus.File("y", Story(3));
        corpus.File("z", Story(3).Take(5));

        var told = await PreviewAsync(corpus);

        Assert.Equal(before, await corpus.StateAsync());
        Assert.Equal(["a.md", "d.md", "f.md", "y.md", "z.md"], told.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((null, "“Title of a” (Quay News)"), (told["d.md"].Before, told["d.md"].After));
        Assert.StartsWith("near copy: ", told["d.md"].Rule);
        Assert.Equal(("“Title of b”, “Title of c”", "exact copy: the same words"), (told["f.md"].After, told["f.md"].Rule));
        Assert.Equal(("“Title of z”", "“Title of y”"), (told["y.md"].After, told["z.md"].After));
        Assert.Equal((await corpus.IdAsync("a"), null), (told["a.md"].ArticleId, told["d.md"].ArticleId));

        await corpus.IngestAsync();
        Assert.Equal("a d, b c f, y z", await corpus.StoriesAsync());
    }

    [Fact]
    public async Task Changed_article_leaves_its_story_which_falls_apart_without_it()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var whole = Story(1, 12);
        corpus.File("a", whole[..7]);
        corpus.File("b", whole[5..]);
        corpus.File("c", whole[2..10]);
        corpus.File("d", Story(4));
        await corpus.IngestAsync();
        Assert.Equal("a b c", await corpus.StoriesAsync());
        corpus.File("c", Story(4).Take(5));

        var told = await PreviewAsync(corpus);

        Assert.Equal("a b c", await corpus.StoriesAsync());
        Assert.Equal(["a.md", "b.md", "c.md", "d.md"], told.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("“Title of b”, “Title of c”", null, "no copy of it is left"), (told["a.md"].Before, told["a.md"].After, told["a.md"].Rule));
        Assert.Equal(("“Title of a”, “Title of b”", "“Title of d”"), (told["c.md"].Before, told["c.md"].After));
        await corpus.IngestAsync();
        Assert.Equal("c d", await corpus.StoriesAsync());
    }

    [Fact]
    public async Task Preview_says_what_it_did_not_look_at()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.File("a", Story(1));
        corpus.File("b", Story(1).Take(5));
        await corpus.IngestAsync();
        await corpus.IngestAsync(force: true);
        Assert.Empty(await PreviewAsync(corpus, force: true));

        await using var db = corpus.Database();
        var other = new StoryPreview(corpus.Get<Microsoft.EntityFrameworkCore.IDbContextFactory<CorpusDbContext>>(), new CopyOptions { NearContainment = 0.9 });
        other.Take([new PreviewedArticle { Id = null, Path = "x", Title = "x", RulesTitle = "x", OutletId = null, Outlet = null, State = ArticleState.Live, Content = new ArticleContent("x", [], []), Fingerprint = null }]);
        var (changes, remark) = await other.WorkOutAsync(Token);
        Assert.Empty(changes);
        Assert.Contains("makes all stories anew", remark, StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, ArticleChange>> PreviewAsync(TestCorpus corpus, bool force = false)
    {
        var changes = new List<ArticleChange>();
        await corpus.Get<IngestionRunner>().RunAsync(
            new IngestionRequest { StartedBy = "test", DryRun = true, Select = force ? RunSelection.Everything : RunSelection.New }, p => changes.AddRange(p.Changes), Token);
        return changes.Where(c => c.Field == "story").ToDictionary(c => c.Path, StringComparer.Ordinal);
    }
}
