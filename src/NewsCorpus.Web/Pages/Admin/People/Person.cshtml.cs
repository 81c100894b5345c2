using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store;
using NewsCorpus.Store.Corrections;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Admin.People;

/// <summary>The admin view of one person.</summary>
public sealed class PersonModel(IDbContextFactory<CorpusDbContext> contexts, PersonEditor editor) : EditorPage
{
    /// <summary>Articles of a page to choose from when two people are told apart.</summary>
    private const int Size = 50;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>Page of the articles, from 1. Of the query alone: Razor Pages has a route value "page" of its own.</summary>
    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Aliases { get; set; }

    /// <summary>Id or name of the person to merge into.</summary>
    [BindProperty]
    public string? Into { get; set; }

    /// <summary>Id of the other person of a suggestion.</summary>
    [BindProperty]
    public int Other { get; set; }

    /// <summary>What the person is called who is told apart.</summary>
    [BindProperty]
    public string? NewName { get; set; }

    /// <summary>Ids of the articles that mean the other person.</summary>
    [BindProperty]
    public long[]? Articles { get; set; }

    /// <summary>Offices that are the other person's: all articles with one of them.</summary>
    [BindProperty]
    public string[]? Offices { get; set; }

    /// <summary>The field whose correction is to be taken back.</summary>
    [BindProperty]
    public string? Field { get; set; }

    public required PersonDossier Dossier { get; set; }

    public required PersonArticles Named { get; set; }

    public Pager Pages => Pager.Of(Number, Named.Total, Size, page => $"{Address}?page={page.ToString(CultureInfo.InvariantCulture)}#split");

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostNameAsync(CancellationToken cancellationToken) =>
        DoneAsync(editor.RenameAsync(Id, Name ?? "", Edit, cancellationToken), CorrectionFields.Name, "The person is renamed.", cancellationToken);

    public Task<IActionResult> OnPostAliasesAsync(CancellationToken cancellationToken) =>
        DoneAsync(editor.SetAliasesAsync(Id, Filled(Aliases?.Split('\n')), Edit, cancellationToken), CorrectionFields.Aliases, "The further names are set.", cancellationToken);

    public async Task<IActionResult> OnPostMergeAsync(CancellationToken cancellationToken)
    {
        var (into, problem) = await TargetAsync(cancellationToken);
        var result = into is { } id ? await editor.MergeAsync(Id, id, Edit, cancellationToken) : new EditResult(EditState.Refused, problem);
        return Answer(result, "merge", "The two are one person now. The merge can be undone here.", Address) ?? await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostSplitAsync(CancellationToken cancellationToken)
    {
        var chosen = (Articles ?? []).ToHashSet();
        var offices = Offices ?? [];
        if (offices.Length > 0)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            chosen.UnionWith(await db.ArticlePeople.Where(p => p.PersonId == Id && p.Office != null && offices.Contains(p.Office)).Select(p => p.ArticleId).Distinct().ToListAsync(cancellationToken));
        }
        var result = await editor.SplitAsync(Id, NewName ?? "", chosen, Edit, cancellationToken);
        var other = result.Correction?.PersonId ?? Id;
        return Answer(result, CorrectionFields.Split, "This is the person who was told apart. It can be undone here.", $"/admin/people/{other}") ?? await ShowAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostNobodyAsync(CancellationToken cancellationToken) =>
        DoneAsync(editor.SetNobodyAsync(Id, Edit, cancellationToken), CorrectionFields.Nobody, "The name is nobody’s, and is shown nowhere.", cancellationToken);

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken)
    {
        // The fuller name stays, and of two that are equally full this page's; never a name that was made to tell two apart.
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var fullest = (await db.People.AsNoTracking().Where(p => p.Id == Id || p.Id == Other).ToListAsync(cancellationToken))
            .OrderBy(p => p.IsPartial).ThenBy(p => p.SplitFromId == Id || p.SplitFromId == Other).ThenByDescending(p => p.Name.Split(' ').Length).ThenByDescending(p => p.Name.Length).ThenBy(p => p.Id != Id).Select(p => p.Id).FirstOrDefault();
        var (from, into) = fullest == Other ? (Id, Other) : (Other, Id);
        return await DoneAsync(editor.MergeAsync(from, into, Edit with { Seen = null }, cancellationToken), "confirm", "The two are one person now.", cancellationToken);
    }

    public Task<IActionResult> OnPostRejectAsync(CancellationToken cancellationToken) =>
        DoneAsync(editor.RejectAsync(Id, Other, Edit, cancellationToken), "reject", "The two stay two people.", cancellationToken);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancellationToken) =>
        DoneAsync(editor.ReopenAsync(Id, Other, Edit, cancellationToken), "reject", "The suggestion is open again.", cancellationToken);

    public Task<IActionResult> OnPostRevertAsync(CancellationToken cancellationToken) =>
        DoneAsync(editor.RevertAsync(Id, Field ?? "", Edit, cancellationToken), "revert-" + Field, "The correction is taken back.", cancellationToken);

    /// <summary>What a form shows: what was typed, where it was not taken, else what is so.</summary>
    public string? Typed(string field, string? typed, string? shown) => Failed == field ? typed : shown;

    private string Address => $"/admin/people/{Id}";

    private async Task<(int? Id, string? Problem)> TargetAsync(CancellationToken cancellationToken)
    {
        var typed = Into?.Trim() ?? "";
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return (id, null);
        if (typed.Length == 0)
            return (null, "Say whom to merge into.");
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var key = PersonKey.Of(typed);
        var found = await db.People.Where(p => p.Id != Id && (p.Key == key || p.Name == typed)).OrderBy(p => p.Key != key).Select(p => (int?)p.Id).FirstOrDefaultAsync(cancellationToken);
        return found is null ? (null, $"There is no other person “{typed}”. Write the name as it is shown, or the id.") : (found, null);
    }

    private async Task<IActionResult> DoneAsync(Task<EditResult> edit, string field, string notice, CancellationToken cancellationToken) =>
        Answer(await edit, field, notice, Address) ?? await ShowAsync(cancellationToken);

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, int.MaxValue / Size);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await PersonDossier.FindAsync(db, Id, cancellationToken) is not { } dossier)
            return NotFound();
        Dossier = dossier;
        Named = await PersonArticles.ReadAsync(db, Id, Number, Size, cancellationToken);
        return Page();
    }
}
