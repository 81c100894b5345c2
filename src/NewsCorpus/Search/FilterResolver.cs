using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search.Index;
using NewsCorpus.Store;
using NewsCorpus.Store.Identities;

namespace NewsCorpus.Search;

/// <summary>Finds what the filters of a request name: by slug, else by id.</summary>
internal static class FilterResolver
{
    public static async Task<ResolvedFilters> ResolveAsync(CorpusDbContext context, SearchRequest request, CancellationToken ct) => new(
        await ResolvePeopleAsync(context, request.People, ct),
        await ResolvePeopleAsync(context, request.Speakers, ct),
        await ResolveOutletsAsync(context, request.Outlets, ct),
        [.. request.Agencies.Select(Unknown)],
        await ResolveAsync(NamedRow.Tags(context), request.Tags, ct),
        [.. request.Languages.Select(ResolveLanguage)],
        [.. request.Months.Select(m => SearchMonths.Read(m.Value) is { } month ? new ResolvedFilter(m, month) : Unknown(m))]);

    /// <summary>A person who was renamed is found by the slug of before too; a name that was merged, or that means somebody else wherever it stands, is the person as whom it is shown.</summary>
    public static async Task<IReadOnlyList<ResolvedFilter>> ResolvePeopleAsync(CorpusDbContext context, IReadOnlyList<FilterValue> values, CancellationToken ct)
    {
        var resolved = new List<ResolvedFilter>();
        foreach (var filter in await ResolveAsync(NamedRow.People(context), values, ct))
        {
            var row = filter.IsKnown
                ? await NamedRow.People(context).FirstOrDefaultAsync(p => p.Id == filter.Target.Id, ct)
                : await NamedRow.People(context).OrderBy(p => p.Id).FirstOrDefaultAsync(p => p.FormerSlug == filter.Value.Value, ct);
            if (row is { MergedIntoId: null } && await PersonMeant.OfAsync(context, row.Id, ct) is { } meant)
                row = await NamedRow.People(context).FirstAsync(p => p.Id == meant, ct);
            resolved.Add(await ShownAsync(NamedRow.People(context), filter, row, ct));
        }
        return resolved;
    }

    private static ResolvedFilter ResolveLanguage(FilterValue value) =>
        LanguageCodes.Read(value.Value) is { } code ? new(value, new NamedRef(LanguageCodes.Number(code), LanguageCodes.NameOf(code), code)) : Unknown(value);

    /// <summary>Agencies are known by name alone, and those that there are by the index.</summary>
    public static ResolvedFilters WithAgencies(ResolvedFilters filters, AgencyTable agencies) => filters with
    {
        Agencies = [.. filters.Agencies.Select(f => Array.FindIndex(agencies.Names, 1, name => NameKey.Slug(name) == NameKey.Slug(f.Value.Value)) is > 0 and var id ? f with { Target = Ref(agencies, id) } : f)],
    };

    public static NamedRef Ref(AgencyTable agencies, int id) => new(id, agencies.Names[id], NameKey.Slug(agencies.Names[id]));

    private static ResolvedFilter Unknown(FilterValue value) => new(value, new NamedRef(0, value.Value, value.Value));

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
                (found.Find(t => t.Slug == v.Value) ?? found.Find(t => t.Id == Id(v.Value)))?.ToRef() ?? Unknown(v).Target)),
        ];
    }

    /// <summary>An outlet that was renamed is found by its former slugs too; one that was merged stands for the outlet that shows its articles.</summary>
    private static async Task<IReadOnlyList<ResolvedFilter>> ResolveOutletsAsync(CorpusDbContext context, IReadOnlyList<FilterValue> values, CancellationToken ct)
    {
        var resolved = new List<ResolvedFilter>();
        foreach (var filter in await ResolveAsync(NamedRow.Outlets(context), values, ct))
        {
            var id = filter.IsKnown ? filter.Target.Id
                : await context.OutletAliases.Where(a => a.Kind == OutletAliasKind.Slug && a.Key == filter.Value.Value).Select(a => a.OutletId).FirstOrDefaultAsync(ct);
            var row = await NamedRow.Outlets(context).FirstOrDefaultAsync(o => o.Id == id, ct);
            resolved.Add(await ShownAsync(NamedRow.Outlets(context), filter, row, ct));
        }
        return resolved;
    }

    private static async Task<ResolvedFilter> ShownAsync(IQueryable<NamedRow> rows, ResolvedFilter filter, NamedRow? row, CancellationToken ct)
    {
        while (row?.MergedIntoId is { } target)
            row = await rows.FirstAsync(r => r.Id == target, ct);
        return row is null ? filter : filter with { Target = row.ToRef() };
    }

    private static int Id(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
