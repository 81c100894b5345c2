using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Presentation;

/// <summary>How often a person is named in one month, and how often as the one who speaks.</summary>
/// <param name="Month">"2026-01"; null for undated articles.</param>
/// <param name="Mentions">Places in the texts that name the person, those as a speaker too.</param>
/// <param name="Quoted">Of the mentions, those as a speaker.</param>
public sealed record MonthActivity(string? Month, int Articles, int Mentions, int Quoted);

/// <summary>The same for one outlet.</summary>
/// <param name="Outlet">Null for articles whose outlet is not known.</param>
public sealed record OutletActivity(NamedRef? Outlet, int Articles, int Mentions, int Quoted);

/// <summary>In how many articles a person has a role.</summary>
public sealed record RoleCount(MentionRole Role, int Articles);

/// <summary>What live articles make of a person, over time and by outlet; the roles kept apart.</summary>
/// <param name="Months">In order, the undated last; months without an article are left out.</param>
/// <param name="Outlets">The most articles first.</param>
/// <param name="Roles">Those that the person has.</param>
public sealed record PersonActivity(IReadOnlyList<MonthActivity> Months, IReadOnlyList<OutletActivity> Outlets, IReadOnlyList<RoleCount> Roles)
{
    public int Quoted => Months.Sum(m => m.Quoted);

    public int Mentions => Months.Sum(m => m.Mentions);

    public static async Task<PersonActivity> ReadAsync(CorpusDbContext db, int person, CancellationToken cancellationToken)
    {
        var rows = db.ArticlePeople.Where(p => p.PersonId == person)
            .Join(db.Articles.Where(a => a.State == ArticleState.Live), p => p.ArticleId, a => a.Id, (p, a) => new { p.ArticleId, p.Role, p.Mentions, Year = (int?)a.Day!.Value.Year, Month = (int?)a.Day!.Value.Month, a.OutletId, a.DatePrecision });
        var roles = await rows.GroupBy(r => r.Role).Select(g => new { g.Key, Articles = g.Select(r => r.ArticleId).Distinct().Count() }).ToListAsync(cancellationToken);
        // An article in which the person speaks has two rows, which are one article.
        var groups = await rows.Where(r => r.Role <= MentionRole.Quoted)
            .GroupBy(r => new { r.Year, r.Month, r.OutletId, IsYear = r.DatePrecision == DatePrecision.Year })
            .Select(g => new
            {
                g.Key,
                Articles = g.Select(r => r.ArticleId).Distinct().Count(),
                Mentions = g.Sum(r => r.Mentions),
                Quoted = g.Sum(r => r.Role == MentionRole.Quoted ? r.Mentions : 0),
            })
            .ToListAsync(cancellationToken);
        var ids = groups.Select(g => g.Key.OutletId).OfType<int>().Distinct().ToList();
        var outlets = await db.Outlets.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => new NamedRef(o.Id, o.Name, o.Slug), cancellationToken);
        return new PersonActivity(
            [.. groups.GroupBy(g => g.Key.Year is { } year ? g.Key.IsYear ? $"{year:0000}" : $"{year:0000}-{g.Key.Month:00}" : null, StringComparer.Ordinal)
                .Select(m => new MonthActivity(m.Key, m.Sum(g => g.Articles), m.Sum(g => g.Mentions), m.Sum(g => g.Quoted)))
                .OrderBy(m => m.Month is null).ThenBy(m => m.Month, StringComparer.Ordinal)],
            [.. groups.GroupBy(g => g.Key.OutletId)
                .Select(o => new OutletActivity(o.Key is { } id ? outlets[id] : null, o.Sum(g => g.Articles), o.Sum(g => g.Mentions), o.Sum(g => g.Quoted)))
                .OrderByDescending(o => o.Articles).ThenBy(o => o.Outlet?.Name, StringComparer.OrdinalIgnoreCase)],
            [.. roles.OrderBy(r => r.Key).Select(r => new RoleCount(r.Key, r.Articles))]);
    }
}
