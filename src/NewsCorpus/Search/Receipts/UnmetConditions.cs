using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search.Explaining;
using NewsCorpus.Search.Index;
using NewsCorpus.Search.Queries;
using NewsCorpus.Store;

namespace NewsCorpus.Search.Receipts;

/// <summary>Which conditions of a search some articles do not meet: each part of the query and each filter is asked of these articles alone.</summary>
internal sealed class UnmetConditions(CorpusIndex index, IDbContextFactory<CorpusDbContext> contexts, TimeProvider time)
{
    /// <returns>For each article that the index has, in words what it does not meet.</returns>
    public async Task<Dictionary<long, List<string>>> FindAsync(SearchRequest request, IReadOnlyList<long> ids, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var filters = await FilterResolver.ResolveAsync(context, request, ct);
        using var lease = index.Acquire();
        if (lease is null)
            return [];
        var snapshot = lease.Value.Snapshot;
        filters = FilterResolver.WithAgencies(filters, snapshot.Agencies);
        try
        {
            return Find(snapshot, request, filters, ids);
        }
        catch (Exception failure) when (ArticleSearch.IsDamage(failure))
        {
            throw ArticleSearch.Damaged(index, failure);
        }
    }

    private Dictionary<long, List<string>> Find(IndexSnapshot snapshot, SearchRequest request, ResolvedFilters filters, IReadOnlyList<long> ids)
    {
        var articles = new BooleanQuery(disableCoord: true);
        foreach (var id in ids)
            articles.Add(new TermQuery(ArticleDocument.IdTerm(id)), Occur.SHOULD);
        var none = new SearchRequest { Estimates = request.Estimates, Undated = UndatedMode.Include, Copies = CopiesMode.All };
        var nothing = ResolvedFilters.None;
        var unmet = Meeting(articles, none, nothing).ToDictionary(id => id, _ => new List<string>());
        var parsed = QueryParser.Parse(request.Query, DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        if (parsed.Root is { } root)
        {
            var builder = new LuceneQueryBuilder(snapshot.Reader, request.Estimates == EstimatesMode.Include, SearchBudget.Unlimited());
            foreach (var part in new QueryParts(root).Told)
                Ask(part is NotNode not ? $"it has {QueryInWords.Describe(not.Part)}, which is left out" : $"it does not have {QueryInWords.Describe(part)}",
                    new BooleanQuery(disableCoord: true) { { articles, Occur.MUST }, { builder.Build(part), Occur.MUST } }, none, nothing);
        }
        foreach (var person in filters.People)
            Ask(Filter(person, "it does not name"), articles, none, nothing with { People = [person] });
        foreach (var speaker in filters.Speakers)
            Ask(Filter(speaker, "no quotation is of"), articles, none, nothing with { Speakers = [speaker] });
        foreach (var tag in filters.Tags)
            Ask(Filter(tag, "it is not tagged"), articles, none, nothing with { Tags = [tag] });
        Ask($"its outlet is not {Names(filters.Outlets)}", articles, none, nothing with { Outlets = filters.Outlets });
        Ask($"its agency is not {Names(filters.Agencies)}", articles, none, nothing with { Agencies = filters.Agencies });
        Ask($"its language is not {Names(filters.Languages)}", articles, none, nothing with { Languages = filters.Languages });
        Ask($"its month is not {Names(filters.Months)}", articles, none with { Undated = request.EffectiveUndated }, nothing with { Months = filters.Months });
        Ask($"its date is not in {QueryWriter.WriteRange(request.From, request.To)}", articles, none with { From = request.From, To = request.To }, nothing);
        Ask(request.EffectiveUndated == UndatedMode.Only ? "it has a date" : "it has no date", articles, none with { Undated = request.EffectiveUndated }, nothing);
        if (request.Since is { } since)
            Ask($"it has not changed since revision {since}", articles, none with { Since = since }, nothing);
        return unmet;

        void Ask(string condition, Query query, SearchRequest only, ResolvedFilters filter)
        {
            var meeting = Meeting(query, only, filter);
            foreach (var (id, conditions) in unmet)
                if (!meeting.Contains(id))
                    conditions.Add(condition);
        }

        HashSet<long> Meeting(Query query, SearchRequest only, ResolvedFilters filter)
        {
            var found = new HashSet<long>();
            new MatchWalk(snapshot, ArticleFilters.ByColumn(only, filter), isGrouped: false, SearchBudget.Unlimited()).Visit(ArticleFilters.Apply(query, only, filter), (columns, doc, _) => found.Add(columns.Ids[doc]) || true);
            return found;
        }
    }

    private static string Filter(ResolvedFilter filter, string without) => filter.Value.Excluded ? $"{filter.Target.Name} is left out" : $"{without} {filter.Target.Name}";

    private static string Names(IReadOnlyList<ResolvedFilter> filters) => string.Join(" or ", filters.Select(f => f.Value.Excluded ? $"other than {f.Target.Name}" : f.Target.Name));
}
