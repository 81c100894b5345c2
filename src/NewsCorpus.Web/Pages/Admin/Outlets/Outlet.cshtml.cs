using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Outlets;
using NewsCorpus.Store;
using NewsCorpus.Store.Corrections;

namespace NewsCorpus.Web.Pages.Admin.Outlets;

/// <summary>The admin view of one outlet.</summary>
public sealed class OutletModel(IDbContextFactory<CorpusDbContext> contexts, OutletEditor editor) : EditorPage
{
    private const int Suggestions = 500;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Domains { get; set; }

    [BindProperty]
    public string? Aliases { get; set; }

    /// <summary>Id or name of the outlet to merge into.</summary>
    [BindProperty]
    public string? Into { get; set; }

    /// <summary>The field whose correction is to be taken back.</summary>
    [BindProperty]
    public string? Field { get; set; }

    public required OutletDossier Dossier { get; set; }

    public int Articles { get; private set; }

    /// <summary>Outlets to merge into, with what tells those of one name apart.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostNameAsync(CancellationToken cancellationToken) =>
        DoneAsync(editor.RenameAsync(Id, Name ?? "", Edit, cancellationToken), CorrectionFields.Name, "The outlet is renamed.", cancellationToken);

    public Task<IActionResult> OnPostDomainsAsync(CancellationToken cancellationToken) =>
        DoneAsync(editor.SetDomainsAsync(Id, Lines(Domains).Select(SiteOf), Edit, cancellationToken), CorrectionFields.Domains, "The domains are set.", cancellationToken);

    public Task<IActionResult> OnPostAliasesAsync(CancellationToken cancellationToken) =>
        DoneAsync(editor.SetAliasesAsync(Id, Lines(Aliases), Edit, cancellationToken), CorrectionFields.Aliases, "The further names are set.", cancellationToken);

    public async Task<IActionResult> OnPostMergeAsync(CancellationToken cancellationToken)
    {
        var (into, problem) = await TargetAsync(cancellationToken);
        var result = into is { } id ? await editor.MergeAsync(Id, id, Edit, cancellationToken) : new EditResult(EditState.Refused, problem);
        return Answer(result, CorrectionFields.Merge, "The outlet is merged. The merge can be undone here.", Address) ?? await ShowAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostRevertAsync(CancellationToken cancellationToken) =>
        DoneAsync(editor.RevertAsync(Id, Field ?? "", Edit, cancellationToken), "revert-" + Field, Field == CorrectionFields.Merge ? "The merge is undone." : "The correction is taken back.", cancellationToken);

    /// <summary>What a form shows: what was typed, where it was not taken, else what is so.</summary>
    public string? Typed(string field, string? typed, string? shown) => Failed == field ? typed : shown;

    private string Address => $"/admin/outlets/{Id}";

    private static IReadOnlyList<string> Lines(string? text) => Filled(text?.Split([',', '\n']));

    private static string SiteOf(string typed) => HostName.OfText(typed) is { } host ? HostName.Registrable(host) ?? host : typed;

    private async Task<(int? Id, string? Problem)> TargetAsync(CancellationToken cancellationToken)
    {
        var typed = Into?.Trim() ?? "";
        // Suggestions read "Name (site), id 7": the number settles it.
        var number = typed.LastIndexOf(' ') is >= 0 and var space ? typed[(space + 1)..] : typed;
        if ((typed == number || typed.Contains("id ", StringComparison.Ordinal)) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return (id, null);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var key = NameKey.Of(typed);
        var found = await db.Outlets.Where(o => (o.Key == key || o.Domain == typed) && o.Id != Id).Select(o => o.Id).ToListAsync(cancellationToken);
        return found.Count switch
        {
            1 => (found[0], null),
            0 => (null, typed.Length == 0 ? "Say which outlet to merge into." : $"There is no other outlet “{typed}”."),
            _ => (null, $"There are {found.Count} outlets called “{typed}”. Give the id of the one you mean: {string.Join(", ", found)}."),
        };
    }

    private async Task<IActionResult> DoneAsync(Task<EditResult> edit, string field, string notice, CancellationToken cancellationToken) =>
        Answer(await edit, field, notice, Address) ?? await ShowAsync(cancellationToken);

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await OutletDossier.FindAsync(db, Id, cancellationToken) is not { } dossier)
            return NotFound();
        Dossier = dossier;
        Articles = await db.Articles.CountAsync(a => a.OutletId == Id && a.State == ArticleState.Live, cancellationToken);
        var others = await db.Outlets.AsNoTracking().Where(o => o.Id != Id && o.MergedIntoId == null).OrderBy(o => o.Key).Take(Suggestions).Select(o => new { o.Id, o.Name, o.Domain }).ToListAsync(cancellationToken);
        Others = [.. others.Select(o => $"{o.Name}{(o.Domain is null ? "" : $" ({o.Domain})")}, id {o.Id}")];
        return Page();
    }
}
