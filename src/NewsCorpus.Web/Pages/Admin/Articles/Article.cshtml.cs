using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Dates;
using NewsCorpus.Extraction.Outlets;
using NewsCorpus.Store;
using NewsCorpus.Store.Corrections;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Admin.Articles;

/// <summary>The admin view of one article: what readers see, what the rules say, what editors did, and a form for each field.</summary>
public sealed class ArticleModel(IDbContextFactory<CorpusDbContext> contexts, ArticleEditor editor) : EditorPage
{
    /// <summary>Outlets suggested before anything is typed.</summary>
    private const int Suggestions = 200;

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Date { get; set; }

    [BindProperty]
    public string? Outlet { get; set; }

    [BindProperty]
    public string? Domain { get; set; }

    /// <summary>The people who are to stay.</summary>
    [BindProperty]
    public List<string?> People { get; set; } = [];

    [BindProperty]
    public List<string?> NewPeople { get; set; } = [];

    [BindProperty]
    public string? Tags { get; set; }

    /// <summary>The field whose correction is to be taken back.</summary>
    [BindProperty]
    public string? Field { get; set; }

    public required LoadedArticle Loaded { get; set; }

    public required ArticleDossier Dossier { get; set; }

    public IReadOnlyList<string> OutletNames { get; private set; } = [];

    /// <summary>Corrections since the page was made on which the editor's form was filled in.</summary>
    public IEnumerable<Correction> Meanwhile => Dossier.Corrections.Where(c => SeenAt is { } at && (c.At >= at || c.RevertedAt >= at));

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostTitleAsync(CancellationToken cancellationToken) =>
        DoneAsync(editor.SetTitleAsync(Id, Title ?? "", Edit, cancellationToken), CorrectionFields.Title, "The title is corrected.", cancellationToken);

    public Task<IActionResult> OnPostDateAsync(CancellationToken cancellationToken) =>
        DoneAsync(editor.SetDateAsync(Id, string.IsNullOrWhiteSpace(Date) ? null : AsStored(Date.Trim()), Edit, cancellationToken), CorrectionFields.Date, "The date is corrected.", cancellationToken);

    /// <summary>"8 January 2026" and "June 2023" as the store has them; what is no date as it was typed, for the editor to see.</summary>
    private static string AsStored(string typed)
    {
        var match = DateParser.Parse(typed);
        return match is { Start: 0, Date: { Precision: not DatePrecision.Instant } date } && match.End == typed.Length ? date.ToString() : typed;
    }

    public Task<IActionResult> OnPostOutletAsync(CancellationToken cancellationToken)
    {
        var domain = string.IsNullOrWhiteSpace(Domain) ? null : HostName.OfText(Domain) is { } host ? HostName.Registrable(host) ?? host : Domain.Trim();
        return DoneAsync(editor.SetOutletAsync(Id, string.IsNullOrWhiteSpace(Outlet) ? null : Outlet, domain, Edit, cancellationToken), CorrectionFields.Outlet, "The outlet is corrected.", cancellationToken);
    }

    /// <summary>Takes an outlet that the text mentions for the publisher: a correction like any other, with the words as its note.</summary>
    public async Task<IActionResult> OnPostHintAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var hint = (await LoadedArticle.FindAsync(db, Id, cancellationToken))?.OutletHints.FirstOrDefault(h => h.Value == Outlet);
        if (hint is null)
            return NotFound();
        Note = $"Accepted the hint in the text: “{hint.Excerpt}”";
        return await DoneAsync(editor.SetOutletAsync(Id, hint.Value, WellKnownOutlets.ByName(hint.Value!)?.Domain, Edit, cancellationToken), CorrectionFields.Outlet, $"The outlet is {hint.Value}. To undo it, take the correction back.", cancellationToken);
    }

    public Task<IActionResult> OnPostPeopleAsync(CancellationToken cancellationToken) =>
        DoneAsync(editor.SetPeopleAsync(Id, Filled(People.Concat(NewPeople)), Edit, cancellationToken), CorrectionFields.People, "The people are corrected.", cancellationToken);

    public Task<IActionResult> OnPostTagsAsync(CancellationToken cancellationToken) =>
        DoneAsync(editor.SetTagsAsync(Id, Filled(Tags?.Split([',', '\n'])), Edit, cancellationToken), CorrectionFields.Tags, "The tags are corrected.", cancellationToken);

    public Task<IActionResult> OnPostRetireAsync(CancellationToken cancellationToken) =>
        DoneAsync(editor.RetireAsync(Id, Edit, cancellationToken), CorrectionFields.State, "The article is set aside: readers no longer find it.", cancellationToken);

    public Task<IActionResult> OnPostRevertAsync(CancellationToken cancellationToken) => DoneAsync(
        editor.RevertAsync(Id, Field ?? "", Edit, cancellationToken),
        "revert-" + Field,
        Field == CorrectionFields.State ? "The article is back." : $"The {Field} says again what the rules say.",
        cancellationToken);

    /// <summary>What a form shows in its field: what was typed, where it was not taken, else what is shown to readers.</summary>
    public string? Typed(string field, string? typed, string? shown) => Failed == field ? typed : shown;

    private async Task<IActionResult> DoneAsync(Task<EditResult> edit, string field, string notice, CancellationToken cancellationToken) =>
        Answer(await edit, field, notice, $"/admin/articles/{Id}") ?? await ShowAsync(cancellationToken);

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        if (await ArticleDossier.FindAsync(db, Id, cancellationToken) is not { } dossier || await LoadedArticle.FindAsync(db, Id, cancellationToken) is not { } loaded)
            return NotFound();
        (Dossier, Loaded) = (dossier, loaded);
        OutletNames = await db.Outlets.Where(o => o.MergedIntoId == null).OrderBy(o => o.Name).Select(o => o.Name).Distinct().Take(Suggestions).ToListAsync(cancellationToken);
        return Page();
    }
}
