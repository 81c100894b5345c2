using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Duplicates;
using NewsCorpus.Search;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Presentation;

/// <summary>One article of a story.</summary>
/// <param name="Kind">What it is to the article in hand; null where the two were never compared word by word.</param>
/// <param name="Similarity">With the article in hand, 0 to 1: exact where they were compared, else estimated from the fingerprints.</param>
public sealed record StoryCopy(
    long Id, string Slug, string Title, ArticleDate? Date, FactKind DateKind, NamedRef? Outlet, string? Agency, int WordCount, CopyKind? Kind, double Similarity);

/// <summary>The story that an article shares with its copies: who had it first, whose wire it is, how it spread.</summary>
/// <param name="Articles">All of its articles, the one in hand too: in the order of their dates, undated ones last.</param>
/// <param name="Origin">Which of them is the earliest, and why.</param>
/// <param name="ArticleId">The article in hand.</param>
public sealed record StoryView(IReadOnlyList<StoryCopy> Articles, StoryOrigin Origin, long ArticleId)
{
    public StoryCopy Earliest => Articles.First(a => a.Id == Origin.ArticleId);

    public bool IsEarliest => Origin.ArticleId == ArticleId;

    public IEnumerable<StoryCopy> Others => Articles.Where(a => a.Id != ArticleId);

    /// <summary>Outlets that carried it, those that are known.</summary>
    public int OutletCount => Articles.Select(a => a.Outlet?.Id).OfType<int>().Distinct().Count();

    /// <summary>First and last day that an article of it is dated to; null where none is.</summary>
    public (DateOnly First, DateOnly Last)? Days
    {
        get
        {
            var days = Articles.Where(a => a.Date is not null).Select(a => a.Date!.Value).ToList();
            return days.Count == 0 ? null : (days.Min(d => d.Day), days.Max(d => d.LastDay));
        }
    }

    /// <summary>How the earliest was told.</summary>
    public string Reason => Origin.Reason switch
    {
        OriginReason.AgencyItself => "the agency that the others credit, on the earliest day",
        OriginReason.EarliestDate => "the earliest date",
        OriginReason.SameDate => "of those with the earliest date, the one that credits no agency, is whole or is the longest",
        _ => "none is dated: the longest",
    };

    /// <summary>Null for an article that has no copies.</summary>
    public static async Task<StoryView?> FindAsync(CorpusDbContext db, Article article, CancellationToken cancellationToken)
    {
        if (article.StoryId is not { } story)
            return null;
        var rows = await db.Articles.AsNoTracking().Where(a => a.StoryId == story && a.State == ArticleState.Live)
            .Select(a => new
            {
                a.Id,
                a.Slug,
                a.Title,
                a.Day,
                a.DatePrecision,
                a.Instant,
                a.DateKind,
                Outlet = a.Outlet == null ? null : new NamedRef(a.Outlet.Id, a.Outlet.Name, a.Outlet.Slug),
                a.Agency,
                a.WordCount,
                Fingerprint = a.Fingerprint!.Bytes,
            }).ToListAsync(cancellationToken);
        var links = await db.CopyLinks.AsNoTracking().Where(l => db.Articles.Any(a => a.Id == l.ArticleId && a.StoryId == story)).ToListAsync(cancellationToken);
        var mine = links.Where(l => l.ArticleId == article.Id).ToDictionary(l => l.OtherId, l => (Kind: l.KindOfOther, l.Similarity));
        foreach (var link in links.Where(l => l.OtherId == article.Id))
            mine.TryAdd(link.ArticleId, (link.Kind, link.Similarity));
        var excerpts = links.Where(l => l.Groups && l.Kind == CopyKind.Excerpt).Select(l => l.ArticleId)
            .Concat(links.Where(l => l.Groups && l.Kind == CopyKind.ExcerptedBy).Select(l => l.OtherId)).ToHashSet();
        var own = Read(rows.Find(r => r.Id == article.Id)?.Fingerprint);
        var copies = rows.ConvertAll(r =>
        {
            var known = mine.TryGetValue(r.Id, out var link);
            return new StoryCopy(
                r.Id, r.Slug, r.Title, r.Day is { } day ? new ArticleDate(day, r.DatePrecision, r.Instant) : null, r.DateKind, r.Outlet, r.Agency, r.WordCount,
                known ? link.Kind : null,
                known ? link.Similarity : Read(r.Fingerprint) is { } fingerprint && own is not null ? own.EstimateJaccard(fingerprint) : 0);
        });
        // An article that has just been set aside is in no story any more, whatever its row still says.
        if (copies.Count < 2 || copies.TrueForAll(c => c.Id != article.Id))
            return null;
        var origin = StoryOrigin.Of(copies.Select(c => new StoryMember(c.Id, c.Date, c.Outlet?.Name, c.Agency, c.WordCount, excerpts.Contains(c.Id))));
        return new StoryView([.. copies.OrderBy(c => c.Date?.LastDay ?? DateOnly.MaxValue).ThenByDescending(c => c.Id == origin.ArticleId).ThenBy(c => c.Id)], origin, article.Id);
    }

    private static CopyFingerprint? Read(byte[]? bytes)
    {
        try
        {
            return bytes is null ? null : CopyFingerprint.FromBytes(bytes);
        }
        catch (FormatException)
        {
            // Of another version of the program; the next run makes it anew.
            return null;
        }
    }
}
