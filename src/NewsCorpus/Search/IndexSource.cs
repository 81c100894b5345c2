using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search.Index;
using NewsCorpus.Store;

namespace NewsCorpus.Search;

/// <summary>What catch-up and verification read from the database.</summary>
internal sealed class IndexSource(IDbContextFactory<CorpusDbContext> contexts)
{
    /// <summary>The role of authors among contributors.</summary>
    private const string Byline = "byline";

    /// <summary>Which database this is, and the revision of its last change.</summary>
    public async Task<(Guid CorpusId, long Revision)> ReadStateAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var corpus = await context.Info.AsNoTracking().Select(i => i.CorpusId).FirstOrDefaultAsync(ct);
        var revision = await context.Articles.MaxAsync(a => (long?)a.Revision, ct) ?? 0;
        return (corpus, revision);
    }

    /// <summary>The transaction that took a revision; <see cref="Guid.Empty"/> where none is known, as before the first.</summary>
    public async Task<Guid> ReadMarkAsync(long revision, CancellationToken ct)
    {
        if (revision == 0)
            return Guid.Empty;
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.RevisionMarks.Where(m => m.Last >= revision).OrderBy(m => m.Last).Select(m => m.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>
    /// The next changes in the order of their revisions. An article that changes while it is read takes a later revision, so that a mixture of old and new never lasts.
    /// </summary>
    public async Task<IndexBatch> ReadBatchAsync(long after, long upTo, int size, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var rows = await context.Articles.Where(a => a.Revision > after && a.Revision <= upTo).OrderBy(a => a.Revision).Take(size)
            .Select(a => new
            {
                a.Id,
                a.Revision,
                a.State,
                a.Title,
                a.Day,
                a.DatePrecision,
                a.Instant,
                OutletId = a.OutletId ?? 0,
                OutletName = a.Outlet!.Name,
                a.Agency,
                a.StoryId,
                a.Language,
                a.DateKind,
                a.Estimate,
                a.WordCount,
                File = a.SourceFile!.Path,
            }).ToListAsync(ct);
        var live = rows.Where(r => r.State == ArticleState.Live).Select(r => r.Id).ToList();
        var bodies = await context.Bodies.Where(b => live.Contains(b.ArticleId)).ToDictionaryAsync(b => b.ArticleId, ct);
        var people = (await context.ArticlePeople.Where(p => live.Contains(p.ArticleId) && p.Role <= MentionRole.Quoted)
            .Select(p => new { p.ArticleId, p.PersonId, p.NamedPersonId, p.Person!.Name }).Distinct().ToListAsync(ct))
            .ToLookup(p => p.ArticleId, p => (Named: p.NamedPersonId == 0 ? p.PersonId : p.NamedPersonId, p.PersonId, p.Name));
        var tags = (await context.ArticleTags.Where(t => live.Contains(t.ArticleId))
            .Select(t => new { t.ArticleId, t.TagId, t.Tag!.Name }).ToListAsync(ct)).ToLookup(t => t.ArticleId, t => (t.TagId, t.Name));
        return new IndexBatch(
            [.. rows.Where(r => r.State == ArticleState.Live).Select(r => new IndexedArticle
            {
                Text = bodies.TryGetValue(r.Id, out var body) ? body.Text : "",
                Id = r.Id,
                Revision = r.Revision,
                Title = r.Title,
                Date = r.Day is { } day ? new ArticleDate(day, r.DatePrecision, r.Instant) : null,
                OutletId = r.OutletId,
                OutletName = r.OutletName,
                Agency = r.Agency,
                StoryId = r.StoryId,
                Language = r.Language,
                DateKind = r.DateKind,
                EstimatedDay = r.Estimate?.Estimate?.Middle,
                File = r.File,
                WordCount = r.WordCount,
                Bylines = body?.Details.Contributors.Where(c => c.Role == Byline).Select(c => c.Name).ToList() ?? [],
                Blocks = body?.Details.Blocks ?? [],
                People = [.. people[r.Id].Select(p => (p.PersonId, p.Name)).Distinct().OrderBy(p => p.PersonId)],
                Tags = [.. tags[r.Id].OrderBy(t => t.TagId)],
                Quotations = body is null ? [] : QuotationsOf(body, people[r.Id]),
            })],
            [.. rows.Where(r => r.State != ArticleState.Live).Select(r => r.Id)],
            rows.Count == 0 ? upTo : rows[^1].Revision);
    }

    private static List<IndexedQuotation> QuotationsOf(ArticleBody body, IEnumerable<(int Named, int Id, string Name)> people)
    {
        if (body.Details.Quotations.Count == 0)
            return [];
        var speakers = people.DistinctBy(p => p.Named).ToDictionary(p => p.Named);
        return [.. body.Details.Quotations.Select(q =>
        {
            var speaker = speakers.GetValueOrDefault(q.SpeakerId ?? 0);
            return new IndexedQuotation(q.Start, q.End, speaker.Id, speaker.Name, q.SpeakerText, q.IsDirect);
        })];
    }
}

/// <param name="LastRevision">Revision of the last change in the batch.</param>
internal sealed record IndexBatch(IReadOnlyList<IndexedArticle> Changed, IReadOnlyList<long> Retired, long LastRevision)
{
    public int Count => Changed.Count + Retired.Count;
}
