using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Outlets;

public sealed class IndexModel(OutletDirectory directory) : PageModel
{
    public required OutletList Outlets { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Outlets = await directory.ListAsync(cancellationToken);
}
