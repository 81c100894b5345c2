using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using Xunit;

namespace NewsCorpus.Tests.Ingestion;

public sealed class FileFaultsTests
{
    private const string Tram = " date 2025-06-03 The tram to Mill Hill ran again on Tuesday, said conductor Hale Morrow.\n\nIts new rails are quiet.\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pipes_sockets_and_devices_are_skipped_and_never_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files.");
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Tram);
        Shell(corpus.Files, "mkfifo pipe.txt; mkfifo archive.zip");
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified);
        var name = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N")[..8]);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(name));
        File.Move(name, Path.Combine(corpus.Files, "socket.txt"));

        var (run, outcomes) = await corpus.IngestAsync();

        Assert.Equal((1, 3), (run.Added, run.Skipped));
        Assert.All(["pipe.txt", "archive.zip", "socket.txt"], f => Assert.Contains("pipe, a socket or a device", outcomes[f].Reason, StringComparison.Ordinal));
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Empty_file_is_skipped_and_leaves_the_article_that_it_held()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Tram);
        corpus.Write("never.txt", "");
        await corpus.IngestAsync();
        corpus.Write("a.txt", "");

        var (run, outcomes) = await corpus.IngestAsync();

        Assert.Equal(2, run.Skipped);
        Assert.Contains("empty", outcomes["a.txt"].Reason, StringComparison.Ordinal);
        await using var db = corpus.Database();
        Assert.Equal(ArticleState.Live, (await db.Articles.SingleAsync(Token)).State);
        Assert.Equal(Tram.Length, (await db.SourceFiles.SingleAsync(f => f.Path == "a.txt", Token)).Size);
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Theory]
    [InlineData("grows")]
    [InlineData("shrinks")]
    [InlineData("changes")]
    public async Task File_that_is_written_while_it_is_read_is_not_taken(string what)
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var path = corpus.Write("a.txt", Tram);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        using var file = StableFile.Open(path);
        var before = StableFile.StateOf(file);
        Assert.Equal(Tram, System.Text.Encoding.UTF8.GetString(StableFile.ReadWhole(file, before)!));

        await using (var writer = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            if (what == "shrinks")
                writer.SetLength(20);
            else
            {
                writer.Position = what == "grows" ? writer.Length : 0;
                writer.WriteByte((byte)' ');
            }
        }

        Assert.Null(StableFile.ReadWhole(file, before));
        // The next run takes it as it is then.
        Assert.Equal(1, (await corpus.IngestAsync()).Run.Added);
    }

    [Fact]
    public async Task File_that_never_stands_still_is_rejected_with_that_reason()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var path = corpus.Write("a.txt", Tram);
        await using (var file = new FileStream(path, FileMode.Open))
            file.SetLength(32 << 20);
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 3).Select(w => Task.Run(
            () =>
            {
                for (var n = 0; !stop.IsCancellationRequested; n++)
                    File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddSeconds((3 * n) + w));
            },
            Token)).ToList();
        string? reason = null;
        // On a machine that has no time for the writers a reading may pass; none of a hundred passes where they have any.
        for (var n = 0; n < 100 && reason is null; n++)
            reason = corpus.Get<FileReader>().Read(new SourceEntry(path, "a.txt"), null, force: false) is { Outcome: Outcome.Rejected } rejected && rejected.Reason!.Contains("being written", StringComparison.Ordinal) ? rejected.Remedy : null;
        await stop.CancelAsync();
        await Task.WhenAll(writers);

        Assert.NotNull(reason);
        Assert.Contains("next run takes it", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archive_that_is_written_while_it_is_read_says_so_behind_its_files()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var path = Path.Combine(corpus.Files, "desk.zip");
        await using (var zip = await System.IO.Compression.ZipFile.OpenAsync(path, System.IO.Compression.ZipArchiveMode.Create, Token))
            foreach (var name in new[] { "a.txt", "b.txt" })
                await using (var writer = new StreamWriter(await zip.CreateEntry(name).OpenAsync(Token)))
                    await writer.WriteAsync(Tram + name);

        var found = new List<string>();
        foreach (var document in corpus.Get<FileReader>().Expand(new SourceEntry(path, "desk.zip")))
        {
            found.Add($"{document.Document.Path} {document.Fault?.Message}");
            File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        }

        Assert.Equal(["desk.zip!/a.txt ", "desk.zip!/b.txt "], found.Take(2));
        Assert.StartsWith("desk.zip The archive was being written", found[2], StringComparison.Ordinal);
        Assert.Equal(3, found.Count);
    }

    [Fact]
    public async Task File_that_vanished_after_it_was_listed_is_rejected()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var reader = corpus.Get<FileReader>();
        var gone = new SourceEntry(Path.Combine(corpus.Files, "gone.txt"), "gone.txt");
        var folder = new SourceEntry(Path.Combine(corpus.Files, "gone", "a.txt"), "gone/a.txt");

        Assert.All([gone, folder], e => Assert.Contains("vanished", reader.Read(e, null, force: false).Reason, StringComparison.Ordinal));
        var archive = Assert.Single(reader.Expand(gone with { Path = "gone.zip" }));
        Assert.Contains("vanished", archive.Fault!.Message, StringComparison.Ordinal);
        Assert.Equal("gone.zip", archive.Document.Path);
    }

    [Fact]
    public async Task File_that_this_user_may_not_read_is_rejected_and_the_run_goes_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Nothing is closed to this user.");
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Tram);
        corpus.Write("closed.txt", Tram);
        corpus.Write("closed/b.txt", Tram);
        Shell(corpus.Files, "chmod 000 closed.txt closed");

        var (run, outcomes) = await corpus.IngestAsync();
        Shell(corpus.Files, "chmod 700 closed");

        Assert.Equal((1, 2), (run.Added, run.Rejected));
        Assert.Contains("permissions", outcomes["closed.txt"].Reason, StringComparison.Ordinal);
        Assert.Contains("cannot be listed", outcomes["closed/"].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_whose_path_is_too_long_is_an_outcome_and_the_run_goes_on()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Longer than the system's paths is only made step by step, in a shell.");
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Tram);
        var name = new string('d', 240);
        Shell(corpus.Files, $"for i in $(seq 16); do mkdir {name} && cd {name}; done; mkdir {name}");
        try
        {
            var (run, outcomes) = await corpus.IngestAsync();

            Assert.Equal((1, 1), (run.Added, run.Rejected));
            Assert.Contains("shorter names", outcomes.Values.Single(o => o.Outcome == Outcome.Rejected).Remedy, StringComparison.Ordinal);
            await using var db = corpus.Database();
            Assert.Equal("a.txt", (await db.SourceFiles.SingleAsync(Token)).Path);
        }
        finally
        {
            Shell(corpus.Files, $"rm -rf {name}");
        }
    }

    [Fact]
    public async Task Loop_of_links_is_not_run_through()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a privilege on Windows.");
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("inner/a.txt", Tram);
        Directory.CreateSymbolicLink(Path.Combine(corpus.Files, "inner", "up"), corpus.Files);
        File.CreateSymbolicLink(Path.Combine(corpus.Files, "self.txt"), Path.Combine(corpus.Files, "self.txt"));

        var (run, _) = await corpus.IngestAsync();

        Assert.Equal((1, 1), (run.Files, run.Added));
    }

    [Fact]
    public async Task Name_with_a_line_break_is_read_and_shown_on_one_line()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows allows no such names.");
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("two\nlines.txt", Tram);

        var (run, outcomes) = await corpus.IngestAsync();
        var (again, _) = await corpus.IngestAsync();

        Assert.Equal(Outcome.Added, outcomes["two␊lines.txt"].Outcome);
        Assert.Equal((1, 1), (run.Added, again.Unchanged));
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Name_that_is_no_utf8_is_rejected_with_that_reason()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems allow no such names.");
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Tram);
        Shell(corpus.Files, @"printf 'words' > ""$(printf 'caf\351.txt')""; mkdir ""$(printf 'd\351')""");

        var (run, outcomes) = await corpus.IngestAsync();

        Assert.Equal((1, 2), (run.Added, run.Rejected));
        Assert.All(outcomes.Values.Where(o => o.Outcome == Outcome.Rejected), o => Assert.Contains("not valid UTF-8", o.Reason, StringComparison.Ordinal));
        // .NET cannot name them either.
        Shell(corpus.Folder, "rm -rf files");
    }

    private static void Shell(string folder, string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-ec", script]) { WorkingDirectory = folder })!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
