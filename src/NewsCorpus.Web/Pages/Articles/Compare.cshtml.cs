using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Articles;

/// <summary>A word-level comparison of an article with another, by default with the earliest of its story.</summary>
public sealed class CompareModel(IDbContextFactory<CorpusDbContext> contexts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>The other article; the earliest of the story where it is not given.</summary>
    [BindProperty(SupportsGet = true)]
    public long? With { get; set; }

    public required LoadedArticle Later { get; set; }

    /// <summary>What it is compared with; null where there is nothing to compare it with.</summary>
    public LoadedArticle? Earlier { get; private set; }

    public ComparisonView? Comparison { get; private set; }

    public StoryView? Story { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        // "with" that is no number.
        if (!ModelState.IsValid)
            return NotFound();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await LoadedArticle.FindAsync(db, Id, cancellationToken) is not { } later)
            return NotFound();
        if (later.IsRetired)
            return StatusCode(StatusCodes.Status410Gone);
        Later = later;
        Story = await StoryView.FindAsync(db, later.Article, cancellationToken);
        if ((With ?? (Story is { IsEarliest: false } ? Story.Origin.ArticleId : default(long?))) is not { } other || other == Id)
            return Page();
        if (await LoadedArticle.FindAsync(db, other, cancellationToken) is not { } earlier)
            return NotFound();
        if (earlier.IsRetired)
            return StatusCode(StatusCodes.Status410Gone);
        Earlier = earlier;
        Comparison = ComparisonView.Of(earlier, later);
        return Page();
    }
}
