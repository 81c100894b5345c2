using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search.Index;
using NewsCorpus.Search.Queries;
using NewsCorpus.Search.Snippets;
using NewsCorpus.Store;

namespace NewsCorpus.Search.Quotations;

/// <summary>
/// Searches what people are reported to have said: the words of a query must all stand in one quotation, and the speaker must be that of the same. Sees the index as of its last commit; the words come
/// from the database. Safe for threads.
/// </summary>
public sealed class QuotationSearch(CorpusIndex index, IDbContextFactory<CorpusDbContext> contexts, TimeProvider time)
{
    /// <summary>One page of entries. Any text is a query; what could not be read is among <see cref="QueryReading.Problems"/>.</summary>
    /// <exception cref="EnvironmentProblemException">The index cannot be read.</exception>
    public async Task<QuotationResults> SearchAsync(QuotationRequest request, CancellationToken ct)
    {
        var parsed = QueryParser.Parse(request.Articles.Query, DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        var (page, size) = (Math.Max(1, request.Articles.Page), Math.Clamp(request.Articles.Size, 1, SearchRequest.MaxSize));
        await using var context = await contexts.CreateDbContextAsync(ct);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var filters = await FilterResolver.ResolveAsync(context, request.Articles, ct);
        var speakers = await FilterResolver.ResolvePeopleAsync(context, request.Speakers, ct);
        using var lease = index.Acquire();
        filters = lease is null ? filters : FilterResolver.WithAgencies(filters, lease.Value.Snapshot.Agencies);
        var results = new QuotationResults { Query = parsed.Reading, Total = 0, TotalPlaces = 0, IsComplete = true, Page = page, Size = size, Entries = [], Filters = filters, Speakers = speakers };
        if (lease is null)
            return results;
        var (found, isComplete, problems) = Find(lease.Value.Snapshot, WithNames(parsed.Root, speakers), request.Articles, filters, speakers, ct);
        var groups = QuotationGroups.Of(found);
        var shown = groups.Skip((int)Math.Min((page - 1L) * size, int.MaxValue)).Take(size).ToList();
        return results with
        {
            Query = parsed.Reading with { Problems = [.. parsed.Reading.Problems, .. problems] },
            Total = groups.Count,
            TotalPlaces = found.Count,
            IsComplete = isComplete,
            Entries = await QuotationPlaces.ReadAsync(context, shown, new MatchFinder(parsed.Root), ct),
        };
    }

    private (IReadOnlyList<FoundQuotation> Found, bool IsComplete, IReadOnlyList<QueryProblem> Problems) Find(
        IndexSnapshot snapshot, QueryNode? root, SearchRequest request, ResolvedFilters filters, IReadOnlyList<ResolvedFilter> speakers, CancellationToken ct)
    {
        var builder = new LuceneQueryBuilder(snapshot.Reader, request.Estimates == EstimatesMode.Include);
        var (wanted, unwanted) = (Ids(speakers, isExcluded: false), Ids(speakers, isExcluded: true));
        try
        {
            var asked = builder.BuildQuotations(root);
            var articles = ArticleFilters.Apply(asked.Documents, request, filters);
            if (wanted.Count > 0)
                articles = ArticleFilters.WithAnyPerson(articles, wanted);
            var (found, isComplete) = new QuotationPass(snapshot, asked, articles, ArticleFilters.ByColumn(request, filters), wanted, unwanted).Run(ct);
            return (found, isComplete, builder.Cuts);
        }
        catch (Exception failure) when (ArticleSearch.IsDamage(failure))
        {
            throw ArticleSearch.Damaged(index, failure);
        }
    }

    private static HashSet<int> Ids(IReadOnlyList<ResolvedFilter> speakers, bool isExcluded) => [.. speakers.Where(s => s.IsKnown && s.Value.Excluded == isExcluded).Select(s => s.Target.Id)];

    /// <summary>A speaker who is no person of the corpus is looked for by name: "a spokeswoman", "the department".</summary>
    private static QueryNode? WithNames(QueryNode? root, IReadOnlyList<ResolvedFilter> speakers)
    {
        var parts = root is AndNode and ? and.Parts.ToList() : root is null ? [] : [root];
        foreach (var speaker in speakers)
        {
            var terms = speaker.IsKnown ? [] : QueryTerms.Of(speaker.Value.Value);
            if (terms.Count == 0)
                continue;
            var field = new FieldNode(QueryField.Speaker, new PhraseNode(speaker.Value.Value, terms, null, 0, 0), 0, 0);
            parts.Add(speaker.Value.Excluded ? new NotNode(field, 0, 0) : field);
        }
        return parts.Count switch { 0 => null, 1 => parts[0], _ => new AndNode(parts, 0, 0) };
    }
}
