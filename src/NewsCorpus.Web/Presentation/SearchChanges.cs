using NewsCorpus.Search;

namespace NewsCorpus.Web.Presentation;

public enum FilterField
{
    Person,
    Speaker,
    Outlet,
    Agency,
    Tag,
    Language,
    Month,
}

/// <summary>A request with one thing changed. Every change but that of the page goes back to page 1.</summary>
public static class SearchChanges
{
    public static IReadOnlyList<FilterValue> Values(this SearchRequest request, FilterField field) => field switch
    {
        FilterField.Person => request.People,
        FilterField.Speaker => request.Speakers,
        FilterField.Outlet => request.Outlets,
        FilterField.Language => request.Languages,
        FilterField.Month => request.Months,
        FilterField.Agency => request.Agencies,
        _ => request.Tags,
    };

    /// <summary>Adds the value; the same value excluded (or included) before gives way to it.</summary>
    public static SearchRequest With(this SearchRequest request, FilterField field, FilterValue value) =>
        request.Replace(field, [.. request.Values(field).Where(v => v.Value != value.Value), value]);

    public static SearchRequest Without(this SearchRequest request, FilterField field, FilterValue value) =>
        request.Replace(field, [.. request.Values(field).Where(v => v != value)]);

    public static SearchRequest Between(this SearchRequest request, DateOnly? from, DateOnly? to) =>
        request with { From = from, To = to, Page = 1 };

    public static SearchRequest ChangedSince(this SearchRequest request, long? revision) => request with { Since = revision, Page = 1 };

    public static SearchRequest WithUndated(this SearchRequest request, UndatedMode mode) => request with { Undated = mode, Page = 1 };

    public static SearchRequest WithCopies(this SearchRequest request, CopiesMode mode) => request with { Copies = mode, Page = 1 };

    public static SearchRequest WithEstimates(this SearchRequest request, EstimatesMode mode) => request with { Estimates = mode, Page = 1 };

    public static SearchRequest SortedBy(this SearchRequest request, SortOrder sort) => request with { Sort = sort, Page = 1 };

    public static SearchRequest OnPage(this SearchRequest request, int page) => request with { Page = page };

    public static SearchRequest Asking(this SearchRequest request, string? query) => request with { Query = query, Page = 1 };

    private static SearchRequest Replace(this SearchRequest request, FilterField field, IReadOnlyList<FilterValue> values) => field switch
    {
        FilterField.Person => request with { People = values, Page = 1 },
        FilterField.Speaker => request with { Speakers = values, Page = 1 },
        FilterField.Outlet => request with { Outlets = values, Page = 1 },
        FilterField.Language => request with { Languages = values, Page = 1 },
        FilterField.Month => request with { Months = values, Page = 1 },
        FilterField.Agency => request with { Agencies = values, Page = 1 },
        _ => request with { Tags = values, Page = 1 },
    };
}
