using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Presentation;

/// <summary>Which corrections of the log are asked for.</summary>
/// <param name="By">Name of an editor; null for all.</param>
/// <param name="Field">One of <see cref="CorrectionFields"/>; null for all.</param>
/// <param name="ActiveOnly">Only those in force or waiting for their article.</param>
public sealed record CorrectionFilter(string? By, string? Field, bool ActiveOnly)
{
    public static CorrectionFilter Read(IQueryCollection query) => new(Word(query["by"]), Word(query["field"]), query["active"].ToString() is "true" or "on" or "1");

    public string Address(string path, int page = 1) => path + QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["by"] = By,
        ["field"] = Field,
        ["active"] = ActiveOnly ? "true" : null,
        ["page"] = page > 1 ? page.ToString() : null,
    }.Where(p => p.Value is not null));

    /// <summary>The corrections, newest first.</summary>
    public IQueryable<Correction> Of(CorpusDbContext db) => db.Corrections.AsNoTracking()
        .Where(c => (By == null || c.By == By) && (Field == null || c.Field == Field) && (!ActiveOnly || c.State == CorrectionState.Active))
        .OrderByDescending(c => c.Id);

    private static string? Word(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}

/// <summary>One page of the log of corrections.</summary>
public sealed record CorrectionList(IReadOnlyList<CorrectionView> Rows, int Total)
{
    public static async Task<CorrectionList> ReadAsync(CorpusDbContext db, CorrectionFilter filter, int page, int size, CancellationToken cancellationToken)
    {
        var found = filter.Of(db);
        var total = await found.CountAsync(cancellationToken);
        var rows = await found.Skip((page - 1) * size).Take(size)
            .Select(c => new
            {
                Correction = c,
                Title = db.Articles.Where(a => a.Id == c.ArticleId).Select(a => a.Title).FirstOrDefault(),
                Outlet = db.Outlets.Where(o => o.Id == c.OutletId).Select(o => o.Name).FirstOrDefault() ?? db.People.Where(p => p.Id == c.PersonId).Select(p => p.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return new CorrectionList([.. rows.Select(r => View(r.Correction, r.Title ?? r.Outlet))], total);
    }

    private static CorrectionView View(Correction correction, string? subject) => new(
        correction,
        subject ?? correction.Path ?? "",
        correction.PersonId is { } person ? $"/admin/people/{person}" : correction.OutletId is { } outlet ? $"/admin/outlets/{outlet}" : correction.ArticleId is { } article ? $"/admin/articles/{article}" : null);
}
