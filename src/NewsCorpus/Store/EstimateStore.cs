using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>Which undated articles there are to look at, what the corpus knows about them, and what was worked out.</summary>
public sealed class EstimateStore(IDbContextFactory<CorpusDbContext> contexts)
{
    /// <summary>Whoever is in more articles than this tells no time; and reading them all would cost more than it gives.</summary>
    private const int MostArticles = 300;

    /// <summary>People who are in so few articles tell most: a new article about one of them is reason enough to look again at the others.</summary>
    private const int FewArticles = 30;

    /// <summary>Undated articles that are looked at again because of single new ones, in one run.</summary>
    private const int MostTouched = 2000;

    /// <summary>People of new articles that are looked up for it.</summary>
    private const int MostPeople = 5000;

    /// <summary>The corpus's last revision.</summary>
    public async Task<long> RevisionAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Articles.MaxAsync(a => (long?)a.Revision, cancellation) ?? 0;
    }

    /// <summary>Dated live articles of the corpus.</summary>
    public async Task<int> DatedAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Articles.CountAsync(a => a.Day != null && a.State == ArticleState.Live, cancellation);
    }

    /// <summary>
    /// Undated articles that nobody has looked at since they changed, those last looked at when the corpus had a tenth fewer dated articles (so that each is looked at again a logarithmic
    /// number of times while the corpus grows), and those that share a person of few articles with one dated since a revision.
    /// </summary>
    public async Task<IReadOnlyList<long>> PendingAsync(int dated, long since, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var undated = db.Articles.Where(a => a.Day == null && a.State == ArticleState.Live);
        var grown = (int)(dated / 1.1);
        var pending = await undated.Where(a => a.Estimate == null || a.Estimate.Revision < a.Revision || a.Estimate.DatedArticles < grown || a.Estimate.DatedArticles > dated * 2)
            .Select(a => a.Id).ToListAsync(cancellation);
        var changed = db.Articles.Where(a => a.Revision > since && a.Day != null && a.State == ArticleState.Live).Select(a => a.Id);
        var people = await db.ArticlePeople.Where(p => changed.Contains(p.ArticleId) && p.Role <= MentionRole.Quoted).Select(p => p.PersonId).Distinct().Take(MostPeople).ToListAsync(cancellation);
        var rare = (await CountsAsync(db, people, cancellation)).Where(c => c.Value <= FewArticles).Select(c => c.Key).ToList();
        var touched = await db.ArticlePeople.Where(p => rare.Contains(p.PersonId) && p.Role <= MentionRole.Quoted && undated.Any(a => a.Id == p.ArticleId))
            .Select(p => p.ArticleId).Distinct().OrderByDescending(id => id).Take(MostTouched).ToListAsync(cancellation);
        return [.. pending.Union(touched).Order()];
    }

    /// <summary>Undated articles with corrections, in force or taken back, that have changed since a revision and were not looked at in this state.</summary>
    public async Task<IReadOnlyList<long>> EditedAsync(long since, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Articles
            .Where(a => a.Revision > since && a.Day == null && a.State == ArticleState.Live && (a.Estimate == null || a.Estimate.Revision < a.Revision) && db.Corrections.Any(c => c.ArticleId == a.Id))
            .Select(a => a.Id).ToListAsync(cancellation);
    }

    /// <summary>Months of the corpus's dated articles, and how many each has: the first day of each.</summary>
    public async Task<IReadOnlyList<(DateOnly Month, int Articles)>> MonthsAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var months = await db.Articles.Where(a => a.Day != null && a.DatePrecision < DatePrecision.Year && a.State == ArticleState.Live)
            .GroupBy(a => new { a.Day!.Value.Year, a.Day.Value.Month }).Select(g => new { g.Key.Year, g.Key.Month, Count = g.Count() }).ToListAsync(cancellation);
        return [.. months.Select(m => (new DateOnly(m.Year, m.Month, 1), m.Count)).Order()];
    }

    /// <summary>The articles with what other articles tell about their time. Those that are gone or dated meanwhile are left out.</summary>
    /// <param name="known">What was read for other articles.</param>
    internal async Task<IReadOnlyList<UndatedArticle>> ReadAsync(IReadOnlyCollection<long> ids, NamingCache known, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var articles = await db.Articles.Where(a => ids.Contains(a.Id) && a.Day == null && a.State == ArticleState.Live).Include(a => a.Body).ToListAsync(cancellation);
        var people = (await db.ArticlePeople.Where(p => ids.Contains(p.ArticleId) && p.Role <= MentionRole.Quoted && !p.Person!.IsPartial)
            .Select(p => new { p.ArticleId, p.PersonId, p.Person!.Name, p.Office }).ToListAsync(cancellation)).ToLookup(p => p.ArticleId);
        var named = people.SelectMany(p => p).Select(p => p.PersonId).ToHashSet();
        var namings = known.Of(named);
        var missing = named.Where(id => !namings.ContainsKey(id)).ToList();
        if (missing.Count > 0)
        {
            var counts = await CountsAsync(db, missing, cancellation);
            var telling = counts.Where(c => c.Value is > 1 and <= MostArticles).Select(c => c.Key).ToList();
            var read = (await db.ArticlePeople.Where(p => telling.Contains(p.PersonId) && p.Role <= MentionRole.Quoted)
                .Join(Dated(db), p => p.ArticleId, a => a.Id, (p, a) => new { p.PersonId, p.ArticleId, a.Day, p.Office }).ToListAsync(cancellation))
                .ToLookup(n => n.PersonId, n => new DatedNaming(n.ArticleId, n.Day!.Value, known.Same(n.Office)));
            foreach (var id in missing)
                namings.Add(id, (counts.GetValueOrDefault(id), [.. read[id].DistinctBy(n => n.ArticleId)]));
            known.Add(missing.Select(id => (id, namings[id])));
        }
        var hashes = articles.Select(a => a.TextHash).Distinct(StringComparer.Ordinal).ToList();
        var copies = (await Dated(db).Where(a => hashes.Contains(a.TextHash)).Select(a => new { a.TextHash, a.Day }).ToListAsync(cancellation)).ToLookup(a => a.TextHash, a => a.Day!.Value, StringComparer.Ordinal);
        return [.. articles.Select(a => new UndatedArticle
        {
            Id = a.Id,
            Revision = a.Revision,
            Content = new ArticleContent(a.Body!.Text, a.Body.Details.Blocks, a.Body.Details.Spans),
            CopyDays = [.. copies[a.TextHash].Order()],
            People = [.. people[a.Id].GroupBy(p => p.PersonId).Where(g => namings.TryGetValue(g.Key, out var told) && told.Dated.Count > 0).Select(g => new SharedPerson(
                g.First().Name, g.Select(p => p.Office).FirstOrDefault(o => o is not null), namings[g.Key].Articles, namings[g.Key].Dated))],
        })];
    }

    /// <summary>Writes what was worked out. An article whose estimate changes takes the next revision; one that changed or was dated meanwhile is left to the next look.</summary>
    /// <param name="estimates">By article and the revision that was looked at; null where the clues did not suffice.</param>
    /// <param name="dated">Dated articles of the corpus.</param>
    public async Task WriteAsync(IReadOnlyCollection<(long Id, long Revision, DateEstimate? Estimate)> estimates, int dated, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var numbers = new SequenceBlock(db);
        await numbers.LoadAsync(cancellation);
        var ids = estimates.Select(e => e.Id).ToList();
        var rows = await db.Articles.Where(a => ids.Contains(a.Id) && a.Day == null).Include(a => a.Estimate).ToDictionaryAsync(a => a.Id, cancellation);
        foreach (var (id, revision, estimate) in estimates)
        {
            if (!rows.TryGetValue(id, out var row) || row.Revision != revision)
                continue;
            var known = row.Estimate ??= new ArticleEstimate { ArticleId = row.Id };
            var reasons = estimate is null ? "" : string.Join('\n', estimate.Reasons);
            if (known.From != estimate?.From || known.To != estimate?.To || known.Reasons != reasons)
                row.Revision = numbers.Next(Sequence.Revision);
            (known.From, known.To, known.Reasons, known.Revision, known.DatedArticles) = (estimate?.From, estimate?.To, reasons, row.Revision, dated);
        }
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static IQueryable<Article> Dated(CorpusDbContext db) => db.Articles.Where(a => a.Day != null && a.DatePrecision <= DatePrecision.Day && a.State == ArticleState.Live);

    /// <summary>In how many articles each of the people appears.</summary>
    private static Task<Dictionary<int, int>> CountsAsync(CorpusDbContext db, List<int> people, CancellationToken cancellation) =>
        db.ArticlePeople.Where(p => people.Contains(p.PersonId) && p.Role <= MentionRole.Quoted).GroupBy(p => p.PersonId)
            .Select(g => new { g.Key, Count = g.Select(p => p.ArticleId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
}
