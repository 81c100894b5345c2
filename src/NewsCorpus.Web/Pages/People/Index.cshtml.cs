using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.People;

public sealed class IndexModel(PeopleDirectory directory) : PageModel
{
    private const int Size = 60;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Filter { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Letter { get; set; }

    [BindProperty(SupportsGet = true)]
    public DirectorySort Sort { get; set; }

    /// <summary>From 1. Of the query alone: Razor Pages has a route value "page" of its own.</summary>
    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public required DirectoryPage People { get; set; }

    public IReadOnlyList<string> Letters { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, int.MaxValue / Size);
        Letters = await directory.LettersAsync(cancellationToken);
        People = await directory.ListAsync(Filter, Letter, Sort, Number, Size, cancellationToken);
    }

    public string Address(string? letter = null, DirectorySort? sort = null, int page = 1)
    {
        var query = QueryString.Empty;
        if (!string.IsNullOrWhiteSpace(Filter))
            query = query.Add("q", Filter);
        if (!string.IsNullOrEmpty(letter))
            query = query.Add("letter", letter);
        if ((sort ?? Sort) == DirectorySort.Name)
            query = query.Add("sort", "name");
        if (page > 1)
            query = query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return "/people" + query;
    }
}
