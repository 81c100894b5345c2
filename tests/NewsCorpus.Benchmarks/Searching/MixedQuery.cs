using NewsCorpus.Search;

namespace NewsCorpus.Benchmarks.Searching;

internal enum MixedKind
{
    OneWord,
    Words,
    Phrase,
    Prefix,
    Near,
    Filtered,
    Browse,
}

/// <summary>One query of the mix, which each engine is told in its own language. Words are plain: letters and digits only.</summary>
internal sealed record MixedQuery(MixedKind Kind, IReadOnlyList<string> Words)
{
    /// <summary>Words between those of <see cref="MixedKind.Near"/>, at most.</summary>
    public const int Slack = 4;

    public int? Person { get; init; }

    public int? Outlet { get; init; }

    public (DateOnly From, DateOnly To)? Days { get; init; }

    /// <summary>What somebody types.</summary>
    /// <param name="isExact">Each word as it is written, as engines without a stemmer take it.</param>
    public string Typed(bool isExact) => Kind switch
    {
        MixedKind.Browse => "",
        MixedKind.Phrase => $"\"{string.Join(' ', Words)}\"",
        MixedKind.Near => $"\"{string.Join(' ', Words)}\"~{Slack}",
        MixedKind.Prefix => Words[0] + "*",
        _ => string.Join(' ', isExact ? Words.Select(w => $"\"{w}\"") : Words),
    };

    public SearchRequest Request(bool isExact, CopiesMode copies) => new()
    {
        Query = Typed(isExact),
        People = Person is { } person ? [new FilterValue($"{person}")] : [],
        Outlets = Outlet is { } outlet ? [new FilterValue($"{outlet}")] : [],
        From = Days?.From,
        To = Days?.To,
        Copies = copies,
    };
}
