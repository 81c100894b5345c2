using System.Numerics;
using System.Runtime.InteropServices;
using Lucene.Net.Search;

namespace NewsCorpus.Search.Index;

/// <summary>
/// One pass over the matching documents: filters by column, counts every facet and keeps the best hits. Documents that have copies are set aside and counted by story afterwards
/// (<see cref="StoryHits"/>); all others, which are most, are counted as they come. A large index is passed over by all cores,
/// cut by document numbers rather than by segments, because one segment often holds most documents.
/// </summary>
/// <param name="isGrouped">True to count a story once, whichever of its copies match, and to keep the best of them.</param>
/// <param name="kept">How many of the best are of interest.</param>
internal sealed class HitPass(IndexSnapshot snapshot, Query query, HitFilter filter, SortOrder sort, bool isGrouped, int kept, SearchBudget budget)
{
    /// <summary>Documents of a slice: enough to be worth a hand-over.</summary>
    private const int SliceSize = 65_536;

    /// <summary>Matches between two looks at the clock.</summary>
    private const int Stride = 1024;

    private readonly Weight _weight = snapshot.Searcher.CreateNormalizedWeight(query);
    private readonly HitTables _tables = filter.Tables(snapshot);

    /// <summary>All hits counted, the best in order from <paramref name="skip"/> on, and the copies among all. Of what the budget allowed, see <see cref="SearchBudget.WasCut"/>.</summary>
    /// <returns>Counts and stories that are to be given back to the snapshot when they have been read.</returns>
    public (HitCounts Counts, IReadOnlyList<RankedHit> Best, StoryHits Stories) Run(int skip, CancellationToken ct)
    {
        budget.Begin();
        var slices = Slices();
        var next = -1;
        var helpers = new Helper[Math.Min(Environment.ProcessorCount - 1, snapshot.Reader.MaxDoc / SliceSize)];
        for (var i = 0; i < helpers.Length; i++)
        {
            var helper = helpers[i] = new Helper();
            helper.Task = Task.Run(() => helper.TryBegin() ? Work() : default(Part?), CancellationToken.None);
        }
        var (counts, top, stories) = Work();
        var best = new List<RankedHit>();
        best.AddRange(top.Kept);
        foreach (var helper in helpers)
        {
            // One that a busy machine has not started yet is told to stay away; waiting for it would only wait for other searches.
            if (helper.TryBegin() || helper.Task!.GetAwaiter().GetResult() is not { } part)
                continue;
            counts.Add(part.Counts);
            snapshot.Return(part.Counts);
            best.AddRange(part.Top.Kept);
            stories.Add(part.Stories);
            snapshot.Return(part.Stories);
        }
        stories.Chain();
        if (isGrouped)
            best.AddRange(stories.Count(filter, _tables, counts, kept));
        return (counts, RankedHit.Slice(CollectionsMarshal.AsSpan(best), skip, kept - skip), stories);

        Part Work()
        {
            var part = new Part(snapshot.RentCounts(), new TopHits(kept), snapshot.RentStories());
            int slice;
            while ((slice = Interlocked.Increment(ref next)) < slices.Count && !budget.MustStop())
                Pass(slices[slice], part, ct);
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

    private void Pass((int Leaf, int From, int To) slice, Part part, CancellationToken ct)
    {
        var context = snapshot.Leaves[slice.Leaf];
        if (_weight.GetScorer(context, context.AtomicReader.LiveDocs) is not { } scorer)
            return;
        ct.ThrowIfCancellationRequested();
        var (counts, top, stories) = (part.Counts, part.Top, part.Stories);
        var columns = new HitColumns(snapshot, slice.Leaf, filter, _tables);
        var segment = columns.Segment;
        var seen = 0;
        for (var doc = slice.From == 0 ? scorer.NextDoc() : scorer.Advance(slice.From); doc < slice.To; doc = scorer.NextDoc())
        {
            if (++seen % Stride == 0 && budget.MustStop())
                break;
            var passed = columns.Of(doc);
            // What fails two filters counts nowhere.
            if (BitOperations.PopCount((uint)(Passed.All & ~passed)) > 1)
                continue;
            var story = segment.Stories[doc];
            var key = passed == Passed.All ? Key(scorer, columns.Dates.Minutes[doc]) : 0;
            if (story != 0)
            {
                stories.Add(new RankedHit(key, segment.Ids[doc], slice.Leaf, doc, story), passed);
                if (isGrouped)
                    continue;
            }
            part.Block.Add(doc, passed);
            if (part.Block.IsFull)
                part.Block.CountInto(counts, columns);
            if (passed == Passed.All && top.Admits(key))
                top.Offer(new RankedHit(key, segment.Ids[doc], slice.Leaf, doc, story));
        }
        part.Block.CountInto(counts, columns);
    }

    /// <summary>What hits are ordered by: larger is better.</summary>
    private long Key(Scorer scorer, int minute) => sort switch
    {
        SortOrder.Newest => minute + 1L,
        SortOrder.Oldest => minute < 0 ? 0 : (long)int.MaxValue - minute,
        // Scores are never negative, and the bits of such floats are in the order of the floats.
        _ => ((long)BitConverter.SingleToInt32Bits(scorer.GetScore()) << 32) | (uint)(minute + 1),
    };

    /// <summary>What one core has counted.</summary>
    private sealed record Part(HitCounts Counts, TopHits Top, StoryHits Stories)
    {
        public HitBlock Block { get; } = new();
    }

    /// <summary>Another core's share of the work, which the first of two takes: the helper itself, or the one who no longer needs it.</summary>
    private sealed class Helper
    {
        private int _begun;

        public Task<Part?>? Task { get; set; }

        public bool TryBegin() => Interlocked.Exchange(ref _begun, 1) == 0;
    }
}
