using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search;
using NewsCorpus.Store;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Articles;

public sealed class ArticleModel(IDbContextFactory<CorpusDbContext> contexts, FoundArticles articles) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Slug { get; set; }

    public required LoadedArticle Loaded { get; set; }

    /// <summary>The story it shares with its copies, or null.</summary>
    public StoryView? Story { get; private set; }

    /// <summary>Articles of other stories of which it is a part, or that are a part of it.</summary>
    public IReadOnlyList<ExcerptLink> Excerpts { get; private set; } = [];

    /// <summary>What references say of it; null where it has been set aside this very moment.</summary>
    public FoundArticle? Cited { get; private set; }

    /// <summary>The results that led here, or null.</summary>
    public string? Back { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await LoadedArticle.FindAsync(db, Id, cancellationToken) is not { } loaded)
            return NotFound();
        if (loaded.IsRetired)
            return StatusCode(StatusCodes.Status410Gone);
        if (Slug != loaded.Article.Slug)
            return this.ToCanonical(Addresses.Of(loaded.Article));
        Loaded = loaded;
        Story = await StoryView.FindAsync(db, loaded.Article, cancellationToken);
        Excerpts = await ExcerptLink.FindAsync(db, loaded.Article, cancellationToken);
        Cited = await articles.FindAsync(Id, cancellationToken);
        Back = Referrer.Results(Request);
        return Page();
    }
}
