using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Articles;
using NewsCorpus.Store;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Admin.Runs;

/// <summary>One run: how far it is, what can be asked of it, and what became of each file.</summary>
[Authorize(Policy = Access.Admin)]
public sealed class RunModel(RunStore runs, RunReport report, RunQueue queue) : PageModel
{
    /// <summary>In the address, the tab with the changes of articles; each other tab is an outcome.</summary>
    public const string ChangesTab = "changes";

    private const int Size = 50;

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public Run Run { get; private set; } = null!;

    /// <summary>An outcome, <see cref="ChangesTab"/>, or "all".</summary>
    public string Tab { get; private set; } = "all";

    public int ChangeCount { get; private set; }

    public IReadOnlyList<RunOutcome> Outcomes { get; private set; } = [];

    public IReadOnlyList<RunChange> Changes { get; private set; } = [];

    public Pager Pager { get; private set; } = Pager.Of(1, 0, 1, _ => "");

    public async Task<IActionResult> OnGetAsync(string? show, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(Id, cancellationToken) is not { } run)
            return NotFound();
        Run = run;
        var page = SearchUrl.Read(Request.Query).Request.Page;
        var changes = await report.ChangesAsync(Id, null, page, Size, cancellationToken);
        ChangeCount = changes.Total;
        Tab = show is ChangesTab or "all" || Words.OutcomeOf(show) is not null ? show! : run.Rejected > 0 ? Words.Of(Outcome.Rejected) : changes.Total > 0 && run.DryRun ? ChangesTab : "all";
        var total = changes.Total;
        if (Tab == ChangesTab)
        {
            Changes = changes.Items;
        }
        else
        {
            var outcomes = await report.OutcomesAsync(Id, Words.OutcomeOf(Tab), page, Size, cancellationToken);
            (Outcomes, total) = (outcomes.Items, outcomes.Total);
        }
        Pager = Pager.Of(page, total, Size, number => $"{TabAddress(Tab)}{(number == 1 ? "" : $"&page={number}")}");
        return Page();
    }

    public Task<IActionResult> OnPostPauseAsync(CancellationToken cancellationToken) => AskAsync(queue.PauseAsync(Id, By, cancellationToken));

    public Task<IActionResult> OnPostResumeAsync(CancellationToken cancellationToken) => AskAsync(queue.ResumeAsync(Id, By, cancellationToken));

    public Task<IActionResult> OnPostCancelAsync(CancellationToken cancellationToken) => AskAsync(queue.CancelAsync(Id, By, cancellationToken));

    public Task<IActionResult> OnPostApplyAsync(CancellationToken cancellationToken) => AskAsync(queue.ApplyAsync(Id, By, cancellationToken));

    /// <summary>Address of one of the lists.</summary>
    public string TabAddress(string tab) => $"{Addresses.Run(Id)}?show={tab}";

    private string By => User.Identity!.Name!;

    private async Task<IActionResult> AskAsync(Task<RunAnswer> asked)
    {
        var answer = await asked;
        if (answer.Run is null)
            return NotFound();
        // A page that was open while the run went on.
        if (answer.Problem is { } problem)
            TempData["Notice"] = problem;
        return Redirect(Addresses.Run(answer.Run.Id));
    }
}
