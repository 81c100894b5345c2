using Lucene.Net.Search;

namespace NewsCorpus.Search.Index;

/// <summary>When and where a matching article appeared.</summary>
/// <param name="FirstDay">Number of the first day that its date may mean; -1 where it has none.</param>
/// <param name="LastDay">Number of the last such day.</param>
/// <param name="Outlet">Id; 0 where none is known.</param>
/// <param name="Story">The story that it shares with its copies; 0 where it has none.</param>
internal readonly record struct DatedHit(int FirstDay, int LastDay, int Outlet, int Story);

/// <summary>Goes over all matching documents that pass the filters, in no order that means anything, on one core. Nothing is ranked or kept.</summary>
internal static class HitScan
{
    /// <summary>Matches between two looks at whether anybody still waits.</summary>
    private const int Stride = 1024;

    public static void Run(IndexSnapshot snapshot, Query query, HitFilter filter, SearchBudget budget, Action<DatedHit> found, CancellationToken ct)
    {
        var weight = snapshot.Searcher.CreateNormalizedWeight(query);
        var (outlets, agencies, languages) = (filter.OutletTable(snapshot.MaxOutlet), filter.AgencyTable(snapshot.Agencies.Names.Length - 1), filter.LanguageTable());
        for (var leaf = 0; leaf < snapshot.Leaves.Length; leaf++)
        {
            var context = snapshot.Leaves[leaf];
            if (weight.GetScorer(context, context.AtomicReader.LiveDocs) is not { } scorer)
                continue;
            var columns = snapshot.Columns[leaf];
            var dates = filter.WithEstimates ? columns.Estimated : columns.Dates;
            var states = new HitColumns(snapshot, leaf, filter, outlets, agencies, languages);
            var seen = 0;
            for (var doc = scorer.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer.NextDoc())
            {
                if (seen++ % Stride == 0)
                {
                    ct.ThrowIfCancellationRequested();
                    if (budget.MustStop())
                        return;
                }
                var state = states.Of(doc);
                if (state.IsHit)
                    found(new DatedHit(state.IsUndated ? -1 : state.Minute / SegmentColumns.MinutesADay, dates.LastDays[doc], state.Outlet, columns.Stories[doc]));
            }
        }
    }
}
