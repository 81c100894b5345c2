using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Admin;

[Authorize(Policy = Access.Admin)]
public sealed class LogModel(IDbContextFactory<CorpusDbContext> contexts) : PageModel
{
    private const string Path = "/admin/log";
    private const int Size = 100;

    /// <summary>From 1. Of the query alone: Razor Pages has a route value "page" of its own.</summary>
    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public LogFilter Filter { get; private set; } = new(null, null);

    public IReadOnlyList<LogEntry> Entries { get; private set; } = [];

    public int Total { get; private set; }

    /// <summary>All who are in the log.</summary>
    public IReadOnlyList<string> People { get; private set; } = [];

    /// <summary>All actions that are in the log.</summary>
    public IReadOnlyList<string> Actions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, int.MaxValue / Size);
        Filter = LogFilter.Read(Request.Query);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        People = await db.Log.Select(e => e.By).Distinct().OrderBy(by => by).ToListAsync(cancellationToken);
        Actions = await db.Log.Select(e => e.Action).Distinct().OrderBy(action => action).ToListAsync(cancellationToken);
        Total = await Filter.Of(db).CountAsync(cancellationToken);
        Entries = await Filter.Of(db).Skip((Number - 1) * Size).Take(Size).ToListAsync(cancellationToken);
    }

    public Pager Pages() => Pager.Of(Number, Total, Size, page => Filter.Address(Path, page));
}
