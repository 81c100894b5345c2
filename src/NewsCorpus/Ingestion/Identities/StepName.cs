using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion.Identities;

/// <summary>A name of an article that is looked at.</summary>
/// <param name="NamedId">The name as the rules read it.</param>
/// <param name="PersonId">The person as whom it is shown.</param>
/// <param name="Name">Of the person.</param>
/// <param name="SurnameKey">Of the name where it is a partial one, else of the person.</param>
/// <param name="Day">Of the article; null where no more than its year is known.</param>
internal sealed record StepName(long ArticleId, int NamedId, int PersonId, string Name, string SurnameKey, bool IsPartial, string? Office, int? Year, DateOnly? Day, int? OutletId)
{
    /// <summary>The names that stand in some rows, each once in an article. Names that an editor said are nobody's are not among them, nor articles that are set aside.</summary>
    public static async Task<List<StepName>> ReadAsync(CorpusDbContext db, IQueryable<ArticlePerson> rows, CancellationToken cancellation)
    {
        var found = await rows.Where(p => p.Role <= MentionRole.Quoted)
            .Join(db.Articles.Where(a => a.State == ArticleState.Live), p => p.ArticleId, a => a.Id, (p, a) => new
            {
                p.ArticleId,
                p.PersonId,
                p.NamedPersonId,
                p.Person!.Name,
                p.Person.SurnameKey,
                p.Person.IsPartial,
                p.Office,
                a.Day,
                a.DatePrecision,
                a.OutletId,
            }).ToListAsync(cancellation);
        var elsewhere = found.Select(p => p.NamedPersonId).Where(id => id != 0).Distinct().ToList();
        var partial = elsewhere.Count == 0 ? [] : await db.People.Where(p => elsewhere.Contains(p.Id) && p.IsPartial).ToDictionaryAsync(p => p.Id, p => p.SurnameKey, cancellation);
        return [.. found
            .Select(p => new StepName(
                p.ArticleId, p.NamedPersonId == 0 ? p.PersonId : p.NamedPersonId, p.PersonId, p.Name, partial.GetValueOrDefault(p.NamedPersonId, p.SurnameKey),
                p.NamedPersonId == 0 ? p.IsPartial : partial.ContainsKey(p.NamedPersonId), p.Office, p.Day?.Year, p.DatePrecision == DatePrecision.Year ? null : p.Day, p.OutletId))
            .OrderBy(n => n.Office is null).DistinctBy(n => (n.ArticleId, n.NamedId))];
    }
}
