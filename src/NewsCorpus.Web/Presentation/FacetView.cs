using NewsCorpus.Search;

namespace NewsCorpus.Web.Presentation;

/// <summary>One value of a facet as links.</summary>
/// <param name="Toggle">Adds the value to the filters, or takes it away where it is selected.</param>
/// <param name="Exclude">Leaves out articles with the value, or null where it is selected or excluded already.</param>
public sealed record FacetRow(string Name, int Count, bool IsSelected, bool IsExcluded, string Toggle, string? Exclude);

/// <summary>One facet of the results: its values, those in force first.</summary>
/// <param name="All">Address of all values, with a box to filter them.</param>
public sealed record FacetView(string Title, string Noun, IReadOnlyList<FacetRow> Rows, string All)
{
    /// <summary>Values shown before "more".</summary>
    public const int Shown = 8;

    /// <summary>Values counted for every page and for the API, which must agree.</summary>
    public static FacetSizes Sizes { get; } = new(40, 40, 40, 40, 40);

    /// <summary>The facet among the filters. Without rows for languages where all articles are of one and none is chosen: there is nothing to choose.</summary>
    public static FacetView Of(Facet facet, SearchRequest request, SearchResults results)
    {
        var values = facet switch
        {
            Facet.People => results.Facets.People,
            Facet.Speakers => results.Facets.Speakers,
            Facet.Outlets => results.Facets.Outlets,
            Facet.Agencies => results.Facets.Agencies,
            Facet.Months => [.. results.Facets.Months.Select(m => m.Value).Reverse()],
            Facet.Languages => results.Facets.Languages.Count > 1 || results.Filters.Languages.Count > 0 ? results.Facets.Languages : [],
            _ => results.Facets.Tags,
        };
        var noun = ValuesUrl.NameOf(facet);
        return new(char.ToUpperInvariant(noun[0]) + noun[1..], noun, RowsOf(facet, request, values, FiltersOf(facet, results.Filters)), ValuesUrl.Of(facet, request));
    }

    public static IReadOnlyList<ResolvedFilter> FiltersOf(Facet facet, ResolvedFilters filters) => facet switch
    {
        Facet.People => filters.People,
        Facet.Speakers => filters.Speakers,
        Facet.Outlets => filters.Outlets,
        Facet.Agencies => filters.Agencies,
        Facet.Languages => filters.Languages,
        Facet.Months => filters.Months,
        _ => filters.Tags,
    };

    /// <summary>Filters in force first, from the filters themselves: an excluded value may have no count, a selected one may be beyond those counted.</summary>
    public static List<FacetRow> RowsOf(Facet facet, SearchRequest request, IReadOnlyList<FacetValue> values, IReadOnlyList<ResolvedFilter> filters)
    {
        var field = ValuesUrl.FieldOf(facet);
        var rows = new List<FacetRow>();
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
