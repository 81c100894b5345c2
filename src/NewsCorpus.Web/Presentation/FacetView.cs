using NewsCorpus.Search;

namespace NewsCorpus.Web.Presentation;

/// <summary>One value of a facet as links.</summary>
/// <param name="Toggle">Adds the value to the filters, or takes it away where it is selected.</param>
/// <param name="Exclude">Leaves out articles with the value, or null where it is selected or excluded already.</param>
public sealed record FacetRow(string Name, int Count, bool IsSelected, bool IsExcluded, string Toggle, string? Exclude);

/// <summary>One facet of the results: its values, those in force first.</summary>
public sealed record FacetView(string Title, string Noun, IReadOnlyList<FacetRow> Rows)
{
    /// <summary>Values shown before "more".</summary>
    public const int Shown = 8;

    /// <summary>Values counted for every page and for the API, which must agree.</summary>
    public static FacetSizes Sizes { get; } = new(40, 40, 40, 40);

    public static FacetView People(SearchRequest request, SearchResults results) =>
        new("People", "people", ToRows(request, FilterField.Person, results.Facets.People, results.Filters.People));

    public static FacetView Outlets(SearchRequest request, SearchResults results) =>
        new("Outlets", "outlets", ToRows(request, FilterField.Outlet, results.Facets.Outlets, results.Filters.Outlets));

    public static FacetView Agencies(SearchRequest request, SearchResults results) =>
        new("Agencies", "agencies", ToRows(request, FilterField.Agency, results.Facets.Agencies, results.Filters.Agencies));

    public static FacetView Tags(SearchRequest request, SearchResults results) =>
        new("Tags", "tags", ToRows(request, FilterField.Tag, results.Facets.Tags, results.Filters.Tags));

    /// <summary>Without rows where all articles are of one language and none is chosen: there is nothing to choose.</summary>
    public static FacetView Languages(SearchRequest request, SearchResults results) =>
        new("Languages", "languages", results.Facets.Languages.Count > 1 || results.Filters.Languages.Count > 0 ? ToRows(request, FilterField.Language, results.Facets.Languages, results.Filters.Languages) : []);

    private static List<FacetRow> ToRows(SearchRequest request, FilterField field, IReadOnlyList<FacetValue> values, IReadOnlyList<ResolvedFilter> filters)
    {
        var rows = new List<FacetRow>();
        // Filters in force come first, from the filters themselves: an excluded value has no count, a selected one may be beyond the facet's top.
        foreach (var filter in filters)
        {
            var count = values.FirstOrDefault(v => v.Id == filter.Target.Id)?.Count ?? 0;
            rows.Add(new FacetRow(filter.Target.Name, count, !filter.Value.Excluded, filter.Value.Excluded, SearchUrl.Results(request.Without(field, filter.Value)), null));
        }
        foreach (var value in values)
        {
            if (filters.Any(f => f.Target.Id == value.Id))
                continue;
            var filter = new FilterValue(value.Slug);
            rows.Add(new FacetRow(
                value.Name,
                value.Count,
                false,
                false,
                SearchUrl.Results(request.With(field, filter)),
                SearchUrl.Results(request.With(field, filter with { Excluded = true }))));
        }
        return rows;
    }
}
