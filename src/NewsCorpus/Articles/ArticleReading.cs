namespace NewsCorpus.Articles;

/// <summary>An outlet as one article names it.</summary>
/// <param name="Name">Proper name, e.g. "Fox News"; the site where no name is known.</param>
/// <param name="Domain">Registrable domain, lower case, e.g. "foxnews.com"; null where only a name is known.</param>
public sealed record OutletReading(string Name, string? Domain);

/// <summary>All that the rules read from one draft: what the store keeps beside the words themselves. Immutable, free of database ids.</summary>
public sealed record ArticleReading
{
    public required ArticleContent Content { get; init; }

    /// <summary>Never empty: an untitled text gets a derived title.</summary>
    public required string Title { get; init; }

    public required FactKind TitleKind { get; init; }

    public ArticleDate? Date { get; init; }

    public FactKind DateKind { get; init; }

    /// <inheritdoc cref="DateFinding.Writes"/>
    public DayMonthOrder WritesDates { get; init; }

    /// <inheritdoc cref="DateFinding.Open"/>
    public OpenDate? OpenDate { get; init; }

    /// <summary><see cref="DateHabit.Code"/> of the habit by which an open date was decided.</summary>
    public int DateHabit { get; init; }

    public OutletReading? Outlet { get; init; }

    public FactKind OutletKind { get; init; }

    /// <summary>Wire agency whose copy this is ("Reuters"), apart from the outlet that printed it; null where none is credited.</summary>
    public string? Agency { get; init; }

    /// <summary>Address of the original, absolute http or https; null where none is stated.</summary>
    public string? Link { get; init; }

    /// <summary>Description or summary that the file states, where it is not the title or the text's own beginning.</summary>
    public string? Summary { get; init; }

    /// <summary>ISO 639-1 code, e.g. "en"; null where not known.</summary>
    public string? Language { get; init; }

    public FactKind LanguageKind { get; init; }

    /// <summary>Words of the body blocks.</summary>
    public int WordCount { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<PersonReading> People { get; init; } = [];

    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    public IReadOnlyList<QuotationReading> Quotations { get; init; } = [];

    public IReadOnlyList<Contributor> Contributors { get; init; } = [];

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>What the article's copies are found by, see <see cref="ArticleFingerprint"/>; null where none was made.</summary>
    public byte[]? Fingerprint { get; init; }

    /// <summary>Remarks of the reader and the rules, for the run's report and the article page.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The reading with its date decided by how its outlet writes dates; as it is where the date is not open.</summary>
    public ArticleReading Decided(DateHabit habit)
    {
        if (OpenDate is not { } open)
            return this;
        var date = open.Of(habit);
        var isDate = (Evidence e) => e.Field == EvidenceFields.Date;
        return this with
        {
            Date = date.Date,
            DateKind = date.Kind,
            DateHabit = habit.Code,
            Evidence = [.. Evidence.TakeWhile(e => !isDate(e)), .. date.Evidence, .. Evidence.SkipWhile(e => !isDate(e)).Where(e => !isDate(e))],
        };
    }
}
