using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Outlets;

public sealed class IndexModel(IDbContextFactory<CorpusDbContext> contexts) : PageModel
{
    public IReadOnlyList<DirectoryEntry> Outlets { get; private set; } = [];

    /// <summary>Articles that name no outlet.</summary>
    public int Unknown { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        Outlets = await OutletDirectory.ListAsync(db, cancellationToken);
        Unknown = await OutletDirectory.UnknownAsync(db, cancellationToken);
    }
}
