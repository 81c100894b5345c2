using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search;
using NewsCorpus.Search.Related;
using NewsCorpus.Search.Snippets;
using NewsCorpus.Store;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Articles;

public sealed class ArticleModel(IDbContextFactory<CorpusDbContext> contexts, FoundArticles articles, ArticleSearch search, SimilarSearch similar, TimeProvider time) : PageModel
{
    private const int SimilarShown = 6;

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

    /// <summary>Where it stands among these results, or null.</summary>
    public ReadingPlace? Place { get; private set; }

    /// <summary>The search that it is read in, or one that asks for nothing.</summary>
    public SearchRequest Search { get; private set; } = new();

    /// <summary>What the search asked for.</summary>
    public ArticleHits Hits { get; private set; } = ArticleHits.None;

    /// <summary>Articles about the same.</summary>
    public IReadOnlyList<SimilarArticle> Similar { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = SearchUrl.Result)]
    public int? Result { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await LoadedArticle.FindAsync(db, Id, cancellationToken) is not { } loaded)
            return NotFound();
        if (loaded.IsRetired)
            return StatusCode(StatusCodes.Status410Gone);
        if (Slug != loaded.Article.Slug)
            return this.ToCanonical(Addresses.Of(loaded.Article) + Request.QueryString);
        Loaded = loaded;
        Story = await StoryView.FindAsync(db, loaded.Article, cancellationToken);
        Excerpts = await ExcerptLink.FindAsync(db, loaded.Article, cancellationToken);
        Cited = await articles.FindAsync(Id, cancellationToken);
        Similar = await similar.FindAsync(Id, SimilarShown, cancellationToken);
        // What of the address cannot be read is left out: the article is what was asked for.
        var (request, _) = SearchUrl.Read(Request.Query);
        Search = request;
        Hits = ArticleHits.Find(request.Query, DateOnly.FromDateTime(time.GetLocalNow().DateTime), loaded.Article.Title, loaded.Text, loaded.Details.Blocks)
            .And(loaded.Details.Mentions.Where(m => loaded.PersonOf(m) is { } person && request.People.Contains(new FilterValue(person.Slug))).Select(m => new TextMatch(m.Start, m.End, 0)));
        Place = await ReadingPlace.FindAsync(search, request, Result, Id, cancellationToken);
        Back = Place?.Back ?? Referrer.Results(Request);
        return Page();
    }
}
