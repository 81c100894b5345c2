using NewsCorpus.Search;

namespace NewsCorpus.Web.Presentation;

/// <summary>The address of all values of a facet: that of the results, and words that must be in a value's name.</summary>
public static class ValuesUrl
{
    public const string Filter = "filter";

    /// <summary>Values on one page.</summary>
    public const int Size = 100;

    /// <summary>Null for any other word.</summary>
    public static Facet? Read(string facet) => Enum.GetValues<Facet>().Cast<Facet?>().FirstOrDefault(f => NameOf(f!.Value) == facet);

    public static string NameOf(Facet facet) => facet.ToString().ToLowerInvariant();

    public static FilterField FieldOf(Facet facet) => facet switch
    {
        Facet.People => FilterField.Person,
        Facet.Speakers => FilterField.Speaker,
        Facet.Outlets => FilterField.Outlet,
        Facet.Agencies => FilterField.Agency,
        Facet.Languages => FilterField.Language,
        Facet.Months => FilterField.Month,
        _ => FilterField.Tag,
    };

    public static string Of(Facet facet, SearchRequest request, string? filter = null, int page = 1)
    {
        var query = SearchUrl.QueryString(SearchUrl.WithoutPage(request) with { Page = page });
        if (!string.IsNullOrWhiteSpace(filter))
            query += (query.Length == 0 ? "?" : "&") + $"{Filter}={Uri.EscapeDataString(filter)}";
        return $"/values/{NameOf(facet)}{query}";
    }
}
