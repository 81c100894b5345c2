using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search.Index;
using NewsCorpus.Store;

namespace NewsCorpus.Search;

/// <summary>Turns counts by id into facets with names.</summary>
internal static class FacetReader
{
    /// <summary>One page of all values of a facet, the most frequent first; of months the latest.</summary>
    /// <param name="filter">Words that must be in the name, or null.</param>
    public static async Task<FacetPage> ReadPageAsync(CorpusDbContext context, HitCounts counts, AgencyTable agencies, Facet facet, string? filter, int page, int size, CancellationToken ct)
    {
        var words = NameKey.Of(filter ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var skip = (int)Math.Min((page - 1L) * size, int.MaxValue);
        if (facet is Facet.Agencies or Facet.Languages or Facet.Months)
        {
            var all = facet switch
            {
                Facet.Languages => ReadLanguages(counts.Languages),
                Facet.Months => [.. ReadMonths(counts.Slots, counts.Months).Select(m => m.Value).Reverse()],
                _ => Read(counts.Agencies, [], counts.Agencies.Length, id => FilterResolver.Ref(agencies, id)),
            };
            var named = all.Where(v => words.All(w => NameKey.Of(v.Name).Contains(w, StringComparison.Ordinal))).ToList();
            return new FacetPage(facet, [.. named.Skip(skip).Take(size)], named.Count, page, size);
        }
        var (numbers, names) = facet switch
        {
            Facet.People => (counts.People, NamedRow.People(context)),
            Facet.Speakers => (counts.Speakers, NamedRow.People(context)),
            Facet.Outlets => (counts.Outlets, NamedRow.Outlets(context)),
            _ => (counts.Tags, NamedRow.Tags(context)),
        };
        var ids = words.Length == 0 ? Enumerable.Range(1, numbers.Length - 1) : await Named(names, words).Select(n => n.Id).ToListAsync(ct);
        var found = ids.Where(id => id < numbers.Length && numbers[id] > 0).OrderByDescending(id => numbers[id]).ThenBy(id => id).ToList();
        var shown = found.Skip(skip).Take(size).ToList();
        return new FacetPage(facet, Ordered((await names.Where(n => shown.Contains(n.Id)).ToListAsync(ct)).Select(n => n.ToRef()), numbers), found.Count, page, size);
    }

    private static IQueryable<NamedRow> Named(IQueryable<NamedRow> names, string[] words)
    {
        foreach (var word in words)
            names = names.Where(n => n.Key.Contains(word));
        return names;
    }

    public static async Task<SearchFacets> ReadAsync(CorpusDbContext context, HitCounts counts, AgencyTable agencies, ResolvedFilters filters, FacetSizes sizes, CancellationToken ct) => new()
    {
        People = await ReadAsync(PageQueries.Of(context).PersonNames, context, counts.People, filters.People, sizes.People, ct),
        Speakers = await ReadAsync(PageQueries.Of(context).PersonNames, context, counts.Speakers, filters.Speakers, sizes.Speakers, ct),
        Outlets = await ReadAsync(PageQueries.Of(context).OutletNames, context, counts.Outlets, filters.Outlets, sizes.Outlets, ct),
        Agencies = Read(counts.Agencies, filters.Agencies, sizes.Agencies, id => FilterResolver.Ref(agencies, id)),
        Tags = await ReadAsync(PageQueries.Of(context).TagNames, context, counts.Tags, filters.Tags, sizes.Tags, ct),
        Languages = ReadLanguages(counts.Languages),
        Months = ReadMonths(counts.Slots, counts.Months),
        Undated = counts.Undated,
    };

    private static async Task<IReadOnlyList<FacetValue>> ReadAsync(Func<CorpusDbContext, List<int>, IAsyncEnumerable<NamedRef>> names, CorpusDbContext context, int[] counts, IReadOnlyList<ResolvedFilter> chosen, int size, CancellationToken ct)
    {
        var ids = Top(counts, chosen, size);
        if (ids.Count == 0)
            return [];
        return Ordered(await names(context, ids).ToListAsync(ct), counts);
    }

    private static List<FacetValue> Read(int[] counts, IReadOnlyList<ResolvedFilter> chosen, int size, Func<int, NamedRef> name) => Ordered(Top(counts, chosen, size).Select(name), counts);

    /// <summary>The most frequent ids, and those that are chosen.</summary>
    private static List<int> Top(int[] counts, IReadOnlyList<ResolvedFilter> chosen, int size)
    {
        var top = new PriorityQueue<int, (int Count, int Id)>();
        // Slot 0 is "none".
        for (var id = 1; id < counts.Length; id++)
        {
            if (counts[id] == 0)
                continue;
            if (top.Count < size)
                top.Enqueue(id, (counts[id], -id));
            else if (size > 0)
                top.EnqueueDequeue(id, (counts[id], -id));
        }
        return [.. top.UnorderedItems.Select(i => i.Element).Union(chosen.Where(c => c.IsKnown).Select(c => c.Target.Id))];
    }

    private static List<FacetValue> ReadLanguages(int[] counts)
    {
        var languages = new List<FacetValue>();
        for (var number = 1; number < counts.Length; number++)
        {
            if (counts[number] > 0 && LanguageCodes.OfNumber(number) is { } code)
                languages.Add(new FacetValue(number, LanguageCodes.NameOf(code), code, counts[number]));
        }
        return [.. languages.OrderByDescending(l => l.Count).ThenBy(l => l.Name, StringComparer.Ordinal)];
    }

    private static List<FacetValue> Ordered(IEnumerable<NamedRef> named, int[] counts) =>
    [
        .. named.Select(n => new FacetValue(n.Id, n.Name, n.Slug, n.Id < counts.Length ? counts[n.Id] : 0))
            .OrderByDescending(v => v.Count).ThenBy(v => v.Name, StringComparer.OrdinalIgnoreCase).ThenBy(v => v.Id),
    ];

    private static List<MonthCount> ReadMonths(TimeSlots slots, int[] counts) => [.. slots.ReadMonths(counts).Select(m => new MonthCount(SearchMonths.Write(m.Month), m.Count))];
}
