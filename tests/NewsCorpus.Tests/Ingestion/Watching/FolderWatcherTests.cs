using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using NewsCorpus.Ingestion.Watching;
using NewsCorpus.Store;
using Xunit;

namespace NewsCorpus.Tests.Ingestion.Watching;

public sealed class FolderWatcherTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_what_appears_changes_moves_and_vanishes_and_makes_no_run_that_finds_nothing()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Text(1));
        corpus.Write("b.txt", Text(2));
        await corpus.IngestAsync();
        await using var watching = await Watching.StartAsync(corpus);

        // Several at once are one run; what is hidden is none, and what is only touched is none.
        corpus.Write("new/c.txt", Text(3));
        corpus.Write("new/d.txt", Text(4));
        corpus.Write(".hidden.txt", Text(5));
        File.SetLastWriteTimeUtc(Path.Combine(corpus.Files, "b.txt"), new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var run = await watching.NextAsync();
        Assert.Equal((AuditLog.Watch, 2, 2), (run.StartedBy, run.Files, run.Added));

        corpus.Write("a.txt", Text(10));
        run = await watching.NextAsync();
        Assert.Equal((1, 1), (run.Files, run.Updated));

        File.Move(Path.Combine(corpus.Files, "a.txt"), Path.Combine(corpus.Files, "moved.txt"));
        run = await watching.NextAsync();
        Assert.Equal((RunState.Finished, 1, 1), (run.State, run.Files, run.Unchanged));

        File.Delete(Path.Combine(corpus.Files, "b.txt"));
        run = await watching.NextAsync();
        Assert.Equal((0, "b.txt"), (run.Files, await MissingAsync(corpus)));

        await using (var db = corpus.Database())
        {
            Assert.Equal(4, await db.Articles.CountAsync(Token));
            Assert.Equal(5, await db.Runs.CountAsync(Token));
        }
    }

    [Fact]
    public async Task Pipe_in_the_folder_holds_nothing_up()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files.");
        await using var corpus = await TestCorpus.CreateAsync();
        await using var watching = await Watching.StartAsync(corpus);
        using (var made = System.Diagnostics.Process.Start("mkfifo", Path.Combine(corpus.Files, "pipe.txt")))
            await made.WaitForExitAsync(Token);
        corpus.Write("a.txt", Text(1));

        var run = await watching.NextAsync();

        Assert.Equal((1, 1), (run.Added, run.Skipped));
    }

    [Fact]
    public async Task File_that_is_still_written_is_left_until_it_is_complete()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        await using var watching = await Watching.StartAsync(corpus);
        var path = Path.Combine(corpus.Files, "slow.txt");
        Directory.CreateDirectory(corpus.Files);
        await using (var writer = new StreamWriter(path))
        {
            for (var part = 0; part < 10; part++)
            {
                await writer.WriteAsync(part == 0 ? Text(1) : $"\nPart {part}.\n");
                await writer.FlushAsync(Token);
                await Task.Delay(500, Token);
            }
        }

        var run = await watching.NextAsync();

        Assert.Equal(1, run.Added);
        await using var db = corpus.Database();
        Assert.Contains("Part 9.", (await db.Bodies.SingleAsync(Token)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await db.Runs.CountAsync(Token));
    }

    [Fact]
    public async Task Folder_that_is_moved_in_whole_and_an_archive_are_taken_and_a_folder_that_goes_is_marked()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        await using var watching = await Watching.StartAsync(corpus);
        var outside = Path.Combine(corpus.Folder, "outside", "deep");
        Directory.CreateDirectory(outside);
        await File.WriteAllTextAsync(Path.Combine(outside, "a.txt"), Text(1), Token);
        await using (var zip = await ZipFile.OpenAsync(Path.Combine(outside, "b.zip"), ZipArchiveMode.Create, Token))
        await using (var writer = new StreamWriter(await zip.CreateEntry("c.txt").OpenAsync(Token)))
            await writer.WriteAsync(Text(2));

        Directory.Move(Path.GetDirectoryName(outside)!, Path.Combine(corpus.Files, "in"));
        var run = await watching.NextAsync();
        Assert.Equal((2, 2), (run.Files, run.Added));

        Directory.Delete(corpus.Files, recursive: true);
        run = await watching.NextAsync();
        Assert.Equal((RunState.Finished, 0), (run.State, run.Files));
        await using (var db = corpus.Database())
            Assert.Equal(2, await db.SourceFiles.CountAsync(f => f.IsMissing, Token));

        // And when the drive is back.
        corpus.Write("again.txt", Text(3));
        run = await watching.NextAsync();
        Assert.Equal(1, run.Added);
    }

    [Fact]
    public async Task More_files_than_can_be_followed_are_one_run_over_their_folder_and_nothing_beside_it()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        for (var i = 0; i < 5050; i++)
            corpus.Write($"part {i % 20}/{i}.png", "");
        corpus.Write("../beside.txt", Text(1));
        await using var watching = await Watching.StartAsync(corpus);

        var run = await watching.NextAsync();

        Assert.Equal((RunState.Finished, 5050, 5050), (run.State, run.Files, run.Skipped));
        Assert.Equal([corpus.Files], run.PathList);
    }

    private static string Text(int number) => $" date 2025-03-04 The lamp on pier {number} was lit again on Tuesday, the harbour office said.\n";

    private static async Task<string> MissingAsync(TestCorpus corpus)
    {
        await using var db = corpus.Database();
        return (await db.SourceFiles.SingleAsync(f => f.IsMissing, Token)).Path;
    }

    /// <summary>A watcher and a worker, as a serving process has them.</summary>
    private sealed class Watching(TestCorpus corpus) : IAsyncDisposable
    {
        private long _last;

        public static async Task<Watching> StartAsync(TestCorpus corpus)
        {
            Directory.CreateDirectory(corpus.Files);
            var watching = new Watching(corpus);
            await using (var db = corpus.Database())
                watching._last = await db.Runs.MaxAsync(r => (long?)r.Id, Token) ?? 0;
            await corpus.Get<FolderWatcher>().StartAsync(Token);
            await corpus.Get<RunWorker>().StartAsync(Token);
            return watching;
        }

        /// <summary>The next run, at its end.</summary>
        public async Task<Run> NextAsync()
        {
            _last++;
            while (true)
            {
                await foreach (var run in corpus.Get<RunReport>().FollowAsync(_last, Token))
                    if (run.IsOver)
                        return run;
                await Task.Delay(100, Token);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await corpus.Get<FolderWatcher>().StopAsync(Token);
            await corpus.Get<RunWorker>().StopAsync(Token);
        }
    }
}
