using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using Xunit;

namespace NewsCorpus.Tests.Ingestion;

/// <summary>What becomes, in later runs, of files that were duplicates when they were last seen.</summary>
public sealed class KnownDuplicatesTests
{
    private const string Ferry = " date 2025-03-04 The night ferry to Lower Quay was cancelled on Tuesday after a rope fouled its screw.\n\nDivers freed it by noon, said harbour master Ines Calloway.\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Known_duplicate_is_passed_over_and_writes_nothing()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Ferry);
        corpus.Write("b.txt", Ferry);
        await corpus.IngestAsync();
        // Were it read again, the text that is kept of it would have to be another one.
        var before = await RowAsync(corpus, "b.txt");

        var (run, outcomes) = await corpus.IngestAsync();

        Assert.Equal((1, 1), (run.Unchanged, run.Duplicate));
        Assert.Equal("The same bytes as a.txt.", outcomes["b.txt"].Reason);
        Assert.Equal(outcomes["a.txt"].ArticleId, outcomes["b.txt"].ArticleId);
        var after = await RowAsync(corpus, "b.txt");
        Assert.Equal((before.RunId, before.IngestedAt), (after.RunId, after.IngestedAt));
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Theory]
    [InlineData("a.txt", "b.txt")]
    [InlineData("b.txt", "a.txt")]
    public async Task Duplicate_is_taken_up_in_the_run_that_finds_its_original_changed(string original, string copy)
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write(original, Ferry);
        await corpus.IngestAsync();
        corpus.Write(copy, Ferry);
        await corpus.IngestAsync();
        corpus.Write(original, Ferry + "Tickets were paid back in the evening.");

        var (run, outcomes) = await corpus.IngestAsync();

        Assert.Equal((Outcome.Updated, Outcome.Added), (outcomes[original].Outcome, outcomes[copy].Outcome));
        Assert.Equal((2, 0), (run.Files, run.Duplicate));
        Assert.Equal([(original, true), (copy, false)], await TextsAsync(corpus));
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Touched_original_that_comes_later_is_still_the_original()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var path = corpus.Write("b.txt", Ferry);
        await corpus.IngestAsync();
        corpus.Write("a.txt", Ferry);
        await corpus.IngestAsync();
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(1));

        var (run, _) = await corpus.IngestAsync();

        Assert.Equal((1, 1), (run.Unchanged, run.Duplicate));
    }

    [Fact]
    public async Task Duplicate_takes_over_the_article_when_its_original_has_gone_missing_and_hands_it_not_back()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var original = corpus.Write("a.txt", Ferry);
        await corpus.IngestAsync();
        corpus.Write("a.txt", Ferry + "More.");
        corpus.Write("copy/b.txt", Ferry + "More.");
        await corpus.IngestAsync();
        File.Delete(original);

        var (preview, told) = await corpus.IngestAsync(dryRun: true);
        var (run, outcomes) = await corpus.IngestAsync();

        Assert.Equal(outcomes.Values.Select(o => (o.Path, o.Outcome, o.Reason, o.ArticleId)), told.Values.Select(o => (o.Path, o.Outcome, o.Reason, o.ArticleId)));
        Assert.Equal((Outcome.Unchanged, "Moved here from a.txt."), (outcomes["copy/b.txt"].Outcome, outcomes["copy/b.txt"].Reason));
        Assert.Equal((preview.Error, 1), (run.Error, run.Files));
        Assert.Equal([("copy/b.txt", false)], await TextsAsync(corpus));
        await using (var db = corpus.Database())
        {
            var article = await db.Articles.SingleAsync(Token);
            Assert.Equal(1, article.Id);
            // The state before, which the article was read from first, is still among those that it can be downloaded in.
            Assert.True(await db.SourceVersions.AnyAsync(v => v.SourceFileId == article.SourceFileId, Token));
        }
        Assert.Empty(await corpus.VerifyAsync());

        corpus.Write("a.txt", Ferry + "More.");
        var (back, later) = await corpus.IngestAsync();
        Assert.Equal((1, 1), (back.Unchanged, back.Duplicate));
        Assert.Equal("The same bytes as copy/b.txt.", later["a.txt"].Reason);
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Duplicate_that_changes_is_an_article_of_its_own()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Ferry);
        corpus.Write("b.txt", Ferry);
        await corpus.IngestAsync();
        corpus.Write("b.txt", Ferry + "Tickets were paid back in the evening.");

        var (run, _) = await corpus.IngestAsync();

        Assert.Equal((1, 1), (run.Unchanged, run.Added));
        Assert.Equal([("a.txt", false), ("b.txt", true)], await TextsAsync(corpus));
    }

    [Fact]
    public async Task Article_that_became_a_duplicate_stays_and_is_known_as_one()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Ferry);
        corpus.Write("b.txt", Ferry + "Tickets were paid back in the evening.");
        await corpus.IngestAsync();
        corpus.Write("b.txt", Ferry);
        await corpus.IngestAsync();

        var (run, _) = await corpus.IngestAsync();

        Assert.Equal((1, 1), (run.Unchanged, run.Duplicate));
        Assert.Equal([("a.txt", false), ("b.txt", true)], await TextsAsync(corpus));
        File.Delete(Path.Combine(corpus.Files, "a.txt"));
        var (alone, _) = await corpus.IngestAsync();
        Assert.Equal(1, alone.Updated);
        Assert.Equal([("a.txt", false), ("b.txt", false)], await TextsAsync(corpus));
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Duplicates_within_an_archive_are_passed_over_and_taken_up_like_others()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.WriteZip("desk.zip", ("a.txt", Ferry), ("b.txt", Ferry), ("c.txt", Ferry + "Other."));
        await corpus.IngestAsync();
        var (again, _) = await corpus.IngestAsync();
        Assert.Equal((2, 1), (again.Unchanged, again.Duplicate));

        corpus.WriteZip("desk.zip", ("a.txt", Ferry + "Tickets were paid back in the evening."), ("b.txt", Ferry), ("c.txt", Ferry + "Other."));
        var (run, _) = await corpus.IngestAsync();

        Assert.Equal((1, 1, 1), (run.Updated, run.Added, run.Unchanged));
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Forced_run_reads_duplicates_and_finds_them_to_be_such()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Ferry);
        corpus.Write("b.txt", Ferry);
        await corpus.IngestAsync();
        var before = await RowAsync(corpus, "b.txt");

        var (run, outcomes) = await corpus.IngestAsync(force: true);

        Assert.Equal((1, 1), (run.Unchanged, run.Duplicate));
        Assert.Equal("The same bytes as a.txt.", outcomes["b.txt"].Reason);
        Assert.Equal(before.Sha256, (await RowAsync(corpus, "b.txt")).Sha256);
    }

    private static async Task<SourceFile> RowAsync(TestCorpus corpus, string path)
    {
        await using var db = corpus.Database();
        return await db.SourceFiles.AsNoTracking().SingleAsync(f => f.Path == path, Token);
    }

    /// <summary>The file of each article, and whether its text tells of tickets.</summary>
    private static async Task<List<(string Path, bool TellsOfTickets)>> TextsAsync(TestCorpus corpus)
    {
        await using var db = corpus.Database();
        var rows = await db.Articles.OrderBy(a => a.Id).Select(a => new { a.SourceFile!.Path, a.Body!.Text }).ToListAsync(Token);
        return rows.ConvertAll(r => (r.Path, r.Text.Contains("Tickets", StringComparison.Ordinal)));
    }
}
