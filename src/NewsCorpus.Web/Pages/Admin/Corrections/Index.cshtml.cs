using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;
using NewsCorpus.Store.Corrections;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Admin.Corrections;

/// <summary>The log of corrections, and its way out of and into this data folder.</summary>
public sealed class IndexModel(IDbContextFactory<CorpusDbContext> contexts, CorrectionImport import) : PageModel
{
    private const string Path = "/admin/corrections";
    private const int Size = 50;

    /// <summary>From 1. Of the query alone: Razor Pages has a route value "page" of its own.</summary>
    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public bool DryRun { get; set; }

    [TempData]
    public string? Notice { get; set; }

    public CorrectionFilter Filter { get; private set; } = new(null, null, false);

    public required CorrectionList List { get; set; }

    public IReadOnlyList<string> Editors { get; private set; } = [];

    /// <summary>What a file that was tried or refused came to; null without one.</summary>
    public ImportResult? Result { get; private set; }

    public Pager Pages => Pager.Of(Number, List.Total, Size, page => Filter.Address(Path, page));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, int.MaxValue / Size);
        Filter = CorrectionFilter.Read(Request.Query);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        Editors = await db.Corrections.Select(c => c.By).Distinct().OrderBy(by => by).ToListAsync(cancellationToken);
        List = await CorrectionList.ReadAsync(db, Filter, Number, Size, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Upload is null || Upload.Length == 0)
        {
            ModelState.AddModelError(nameof(Upload), "Choose a file of corrections (JSON Lines).");
        }
        else
        {
            using var reader = new StreamReader(Upload.OpenReadStream());
            Result = await import.RunAsync(reader.LinesAsync(), User.Identity!.Name!, DryRun, cancellationToken);
            if (Result.Problems.Count == 0 && !DryRun)
            {
                Notice = $"Imported: {Sentence(Result)}";
                return LocalRedirect(Path);
            }
        }
        await OnGetAsync(cancellationToken);
        return Page();
    }

    public static string Sentence(ImportResult result) =>
        $"{Words.Count(result.Added, "new correction", "new corrections")}, {Words.Number(result.Known)} known already{(result.Waiting > 0 ? $"; {Words.Number(result.Waiting)} wait for their article" : "")}.";
}
