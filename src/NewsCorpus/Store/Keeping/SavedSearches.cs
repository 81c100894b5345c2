using Microsoft.EntityFrameworkCore;

namespace NewsCorpus.Store.Keeping;

/// <summary>What became of a change to what somebody keeps: the row, or what is wrong in a sentence with its remedy. Neither where there is no such thing, or it is somebody else's.</summary>
public sealed record Kept<T>(T? Value, string? Problem = null)
    where T : class;

/// <summary>Up to where somebody has seen what a saved search finds.</summary>
/// <param name="Revision">The revision of the corpus.</param>
/// <param name="Article">The largest article id then.</param>
public sealed record SeenMark(long Id, long Revision, long Article);

/// <summary>Keeps searches for people. Each method looks at what its owner has and at nobody else's. Not in the log of the corpus: what somebody looks for is their own business.</summary>
public sealed class SavedSearches(IDbContextFactory<CorpusDbContext> contexts, TimeProvider time)
{
    /// <summary>How long a removed search can be brought back.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    /// <summary>By name; or those that were removed and can be brought back, the last one first.</summary>
    public async Task<List<SavedSearch>> ListAsync(string owner, bool removed, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var mine = await db.SavedSearches.AsNoTracking().Where(s => s.Owner == owner && s.RemovedAt != null == removed).ToListAsync(ct);
        var since = time.GetUtcNow() - Grace;
        return removed
            ? [.. mine.Where(s => s.RemovedAt > since).OrderByDescending(s => s.RemovedAt).ThenBy(s => s.Id)]
            : [.. mine.OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase).ThenBy(s => s.Id)];
    }

    /// <summary>Null where there is none, or it is removed or somebody else's.</summary>
    public async Task<SavedSearch?> FindAsync(string owner, long id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.SavedSearches.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.Owner == owner && s.RemovedAt == null, ct);
    }

    /// <summary>The search of a feed, whoever owns it; null where it is removed.</summary>
    public async Task<SavedSearch?> FindFeedAsync(Guid key, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.SavedSearches.AsNoTracking().FirstOrDefaultAsync(s => s.FeedKey == key && s.RemovedAt == null, ct);
    }

    /// <param name="address">Address of the search, as it was looked at.</param>
    /// <param name="revision">The revision of the corpus up to which its results have been seen.</param>
    /// <param name="article">The largest article id then.</param>
    public async Task<Kept<SavedSearch>> AddAsync(string owner, string? name, string? note, string address, long revision, long article, CancellationToken ct)
    {
        (name, note) = (Tidy(name), Tidy(note));
        if (Problem(name, note) is { } problem)
            return new(null, problem);
        if (address.Length > SavedSearch.LongestAddress)
            return new(null, $"The search is longer than {SavedSearch.LongestAddress} characters. Shorten it first.");
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = time.GetUtcNow();
        await ForgetAsync(db, owner, now - Grace, ct);
        if (await db.SavedSearches.CountAsync(s => s.Owner == owner && s.RemovedAt == null, ct) >= SavedSearch.Most)
            return new(null, $"There are {SavedSearch.Most} saved searches already. Remove one first.");
        var numbers = new SequenceBlock(db);
        await numbers.LoadAsync(ct);
        var saved = new SavedSearch
        {
            Id = numbers.Next(Sequence.SavedSearch),
            Owner = owner,
            FeedKey = Guid.NewGuid(),
            Name = name!,
            Note = note,
            Address = address,
            SavedAt = now,
            SeenRevision = revision,
            SeenArticle = article,
            SeenAt = now,
        };
        db.SavedSearches.Add(saved);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new(saved);
    }

    /// <summary>Another name and note.</summary>
    public Task<Kept<SavedSearch>> ChangeAsync(string owner, long id, string? name, string? note, CancellationToken ct)
    {
        (name, note) = (Tidy(name), Tidy(note));
        return ChangeAsync(owner, id, saved => (saved.Name, saved.Note) = (name!, note), Problem(name, note), ct);
    }

    public Task<Kept<SavedSearch>> RemoveAsync(string owner, long id, CancellationToken ct) => ChangeAsync(owner, id, saved => saved.RemovedAt = time.GetUtcNow(), null, ct);

    public Task<Kept<SavedSearch>> BringBackAsync(string owner, long id, CancellationToken ct) => ChangeAsync(owner, id, saved => saved.RemovedAt = null, null, ct, removed: true);

    /// <summary>The owner has seen what the search finds up to a revision; an earlier one takes that back.</summary>
    public Task<Kept<SavedSearch>> SeeAsync(string owner, long id, long revision, long article, CancellationToken ct) =>
        ChangeAsync(owner, id, saved => (saved.SeenRevision, saved.SeenArticle, saved.SeenAt) = (revision, article, time.GetUtcNow()), null, ct);

    /// <summary>The same of several at once; of those that are removed or somebody else's nothing is done.</summary>
    /// <returns>What each had seen before.</returns>
    public async Task<IReadOnlyList<SeenMark>> SeeAsync(string owner, IReadOnlyList<SeenMark> marks, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var ids = marks.Select(m => m.Id).ToList();
        var mine = await db.SavedSearches.Where(s => s.Owner == owner && s.RemovedAt == null && ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var before = new List<SeenMark>();
        foreach (var mark in marks)
        {
            if (!mine.TryGetValue(mark.Id, out var saved) || (saved.SeenRevision, saved.SeenArticle) == (mark.Revision, mark.Article))
                continue;
            before.Add(new SeenMark(saved.Id, saved.SeenRevision, saved.SeenArticle));
            (saved.SeenRevision, saved.SeenArticle, saved.SeenAt) = (mark.Revision, mark.Article, time.GetUtcNow());
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return before;
    }

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Problem(string? name, string? note) => (name, note) switch
    {
        (null, _) => "The search needs a name.",
        ({ Length: > SavedSearch.LongestName }, _) => $"The name is longer than {SavedSearch.LongestName} characters. Shorten it; there is room for a note.",
        (_, { Length: > SavedSearch.LongestNote }) => $"The note is longer than {SavedSearch.LongestNote} characters. Shorten it.",
        _ => null,
    };

    private async Task<Kept<SavedSearch>> ChangeAsync(string owner, long id, Action<SavedSearch> change, string? problem, CancellationToken ct, bool removed = false)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.SavedSearches.FirstOrDefaultAsync(s => s.Id == id && s.Owner == owner && s.RemovedAt != null == removed, ct) is not { } saved)
            return new(null);
        if (problem is not null)
            return new(null, problem);
        change(saved);
        await db.SaveChangesAsync(ct);
        return new(saved);
    }

    private static async Task ForgetAsync(CorpusDbContext db, string owner, DateTimeOffset until, CancellationToken ct)
    {
        // SQLite keeps moments as text, which it cannot compare in all cases.
        var old = (await db.SavedSearches.Where(s => s.Owner == owner && s.RemovedAt != null).ToListAsync(ct)).Where(s => s.RemovedAt < until);
        db.SavedSearches.RemoveRange(old);
        await db.SaveChangesAsync(ct);
    }
}
