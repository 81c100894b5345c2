using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using Xunit;

namespace NewsCorpus.Tests.Store;

public sealed class OriginalsTests
{
    private const string First = " date 2025-02-11 The mill wheel turned on Tuesday for the first time in years.\n\nMiller Orla Finch oiled it.\n";

    private static readonly string Second = First.Replace("Tuesday", "Tuesday noon", StringComparison.Ordinal);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changed_file_keeps_the_original_of_each_state_it_was_read_in()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        foreach (var text in new[] { First, Second, First, Second + "Third.\n" })
        {
            corpus.Write("a.txt", text);
            await corpus.IngestAsync();
        }

        await using var db = corpus.Database();
        var kept = (await db.Originals.ToListAsync(Token)).ConvertAll(o => Encoding.UTF8.GetString(o.Bytes()));
        Assert.Equal([First, Second, Second + "Third.\n"], kept.OrderBy(k => k.Length));
        var file = await db.SourceFiles.SingleAsync(Token);
        var earlier = await db.SourceVersions.Where(v => v.SourceFileId == file.Id).Select(v => v.Sha256).ToListAsync(Token);
        Assert.Equal(2, earlier.Count);
        Assert.DoesNotContain(file.Sha256, earlier);
        Assert.Null((await db.Articles.SingleAsync(Token)).OriginalSha256);
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task File_that_breaks_is_still_described_by_the_bytes_that_its_article_came_from()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", First);
        await corpus.IngestAsync();
        var before = await FileAsync(corpus);
        corpus.Write("a.txt", "---\ntitle: \"never closed\n\ttags: [a, \"b\n---\n<p>Words.</p>\n");

        await corpus.IngestAsync();

        var after = await FileAsync(corpus);
        Assert.Equal((Outcome.Rejected, before.Sha256, before.Size, before.Format), (after.Outcome, after.Sha256, after.Size, after.Format));
        Assert.NotNull(after.Reason);
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Article_that_its_feed_no_longer_holds_points_to_the_feed_that_did()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("feed.xml", Feed("One", "Two"));
        await corpus.IngestAsync();
        var first = (await FileAsync(corpus)).Sha256;
        corpus.Write("feed.xml", Feed("Two", "Three"));
        await corpus.IngestAsync();
        corpus.Write("feed.xml", Feed("Three"));

        await corpus.IngestAsync();

        await using var db = corpus.Database();
        var second = await db.SourceVersions.Where(v => v.Sha256 != first).Select(v => v.Sha256).SingleAsync(Token);
        Assert.Equal([first, second, null], await db.Articles.OrderBy(a => a.Id).Select(a => a.OriginalSha256).ToListAsync(Token));
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Every_commit_is_on_the_disk_when_it_returns()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", First);
        await corpus.IngestAsync();

        Assert.All(await PooledAsync<long>(corpus, "synchronous"), full => Assert.Equal(2, full));
        Assert.All(await PooledAsync<string>(corpus, "journal_mode"), mode => Assert.Equal("wal", mode));
    }

    [Fact]
    public async Task What_a_batch_takes_for_its_pages_is_given_back()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", First);
        await corpus.IngestAsync();

        Assert.All(await PooledAsync<long>(corpus, "cache_size"), size => Assert.Equal(-2000, size));
    }

    /// <summary>A setting of several connections. They are pooled, and what one was told stays with it; several at once take several from the pool.</summary>
    private static async Task<List<T>> PooledAsync<T>(TestCorpus corpus, string pragma)
    {
        var contexts = Enumerable.Range(0, 4).Select(_ => corpus.Database()).ToList();
        var told = new List<T>();
        foreach (var db in contexts)
        {
            await db.Database.OpenConnectionAsync(Token);
            told.Add(await PragmaAsync<T>(db, pragma));
        }
        foreach (var db in contexts)
            await db.DisposeAsync();
        return told;
    }

    private static async Task<T> PragmaAsync<T>(DbContext db, string name)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + name;
        return (T)(await command.ExecuteScalarAsync(Token))!;
    }

    private static async Task<SourceFile> FileAsync(TestCorpus corpus)
    {
        await using var db = corpus.Database();
        return await db.SourceFiles.SingleAsync(Token);
    }

    private static string Feed(params string[] titles) =>
        "<rss version=\"2.0\"><channel><title>Harbour Wire</title>" +
        string.Concat(titles.Select(t => $"<item><guid>https://wire.example/{t}</guid><title>{t} ships came in</title><description>{t} ships came in on Monday with salt.</description></item>")) +
        "</channel></rss>";
}
