using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Presentation;

public enum DirectorySort
{
    /// <summary>Most articles first.</summary>
    Articles = 0,
    Name = 1,
}

/// <summary>A person or outlet and the number of live articles.</summary>
public sealed record DirectoryEntry(int Id, string Name, string Slug, string? Domain, int Articles);

/// <summary>One page of a directory.</summary>
/// <param name="Total">Entries on all pages.</param>
public sealed record DirectoryPage(IReadOnlyList<DirectoryEntry> Entries, int Total, int Page, int Size)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}

/// <summary>
/// The people who appear in live articles; those known only from bylines and credits are not listed. How many articles name them is counted by the index, names come from the database: in a large corpus counting
/// rows for everybody would take seconds. Safe for threads.
/// </summary>
public sealed class PeopleDirectory(IDbContextFactory<CorpusDbContext> contexts, ArticleSearch search)
{
    private readonly ConditionalWeakTable<int[], IReadOnlyList<string>> _letters = [];

    public async Task<DirectoryPage> ListAsync(string? filter, string? letter, DirectorySort sort, int page, int size, CancellationToken cancellationToken)
    {
        var counts = search.CountPeople();
        var words = NameKey.Of(filter ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var people = Shown(db);
        foreach (var word in words)
            people = people.Where(p => p.Key.Contains(word) || p.Name.Contains(word) || db.People.Any(n => n.MergedIntoId == p.Id && n.Key.Contains(word)));
        if (!string.IsNullOrEmpty(letter))
            people = people.Where(p => p.SurnameKey.StartsWith(letter));

        // Who is asked for by nothing but the number of articles needs no names but those of the page.
        var ids = words.Length == 0 && string.IsNullOrEmpty(letter) && sort == DirectorySort.Articles
            ? [.. Enumerable.Range(1, Math.Max(0, counts.Length - 1)).Where(id => counts[id] > 0)]
            : await people.OrderBy(p => p.SurnameKey).ThenBy(p => p.Key).Select(p => p.Id).ToListAsync(cancellationToken);
        ids.RemoveAll(id => id >= counts.Length || counts[id] == 0);
        var ordered = sort == DirectorySort.Name ? ids : [.. ids.OrderByDescending(id => counts[id])];
        var shown = ordered.Skip((page - 1) * size).Take(size).ToList();
        var names = await Shown(db).Where(p => shown.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        return new DirectoryPage([.. shown.Select(names.GetValueOrDefault).OfType<Person>().Select(p => new DirectoryEntry(p.Id, p.Name, p.Slug, null, counts[p.Id]))], ids.Count, page, size);
    }

    /// <summary>First letters of the surnames, folded, in order.</summary>
    public async Task<IReadOnlyList<string>> LettersAsync(CancellationToken cancellationToken)
    {
        var counts = search.CountPeople();
        if (_letters.TryGetValue(counts, out var known))
            return known;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var letters = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var person in Shown(db).Where(p => p.SurnameKey != "").Select(p => new { p.Id, Letter = p.SurnameKey.Substring(0, 1) }).AsAsyncEnumerable().WithCancellation(cancellationToken))
            if (person.Id < counts.Length && counts[person.Id] > 0)
                letters.Add(person.Letter);
        _letters.AddOrUpdate(counts, [.. letters]);
        return [.. letters];
    }

    /// <summary>Those who stand for themselves: what editors have just merged the index may still count.</summary>
    private static IQueryable<Person> Shown(CorpusDbContext db) => db.People.AsNoTracking().Where(p => p.MergedIntoId == null && !p.IsNobody);
}
