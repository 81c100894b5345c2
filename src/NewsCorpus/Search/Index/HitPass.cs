using Lucene.Net.Search;

namespace NewsCorpus.Search.Index;

/// <summary>
/// One pass over the matching documents: filters by column, counts every facet and keeps the best hits. A large index is passed over by all cores,
/// cut by document numbers rather than by segments, because one segment often holds most documents.
/// </summary>
internal sealed class HitPass(IndexSnapshot snapshot, Query query, HitFilter filter, SortOrder sort, int kept)
{
    /// <summary>Documents of a slice: enough to be worth a hand-over.</summary>
    private const int SliceSize = 65_536;

    private readonly Weight _weight = snapshot.Searcher.CreateNormalizedWeight(query);
    private readonly bool[] _outlets = filter.OutletTable(snapshot.MaxOutlet);

    /// <summary>All hits counted, and the best in order.</summary>
    public (HitCounts Counts, IReadOnlyList<RankedHit> Best) Run(CancellationToken ct)
    {
        var slices = Slices();
        var next = -1;
        var helpers = new Helper[Math.Min(Environment.ProcessorCount - 1, snapshot.Reader.MaxDoc / SliceSize)];
        for (var i = 0; i < helpers.Length; i++)
        {
            var helper = helpers[i] = new Helper();
            helper.Task = Task.Run(() => helper.TryBegin() ? Work() : default((HitCounts, TopHits)?), CancellationToken.None);
        }
        var (counts, top) = Work();
        var best = top.Kept.ToList();
        foreach (var helper in helpers)
        {
            // One that a busy machine has not started yet is told to stay away; waiting for it would only wait for other searches.
            if (helper.TryBegin() || helper.Task!.GetAwaiter().GetResult() is not { } part)
                continue;
            counts.Add(part.Counts);
            best.AddRange(part.Top.Kept);
        }
        return (counts, [.. best.OrderByDescending(h => h.Key).ThenBy(h => h.Id).Take(kept)]);

        (HitCounts, TopHits) Work()
        {
            var part = (Counts: new HitCounts(snapshot), Top: new TopHits(kept));
            int slice;
            while ((slice = Interlocked.Increment(ref next)) < slices.Count)
                Pass(slices[slice], part.Counts, part.Top, ct);
            return part;
        }
    }

    private List<(int Leaf, int From, int To)> Slices()
    {
        var slices = new List<(int, int, int)>();
        for (var leaf = 0; leaf < snapshot.Leaves.Length; leaf++)
        {
            var documents = snapshot.Leaves[leaf].AtomicReader.MaxDoc;
            for (var from = 0; from < documents; from += SliceSize)
                slices.Add((leaf, from, Math.Min(documents, from + SliceSize)));
        }
        return slices;
    }

    private void Pass((int Leaf, int From, int To) slice, HitCounts counts, TopHits top, CancellationToken ct)
    {
        var context = snapshot.Leaves[slice.Leaf];
        if (_weight.GetScorer(context, context.AtomicReader.LiveDocs) is not { } scorer)
            return;
        ct.ThrowIfCancellationRequested();
        var columns = snapshot.Columns[slice.Leaf];
        var (minutes, lastDays, months) = filter.WithEstimates ? columns.Estimated : columns.Dates;
        var outlets = columns.Outlets;
        var (total, undated) = (0, 0);
        for (var doc = slice.From == 0 ? scorer.NextDoc() : scorer.Advance(slice.From); doc < slice.To; doc = scorer.NextDoc())
        {
            var minute = minutes[doc];
            var outlet = outlets[doc];
            if (minute < 0)
            {
                if (_outlets[outlet])
                    undated++;
                if (!filter.WithUndated)
                    continue;
            }
            else if (!filter.WithDated || minute / SegmentColumns.MinutesADay < filter.FirstDay || lastDays[doc] > filter.LastDay)
            {
                continue;
            }
            counts.Outlets[outlet]++;
            if (!_outlets[outlet])
                continue;
            total++;
            counts.Months[months[doc]]++;
            Count(columns.People, doc, counts.People);
            Count(columns.Tags, doc, counts.Tags);
            var key = sort switch
            {
                SortOrder.Newest => minute + 1L,
                SortOrder.Oldest => minute < 0 ? 0 : (long)int.MaxValue - minute,
                // Scores are never negative, and the bits of such floats are in the order of the floats.
                _ => ((long)BitConverter.SingleToInt32Bits(scorer.GetScore()) << 32) | (uint)(minute + 1),
            };
            if (top.Admits(key))
                top.Offer(new RankedHit(key, columns.Ids[doc], slice.Leaf, doc));
        }
        counts.Total += total;
        counts.Undated += undated;
    }

    private static void Count(IdTable table, int doc, int[] counts)
    {
        foreach (var id in table.Values.AsSpan(table.Starts[doc], table.Starts[doc + 1] - table.Starts[doc]))
            counts[id]++;
    }

    /// <summary>Another core's share of the work, which the first of two takes: the helper itself, or the one who no longer needs it.</summary>
    private sealed class Helper
    {
        private int _begun;

        public Task<(HitCounts Counts, TopHits Top)?>? Task { get; set; }

        public bool TryBegin() => Interlocked.Exchange(ref _begun, 1) == 0;
    }
}
