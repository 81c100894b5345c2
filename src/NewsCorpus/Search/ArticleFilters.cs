using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsCorpus.Search.Index;

namespace NewsCorpus.Search;

/// <summary>The filters of a request as the index has them.</summary>
internal static class ArticleFilters
{
    /// <summary>People, speakers, tags and what has changed, which are looked up in lists of documents.</summary>
    public static Query Apply(Query query, SearchRequest request, ResolvedFilters filters)
    {
        if (AreAllInColumns(request, filters))
            return query;
        var filtered = new BooleanQuery(disableCoord: true) { { query, Occur.MUST } };
        Add(filters.People, FieldNames.PersonId);
        Add(filters.Speakers, FieldNames.SpeakerId);
        Add(filters.Tags, FieldNames.TagId);
        if (request.Since is { } revision)
            filtered.Add(new ChangedQuery(revision), Occur.MUST);
        return filtered;

        void Add(IReadOnlyList<ResolvedFilter> values, string field)
        {
            foreach (var value in values)
                filtered.Add(new TermQuery(new Term(field, ArticleDocument.Key(value.Target.Id))) { Boost = 0 }, value.Value.Excluded ? Occur.MUST_NOT : Occur.MUST);
        }
    }

    /// <summary>Whether there is nothing that <see cref="Apply"/> would add.</summary>
    public static bool AreAllInColumns(SearchRequest request, ResolvedFilters filters) => filters.People.Count + filters.Speakers.Count + filters.Tags.Count == 0 && request.Since is null;

    /// <summary>Articles that name any of the people.</summary>
    public static Query WithAnyPerson(Query query, IEnumerable<int> people)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var person in people)
            any.Add(new TermQuery(new Term(FieldNames.PersonId, ArticleDocument.Key(person))) { Boost = 0 }, Occur.SHOULD);
        return new BooleanQuery(disableCoord: true) { { query, Occur.MUST }, { any, Occur.MUST } };
    }

    /// <summary>All others, which are looked up in columns.</summary>
    public static HitFilter ByColumn(SearchRequest request, ResolvedFilters filters) => new()
    {
        FirstDay = request.From?.DayNumber ?? 0,
        LastDay = request.To?.DayNumber ?? int.MaxValue,
        WithEstimates = request.Estimates == EstimatesMode.Include,
        WithDated = request.EffectiveUndated != UndatedMode.Only,
        WithUndated = request.EffectiveUndated != UndatedMode.Exclude,
        // Of several outlets one suffices; what names nobody is no article's outlet.
        Outlets = Wanted(filters.Outlets),
        NotOutlets = Unwanted(filters.Outlets),
        Agencies = Wanted(filters.Agencies),
        NotAgencies = Unwanted(filters.Agencies),
        Languages = Wanted(filters.Languages),
        NotLanguages = Unwanted(filters.Languages),
        Months = Wanted(filters.Months),
        NotMonths = Unwanted(filters.Months),
    };

    private static int[] Wanted(IReadOnlyList<ResolvedFilter> filters) => [.. filters.Where(f => !f.Value.Excluded).Select(f => f.IsKnown ? f.Target.Id : HitFilter.Nobody)];

    private static int[] Unwanted(IReadOnlyList<ResolvedFilter> filters) => [.. filters.Where(f => f.IsKnown && f.Value.Excluded).Select(f => f.Target.Id)];
}
