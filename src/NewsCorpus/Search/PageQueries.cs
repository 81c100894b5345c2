using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NewsCorpus.Articles;
using NewsCorpus.Store;

namespace NewsCorpus.Search;

/// <summary>What every page of results asks of the database, compiled once: putting a query together anew takes longer than SQLite takes to answer it.</summary>
internal sealed class PageQueries
{
    /// <summary>A compiled query is bound to the model that it was first run with.</summary>
    private static readonly ConditionalWeakTable<IModel, PageQueries> Compiled = [];

    /// <summary>What a hit shows of its article; only those that are live.</summary>
    public Func<CorpusDbContext, List<long>, IAsyncEnumerable<HitRow>> Articles { get; } = EF.CompileAsyncQuery((CorpusDbContext db, List<long> ids) =>
        db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id) && a.State == ArticleState.Live).Select(a => new HitRow
        {
            Id = a.Id,
            Slug = a.Slug,
            Title = a.Title,
            TitleKind = a.TitleKind,
            Day = a.Day,
            DatePrecision = a.DatePrecision,
            Instant = a.Instant,
            DateKind = a.DateKind,
            Estimate = a.Estimate,
            Outlet = a.Outlet == null ? null : new NamedRef(a.Outlet.Id, a.Outlet.Name, a.Outlet.Slug),
            OutletKind = a.OutletKind,
            Language = a.Language,
            LanguageKind = a.LanguageKind,
            WordCount = a.WordCount,
            Agency = a.Agency,
        }));

    /// <summary>What a hit shows of a copy; only those that are live.</summary>
    public Func<CorpusDbContext, List<long>, IAsyncEnumerable<CopyRow>> Copies { get; } = EF.CompileAsyncQuery((CorpusDbContext db, List<long> ids) =>
        db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id) && a.State == ArticleState.Live).Select(a => new CopyRow
        {
            Id = a.Id,
            Slug = a.Slug,
            Title = a.Title,
            Day = a.Day,
            DatePrecision = a.DatePrecision,
            Instant = a.Instant,
            DateKind = a.DateKind,
            Outlet = a.Outlet == null ? null : new NamedRef(a.Outlet.Id, a.Outlet.Name, a.Outlet.Slug),
        }));

    /// <summary>People who are named or quoted in articles.</summary>
    public Func<CorpusDbContext, List<long>, IAsyncEnumerable<NamedPerson>> People { get; } = EF.CompileAsyncQuery((CorpusDbContext db, List<long> ids) =>
        db.ArticlePeople.AsNoTracking().Where(p => ids.Contains(p.ArticleId) && p.Role <= MentionRole.Quoted)
            .Select(p => new NamedPerson(p.ArticleId, p.Mentions, p.PersonId, p.Person!.Name, p.Person.Slug)));

    public Func<CorpusDbContext, List<int>, IAsyncEnumerable<NamedRef>> PersonNames { get; } = EF.CompileAsyncQuery((CorpusDbContext db, List<int> ids) =>
        db.People.Where(p => ids.Contains(p.Id)).Select(p => new NamedRef(p.Id, p.Name, p.Slug)));

    public Func<CorpusDbContext, List<int>, IAsyncEnumerable<NamedRef>> OutletNames { get; } = EF.CompileAsyncQuery((CorpusDbContext db, List<int> ids) =>
        db.Outlets.Where(o => ids.Contains(o.Id)).Select(o => new NamedRef(o.Id, o.Name, o.Slug)));

    public Func<CorpusDbContext, List<int>, IAsyncEnumerable<NamedRef>> TagNames { get; } = EF.CompileAsyncQuery((CorpusDbContext db, List<int> ids) =>
        db.Tags.Where(t => ids.Contains(t.Id)).Select(t => new NamedRef(t.Id, t.Name, t.Slug)));

    public static PageQueries Of(CorpusDbContext db) => Compiled.GetValue(db.Model, static _ => new PageQueries());

    /// <summary>The texts of articles with their blocks. The rest of what is stored with them is passed over unread: it is most of it.</summary>
    public static async Task<Dictionary<long, HitText>> TextsAsync(CorpusDbContext db, IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        var wanted = JsonSerializer.Serialize(ids);
        return await db.Database.SqlQuery<StoredText>($"SELECT ArticleId, Text, Details FROM Bodies WHERE ArticleId IN (SELECT value FROM json_each({wanted}))")
            .AsAsyncEnumerable().ToDictionaryAsync(t => t.ArticleId, t => new HitText(t.Text, t.Details), cancellationToken: ct);
    }

    private sealed record StoredText(long ArticleId, string Text, string Details);
}

/// <summary>A row of <see cref="PageQueries.Copies"/>.</summary>
internal class CopyRow
{
    public long Id { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public DateOnly? Day { get; init; }

    public DatePrecision DatePrecision { get; init; }

    public DateTimeOffset? Instant { get; init; }

    public FactKind DateKind { get; init; }

    public NamedRef? Outlet { get; init; }

    public ArticleDate? Date => Day is { } day ? new ArticleDate(day, DatePrecision, Instant) : null;
}

/// <summary>A row of <see cref="PageQueries.Articles"/>.</summary>
internal sealed class HitRow : CopyRow
{
    public FactKind TitleKind { get; init; }

    public ArticleEstimate? Estimate { get; init; }

    public FactKind OutletKind { get; init; }

    public string? Language { get; init; }

    public FactKind LanguageKind { get; init; }

    public int WordCount { get; init; }

    public string? Agency { get; init; }
}

/// <summary>A row of <see cref="PageQueries.People"/>.</summary>
internal sealed record NamedPerson(long ArticleId, int Mentions, int PersonId, string Name, string Slug);

/// <summary>The text of a hit, with what is stored of its structure as JSON: read when it is asked for, so that each core reads some.</summary>
internal sealed class HitText(string text, string details)
{
    public string Text { get; } = text;

    public IReadOnlyList<Block> Blocks => JsonSerializer.Deserialize(details, StoredJson.Default.StoredBlocks)!.Blocks;
}
