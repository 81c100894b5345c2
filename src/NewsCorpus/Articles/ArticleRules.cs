namespace NewsCorpus.Articles;

/// <summary>
/// What the rules say of the fields that an editor can correct. Kept apart from the values shown while an article has corrections, so that they can be
/// laid over it again and taken back. Like a reading it names people, tags and outlets by their words and knows no ids.
/// </summary>
public sealed record ArticleRules
{
    public string Title { get; init; } = "";

    public FactKind TitleKind { get; init; }

    public ArticleDate? Date { get; init; }

    public FactKind DateKind { get; init; }

    public OutletReading? Outlet { get; init; }

    public FactKind OutletKind { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<PersonReading> People { get; init; } = [];

    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    public IReadOnlyList<QuotationReading> Quotations { get; init; } = [];

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Names of the people who appear, each once, in the order of their first mention.</summary>
    public IReadOnlyList<string> Appearing => [.. Mentions
        .Where(m => m is { Person: >= 0, Role: MentionRole.Mentioned or MentionRole.Quoted })
        .Select(m => People[m.Person].Name).DistinctBy(NameKey.Of, StringComparer.Ordinal)];

    public static ArticleRules Of(ArticleReading reading) => new()
    {
        Title = reading.Title,
        TitleKind = reading.TitleKind,
        Date = reading.Date,
        DateKind = reading.DateKind,
        Outlet = reading.Outlet,
        OutletKind = reading.OutletKind,
        Tags = reading.Tags,
        People = reading.People,
        Mentions = reading.Mentions,
        Quotations = reading.Quotations,
        Evidence = reading.Evidence,
    };

    /// <summary>The reading with these fields in place of its own.</summary>
    public ArticleReading Over(ArticleReading reading) => reading with
    {
        Title = Title,
        TitleKind = TitleKind,
        Date = Date,
        DateKind = DateKind,
        Outlet = Outlet,
        OutletKind = OutletKind,
        Tags = Tags,
        People = People,
        Mentions = Mentions,
        Quotations = Quotations,
        Evidence = Evidence,
    };
}
