namespace NewsCorpus.Articles;

public enum ArticleState
{
    Live = 0,

    /// <summary>Set aside by an admin: kept, but neither listed nor found.</summary>
    Retired = 1,
}

/// <summary>
/// An article as stored. Its id and address never change; the values shown are the rules' reading with any corrections laid over it.
/// Rows are never deleted: a retired article keeps its place in the revision sequence, so that an index can drop it.
/// </summary>
public sealed class Article
{
    public long Id { get; init; }

    /// <summary>Number of the last change in the corpus-wide sequence. Unique, ever growing.</summary>
    public long Revision { get; set; }

    public ArticleState State { get; set; }

    public required string Title { get; set; }

    public FactKind TitleKind { get; set; }

    public required string Slug { get; set; }

    /// <summary>First day of what is known of the date; null where undated.</summary>
    public DateOnly? Day { get; set; }

    public DatePrecision DatePrecision { get; set; }

    /// <summary>The stated instant with offset, ISO 8601, or null.</summary>
    public DateTimeOffset? Instant { get; set; }

    public FactKind DateKind { get; set; }

    /// <summary>The order in which the article's own dates in figures are certainly written; null for most articles, which have none such.</summary>
    public DayMonthOrder? DateOrder { get; set; }

    /// <summary><see cref="DateHabit.Code"/> of the outlet's habit by which the article's date was read, 0 for none; null where the date does not depend on one.</summary>
    public int? DateHabit { get; set; }

    /// <summary>The outlet shown: where the one named was merged into another, that other.</summary>
    public int? OutletId { get; set; }

    /// <summary>The outlet that the rules or a correction name, where a merge shows another one; else null.</summary>
    public int? NamedOutletId { get; set; }

    public Outlet? Outlet { get; set; }

    public FactKind OutletKind { get; set; }

    public string? Agency { get; set; }

    public string? Link { get; set; }

    public string? Summary { get; set; }

    /// <summary>ISO 639-1 code; null where not known.</summary>
    public string? Language { get; set; }

    public FactKind LanguageKind { get; set; }

    public int WordCount { get; set; }

    /// <summary>SHA-256 of the normalised text, lower-case hex: equal for articles with the same words.</summary>
    public required string TextHash { get; set; }

    public long SourceFileId { get; set; }

    public SourceFile? SourceFile { get; set; }

    /// <summary>Place inside the file, see <see cref="ArticleDraft.EntryKey"/>.</summary>
    public required string EntryKey { get; set; }

    /// <summary>SHA-256 of the bytes that the article was read from, where its file has changed since and no longer holds it; null while the file does.</summary>
    public string? OriginalSha256 { get; set; }

    /// <summary>Run that last wrote the article.</summary>
    public long RunId { get; set; }

    public DateTimeOffset AddedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public ArticleBody? Body { get; set; }

    public ArticleFingerprint? Fingerprint { get; set; }

    /// <summary>The story that the article shares with its copies: the smallest id among them. Null where it has none.</summary>
    public long? StoryId { get; set; }

    /// <summary>For an undated article, once somebody has looked when it may have been published; else null.</summary>
    public ArticleEstimate? Estimate { get; set; }

    public List<ArticlePerson> People { get; } = [];

    public List<ArticleTag> Tags { get; } = [];

    public ArticleDate? Date => Day is { } day ? new ArticleDate(day, DatePrecision, Instant) : null;
}

/// <summary>The words of an article and all that is known about places in them; apart from <see cref="Article"/> so that lists never load it.</summary>
public sealed class ArticleBody
{
    public long ArticleId { get; init; }

    public required string Text { get; set; }

    public required ArticleDetails Details { get; set; }

    /// <summary>What the rules say, while corrections are laid over it; null for an article without any.</summary>
    public ArticleRules? Rules { get; set; }
}

/// <summary>What the store keeps as one JSON value per article: read whole, never queried by part.</summary>
public sealed record ArticleDetails
{
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    public IReadOnlyList<InlineSpan> Spans { get; init; } = [];

    public IReadOnlyList<StoredMention> Mentions { get; init; } = [];

    public IReadOnlyList<StoredQuotation> Quotations { get; init; } = [];

    public IReadOnlyList<Contributor> Contributors { get; init; } = [];

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <inheritdoc cref="DateFinding.Open"/>
    public OpenDate? OpenDate { get; init; }
}

/// <summary>A <see cref="Mention"/> whose person is one of the corpus: the name as the rules read it, see <see cref="ShownPeople"/>.</summary>
public sealed record StoredMention(int? PersonId, string Text, int Start, int End, MentionRole Role, string Rule);

/// <summary>A <see cref="QuotationReading"/> whose speaker is a person of the corpus; the words are those of the text from start to end.</summary>
public sealed record StoredQuotation(int Start, int End, int? SpeakerId, string? SpeakerText, string? Cue, bool IsDirect, string Rule);

/// <summary>A person of an article, in one role and by one name.</summary>
public sealed class ArticlePerson
{
    public long ArticleId { get; init; }

    /// <summary>The person shown.</summary>
    public int PersonId { get; set; }

    /// <summary>The name as the rules read it, where a link or an editor leads it to another person; else 0.</summary>
    public int NamedPersonId { get; set; }

    /// <summary>True where an editor said that the name is no person's. Queries do not see such rows unless they ask to.</summary>
    public bool IsHidden { get; set; }

    /// <summary>The name as the rules read it, in any case.</summary>
    public int NamedId => NamedPersonId == 0 ? PersonId : NamedPersonId;

    public Person? Person { get; set; }

    public MentionRole Role { get; set; }

    /// <summary>How often the article names the person in that role.</summary>
    public int Mentions { get; set; }

    /// <summary>Title or apposition seen with the name, or null.</summary>
    public string? Office { get; set; }
}

public sealed class ArticleTag
{
    public long ArticleId { get; init; }

    public int TagId { get; set; }

    public Tag? Tag { get; set; }
}
