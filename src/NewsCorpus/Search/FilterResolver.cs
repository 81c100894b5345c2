using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;

namespace NewsCorpus.Search;

/// <summary>Finds what the filters of a request name: by slug, else by id.</summary>
internal static class FilterResolver
{
    public static async Task<ResolvedFilters> ResolveAsync(CorpusDbContext context, SearchRequest request, CancellationToken ct) => new(
        await ResolveAsync(NamedRow.People(context), request.People, ct),
        await ResolveAsync(NamedRow.Outlets(context), request.Outlets, ct),
        await ResolveAsync(NamedRow.Tags(context), request.Tags, ct));

    private static async Task<IReadOnlyList<ResolvedFilter>> ResolveAsync(IQueryable<NamedRow> targets, IReadOnlyList<FilterValue> values, CancellationToken ct)
    {
        if (values.Count == 0)
            return [];
        var slugs = values.Select(v => v.Value).Distinct(StringComparer.Ordinal).ToList();
        var ids = slugs.Select(Id).Where(id => id > 0).ToList();
        var found = await targets.Where(t => slugs.Contains(t.Slug) || ids.Contains(t.Id)).ToListAsync(ct);
        return
        [
            .. values.Select(v => new ResolvedFilter(v,
                (found.Find(t => t.Slug == v.Value) ?? found.Find(t => t.Id == Id(v.Value)))?.ToRef() ?? new NamedRef(0, v.Value, v.Value))),
        ];
    }

    private static int Id(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
