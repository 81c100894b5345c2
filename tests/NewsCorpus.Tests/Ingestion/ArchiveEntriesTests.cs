using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsCorpus.Ingestion;
using NewsCorpus.Store;
using Xunit;

namespace NewsCorpus.Tests.Ingestion;

/// <summary>Archives behave as folders do: what vanishes from them, moves in them and comes back.</summary>
public sealed class ArchiveEntriesTests
{
    private static readonly (string Name, string Text) A = ("a.txt", Story("first"));
    private static readonly (string Name, string Text) B = ("b.txt", Story("second"));
    private static readonly (string Name, string Text) C = ("c.txt", Story("third"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Vanished_entry_is_reported_once_keeps_its_article_and_is_read_from_its_kept_bytes()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.WriteZip("desk.zip", A, B, C);
        await corpus.IngestAsync();
        corpus.WriteZip("desk.zip", A, C);
        Assert.Contains("FileGone desk.zip!/b.txt", await corpus.VerifyAsync());

        var (preview, _) = await corpus.IngestAsync(dryRun: true);
        var (run, _) = await corpus.IngestAsync();
        var (again, _) = await corpus.IngestAsync();
        var (forced, outcomes) = await corpus.IngestAsync(force: true);

        Assert.Equal("1 file is no longer there (their articles stay): desk.zip!/b.txt", run.Error);
        Assert.Equal(run.Error, preview.Error);
        Assert.Equal((2, 2, null), (run.Files, run.Unchanged, again.Error));
        Assert.Equal(["desk.zip!/b.txt"], await MissingAsync(corpus));
        Assert.Equal((3, 3), (forced.Files, forced.Unchanged));
        Assert.Contains("kept original", outcomes["desk.zip!/b.txt"].Reason, StringComparison.Ordinal);
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Entries_of_one_name_are_articles_of_their_own_and_stay_so()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.WriteZip("desk.zip", A, ("a.txt", Story("other")), ("a.txt", Story("third")), A);

        var (run, outcomes) = await corpus.IngestAsync();
        var (again, _) = await corpus.IngestAsync();
        var (forced, _) = await corpus.IngestAsync(force: true);

        Assert.Equal((3, 1), (run.Added, run.Duplicate));
        Assert.Equal(["desk.zip!/a (2).txt", "desk.zip!/a (3).txt", "desk.zip!/a (4).txt", "desk.zip!/a.txt"], outcomes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((0, 0), (again.Added + again.Updated, forced.Added + forced.Updated));
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Entry_that_comes_back_is_there_again()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.WriteZip("desk.zip", A, B);
        await corpus.IngestAsync();
        corpus.WriteZip("desk.zip", A);
        await corpus.IngestAsync();
        corpus.WriteZip("desk.zip", A, B);

        var (run, _) = await corpus.IngestAsync();

        Assert.Equal((2, 2, null), (run.Files, run.Unchanged, run.Error));
        Assert.Empty(await MissingAsync(corpus));
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Theory]
    [InlineData("0.txt")]
    [InlineData("z/z.txt")]
    public async Task Renamed_entry_keeps_its_article_wherever_it_comes_in_the_order(string name)
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.WriteZip("desk.zip", A, B, C);
        await corpus.IngestAsync();
        corpus.WriteZip("desk.zip", [.. new[] { A, (name, B.Text), C }.OrderBy(e => e.Item1, StringComparer.Ordinal)]);

        var (preview, told) = await corpus.IngestAsync(dryRun: true);
        var (run, outcomes) = await corpus.IngestAsync();

        Assert.Equal((3, 3, null), (run.Files, run.Unchanged, run.Error));
        Assert.Equal("Moved here from desk.zip!/b.txt.", outcomes["desk.zip!/" + name].Reason);
        Assert.Equal(outcomes.Values.Select(o => (o.Path, o.Outcome, o.Reason)), told.Values.Select(o => (o.Path, o.Outcome, o.Reason)));
        Assert.Null(preview.Error);
        await using var db = corpus.Database();
        Assert.Equal((3, 3), (await db.Articles.CountAsync(Token), await db.SourceFiles.CountAsync(Token)));
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Entry_that_is_moved_out_into_the_folder_keeps_its_article()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.WriteZip("desk.zip", A, B);
        await corpus.IngestAsync();
        corpus.WriteZip("desk.zip", A);
        corpus.Write("single/b.txt", B.Text);

        var (run, outcomes) = await corpus.IngestAsync();

        Assert.Equal((2, null), (run.Unchanged, run.Error));
        Assert.Equal("Moved here from desk.zip!/b.txt.", outcomes["single/b.txt"].Reason);
    }

    [Fact]
    public async Task Entry_of_an_archive_in_an_archive_vanishes_and_moves_too()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        WriteNested(corpus, [A, B, C]);
        await corpus.IngestAsync();
        WriteNested(corpus, [A, ("moved.txt", B.Text)]);

        var (run, outcomes) = await corpus.IngestAsync();

        Assert.Equal("1 file is no longer there (their articles stay): desk.zip!/inner.zip!/c.txt", run.Error);
        Assert.Equal("Moved here from desk.zip!/inner.zip!/b.txt.", outcomes["desk.zip!/inner.zip!/moved.txt"].Reason);
        Assert.Equal(["desk.zip!/inner.zip!/c.txt"], await MissingAsync(corpus));
    }

    [Fact]
    public async Task Archive_that_cannot_be_read_marks_none_of_its_entries_as_missing()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var path = corpus.WriteZip("desk.zip", A, B);
        await corpus.IngestAsync();
        await using (var file = new FileStream(path, FileMode.Open))
            file.SetLength(file.Length - 30);

        var (run, _) = await corpus.IngestAsync();
        var (forced, _) = await corpus.IngestAsync(force: true);

        Assert.Equal((1, 1, null), (run.Files, run.Rejected, run.Error));
        Assert.Equal((1, 1, null), (forced.Files, forced.Rejected, forced.Error));
        Assert.Empty(await MissingAsync(corpus));
    }

    [Fact]
    public async Task Broken_archive_in_an_archive_marks_none_of_its_own_but_others_that_are_gone()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var inner = ZipFiles.Bytes(("a.txt", System.Text.Encoding.UTF8.GetBytes(A.Text)));
        var path = Path.Combine(corpus.Files, "desk.zip");
        await File.WriteAllBytesAsync(path, ZipFiles.Bytes(("b.txt", System.Text.Encoding.UTF8.GetBytes(B.Text)), ("inner.zip", inner)), Token);
        await corpus.IngestAsync();
        await File.WriteAllBytesAsync(path, ZipFiles.Bytes(("inner.zip", inner[..^30])), Token);

        var (run, _) = await corpus.IngestAsync();

        Assert.Equal(1, run.Rejected);
        Assert.Equal(["desk.zip!/b.txt"], await MissingAsync(corpus));
    }

    [Fact]
    public async Task Archive_beyond_a_limit_marks_none_of_the_entries_that_it_was_not_read_up_to()
    {
        await using var corpus = await TestCorpus.CreateAsync(services => services.Configure<IngestionLimits>(limits => limits.MaxEntries = 2));
        corpus.WriteZip("desk.zip", A, B);
        await corpus.IngestAsync();
        corpus.WriteZip("desk.zip", ("0.txt", Story("zero")), A, C, B);

        var (run, _) = await corpus.IngestAsync();

        Assert.Equal(1, run.Rejected);
        Assert.Null(run.Error);
        Assert.Empty(await MissingAsync(corpus));
    }

    [Fact]
    public async Task Archive_that_gives_way_to_a_plain_file_has_lost_its_entries()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.WriteZip("desk.zip", A, B);
        await corpus.IngestAsync();
        corpus.Write("desk.zip", C.Text);

        var (run, _) = await corpus.IngestAsync();

        Assert.Equal(1, run.Added);
        Assert.StartsWith("2 files are no longer there", run.Error, StringComparison.Ordinal);
        Assert.Equal(["desk.zip!/a.txt", "desk.zip!/b.txt"], await MissingAsync(corpus));
    }

    [Fact]
    public async Task Archive_that_is_away_for_a_run_has_all_its_entries_when_it_is_back()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var path = corpus.WriteZip("desk.zip", A, B);
        await corpus.IngestAsync();
        File.Move(path, Path.Combine(corpus.Folder, "away.zip"));
        await corpus.IngestAsync();
        Assert.Equal(2, (await MissingAsync(corpus)).Count);
        File.Move(Path.Combine(corpus.Folder, "away.zip"), path);

        var (preview, told) = await corpus.IngestAsync(force: true, dryRun: true);
        var (run, _) = await corpus.IngestAsync();

        Assert.Equal((2, 2), (preview.Files, told.Count));
        Assert.Equal((2, 2), (run.Files, run.Unchanged));
        Assert.Empty(await MissingAsync(corpus));
    }

    [Fact]
    public async Task Run_that_is_resumed_within_an_archive_finds_what_vanished_from_it()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        (string Name, string Text)[] many = [.. Enumerable.Range(0, 9).Select(i => ($"{i}.txt", Story($"number {i}")))];
        corpus.WriteZip("desk.zip", many);
        await corpus.IngestAsync();
        corpus.WriteZip("desk.zip", [.. many[1..].Select(e => (e.Name, e.Text + "More."))]);
        using var stop = new CancellationTokenSource();
        var request = new IngestionRequest { StartedBy = "test" };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => corpus.Get<IngestionRunner>().RunAsync(request, _ => stop.Cancel(), stop.Token));
        await using (var db = corpus.Database())
            Assert.InRange((await db.Runs.OrderByDescending(r => r.Id).FirstAsync(Token)).Files, 1, 7);

        var run = await corpus.Get<IngestionRunner>().ResumeAsync(2, null, Token);

        Assert.Equal((8, 8), (run!.Files, run.Updated));
        Assert.Equal(["desk.zip!/0.txt"], await MissingAsync(corpus));
        Assert.Empty(await corpus.VerifyAsync());
    }

    private static string Story(string which) => $" date 2025-03-04 The {which} ferry to Lower Quay was cancelled on Tuesday after a rope fouled its screw.\n";

    private static void WriteNested(TestCorpus corpus, (string Name, string Text)[] entries) => File.WriteAllBytes(
        Path.Combine(corpus.Files, "desk.zip"), ZipFiles.Bytes(("inner.zip", ZipFiles.Bytes([.. entries.Select(e => (e.Name, System.Text.Encoding.UTF8.GetBytes(e.Text)))]))));

    private static async Task<List<string>> MissingAsync(TestCorpus corpus)
    {
        await using var db = corpus.Database();
        return await db.SourceFiles.Where(f => f.IsMissing).OrderBy(f => f.Path).Select(f => f.Path).ToListAsync(Token);
    }
}
