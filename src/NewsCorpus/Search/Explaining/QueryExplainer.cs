using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search.Index;
using NewsCorpus.Search.Queries;
using NewsCorpus.Store;

namespace NewsCorpus.Search.Explaining;

/// <summary>
/// Tells how a query was read, what each of its parts finds alone and which of them leaves nothing. Counts need no facets and no order, and all of them together have a fixed time:
/// what is not counted by then is told as not counted. Safe for threads.
/// </summary>
public sealed class QueryExplainer(CorpusIndex index, IDbContextFactory<CorpusDbContext> contexts, TimeProvider time)
{
    /// <summary>Time for all counts of one query; they usually take some milliseconds.</summary>
    internal TimeSpan MostTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <param name="results">What the search found, if somebody has already made it.</param>
    public async Task<QueryExplanation> ExplainAsync(SearchRequest request, SearchResults? results, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var parsed = QueryParser.Parse(request.Query, today);
        if (parsed.Root is not { } root)
            return QueryExplanation.None;
        await using var context = await contexts.CreateDbContextAsync(ct);
        var filters = await FilterResolver.ResolveAsync(context, request, ct);
        using var lease = index.Acquire();
        var words = QueryInWords.Sentence(root);
        if (lease is null)
            return new(words, [], 0, null);
        var snapshot = lease.Value.Snapshot;
        filters = FilterResolver.WithAgencies(filters, snapshot.Agencies);
        try
        {
            var counter = new Counter(snapshot, request, filters, new SearchBudget(MostTime));
            var total = results?.Total ?? counter.Filtered(root);
            if (results is { IsCutShort: false })
                counter.Know(root, results.Total);
            var parts = new QueryParts(root);
            var clauses = parts.Told.Select(p => Clause(p, counter)).ToList();
            if (total == 0)
                clauses = WhoLeavesNothing(parts, clauses, counter);
            return new(words, clauses, parts.More, new SpellingCorrector(snapshot, today, counter.Filtered).Correct(parsed, total));
        }
        catch (Exception failure) when (ArticleSearch.IsDamage(failure))
        {
            throw ArticleSearch.Damaged(index, failure);
        }
    }

    private static QueryClause Clause(QueryNode part, Counter counter)
    {
        var node = part is NotNode not ? not.Part : part;
        return new()
        {
            Text = QueryWriter.Write(node),
            Meaning = QueryInWords.Describe(node),
            Start = node.Start,
            Length = node.Length,
            IsExcluded = part is NotNode,
            Articles = counter.Alone(node),
            Alternatives = node is OrNode or ? [.. or.Parts.Take(QueryParts.Most).Select(p => Clause(p, counter))] : [],
        };
    }

    /// <summary>Parts that match nothing by themselves are to blame; else those without which there would be results; else the first that shares nothing with all before it.</summary>
    private static List<QueryClause> WhoLeavesNothing(QueryParts parts, List<QueryClause> clauses, Counter counter)
    {
        var told = clauses.Select((clause, i) => clause with
        {
            LeavesNothing = !clause.IsExcluded && clause.Articles == 0,
            Rest = parts.Without(i) is { } rest ? QueryWriter.Write(rest) : null,
            Without = parts.Without(i) is { } left ? counter.Filtered(left) : null,
        }).ToList();
        // Where the filters alone leave nothing no part does.
        if (told.Exists(c => c.LeavesNothing) || told.Count == 1 || counter.Filtered(new EverythingNode(0, 0)) == 0)
            return told;
        if (told.Exists(c => c.Without > 0))
            return told.ConvertAll(c => c with { LeavesNothing = c.Without > 0 });
        var last = Enumerable.Range(1, told.Count - 1).FirstOrDefault(i => counter.Filtered(parts.First(i + 1)) == 0);
        if (last > 0)
            told[last] = told[last] with { LeavesNothing = true };
        return told;
    }

    /// <summary>Counts as the search does: by stories where copies are grouped.</summary>
    private sealed class Counter(IndexSnapshot snapshot, SearchRequest request, ResolvedFilters filters, SearchBudget budget)
    {
        private readonly MatchWalk _all = new(snapshot, new HitFilter(), request.Copies == CopiesMode.Group, budget);
        private readonly MatchWalk _filtered = new(snapshot, ArticleFilters.ByColumn(request, filters), request.Copies == CopiesMode.Group, budget);
        private (QueryNode Node, int Count)? _known;

        /// <summary>Takes over what a search has counted: a query of one part is then not counted again.</summary>
        public void Know(QueryNode node, int count)
        {
            if (ArticleFilters.ByColumn(request, filters).IsOpen && ArticleFilters.AreAllInColumns(request, filters))
                _known = (node, count);
        }

        public int? Alone(QueryNode node) => _known is { } known && ReferenceEquals(known.Node, node) ? known.Count : _all.Count(Build(node));

        public int? Filtered(QueryNode node) => _filtered.Count(ArticleFilters.Apply(Build(node), request, filters));

        private Query Build(QueryNode node) => new LuceneQueryBuilder(snapshot.Reader, request.Estimates == EstimatesMode.Include, budget).Build(node);
    }
}
