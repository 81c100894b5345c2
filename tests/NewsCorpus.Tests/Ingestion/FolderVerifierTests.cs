using System.IO.Compression;
using NewsCorpus.Ingestion;
using NewsCorpus.Store;
using Xunit;

namespace NewsCorpus.Tests.Ingestion;

public sealed class FolderVerifierTests
{
    private const string Well = " date 2025-05-06 The well in Tanner's Row was opened again on Tuesday.\n\nCouncillor Isolde Marsh drew the first bucket.\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Names_files_that_are_new_changed_gone_or_back()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        foreach (var name in new[] { "same", "changed", "emptied", "gone", "back", "rejected" })
            corpus.Write(name + ".txt", $"{Well}In {name}.\n");
        corpus.Write("rejected.txt", "---\ntitle: \"never closed\n\ttags: [a, \"b\n---\n<p>Words.</p>\n");
        File.Delete(Path.Combine(corpus.Files, "back.txt"));
        corpus.Write("back.txt", $"{Well}In back.\n");
        await corpus.IngestAsync();
        File.Move(Path.Combine(corpus.Files, "back.txt"), Path.Combine(corpus.Folder, "back.txt"));
        await corpus.IngestAsync();
        Assert.Empty(await FindAsync(corpus));

        File.Move(Path.Combine(corpus.Folder, "back.txt"), Path.Combine(corpus.Files, "back.txt"));
        corpus.Write("changed.txt", $"{Well}In Changed.\n");
        corpus.Write("emptied.txt", "");
        corpus.Write("new.txt", Well);
        File.Delete(Path.Combine(corpus.Files, "gone.txt"));

        Assert.Equal(["FileNew back.txt", "FileChanged changed.txt", "FileChanged emptied.txt", "FileNew new.txt", "FileGone gone.txt"], await FindAsync(corpus));
        await corpus.IngestAsync();
        Assert.Empty(await FindAsync(corpus));
    }

    [Fact]
    public async Task Looks_into_archives()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        await ZipAsync(corpus, ("a.txt", Well), ("b.txt", Well + "Second.\n"), ("picture.jpg", "\u0089PNG"));
        await corpus.IngestAsync();
        Assert.Empty(await FindAsync(corpus));

        await ZipAsync(corpus, ("a.txt", Well), ("b.txt", Well + "Changed.\n"), ("c.txt", Well + "Third.\n"));

        Assert.Equal(["FileChanged desk.zip!/b.txt", "FileNew desk.zip!/c.txt", "FileGone desk.zip!/picture.jpg"], await FindAsync(corpus));
    }

    [Fact]
    public async Task Folder_that_is_gone_as_a_whole_and_one_that_nobody_configured_are_no_difference()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var other = Path.Combine(corpus.Folder, "other");
        var third = Path.Combine(corpus.Folder, "third");
        Directory.CreateDirectory(other);
        Directory.CreateDirectory(third);
        await File.WriteAllTextAsync(Path.Combine(other, "a.txt"), Well, Token);
        await File.WriteAllTextAsync(Path.Combine(third, "a.txt"), Well + "Third.\n", Token);
        // No run has looked into the configured folder: it is not expected to have been read.
        corpus.Write("unread.txt", Well + "Unread.\n");
        await corpus.IngestAsync(paths: [other, third]);

        Directory.Delete(other, recursive: true);
        await File.WriteAllTextAsync(Path.Combine(third, "b.txt"), Well + "Later.\n", Token);

        Assert.Empty(await FindAsync(corpus));
        await File.WriteAllTextAsync(Path.Combine(third, "a.txt"), "Changed. " + Well, Token);
        Assert.EndsWith("third/a.txt", Assert.Single(await FindAsync(corpus)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Knows_that_a_run_is_under_way()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Well);
        var verifier = corpus.Get<FolderVerifier>();
        var during = false;
        Assert.False(verifier.IsRunUnderWay);

        await corpus.Get<IngestionRunner>().RunAsync(new IngestionRequest { StartedBy = "test" }, _ => during = verifier.IsRunUnderWay, Token);

        Assert.True(during);
        Assert.False(verifier.IsRunUnderWay);
        Assert.Contains(Environment.ProcessId.ToString(), FolderLock.OwnerOf(corpus.Data, FolderLock.Ingesting), StringComparison.Ordinal);
    }

    private static async Task<List<string>> FindAsync(TestCorpus corpus) =>
        (await corpus.Get<FolderVerifier>().VerifyAsync(null, Token).ToListAsync(Token)).ConvertAll(d => $"{d.Kind} {d.Subject.Replace(corpus.Files + "/", "", StringComparison.Ordinal)}");

    private static async Task ZipAsync(TestCorpus corpus, params (string Name, string Text)[] files)
    {
        var path = Path.Combine(corpus.Files, "desk.zip");
        File.Delete(path);
        await using var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Create, Token);
        foreach (var (name, text) in files)
            await using (var writer = new StreamWriter(await zip.CreateEntry(name).OpenAsync(Token)))
                await writer.WriteAsync(text);
    }
}
