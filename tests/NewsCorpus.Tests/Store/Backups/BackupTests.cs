using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsCorpus.Ingestion;
using NewsCorpus.Search;
using NewsCorpus.Store;
using NewsCorpus.Store.Backups;
using Xunit;

namespace NewsCorpus.Tests.Store.Backups;

public sealed class BackupTests
{
    private const string Kiln = " date 2025-04-08 The kiln at Brick Lane was lit again on Tuesday, said potter Amory Quill.\n\nIt had stood cold for years.\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Restored_corpus_is_the_one_that_was_backed_up_and_the_later_one_is_set_aside()
    {
        await using var corpus = await FilledAsync("a", "b");
        Directory.CreateDirectory(Path.Combine(corpus.Data, "keys"));
        await File.WriteAllTextAsync(Path.Combine(corpus.Data, "keys", "key-1.xml"), "<key/>", Token);
        var backup = Path.Combine(corpus.Folder, "corpus.backup");
        var written = await corpus.Get<CorpusBackup>().WriteAsync(backup, overwrite: false, Token);
        Assert.Equal((2, 2, 2), (written.Articles, written.Files, written.Revision));
        Add(corpus, "c");
        await corpus.IngestAsync();
        await File.WriteAllTextAsync(Path.Combine(corpus.Data, "keys", "key-2.xml"), "<key/>", Token);
        await corpus.Get<IndexCatchUp>().CatchUpAsync(Token);

        var report = await corpus.Get<CorpusRestore>().RestoreAsync(backup, Token);

        Assert.Equivalent(written, report.Manifest);
        Assert.Equal(["key-1.xml"], Directory.GetFiles(Path.Combine(corpus.Data, "keys")).Select(Path.GetFileName));
        await using (var later = SqliteFile.Open(Path.Combine(report.Aside!, "newscorpus.db")))
            Assert.Equal(3, await later.Articles.CountAsync(Token));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(report.Aside!, "keys")).Length);
        Assert.False(Directory.Exists(Path.Combine(corpus.Data, "index")));

        // A new process, as after the verb.
        await using var after = corpus.Reopen();
        await after.Get<CorpusDatabase>().PrepareAsync(Token);
        await using (var db = after.Database())
            Assert.Equal(2, await db.Articles.CountAsync(Token));
        var (run, _) = await after.IngestAsync();
        Assert.Equal((1, 2), (run.Added, run.Unchanged));
        Assert.Empty(await after.VerifyAsync());
    }

    [Fact]
    public async Task Backup_while_a_run_writes_is_of_one_moment()
    {
        // A batch that has grown old is stored before it is full: on a slow machine there would be more of them.
        await using var corpus = await TestCorpus.CreateAsync(services => services.AddSingleton<TimeProvider>(new StoppedWatch()));
        for (var i = 0; i < 60; i++)
            Add(corpus, $"{i:00}");
        var backups = new List<string>();

        await corpus.Get<IngestionRunner>().RunAsync(
            new IngestionRequest { StartedBy = "test" },
            _ =>
            {
                // From another thread, as another process would: the run is in the midst of its batches.
                var path = Path.Combine(corpus.Folder, $"{backups.Count}.backup");
                Task.Run(() => corpus.Get<CorpusBackup>().WriteAsync(path, overwrite: false, Token), Token).GetAwaiter().GetResult();
                backups.Add(path);
            },
            Token);

        Assert.Equal(20, backups.Count);
        var counts = new List<int>();
        foreach (var backup in backups)
        {
            await using var other = TestCorpus.Unprepared();
            var report = await other.Get<CorpusRestore>().RestoreAsync(backup, Token);
            Assert.Null(report.Aside);
            await other.Get<CorpusDatabase>().PrepareAsync(Token);
            Assert.Empty(await other.VerifyAsync());
            counts.Add(report.Manifest.Articles);
        }
        Assert.Equal(Enumerable.Range(1, 20).Select(n => n * 3), counts);
    }

    [Fact]
    public async Task Backup_replaces_a_file_only_when_told_to()
    {
        await using var corpus = await FilledAsync("a");
        var path = Path.Combine(corpus.Folder, "corpus.backup");
        await File.WriteAllTextAsync(path, "precious", Token);

        var refused = await Assert.ThrowsAsync<EnvironmentProblemException>(() => corpus.Get<CorpusBackup>().WriteAsync(path, overwrite: false, Token));

        Assert.Contains("--force", refused.Message, StringComparison.Ordinal);
        Assert.Equal("precious", await File.ReadAllTextAsync(path, Token));
        await corpus.Get<CorpusBackup>().WriteAsync(path, overwrite: true, Token);
        Assert.StartsWith("PK", await File.ReadAllTextAsync(path, Encoding.Latin1, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_of_a_damaged_database_is_refused_and_leaves_nothing()
    {
        await using var corpus = await FilledAsync("a");
        await corpus.BreakDatabaseAsync();
        var path = Path.Combine(corpus.Folder, "corpus.backup");

        var refused = await Assert.ThrowsAsync<EnvironmentProblemException>(() => corpus.Get<CorpusBackup>().WriteAsync(path, overwrite: false, Token));

        Assert.Contains("damaged", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(corpus.Folder));
    }

    [Fact]
    public async Task Backup_onto_a_disk_that_is_too_small_says_so_and_leaves_nothing()
    {
        await using var corpus = await FilledAsync("a");
        using var disk = SmallDisk.Mount(Path.Combine(corpus.Folder, "small"), kilobytes: 64);

        var refused = await Assert.ThrowsAsync<EnvironmentProblemException>(() => corpus.Get<CorpusBackup>().WriteAsync(Path.Combine(disk.Folder, "corpus.backup"), overwrite: false, Token));

        Assert.Contains("room", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(disk.Folder));
    }

    [Theory]
    [InlineData("no such file", "no file")]
    [InlineData("text", "no backup")]
    [InlineData("empty zip", "no manifest")]
    [InlineData("other program", "another program")]
    [InlineData("newer format", "newer version")]
    [InlineData("newer migration", "newer version")]
    [InlineData("newer program", "newer version")]
    [InlineData("cut off", "no backup")]
    [InlineData("changed database", "not what the manifest says")]
    [InlineData("damaged database", "cannot be used")]
    [InlineData("other corpus", "another corpus")]
    [InlineData("missing database", "missing")]
    [InlineData("leads outside", "does not belong")]
    public async Task Backup_that_cannot_be_relied_on_is_refused_and_nothing_is_replaced(string fault, string words)
    {
        await using var corpus = await FilledAsync("a");
        var path = Path.Combine(corpus.Folder, "corpus.backup");
        await corpus.Get<CorpusBackup>().WriteAsync(path, overwrite: false, Token);
        await SpoiledBackup.SpoilAsync(corpus, path, fault);

        var refused = await Assert.ThrowsAsync<EnvironmentProblemException>(() => corpus.Get<CorpusRestore>().RestoreAsync(path, Token));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Equal(["newscorpus.db"], Directory.GetFileSystemEntries(corpus.Data).Select(p => Path.GetFileName(p)!).Where(n => !n.EndsWith(".lock", StringComparison.Ordinal) && !n.EndsWith(".owner", StringComparison.Ordinal) && !n.Contains('-', StringComparison.Ordinal)));
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Theory]
    [InlineData(FolderLock.Serving, "server")]
    [InlineData(FolderLock.Ingesting, "ingestion")]
    [InlineData(FolderLock.Restoring, "restore")]
    public async Task Restore_is_refused_while_the_data_folder_is_in_use(string name, string words)
    {
        await using var corpus = await FilledAsync("a");
        var path = Path.Combine(corpus.Folder, "corpus.backup");
        await corpus.Get<CorpusBackup>().WriteAsync(path, overwrite: false, Token);
        using var held = FolderLock.TryTake(corpus.Data, name);

        var refused = await Assert.ThrowsAsync<EnvironmentProblemException>(() => corpus.Get<CorpusRestore>().RestoreAsync(path, Token));

        Assert.Contains(words, refused.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await corpus.VerifyAsync());
    }

    /// <summary>A restore that is killed after its n-th step; 0 is before its journal.</summary>
    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 1)]
    [InlineData(5, 1)]
    public async Task Restore_that_was_killed_leaves_the_old_corpus_or_the_new_one(int steps, int articles)
    {
        await using var corpus = await FilledAsync("a");
        var path = Path.Combine(corpus.Folder, "corpus.backup");
        await corpus.Get<CorpusBackup>().WriteAsync(path, overwrite: false, Token);
        Add(corpus, "b");
        await corpus.IngestAsync();
        await corpus.Get<IndexCatchUp>().CatchUpAsync(Token);
        var options = corpus.Get<IOptions<NewsCorpusOptions>>().Value;
        SqliteFile.Release(options.Connection);
        var incoming = Path.Combine(corpus.Data, RestoreJournal.Incoming);
        var aside = Path.Combine(corpus.Data, "before");
        Directory.CreateDirectory(incoming);
        using (var backup = BackupFile.Open(path))
            await backup.ExtractAsync(incoming, Token);
        var journal = new RestoreJournal(path, "before", IsAside: false);
        if (steps > 0)
            journal.Write(corpus.Data);
        if (steps > 1)
        {
            Directory.CreateDirectory(aside);
            File.Move(options.DatabasePath, Path.Combine(aside, "newscorpus.db"));
        }
        if (steps > 2)
            (journal with { IsAside = true }).Write(corpus.Data);
        if (steps > 3)
            File.Move(Path.Combine(incoming, "newscorpus.db"), options.DatabasePath);
        if (steps > 4)
            Directory.Delete(incoming, recursive: true);

        await using var after = corpus.Reopen();
        await after.Get<CorpusDatabase>().PrepareAsync(Token);

        await using (var db = after.Database())
            Assert.Equal(articles, await db.Articles.CountAsync(Token));
        Assert.False(Directory.Exists(incoming));
        Assert.False(File.Exists(Path.Combine(corpus.Data, "restore.json")));
        Assert.Equal(steps > 0, File.Exists(Path.Combine(aside, "newscorpus.db")));
        await after.IngestAsync();
        Assert.Empty(await after.VerifyAsync());
    }

    [Fact]
    public async Task Start_waits_for_no_restore_that_only_prepares_and_refuses_one_that_moves()
    {
        await using var corpus = await FilledAsync("a");
        using var living = FolderLock.TryTake(corpus.Data, FolderLock.Restoring);
        Directory.CreateDirectory(Path.Combine(corpus.Data, RestoreJournal.Incoming));

        await corpus.Get<CorpusDatabase>().PrepareAsync(Token);
        Assert.True(Directory.Exists(Path.Combine(corpus.Data, RestoreJournal.Incoming)));

        new RestoreJournal("x", "before", IsAside: false).Write(corpus.Data);
        var refused = await Assert.ThrowsAsync<EnvironmentProblemException>(() => corpus.Get<CorpusDatabase>().PrepareAsync(Token));
        Assert.Contains("being restored", refused.Message, StringComparison.Ordinal);
        File.Delete(Path.Combine(corpus.Data, "restore.json"));
    }

    private static async Task<TestCorpus> FilledAsync(params string[] names)
    {
        var corpus = await TestCorpus.CreateAsync();
        foreach (var name in names)
            Add(corpus, name);
        await corpus.IngestAsync();
        return corpus;
    }

    private static void Add(TestCorpus corpus, string name) => corpus.Write(name + ".txt", $"{Kiln}Shelf {name}.\n");

    /// <summary>No time passes between two looks at it; the date is the machine's.</summary>
    private sealed class StoppedWatch : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
