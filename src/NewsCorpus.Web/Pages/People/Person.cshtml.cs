using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search;
using NewsCorpus.Search.Quotations;
using NewsCorpus.Store;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.People;

public sealed class PersonModel(IDbContextFactory<CorpusDbContext> contexts, ArticleSearch search, QuotationSearch quotations) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Slug { get; set; }

    public required PersonProfile Profile { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await PersonProfile.PersonAsync(db, Id, cancellationToken) is not { } person)
            return NotFound();
        if (Id != person.Id || Slug != person.Slug)
            return this.ToCanonical(Addresses.Person(person.Id, person.Slug));
        Profile = await PersonProfile.ReadAsync(db, search, quotations, person, cancellationToken);
        return Page();
    }
}
