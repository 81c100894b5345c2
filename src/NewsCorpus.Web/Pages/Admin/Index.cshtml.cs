using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Pages.Admin;

public sealed class IndexModel(IDbContextFactory<CorpusDbContext> contexts) : PageModel
{
    public int Articles { get; private set; }

    public int Undated { get; private set; }

    public int Retired { get; private set; }

    public int Files { get; private set; }

    /// <summary>Files that could not be read the last time.</summary>
    public int Rejected { get; private set; }

    /// <summary>Files that the last run over their folder did not find.</summary>
    public int Missing { get; private set; }

    public Run? LastRun { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        Articles = await db.Articles.CountAsync(a => a.State == ArticleState.Live, cancellationToken);
        Undated = await db.Articles.CountAsync(a => a.State == ArticleState.Live && a.Day == null, cancellationToken);
        Retired = await db.Articles.CountAsync(a => a.State == ArticleState.Retired, cancellationToken);
        Files = await db.SourceFiles.CountAsync(cancellationToken);
        Rejected = await db.SourceFiles.CountAsync(f => f.Outcome == Outcome.Rejected, cancellationToken);
        Missing = await db.SourceFiles.CountAsync(f => f.IsMissing, cancellationToken);
        LastRun = await db.Runs.AsNoTracking().OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
