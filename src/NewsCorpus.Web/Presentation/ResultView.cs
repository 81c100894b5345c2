using NewsCorpus.Search;

namespace NewsCorpus.Web.Presentation;

/// <summary>One result as the list shows it.</summary>
/// <param name="People">The first people, each with the address that adds them as a filter; null where they are one already.</param>
/// <param name="Url">The article, opened as one of the results where it has a place among them.</param>
public sealed record ResultView(SearchHit Hit, string Url, IReadOnlyList<(NamedRef Person, string? Url)> People, int MorePeople)
{
    private const int ShownPeople = 6;

    /// <summary>"Also in 2 outlets", or how many copies there are where that is not the same.</summary>
    public string AlsoIn
    {
        get
        {
            var outlets = Hit.Others.Select(o => o.Outlet?.Id).OfType<int>().Where(id => id != Hit.Outlet?.Id).Distinct().Count();
            return outlets == 0 ? Words.Count(Hit.Copies, "more copy", "more copies")
                : outlets == Hit.Copies ? $"Also in {Words.Count(outlets, "outlet", "outlets")}"
                : $"Also in {Words.Count(outlets, "outlet", "outlets")}, {Words.Count(Hit.Copies, "more copy", "more copies")}";
        }
    }

    public static ResultView Of(SearchHit hit, SearchRequest request, ResolvedFilters filters, int? number = null)
    {
        var chips = hit.People.Take(ShownPeople).Select(person => (person, UrlOf(person))).ToList();
        return new ResultView(hit, number is { } place ? SearchUrl.InResults(Addresses.Of(hit), request, place) : Addresses.Of(hit), chips, hit.People.Count - chips.Count);

        string? UrlOf(NamedRef person) => filters.People.Any(f => f.Target.Id == person.Id)
            ? null
            : SearchUrl.Results(request.With(FilterField.Person, new FilterValue(person.Slug)));
    }
}
