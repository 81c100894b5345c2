using NewsCorpus.Articles;
using NewsCorpus.Search;

namespace NewsCorpus.Web.Presentation;

/// <summary>One filter in force, as a chip that removes it.</summary>
/// <param name="Label">"Person", "Not the outlet", "From".</param>
/// <param name="Value">"Ada Example".</param>
/// <param name="Without">The request without it.</param>
/// <param name="IsKnown">False where the value names nothing in the corpus.</param>
public sealed record ActiveFilter(string Label, string Value, SearchRequest Without, bool IsKnown = true)
{
    /// <summary>A range that is one day, month or year, by its name.</summary>
    private static (string Label, string Name)? Whole(DateSpan span)
    {
        var first = span.First;
        return span.Last == first ? ("Day", Words.Day(first))
            : span == DateSpan.OfMonth(first.Year, first.Month) ? ("Month", Words.Date(new ArticleDate(first, DatePrecision.Month)))
            : span == DateSpan.OfYear(first.Year) ? ("Year", Words.Date(new ArticleDate(first, DatePrecision.Year)))
            : null;
    }

    public static IReadOnlyList<ActiveFilter> Of(SearchRequest request, ResolvedFilters filters)
    {
        var active = new List<ActiveFilter>();
        Add(FilterField.Person, filters.People, "Person", "Without");
        Add(FilterField.Speaker, filters.Speakers, "Speaker", "Not speaking");
        Add(FilterField.Outlet, filters.Outlets, "Outlet", "Not from");
        Add(FilterField.Agency, filters.Agencies, "Agency", "Not by agency");
        Add(FilterField.Tag, filters.Tags, "Tag", "Not tagged");
        Add(FilterField.Language, filters.Languages, "Language", "Not in");
        Add(FilterField.Month, filters.Months, "Month", "Not in");
        if (request.From is { } from && request.To is { } to && Whole(new DateSpan(from, to)) is var (label, name))
            active.Add(new ActiveFilter(label, name, request.Between(null, null)));
        else
        {
            if (request.From is { } first)
                active.Add(new ActiveFilter("From", Words.Day(first), request.Between(null, request.To)));
            if (request.To is { } last)
                active.Add(new ActiveFilter("To", Words.Day(last), request.Between(request.From, null)));
        }
        if (request.Since is { } since)
            active.Add(new ActiveFilter("New or changed since", $"revision {Words.Number(since)}", request.ChangedSince(null)));
        if (request.Undated != UndatedMode.Auto)
        {
            var words = request.Undated switch
            {
                UndatedMode.Include => "included",
                UndatedMode.Exclude => "left out",
                _ => "only these",
            };
            active.Add(new ActiveFilter("Undated", words, request.WithUndated(UndatedMode.Auto)));
        }
        if (request.Estimates == EstimatesMode.Include)
            active.Add(new ActiveFilter("Estimated dates", "counted", request.WithEstimates(EstimatesMode.Exclude)));
        return active;

        void Add(FilterField field, IReadOnlyList<ResolvedFilter> values, string with, string without)
        {
            foreach (var value in values)
                active.Add(new ActiveFilter(value.Value.Excluded ? without : with, value.Target.Name, request.Without(field, value.Value), value.IsKnown));
        }
    }
}
