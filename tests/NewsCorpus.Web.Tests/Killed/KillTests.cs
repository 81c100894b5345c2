using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;
using NewsCorpus.Web.Commands;

namespace NewsCorpus.Web.Tests.Killed;

/// <summary>
/// Kills real processes (SIGKILL) at random moments of ingesting and serving, over and over on the same data folder, and looks whether anything was lost or doubled. Moments are spread over the
/// time that a run takes, and some are aimed: right when the database's log or the index has just been written.
/// </summary>
[Collection(Collection)]
[Trait("Kind", "kill")]
public sealed class KillTests : IAsyncDisposable
{
    /// <summary>Named for <see cref="LongestFirst"/>.</summary>
    internal const string Collection = "Killed processes";

    private const int Seed = 20260711;
    private const int MaxAttempts = 160;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "newscorpus-kill-" + Guid.NewGuid().ToString("N"));
    private readonly Random _random = new(Seed);

    private enum Aim
    {
        /// <summary>Any moment of a run, from the process's start.</summary>
        Any,

        /// <summary>Right after the database's log was written, for the first or a later time.</summary>
        Commit,

        /// <summary>Right after a file of the index was made or grew.</summary>
        Index,

        /// <summary>Any moment of a server's start, with its ingestion and its index.</summary>
        Serve,
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder, "data");

    private string Log => Path.Combine(Data, "newscorpus.db-wal");

    [Fact]
    public async Task Nothing_is_lost_or_doubled_however_often_the_program_is_killed()
    {
        var corpus = new ChangingCorpus(Directory.CreateDirectory(Path.Combine(_folder, "files")).FullName, _random);
        corpus.Add(120);
        corpus.WriteArchive(0);
        var wanted = new Dictionary<Aim, int> { [Aim.Any] = 24, [Aim.Commit] = 12, [Aim.Index] = 7, [Aim.Serve] = 8 };
        var left = new Dictionary<Aim, int>(wanted);
        // What a run and a server's start take; corrected by each that ends by itself.
        var lasts = new Dictionary<bool, TimeSpan> { [false] = await MeasureAsync(corpus, "ingest"), [true] = TimeSpan.FromSeconds(3) };
        int attempts = 0, ended = 0;

        while (left.Values.Any(n => n > 0))
        {
            Assert.True(++attempts <= MaxAttempts, $"Of {attempts} processes {ended} ended before they were killed; still to be killed: {string.Join(", ", left.Select(a => $"{a.Key} {a.Value}"))}.");
            corpus.Change(15);
            corpus.Add(2);
            var aims = left.Where(a => a.Value > 0).Select(a => a.Key).ToList();
            var aim = aims[_random.Next(aims.Count)];
            var clock = Stopwatch.StartNew();
            using var child = Start(corpus, aim == Aim.Serve ? "serve" : "ingest");
            if (!await WaitAsync(child, aim, lasts[aim == Aim.Serve]) || await child.KillAsync() != Child.Killed)
            {
                ended++;
                Assert.True(await child.EndAsync() == 0, child.Printed);
                lasts[aim == Aim.Serve] = clock.Elapsed;
                continue;
            }
            left[aim]--;
            if (left.Values.Sum() % 10 == 0)
                await LookAsync(finished: false);
        }

        Assert.True(wanted.Values.Sum() >= 50);
        var restart = await RunAsync("ingest", corpus.Folder);
        Assert.True(restart.Code == 0, restart.Error);
        await LookAsync(finished: true);
        await using (var db = Open())
        {
            var titles = await db.Articles.Select(a => a.Title).ToListAsync(Token);
            Assert.Equal(corpus.Titles.Order(StringComparer.Ordinal), titles.Order(StringComparer.Ordinal));
        }
        using var again = JsonDocument.Parse((await RunAsync("ingest", "--json", corpus.Folder)).Output);
        Assert.Equal((corpus.Files, corpus.Files), (again.RootElement.GetProperty("files").GetInt32(), again.RootElement.GetProperty("counts").GetProperty("unchanged").GetInt32()));
    }

    [Fact]
    public async Task Restore_that_is_killed_leaves_the_old_corpus_or_the_new_one()
    {
        var corpus = new ChangingCorpus(Directory.CreateDirectory(Path.Combine(_folder, "files")).FullName, _random);
        corpus.Add(12);
        corpus.WriteArchive(0);
        Assert.Equal(0, (await RunAsync("ingest", corpus.Folder)).Code);
        var old = corpus.Titles.Count();
        var backup = Path.Combine(_folder, "corpus.backup");
        Assert.Equal(0, (await RunAsync("backup", backup)).Code);
        corpus.Add(6);
        Assert.Equal(0, (await RunAsync("ingest", corpus.Folder)).Code);
        var later = corpus.Titles.Count();

        for (var n = 0; n < 6; n++)
        {
            using var child = new Child("restore", backup, "--data", Data, "--corpus", corpus.Folder);
            // Its own work begins after the runtime's start, and takes a fraction of a second.
            await UntilAsync(child, () => Directory.Exists(Path.Combine(Data, "restore-incoming")));
            await Task.Delay(_random.Next(120), Token);
            await child.KillAsync();

            var verify = await RunAsync("verify", "--json");
            await using var db = Open();
            Assert.Contains(await db.Articles.CountAsync(Token), new[] { old, later });
            Assert.DoesNotContain("databaseDamaged", verify.Output, StringComparison.Ordinal);
            Assert.False(Directory.Exists(Path.Combine(Data, "restore-incoming")));
        }
        Assert.Equal(0, (await RunAsync("ingest", corpus.Folder)).Code);
        await LookAsync(finished: true);
    }

    public ValueTask DisposeAsync()
    {
        Release();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private Child Start(ChangingCorpus corpus, string verb) => verb == "serve"
        ? new Child("serve", "--data", Data, "--corpus", corpus.Folder, "--urls", "http://127.0.0.1:0")
        : new Child(verb, corpus.Folder, "--data", Data, "--corpus", corpus.Folder);

    private async Task<TimeSpan> MeasureAsync(ChangingCorpus corpus, string verb)
    {
        var clock = Stopwatch.StartNew();
        using var child = Start(corpus, verb);
        Assert.True(await child.EndAsync() == 0, child.Printed);
        return clock.Elapsed;
    }

    /// <summary>Waits for the moment; false where the process ended before it came.</summary>
    private async Task<bool> WaitAsync(Child child, Aim aim, TimeSpan lasts)
    {
        if (aim is Aim.Any or Aim.Serve)
            return !await child.EndsWithinAsync(lasts * _random.NextDouble());
        Func<object> state = aim == Aim.Commit
            ? () => new FileInfo(Log) is { Exists: true } log ? (log.Length, log.LastWriteTimeUtc) : default
            : () => new DirectoryInfo(Path.Combine(Data, "index")) is { Exists: true } index ? string.Join(' ', index.GetFiles().Select(f => $"{f.Name} {f.Length}")) : "";
        var last = state();
        for (var changes = 1 + _random.Next(aim == Aim.Commit ? 6 : 3); changes > 0; changes--)
        {
            if (!await UntilAsync(child, () => !state().Equals(last)))
                return false;
            last = state();
        }
        return true;
    }

    private static async Task<bool> UntilAsync(Child child, Func<bool> condition)
    {
        while (!child.HasEnded)
        {
            try
            {
                if (condition())
                    return true;
            }
            catch (IOException)
            {
                // A file of the index went while it was looked at: that is a change, and the next look sees it.
            }
            await Task.Delay(1, Token);
        }
        return false;
    }

    /// <summary>Verify finds nothing; before a run has finished, nothing but files that the next one takes up.</summary>
    private async Task LookAsync(bool finished)
    {
        var (code, output, error) = await RunAsync("verify", "--json");
        using var report = JsonDocument.Parse(output);
        var found = report.RootElement.GetProperty("differences").EnumerateArray().Where(d => finished || !d.GetProperty("kind").GetString()!.StartsWith("file", StringComparison.Ordinal)).Select(d => d.ToString());
        Assert.Empty(found);
        if (finished)
            Assert.True(code == 0, error);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await CommandLine.RunAsync([.. arguments, "--data", Data, "--corpus", Path.Combine(_folder, "files")], output, error, Token);
        Release();
        return (code, output.ToString(), error.ToString());
    }

    private CorpusDbContext Open() =>
        new(new DbContextOptionsBuilder<CorpusDbContext>().UseSqlite(CorpusDatabase.ConnectionString(Path.Combine(Data, "newscorpus.db"))).Options);

    private void Release()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection(CorpusDatabase.ConnectionString(Path.Combine(Data, "newscorpus.db")));
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);
    }
}
