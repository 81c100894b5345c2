using System.Runtime.CompilerServices;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion.Formats;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion;

/// <summary>Lists the files of one run in their order and starts their reading.</summary>
/// <param name="from">Where the run goes on; null from the start.</param>
internal sealed class SourceFinder(Run run, IReadOnlyList<SourceRoot> roots, RunCursor? from, FileReader reader, SourceFiles files, PreviewLedger? preview)
{
    /// <summary>Files whose stored state is asked for in one query.</summary>
    private const int LookupSize = 256;

    private readonly HashSet<long> _vanished = [];
    private readonly HashSet<long> _returned = [];

    private bool Force => run.Select == RunSelection.Everything;

    /// <summary>Documents that archives gave beyond the one file that each of them was counted as.</summary>
    public int Unpacked { get; private set; }

    /// <summary>Ids of the files that were found to be gone from their archives, be it that they have turned up elsewhere since.</summary>
    public IReadOnlyCollection<long> Vanished => _vanished;

    /// <summary>Counts what there is to see, for the time left. Looks at names only.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        var count = 0;
        for (var i = from is { Pass: RunPass.Disk } ? from.Root : 0; i < roots.Count; i++)
        {
            if (run.Select == RunSelection.Failed)
                await foreach (var file in files.BelowAsync(roots[i].Location, StartIn(i)?.Location, cancellation))
                    count += file.Outcome == Outcome.Rejected ? 1 : 0;
            else if (from is not { Pass: RunPass.Kept } && IsThere(roots[i]))
                foreach (var _ in SourceFolder.Files(roots[i], StartIn(i)?.Disk))
                {
                    cancellation.ThrowIfCancellationRequested();
                    count++;
                }
            await foreach (var _ in KeptAsync(i, file => !file.IsPresent, cancellation))
                count++;
        }
        return count;
    }

    /// <summary>Files on disk, and those in archives.</summary>
    public async Task FindOnDiskAsync(ReadAhead work, CancellationToken cancellation)
    {
        if (from is { Pass: RunPass.Kept })
            return;
        for (var i = from?.Root ?? 0; i < roots.Count; i++)
        {
            if (!IsThere(roots[i]))
                continue;
            var archives = run.Select == RunSelection.Failed ? await files.RejectedArchivesAsync(roots[i].Location, cancellation) : [];
            var start = StartIn(i);
            foreach (var chunk in SourceFolder.Files(roots[i], start?.Disk).Chunk(LookupSize))
            {
                cancellation.ThrowIfCancellationRequested();
                var known = await files.KnownAsync([.. chunk.Select(e => e.Location)], cancellation);
                foreach (var entry in chunk)
                {
                    var before = known.GetValueOrDefault(entry.Location);
                    var isStart = start?.Disk == entry.Location;
                    if (!Wants(before, false) && !archives.Contains(entry.Location))
                        continue;
                    var state = new FileInfo(entry.Location);
                    if (!IsAsRead(state, before) && FileReader.IsArchive(entry))
                        await ExpandAsync(i, entry, before, isStart ? start : null, work, cancellation);
                    else if (!isStart || start!.Entry > 0)
                        await StartAsync(work, SizeOf(state), () => reader.Read(entry, before, Force), new RunCursor(RunPass.Disk, i, 0, entry.Location.Length, entry.Location), cancellation);
                }
            }
        }
    }

    /// <summary>Known files that are no longer on disk and whose articles are to be read again, from their kept bytes. Comes when all files on disk are stored, so that a file that has only moved is none of them.</summary>
    public async Task FindKeptAsync(ReadAhead work, CancellationToken cancellation)
    {
        for (var i = from is { Pass: RunPass.Kept } ? from.Root : 0; i < roots.Count; i++)
            await foreach (var file in KeptAsync(i, IsGone, cancellation))
            {
                if (preview is not null && await preview.HasMovedAsync(file, cancellation))
                    continue;
                var original = await files.OriginalAsync(file.Sha256, cancellation);
                // What was rejected on disk was not kept: there is nothing to try again.
                if (original is not null || file.Outcome != Outcome.Rejected)
                    await StartAsync(work, file.Size, () => reader.ReadKept(file, original), new RunCursor(RunPass.Kept, i, 0, file.Location.Length, file.Location), cancellation);
            }
    }

    /// <summary>A preview leaves no marks in the rows.</summary>
    private bool IsGone(SourceFile file) => preview is null ? !file.IsPresent : _vanished.Contains(file.Id) || (!file.IsPresent && !_returned.Contains(file.Id));

    private async IAsyncEnumerable<SourceFile> KeptAsync(int root, Func<SourceFile, bool> isGone, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (run.Select == RunSelection.New && !await files.AnyOlderAsync(ArticleReaders.VersionOf, cancellation))
            yield break;
        var after = from is { Pass: RunPass.Kept } && from.Root == root ? from.Location : null;
        await foreach (var file in files.BelowAsync(roots[root].Location, after, cancellation))
        {
            // A rejected file may have articles, of its last good reading; a duplicate has them from another file.
            var wanted = file.Outcome is not (Outcome.Duplicate or Outcome.Skipped) && run.Select switch
            {
                RunSelection.New => file.Format.Length > 0 && file.ReaderVersion != ArticleReaders.VersionOf(file.Format),
                RunSelection.Failed => file.Outcome == Outcome.Rejected,
                _ => true,
            };
            if (wanted && isGone(file))
                yield return file;
        }
    }

    /// <summary>A few documents of an archive at a time: one query asks what is known of them, and no more than they are in memory.</summary>
    private async Task ExpandAsync(int root, SourceEntry archive, KnownFile? before, RunCursor? start, ReadAhead work, CancellationToken cancellation)
    {
        var wasBroken = before?.Outcome == Outcome.Rejected;
        var isBroken = false;
        var given = 0;
        var done = start is null ? 0 : DoneOf(archive, start);
        var number = done;
        var listing = new ArchiveListing(archive);
        var wasRead = await files.WasReadAtAsync(archive.Location, listing.ModifiedAt, cancellation);
        if (wasRead == false)
            await MarkFirstAsync(archive, cancellation);
        foreach (var some in reader.Expand(archive).Select(listing.Note).Skip(done).Chunk(Environment.ProcessorCount * 8))
        {
            var known = await files.KnownAsync([.. some.Select(d => FileReader.LocationIn(archive, d))], cancellation);
            foreach (var document in some)
            {
                number++;
                var location = FileReader.LocationIn(archive, document);
                var seen = known.GetValueOrDefault(location);
                isBroken |= location == archive.Location;
                if (!Wants(seen, wasBroken))
                    continue;
                if (++given > 1)
                    Unpacked++;
                await StartAsync(work, document.Document.Bytes.Length, () => reader.Read(archive, document, seen, Force), new RunCursor(RunPass.Disk, root, number, archive.Location.Length, location), cancellation);
            }
        }
        if (wasRead is not null)
            await MarkAsync(archive, listing, listing.ModifiedAt, cancellation);
        if (wasBroken && !isBroken && preview is null)
            await files.ForgetFaultAsync(archive.Location, cancellation);
    }

    /// <summary>An archive that has changed is gone through for its names alone, before anything in it is read: a file under a new name has moved only if it is known that it is not under its old one any more.</summary>
    private async Task MarkFirstAsync(SourceEntry archive, CancellationToken cancellation)
    {
        var listing = new ArchiveListing(archive);
        foreach (var document in reader.Expand(archive))
        {
            cancellation.ThrowIfCancellationRequested();
            listing.Note(document);
        }
        await MarkAsync(archive, listing, null, cancellation);
    }

    private async Task MarkAsync(SourceEntry archive, ArchiveListing listing, DateTimeOffset? modified, CancellationToken cancellation)
    {
        var changed = await files.MarkEntriesAsync(archive.Location, listing.Holds, modified, preview, cancellation);
        _vanished.UnionWith(changed.Vanished);
        _returned.UnionWith(changed.Returned);
    }

    /// <summary>How many documents of the archive are done; none where it is another archive now, so that none is passed over unread.</summary>
    private int DoneOf(SourceEntry archive, RunCursor start) =>
        start.Entry > 0 && reader.Expand(archive).ElementAtOrDefault(start.Entry - 1) is { } last && FileReader.LocationIn(archive, last) == start.Location ? start.Entry : 0;

    private bool Wants(KnownFile? known, bool inBrokenArchive) =>
        run.Select != RunSelection.Failed || known?.Outcome == Outcome.Rejected || (known is null && inBrokenArchive);

    private RunCursor? StartIn(int root) => from is { Pass: RunPass.Disk } && from.Root == root ? from : null;

    /// <summary>A folder that is gone was checked before the run began: its files are known.</summary>
    private static bool IsThere(SourceRoot root) => Directory.Exists(root.Location) || File.Exists(root.Location);

    private static Task StartAsync(ReadAhead work, long bytes, Func<FileReading> read, RunCursor cursor, CancellationToken cancellation) =>
        work.StartAsync(bytes, () => read() with { Cursor = cursor.ToString() }, cancellation);

    /// <summary>Whether a file has the size and time that it had when it was read as a document: it need not be opened to see that it is no archive.</summary>
    private static bool IsAsRead(FileInfo state, KnownFile? before) => before is { Format.Length: > 0 } && state.Exists && state.Length == before.Size && new DateTimeOffset(state.LastWriteTimeUtc) == before.ModifiedAt;

    /// <summary>Bytes of a file on disk; 0 where they cannot be asked for, which reading it will say.</summary>
    private static long SizeOf(FileInfo state) => state.Exists ? state.Length : 0;
}
