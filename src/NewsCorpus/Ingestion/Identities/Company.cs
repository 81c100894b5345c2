using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Identities;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion.Identities;

/// <summary>
/// Whom a title and surname mean by the company they keep: who is named beside them here is named beside one of those who may be meant elsewhere, and beside no other of them. People whom half the corpus names tell nothing and are left out.
/// </summary>
internal sealed class Company(CorpusDbContext db)
{
    /// <summary>People of the article who must be in the other's company too: one may be chance.</summary>
    private const int FewestShared = 2;

    /// <summary>People of an article who are looked at.</summary>
    private const int MostBeside = 50;

    /// <summary>A hundredth of the corpus, but no fewer articles than the first and no more than the second: who is in more is everybody's company.</summary>
    private const int Rare = 20, Frequent = 1000;

    private int? _most;

    /// <param name="possible">All who may be meant.</param>
    /// <returns>The one who is meant, on the ground of an article that has their common company; null where there is no telling.</returns>
    public async Task<Meaning?> DecideAsync(StepName name, IReadOnlyList<Meaning> possible, CancellationToken cancellation)
    {
        var holders = possible.Select(m => m.Holder.PersonId).ToList();
        var most = _most ??= (int)Math.Clamp(await db.Articles.MaxAsync(a => (long?)a.Id, cancellation) / 100 ?? 0, Rare, Frequent);
        var beside = db.ArticlePeople.Where(p => p.ArticleId == name.ArticleId && p.Role <= MentionRole.Quoted && !p.IsHidden && !p.Person!.IsPartial && p.Person.SurnameKey != name.SurnameKey && !db.People.Any(n => n.Id == p.NamedPersonId && n.IsPartial)).Select(p => p.PersonId).Distinct().Take(MostBeside);
        var people = await db.People.Where(p => beside.Contains(p.Id)).Select(p => new { p.Id, p.Name, Articles = db.ArticlePeople.Where(a => a.PersonId == p.Id).Take(most + 1).Count() }).ToListAsync(cancellation);
        var few = people.Where(p => p.Articles <= most).ToDictionary(p => p.Id, p => p.Name);
        if (few.Count < FewestShared)
            return null;
        // From those who are in few articles to those who may be in very many, never the other way.
        var shared = await db.Database.SqlQuery<Beside>(
            $"""
            SELECT h.PersonId AS HolderId, q.PersonId AS PersonId, MIN(q.ArticleId) AS ArticleId
            FROM ArticlePeople AS q CROSS JOIN ArticlePeople AS h ON h.ArticleId = q.ArticleId
            WHERE q.PersonId IN (SELECT value FROM json_each({JsonSerializer.Serialize(few.Keys)})) AND q.ArticleId <> {name.ArticleId} AND NOT q.IsHidden
                AND h.PersonId IN (SELECT value FROM json_each({JsonSerializer.Serialize(holders)})) AND NOT h.IsHidden
                AND NOT EXISTS (SELECT 1 FROM People AS n WHERE n.Id = h.NamedPersonId AND n.IsPartial)
            GROUP BY h.PersonId, q.PersonId
            """).ToListAsync(cancellation);
        var kept = shared.GroupBy(s => s.HolderId).OrderByDescending(g => g.Count()).ToList();
        if (kept.Count == 0 || kept[0].Count() < FewestShared)
            return null;
        var meant = possible.First(m => m.Holder.PersonId == kept[0].Key);
        if (kept.Skip(1).Any(g => !meant.Holder.IsOneName(possible.First(m => m.Holder.PersonId == g.Key).Holder)))
            return null;
        var common = kept[0].OrderBy(s => s.ArticleId).ThenBy(s => s.PersonId).Take(FewestShared).ToList();
        return meant with
        {
            Seen = meant.Seen with { ArticleId = common[0].ArticleId },
            Rule = $"title and surname of somebody who is named beside {few[common[0].PersonId]} and {few[common[1].PersonId]} in other articles too",
        };
    }

    /// <summary>Somebody of the article, in another article beside one of those who may be meant.</summary>
    /// <param name="ArticleId">The first of them.</param>
    private sealed record Beside(int HolderId, int PersonId, long ArticleId);
}
