using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search.Index;
using NewsCorpus.Store;

namespace NewsCorpus.Search.Suggestions;

/// <summary>The names that can be suggested at one revision of the index.</summary>
internal sealed record SuggestionTables(long Revision, Guid BuildId, NameTable People, NameTable Outlets, NameTable Tags)
{
    /// <summary>Names of a kind that are held; of more people than that the rarest are looked up in the database.</summary>
    private const int Most = 50_000;

    /// <summary>Ids in one query of the database.</summary>
    private const int Portion = 5_000;

    /// <summary>True where all people of the corpus are in the table.</summary>
    public bool HasAllPeople { get; private init; }

    public static async Task<SuggestionTables> LoadAsync(CorpusDbContext context, IndexSnapshot snapshot, CancellationToken ct)
    {
        var counts = CorpusCounts.Of(snapshot);
        return new(
            snapshot.Format.Revision,
            snapshot.Format.BuildId,
            await LoadAsync(NamedRow.People(context), counts.People, ct),
            await LoadAsync(NamedRow.Outlets(context), counts.Outlets, ct),
            await LoadAsync(NamedRow.Tags(context), counts.Tags, ct))
        {
            HasAllPeople = counts.People.Count(c => c > 0) <= Most,
        };
    }

    private static async Task<NameTable> LoadAsync(IQueryable<NamedRow> names, int[] counts, CancellationToken ct)
    {
        // Slot 0 is "none".
        var ids = Enumerable.Range(1, Math.Max(0, counts.Length - 1)).Where(id => counts[id] > 0).OrderByDescending(id => counts[id]).ThenBy(id => id).Take(Most).ToList();
        var entries = new List<NameEntry>(ids.Count);
        foreach (var portion in ids.Chunk(Portion))
            entries.AddRange((await names.Where(n => portion.Contains(n.Id)).ToListAsync(ct)).Select(n => new NameEntry(n.Id, n.Name, n.Slug, " " + NameKey.Of(n.Name), counts[n.Id])));
        return new NameTable([.. entries.OrderByDescending(e => e.Articles).ThenBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.Id)]);
    }
}
