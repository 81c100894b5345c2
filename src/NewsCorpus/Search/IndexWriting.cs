using Lucene.Net.Index;
using Microsoft.Extensions.Logging;
using NewsCorpus.Search.Index;
using NewsCorpus.Store;

namespace NewsCorpus.Search;

/// <summary>The one writer of the index while somebody has it open: applies changes of the database and commits them with the revision that they reach. Not safe for threads.</summary>
internal sealed class IndexWriting(CorpusIndex index, IndexSource source, ILogger<IndexCatchUp> logger, TimeProvider time)
{
    private const int BatchSize = 250;

    /// <summary>Articles between two commits: what a crash costs at most, and how soon the first ones of many are found.</summary>
    private const int CommitEvery = 10_000;

    private IndexWriter? _writer;
    private IndexBuffer? _buffer;
    private long _committedAt;

    /// <summary>Revision up to which changes stand in the buffer or the writer without being committed; null where all are.</summary>
    private long? _applied;

    public bool IsOpen => _writer is not null;

    /// <summary>Whether somebody may be searching in this process, and is to see each commit.</summary>
    public bool IsSearched { get; set; } = true;

    /// <summary>Brings the index from one revision to the newest one.</summary>
    /// <returns>How many articles were applied; null where another holds the lock.</returns>
    public async Task<int?> ApplyAsync(IndexOpening opening, Guid corpus, TimeSpan commitAfter, CancellationToken ct)
    {
        if (opening != IndexOpening.Append)
            Close();
        _writer ??= index.OpenWriter(opening);
        if (_writer is not { } writer)
            return null;
        try
        {
            // Under the lock the last commit is surely the last.
            var (after, build) = (0L, Guid.NewGuid());
            if (opening == IndexOpening.Append)
            {
                var format = IndexFormat.Of(writer.CommitData) ?? throw new CorruptIndexException("a commit without its data");
                (after, build) = (_applied ?? format.Revision, format.BuildId);
            }
            var target = (await source.ReadStateAsync(ct)).Revision;
            var buffer = _buffer ??= new IndexBuffer(writer, opening == IndexOpening.Append ? index.LargestId() : 0);
            int count = 0, committed = 0;
            using var heap = after < target ? HeapKeeper.Watch() : null;
            while (after < target)
            {
                var batch = await source.ReadBatchAsync(after, target, BatchSize, ct);
                foreach (var id in batch.Retired)
                    buffer.Remove(id);
                foreach (var article in batch.Changed)
                    buffer.Add(article);
                after = batch.LastRevision;
                count += batch.Count;
                // While the old index is still searched, half of a new one must not take its place.
                if (count - committed >= CommitEvery && opening != IndexOpening.New)
                {
                    await CommitAsync(writer, buffer, after, corpus, build, ct);
                    committed = count;
                }
            }
            if (opening == IndexOpening.Append && time.GetElapsedTime(_committedAt) < commitAfter)
                _applied = after;
            else
                await CommitAsync(writer, buffer, after, corpus, build, ct);
            return count;
        }
        catch
        {
            Abandon();
            throw;
        }
    }

    private async Task CommitAsync(IndexWriter writer, IndexBuffer buffer, long revision, Guid corpus, Guid build, CancellationToken ct)
    {
        buffer.Flush();
        writer.SetCommitData(new IndexFormat(revision, corpus, await source.ReadMarkAsync(revision, ct), build).ToUserData());
        writer.Commit();
        _applied = null;
        _committedAt = time.GetTimestamp();
        if (IsSearched)
            index.Refresh();
        else
            index.RefreshLater();
    }

    /// <summary>Closing stops merges. Of changes that were not committed yet the buffer's are dropped and the writer's are committed under the revision of the commit before; the next writer applies all of them once more, to the same end.</summary>
    public void Close()
    {
        if (_writer is not { } writer)
            return;
        Forget();
        try
        {
            writer.Dispose(waitForMerges: false);
        }
        catch (IOException failure)
        {
            // Even the close writes a little, which a full disk refuses. The last commit stands, and gives back the lock.
            logger.LogWarning(failure, "The search index could not be closed in order; its last commit is used.");
            writer.Rollback();
        }
    }

    /// <summary>Half a batch must not be committed: its revision would not be stated.</summary>
    private void Abandon()
    {
        var writer = _writer;
        Forget();
        writer?.Rollback();
    }

    private void Forget()
    {
        _writer = null;
        _applied = null;
        _buffer = null;
    }
}
