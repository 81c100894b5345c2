using NewsCorpus.Articles;

namespace NewsCorpus.Search.Quotations;

/// <summary>One page of quotations.</summary>
public sealed record QuotationResults
{
    /// <summary>What was asked, how it was read, and what could not be read.</summary>
    public required QueryReading Query { get; init; }

    /// <summary>Entries: the same words in several articles are one.</summary>
    public required int Total { get; init; }

    /// <summary>Places in articles, of which an entry has one or more.</summary>
    public required int TotalPlaces { get; init; }

    /// <summary>False where so much matched that only a part was gathered: the totals are then what was gathered.</summary>
    public required bool IsComplete { get; init; }

    public required int Page { get; init; }

    public required int Size { get; init; }

    /// <summary>The entry with the newest article first; undated ones last.</summary>
    public required IReadOnlyList<QuotationEntry> Entries { get; init; }

    public required ResolvedFilters Filters { get; init; }

    /// <summary>The speakers that were asked for; an unknown one was looked for by words.</summary>
    public required IReadOnlyList<ResolvedFilter> Speakers { get; init; }
}

/// <summary>Words that somebody said, wherever they are reported.</summary>
/// <param name="Places">The longest cut first, then the earliest; at most <see cref="MostPlaces"/>.</param>
/// <param name="Count">All places, also those that are not listed.</param>
public sealed record QuotationEntry(IReadOnlyList<QuotationPlace> Places, int Count)
{
    public const int MostPlaces = 20;

    /// <summary>The fullest cut of the words.</summary>
    public QuotationPlace Fullest => Places[0];
}

/// <summary>A quotation in one article.</summary>
/// <param name="Text">The words as this article has them.</param>
/// <param name="Html">The same as HTML, with what was searched marked.</param>
/// <param name="Start">Offset into the article's text.</param>
/// <param name="SpeakerText">The words of the article that name the speaker, or null.</param>
/// <param name="IsDirect">In quotation marks.</param>
public sealed record QuotationPlace(
    long ArticleId,
    string Slug,
    string Title,
    NamedRef? Outlet,
    ArticleDate? Date,
    FactKind DateKind,
    string Text,
    string Html,
    int Start,
    int End,
    NamedRef? Speaker,
    string? SpeakerText,
    string? Cue,
    bool IsDirect);
