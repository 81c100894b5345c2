using Lucene.Net.Search;

namespace NewsCorpus.Search.Index;

/// <summary>Goes through the matches of a query for their number alone: no facets, no order.</summary>
/// <param name="isGrouped">True to count a story once.</param>
internal sealed class MatchWalk(IndexSnapshot snapshot, HitFilter filter, bool isGrouped, SearchBudget budget)
{
    /// <summary>Matches between two looks at the clock.</summary>
    private const int Stride = 1024;

    private readonly HitTables _tables = filter.Tables(snapshot);

    /// <summary>Matches that pass the filters; null where the time was over before the last was seen.</summary>
    public int? Count(Query query)
    {
        var count = 0;
        var stories = isGrouped ? snapshot.Stories : null;
        var seen = new bool[stories?.Count ?? 0];
        return Visit(query, (columns, doc, _) =>
        {
            if (stories is null || columns.Stories[doc] == 0 || !seen[stories.NumberOf(columns.Stories[doc])])
                count++;
            if (stories is not null && columns.Stories[doc] != 0)
                seen[stories.NumberOf(columns.Stories[doc])] = true;
            return true;
        }) ? count : null;
    }

    /// <summary>Calls <paramref name="visit"/> with each match that passes the filters, and with what can tell its score, until it returns false.</summary>
    /// <returns>False where the time was over before the last was seen.</returns>
    public bool Visit(Query query, Func<SegmentColumns, int, Scorer, bool> visit)
    {
        var weight = snapshot.Searcher.CreateNormalizedWeight(query);
        for (var leaf = 0; leaf < snapshot.Leaves.Length; leaf++)
        {
            if (budget.MustStop())
                return false;
            var context = snapshot.Leaves[leaf];
            if (weight.GetScorer(context, context.AtomicReader.LiveDocs) is not { } scorer)
                continue;
            var (columns, states) = (snapshot.Columns[leaf], new HitColumns(snapshot, leaf, filter, _tables));
            var seen = 0;
            for (var doc = scorer.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer.NextDoc())
            {
                if (++seen % Stride == 0 && budget.MustStop())
                    return false;
                if (states.Of(doc) == Passed.All && !visit(columns, doc, scorer))
                    return true;
            }
        }
        // What looks at places stops by itself.
        return !budget.WasCut;
    }
}
