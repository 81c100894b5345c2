using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search;
using NewsCorpus.Search.Index;
using NewsCorpus.Store;
using NewsCorpus.Store.Verification;
using Xunit;

namespace NewsCorpus.Tests.Search;

public sealed class IndexCatchUpTests : IDisposable
{
    private readonly SearchCorpus _corpus = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task Applies_additions_changes_and_retirements()
    {
        var first = _corpus.Add("Storm", "Wind over the bay");
        var second = _corpus.Add("Calm", "Fog over the bay");

        Assert.Equal(2, await _corpus.CatchUpAsync());
        Assert.Equal(0, await _corpus.CatchUpAsync());
        _corpus.Retitle(first, "Gale");
        _corpus.Retire(second);
        Assert.Equal(2, await _corpus.CatchUpAsync());

        Assert.Equal("1", await _corpus.FindAsync("gale"));
        Assert.Equal("", await _corpus.FindAsync("storm"));
        Assert.Equal("1", await _corpus.FindAsync("bay"));
        Assert.Empty(await _corpus.Verifier.VerifyAsync(null, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Takes_up_where_a_process_stopped_that_never_committed()
    {
        _corpus.Add("Storm", "Wind over the bay");
        await _corpus.CatchUpAsync();
        _corpus.Add("Calm", "Fog over the bay");
        // A writer that has written but dies before it commits leaves the index at the older revision.
        using (var writer = _corpus.Index.OpenWriter(IndexOpening.Append)!)
        {
            writer.DeleteAll();
            writer.Flush(triggerMerge: false, applyAllDeletes: true);
            writer.Rollback();
        }

        Assert.Equal(1, await _corpus.CatchUpAsync());

        Assert.Equal("1,2", await _corpus.FindAsync("bay"));
    }

    [Fact]
    public async Task Writes_an_article_once_that_changes_again_before_the_commit()
    {
        var first = _corpus.Add("Storm", "Wind over the bay");
        _corpus.Add("Calm", "Fog over the bay");
        await _corpus.CatchUpAsync();
        _corpus.Retitle(first, "Gale");
        await _corpus.CatchUpLaterAsync();
        _corpus.Retitle(first, "Hurricane");
        var third = _corpus.Add("Thaw", "Ice on the bay");
        await _corpus.CatchUpLaterAsync();
        _corpus.Retire(third);
        Assert.Equal("1", await _corpus.FindAsync("storm"));

        await _corpus.CatchUpAsync();

        Assert.Equal("1", await _corpus.FindAsync("hurricane"));
        Assert.Equal("", await _corpus.FindAsync("gale OR storm OR ice"));
        Assert.Empty(await _corpus.Verifier.VerifyAsync(null, Ct).ToListAsync(Ct));
    }

    [Theory]
    [InlineData("truncate")]
    [InlineData("zero")]
    [InlineData("delete")]
    [InlineData("garble")]
    public async Task Rebuilds_when_any_file_is_damaged(string damage)
    {
        for (var i = 0; i < 20; i++)
            _corpus.Add($"Storm {i}", "Wind over the bay and fog over the harbour", "2026-03-02", "Gazette", ["Ada Okafor"], ["Weather"]);
        await _corpus.CatchUpAsync();
        var files = Directory.GetFiles(_corpus.Options.IndexPath).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        for (var i = 0; i < files.Count; i++)
        {
            // A fresh process each time; names change with each rebuild, so that files are taken by their place in the list.
            using var process = new SearchCorpus(_corpus.Folder);
            var current = Directory.GetFiles(_corpus.Options.IndexPath).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
            Break(current[i % current.Count], damage);

            await process.CatchUpAsync();

            Assert.Equal(20, (await process.FindAsync(new SearchRequest { Query = "\"fog over the harbour\"" })).Total);
            Assert.Empty(await process.Verifier.VerifyAsync(null, Ct).ToListAsync(Ct));
        }
    }

    [Fact]
    public async Task Rebuilds_when_the_index_is_of_another_database()
    {
        _corpus.Add("Storm", "Wind over the bay");
        await _corpus.CatchUpAsync();
        using var other = new SearchCorpus();
        other.Add("Calm", "Fog over the bay");
        foreach (var file in Directory.GetFiles(_corpus.Options.IndexPath))
            File.Copy(file, Path.Combine(other.Options.IndexPath, Path.GetFileName(file)), overwrite: true);

        Assert.Equal(1, await other.CatchUpAsync());

        Assert.Equal("1", await other.FindAsync("fog"));
        Assert.Equal("", await other.FindAsync("wind"));
    }

    [Fact]
    public async Task Rebuilds_when_the_index_is_ahead_of_the_database()
    {
        _corpus.Add("Storm", "Wind over the bay");
        _corpus.Add("Calm", "Fog over the bay");
        await _corpus.CatchUpAsync();
        using (var context = _corpus.CreateDbContext())
        {
            context.Bodies.Remove(context.Bodies.Single(b => b.ArticleId == 2));
            context.Articles.Remove(context.Articles.Single(a => a.Id == 2));
            context.SaveChanges();
        }

        await _corpus.CatchUpAsync();

        Assert.Equal("1", await _corpus.FindAsync("bay"));
        Assert.Equal(1, _corpus.Index.Revision);
    }

    [Fact]
    public async Task Reads_what_another_process_wrote()
    {
        using var other = new SearchCorpus(_corpus.Folder);
        _corpus.Add("Storm", "Wind over the bay");
        await _corpus.CatchUpAsync();
        Assert.Equal("", await other.FindAsync("wind"));

        Assert.Equal(0, await other.CatchUpAsync());

        Assert.Equal("1", await other.FindAsync("wind"));
    }

    [Fact]
    public async Task Leaves_the_writing_to_the_process_that_holds_the_lock()
    {
        using var server = new SearchCorpus(_corpus.Folder);
        _corpus.Add("Storm", "Wind over the bay");
        await server.CatchUp.CatchUpAsync(keepWriter: true, Ct);
        _corpus.Add("Calm", "Fog over the bay");

        // The server still has the writer. This process waits for it, and sees its commit.
        var waiting = _corpus.CatchUpAsync();
        Assert.Equal(1, await server.CatchUp.CatchUpAsync(keepWriter: true, Ct));

        Assert.Equal(0, await waiting);
        Assert.Equal("1,2", await _corpus.FindAsync("bay"));
        await Assert.ThrowsAsync<EnvironmentProblemException>(() => _corpus.CatchUp.RebuildAsync(Ct));
        server.CatchUp.Release();
        Assert.Equal(2, await _corpus.CatchUp.RebuildAsync(Ct));
        Assert.Equal("1,2", await _corpus.FindAsync("bay"));
    }

    [Fact]
    public async Task Shows_the_rebuilt_index_to_a_process_that_had_the_old_one_open()
    {
        using var other = new SearchCorpus(_corpus.Folder);
        _corpus.Add("Storm", "Wind over the bay");
        await _corpus.CatchUpAsync();
        await other.CatchUpAsync();
        foreach (var file in Directory.GetFiles(_corpus.Options.IndexPath))
            File.Delete(file);
        _corpus.Retitle(1, "Gale");
        using var third = new SearchCorpus(_corpus.Folder);
        await third.CatchUpAsync();

        other.Index.Refresh();

        Assert.Equal("1", await other.FindAsync("gale"));
        Assert.Equal("", await other.FindAsync("storm"));
    }

    [Fact]
    public async Task Verifier_names_each_difference()
    {
        for (var i = 0; i < 5; i++)
            _corpus.Add("Storm", "Wind over the bay");
        await _corpus.CatchUpAsync();
        // The database changes behind the index's back: without new revisions.
        using (var context = _corpus.CreateDbContext())
        {
            context.Articles.Single(a => a.Id == 3).State = NewsCorpus.Articles.ArticleState.Retired;
            context.Bodies.Remove(context.Bodies.Single(b => b.ArticleId == 4));
            context.Articles.Remove(context.Articles.Single(a => a.Id == 4));
            context.SaveChanges();
            context.Database.ExecuteSqlRaw("UPDATE Articles SET Revision = 0 WHERE Id = 2");
        }
        using (var writer = _corpus.Index.OpenWriter(IndexOpening.Append)!)
        {
            var commit = writer.CommitData;
            writer.DeleteDocuments(ArticleDocument.IdTerm(1));
            var buffer = new IndexBuffer(writer, largest: 0);
            buffer.Add((await new IndexSource(_corpus).ReadBatchAsync(4, 5, 1, Ct)).Changed[0]);
            buffer.Flush();
            writer.SetCommitData(commit);
            writer.Commit();
        }

        var differences = await _corpus.Verifier.VerifyAsync(null, Ct).ToListAsync(Ct);

        Assert.Equal(
            ["article 1 ArticleNotIndexed", "article 2 ArticleIndexedOld", "article 3 ArticleIndexedWrongly", "article 5 ArticleIndexedTwice", "article 4 ArticleIndexedWrongly"],
            differences.Select(d => $"{d.Subject} {d.Kind}"));
    }

    [Fact]
    public async Task Verifier_tells_an_index_that_lags_behind_from_one_that_is_wrong()
    {
        _corpus.Add("Storm", "Wind over the bay");
        Assert.Equal(DifferenceKind.IndexMissing, Assert.Single(await _corpus.Verifier.VerifyAsync(null, Ct).ToListAsync(Ct)).Kind);
        await _corpus.CatchUpAsync();
        _corpus.Retitle(1, "Gale");
        _corpus.Add("Calm", "Fog");

        Assert.Equal(2, await _corpus.Verifier.LagAsync(Ct));
        Assert.Equal(DifferenceKind.IndexBehind, Assert.Single(await _corpus.Verifier.VerifyAsync(null, Ct).ToListAsync(Ct)).Kind);

        // While somebody writes to the index what it lacks is on its way.
        using (var writer = _corpus.Index.OpenWriter(IndexOpening.Append)!)
            Assert.Empty(await _corpus.Verifier.VerifyAsync(null, Ct).ToListAsync(Ct));
        await _corpus.CatchUpAsync();
        Assert.Equal(0, await _corpus.Verifier.LagAsync(Ct));
        Assert.Empty(await _corpus.Verifier.VerifyAsync(null, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Rebuilds_when_the_database_took_the_same_revisions_for_other_changes()
    {
        Add("Storm", "Wind over the bay");
        Add("Calm", "Fog over the bay");
        await _corpus.CatchUpAsync();
        // The database is set back by one change, and goes on from there past the index.
        using (var context = _corpus.CreateDbContext())
        {
            context.Bodies.Remove(context.Bodies.Single(b => b.ArticleId == 2));
            context.Articles.Remove(context.Articles.Single(a => a.Id == 2));
            context.RevisionMarks.Remove(context.RevisionMarks.Single(m => m.Last == 2));
            context.SaveChanges();
        }
        using var later = new SearchCorpus(_corpus.Folder);
        Add("Gale", "Rain over the bay", later);
        Add("Frost", "Ice over the bay", later);

        Assert.Equal(DifferenceKind.IndexOfAnother, Assert.Single(await later.Verifier.VerifyAsync(null, Ct).ToListAsync(Ct)).Kind);
        Assert.Equal(0, await later.Verifier.LagAsync(Ct));
        Assert.Equal(3, await later.CatchUpAsync());

        Assert.Equal("", await later.FindAsync("fog"));
        Assert.Equal("2", await later.FindAsync("rain"));
        Assert.Empty(await later.Verifier.VerifyAsync(null, Ct).ToListAsync(Ct));

        void Add(string title, string text, SearchCorpus? corpus = null)
        {
            var id = (corpus ?? _corpus).Add(title, text);
            using var context = _corpus.CreateDbContext();
            context.RevisionMarks.Add(new RevisionMark { Id = Guid.NewGuid(), Last = id });
            context.SaveChanges();
        }
    }

    [Fact]
    public async Task Follower_finds_what_another_process_ingests()
    {
        using var follower = new IndexFollower(_corpus.CatchUp, Microsoft.Extensions.Options.Options.Create(_corpus.Options), Microsoft.Extensions.Logging.Abstractions.NullLogger<IndexFollower>.Instance, TimeProvider.System);
        await follower.StartAsync(Ct);
        _corpus.Add("Storm", "Wind over the bay");

        while (await _corpus.FindAsync("wind") == "")
            await Task.Delay(20, Ct);

        await follower.StopAsync(Ct);
        Assert.Equal("1", await _corpus.FindAsync("wind"));
    }

    private static void Break(string file, string damage)
    {
        var bytes = File.ReadAllBytes(file);
        switch (damage)
        {
            case "truncate":
                File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);
                break;
            case "zero":
                File.WriteAllBytes(file, new byte[bytes.Length]);
                break;
            case "delete":
                File.Delete(file);
                break;
            default:
                for (var i = bytes.Length / 3; i < Math.Min(bytes.Length, (bytes.Length / 3) + 40); i++)
                    bytes[i] ^= 0x5A;
                File.WriteAllBytes(file, bytes);
                break;
        }
    }
}
