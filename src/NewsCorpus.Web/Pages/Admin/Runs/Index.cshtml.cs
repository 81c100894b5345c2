using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using NewsCorpus.Store;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Admin.Runs;

/// <summary>The runs there were and are, and the form that starts another.</summary>
[Authorize(Policy = Access.Admin)]
public sealed class IndexModel(RunReport report, RunQueue queue, RunPaths read, IOptions<NewsCorpusOptions> options) : PageModel
{
    /// <summary>What to read: new, failed or everything.</summary>
    [BindProperty]
    public string Select { get; set; } = Words.Of(RunSelection.New);

    /// <summary>One of the configured folders, or empty for all.</summary>
    [BindProperty]
    public string? Folder { get; set; }

    /// <summary>A folder or file instead of it.</summary>
    [BindProperty]
    public string? Path { get; set; }

    [BindProperty]
    public bool DryRun { get; set; }

    public IReadOnlyList<string> Folders => options.Value.Corpus.AsReadOnly();

    public IReadOnlyList<Run> Runs { get; private set; } = [];

    public Pager Pager { get; private set; } = Pager.Of(1, 0, 1, _ => "");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var paging = SearchUrl.Read(Request.Query).Request;
        var found = await report.RunsAsync(paging.Page, paging.Size, cancellationToken);
        Runs = found.Items;
        Pager = Pager.Of(paging.Page, found.Total, paging.Size, page => page == 1 ? "/admin/runs" : $"/admin/runs?page={page}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var select = Words.SelectionOf(Select);
        if (select is null)
            ModelState.AddModelError(nameof(Select), "Choose what to read.");
        var paths = new List<string>();
        if (!string.IsNullOrWhiteSpace(Path))
        {
            var (path, problem) = await read.ReadAsync(Path, cancellationToken);
            if (problem is not null)
                ModelState.AddModelError(nameof(Path), problem);
            else
                paths.Add(path!);
        }
        else if (!string.IsNullOrEmpty(Folder))
        {
            // A form that was open while the settings changed.
            if (!Folders.Contains(Folder, StringComparer.Ordinal))
                ModelState.AddModelError(nameof(Folder), $"{Folder} is not a configured folder any more.");
            paths.Add(Folder);
        }
        if (!ModelState.IsValid)
        {
            await OnGetAsync(cancellationToken);
            return Page();
        }
        var run = await queue.EnqueueAsync(new IngestionRequest { Select = select!.Value, Paths = paths, DryRun = DryRun, StartedBy = User.Identity!.Name! }, "run.start", cancellationToken);
        return Redirect(Addresses.Run(run.Id));
    }
}
