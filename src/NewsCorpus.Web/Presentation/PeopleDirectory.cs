using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
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

/// <summary>The people who appear in live articles; those known only from bylines and credits are not listed.</summary>
public static class PeopleDirectory
{
    public static async Task<DirectoryPage> ListAsync(CorpusDbContext db, string? filter, string? letter, DirectorySort sort, int page, int size, CancellationToken cancellationToken)
    {
        var people = db.People.AsNoTracking();
        foreach (var word in NameKey.Of(filter ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            people = people.Where(p => p.Key.Contains(word));
        if (!string.IsNullOrEmpty(letter))
            people = people.Where(p => p.SurnameKey.StartsWith(letter));

        var counted = people
            .Select(p => new
            {
                Person = p,
                Articles = db.ArticlePeople
                    .Where(a => a.PersonId == p.Id && a.Role <= MentionRole.Quoted && db.Articles.Any(x => x.Id == a.ArticleId && x.State == ArticleState.Live))
                    .Select(a => a.ArticleId).Distinct().Count(),
            })
            .Where(p => p.Articles > 0);
        var total = await counted.CountAsync(cancellationToken);
        var ordered = sort == DirectorySort.Name
            ? counted.OrderBy(p => p.Person.SurnameKey).ThenBy(p => p.Person.Key)
            : counted.OrderByDescending(p => p.Articles).ThenBy(p => p.Person.SurnameKey).ThenBy(p => p.Person.Key);
        var entries = await ordered.Skip((page - 1) * size).Take(size)
            .Select(p => new DirectoryEntry(p.Person.Id, p.Person.Name, p.Person.Slug, null, p.Articles))
            .ToListAsync(cancellationToken);
        return new DirectoryPage(entries, total, page, size);
    }

    /// <summary>First letters of the surnames, folded, in order.</summary>
    public static async Task<IReadOnlyList<string>> LettersAsync(CorpusDbContext db, CancellationToken cancellationToken) =>
        await db.People.AsNoTracking()
            .Where(p => p.SurnameKey != "" && db.ArticlePeople.Any(a => a.PersonId == p.Id && a.Role <= MentionRole.Quoted))
            .Select(p => p.SurnameKey.Substring(0, 1)).Distinct().OrderBy(l => l).ToListAsync(cancellationToken);
}
