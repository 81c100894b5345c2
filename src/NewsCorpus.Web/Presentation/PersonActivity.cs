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

/// <summary>A title or apposition seen with a name, in how many articles, and when.</summary>
/// <param name="First">Day of the earliest dated article that has it; null where none is dated.</param>
/// <param name="Last">Day of the latest.</param>
public sealed record OfficeCount(string Office, int Articles, DateOnly? First = null, DateOnly? Last = null);

/// <summary>What live articles make of a person, over time and by outlet; the roles kept apart.</summary>
/// <param name="Months">In order, the undated last; months without an article are left out.</param>
/// <param name="Outlets">The most articles first.</param>
/// <param name="Roles">Those that the person has.</param>
/// <param name="Offices">The most articles first.</param>
/// <param name="Made">Articles that carry the person's byline or credit; they are not about the person.</param>
public sealed record PersonActivity(IReadOnlyList<MonthActivity> Months, IReadOnlyList<OutletActivity> Outlets, IReadOnlyList<RoleCount> Roles, IReadOnlyList<OfficeCount> Offices, int Made)
{
    public int Quoted => Months.Sum(m => m.Quoted);

    public int Mentions => Months.Sum(m => m.Mentions);

    /// <summary>
    /// Reads every row of the person once and counts here: SQLite sorts anew for each count of distinct articles, which took seconds for a person of 200,000 articles.
    /// </summary>
    public static async Task<PersonActivity> ReadAsync(CorpusDbContext db, int person, CancellationToken cancellationToken)
    {
        var rows = await db.ArticlePeople.Where(p => p.PersonId == person)
            .Join(db.Articles.Where(a => a.State == ArticleState.Live), p => p.ArticleId, a => a.Id, (p, a) => new Row(p.ArticleId, p.Role, p.Mentions, p.Office, a.Day, a.DatePrecision, a.OutletId))
            .ToListAsync(cancellationToken);
        var named = rows.Where(r => r.Role <= MentionRole.Quoted).ToList();
        var ids = named.Select(r => r.OutletId).OfType<int>().Distinct().ToList();
        var known = await db.Outlets.AsNoTracking().Where(o => ids.Contains(o.Id))
            .ToDictionaryAsync(o => o.Id, o => new NamedRef(o.Id, o.Name, o.Slug), cancellationToken);
        return new PersonActivity(
            [.. named.GroupBy(r => r.Month)
                .Select(m => new MonthActivity(m.Key.Name, Articles(m), m.Sum(r => r.Mentions), m.Sum(r => r.Quoted)))
                .OrderBy(m => m.Month is null).ThenBy(m => m.Month, StringComparer.Ordinal)],
            [.. named.GroupBy(r => r.OutletId)
                .Select(o => new OutletActivity(o.Key is { } id ? known[id] : null, Articles(o), o.Sum(r => r.Mentions), o.Sum(r => r.Quoted)))
                .OrderByDescending(o => o.Articles).ThenBy(o => o.Outlet?.Name, StringComparer.OrdinalIgnoreCase)],
            [.. rows.GroupBy(r => r.Role).OrderBy(r => r.Key).Select(r => new RoleCount(r.Key, Articles(r)))],
            [.. rows.Where(r => r.Office is not null).GroupBy(r => r.Office!.TrimEnd('.'), StringComparer.OrdinalIgnoreCase)
                .Select(o => new OfficeCount(Spelling(o), Articles(o), o.Min(r => r.Day), o.Max(r => r.Day)))
                .OrderByDescending(o => o.Articles).ThenBy(o => o.Office, StringComparer.Ordinal)],
            Articles(rows.Where(r => r.Role > MentionRole.Quoted)));
    }

    /// <summary>An article in which the person speaks has two rows, and one more for each spelling, which are one article.</summary>
    private static int Articles(IEnumerable<Row> rows) => rows.Select(r => r.Article).ToHashSet().Count;

    /// <summary>"Deputy Mayor" and "deputy mayor" are one office, in the spelling that most articles have.</summary>
    private static string Spelling(IEnumerable<Row> rows) => rows.GroupBy(r => r.Office!, StringComparer.Ordinal).OrderByDescending(Articles).ThenBy(o => o.Key, StringComparer.Ordinal).First().Key;

    private readonly record struct Row(long Article, MentionRole Role, int Mentions, string? Office, DateOnly? Day, DatePrecision Precision, int? OutletId)
    {
        public int Quoted => Role == MentionRole.Quoted ? Mentions : 0;

        public Period Month => Day is { } day ? new Period(day.Year, Precision == DatePrecision.Year ? 0 : day.Month) : default;
    }

    /// <summary>A month; a year where <paramref name="Month"/> is 0, undated where <paramref name="Year"/> is.</summary>
    private readonly record struct Period(int Year, int Month)
    {
        public string? Name => Year == 0 ? null : Month == 0 ? $"{Year:0000}" : $"{Year:0000}-{Month:00}";
    }
}
