using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>One correction as a line of JSON, free of this data folder's ids. docs/corrections.md describes the format.</summary>
internal sealed record CorrectionLine
{
    public const int Version = 1;

    /// <summary>Version of the format.</summary>
    public required int V { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required string Note { get; init; }

    /// <summary>The article; null for another's correction.</summary>
    public ArticleIdentity? Article { get; init; }

    /// <summary>The outlet; null for another's correction.</summary>
    public OutletIdentity? Outlet { get; init; }

    /// <summary>The person; null for another's correction.</summary>
    public PersonIdentity? Person { get; init; }

    public required string Field { get; init; }

    public JsonElement? Value { get; init; }

    public JsonElement? Before { get; init; }

    public FactKind BeforeKind { get; init; }

    public CorrectionState State { get; init; }

    public Reversion? Reverted { get; init; }
}

/// <summary>By what an article is known in any data folder over the same files.</summary>
/// <param name="Sha256">Of its file, lower-case hex.</param>
/// <param name="Path">Of its file as shown, for when the bytes have changed.</param>
/// <param name="Entry">Its place in the file; "" for a file of one article.</param>
internal sealed record ArticleIdentity(string Sha256, string Path, string Entry)
{
    /// <summary>The article here: by the bytes of its file, else by the file's path. Null where it has not been ingested.</summary>
    public async Task<long?> FindAsync(CorpusDbContext db, CancellationToken cancellation)
    {
        var entries = db.Articles.Where(a => a.EntryKey == Entry);
        return await entries.Where(a => a.SourceFile!.Sha256 == Sha256).OrderBy(a => a.Id).Select(a => (long?)a.Id).FirstOrDefaultAsync(cancellation)
            ?? await entries.Where(a => a.SourceFile!.Path == Path).OrderBy(a => a.Id).Select(a => (long?)a.Id).FirstOrDefaultAsync(cancellation);
    }
}

/// <summary>Who took a correction back, when, and why.</summary>
internal sealed record Reversion(DateTimeOffset At, string By, string Note);
