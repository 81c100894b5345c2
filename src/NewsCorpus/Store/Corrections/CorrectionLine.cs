using System.Text.Json;
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

    /// <summary>The article; null for an outlet's correction.</summary>
    public ArticleIdentity? Article { get; init; }

    /// <summary>The outlet; null for an article's correction.</summary>
    public OutletIdentity? Outlet { get; init; }

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
internal sealed record ArticleIdentity(string Sha256, string Path, string Entry);

/// <summary>Who took a correction back, when, and why.</summary>
internal sealed record Reversion(DateTimeOffset At, string By, string Note);
