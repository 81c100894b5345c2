namespace NewsCorpus.Articles;

/// <summary>Names of what an editor can correct, as the log and its JSON Lines spell them.</summary>
public static class CorrectionFields
{
    public const string Title = "title";
    public const string Date = "date";
    public const string Outlet = "outlet";
    public const string People = "people";
    public const string Tags = "tags";
    public const string State = "state";

    /// <summary>Name of an outlet or a person.</summary>
    public const string Name = "name";
    public const string Domains = "domains";
    public const string Aliases = "aliases";
    public const string Merge = "merge";

    /// <summary>Of a person: the name is another person's too.</summary>
    public const string SameAs = "sameAs";

    /// <summary>Of a person: names that are not theirs, whatever rules think.</summary>
    public const string Apart = "apart";

    /// <summary>Of a name: it is no person's.</summary>
    public const string Nobody = "notAPerson";

    /// <summary>Of a person: articles that name somebody else of the same name mean this one.</summary>
    public const string Split = "split";

    public static IReadOnlyList<string> OfArticles { get; } = [Title, Date, Outlet, People, Tags, State];

    public static IReadOnlyList<string> OfOutlets { get; } = [Name, Domains, Aliases, Merge];

    public static IReadOnlyList<string> OfPeople { get; } = [Name, Aliases, SameAs, Apart, Nobody, Split];
}

public enum CorrectionState
{
    /// <summary>In force, or waiting for its article to be ingested.</summary>
    Active = 0,

    /// <summary>A later correction of the same field took its place.</summary>
    Superseded = 1,

    /// <summary>Taken back: the field says again what the rules say.</summary>
    Reverted = 2,
}

/// <summary>
/// What an editor said of one field of an article, an outlet or a person. At most one is active for each field; the others stay as the log.
/// A correction belongs to an article (<see cref="EntryKey"/> is set), to an outlet (<see cref="OutletId"/> is set) or to a person (<see cref="PersonId"/> is set).
/// </summary>
public sealed class Correction
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Name of the editor.</summary>
    public required string By { get; init; }

    /// <summary>Why; never empty.</summary>
    public required string Note { get; init; }

    /// <summary>One of <see cref="CorrectionFields"/>.</summary>
    public required string Field { get; init; }

    /// <summary>The new value as JSON; "null" where the editor cleared the field.</summary>
    public required string Value { get; init; }

    /// <summary>The value shown before, as JSON, and how it was known.</summary>
    public string Before { get; init; } = "null";

    public FactKind BeforeKind { get; init; }

    public CorrectionState State { get; set; }

    /// <summary>The article; null for an outlet, and while the article has not been ingested here yet.</summary>
    public long? ArticleId { get; set; }

    /// <summary>SHA-256 of the article's file at the time, by which another data folder knows it; null for an outlet.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Path of that file as shown, for when its bytes have changed.</summary>
    public string? Path { get; init; }

    /// <summary>The article's place in its file; null for an outlet.</summary>
    public string? EntryKey { get; init; }

    /// <summary>The outlet that is corrected; null for an article or a person.</summary>
    public int? OutletId { get; set; }

    /// <summary>The person that is corrected; null for an article or an outlet. Other people are named in <see cref="Value"/>, as the rules call them.</summary>
    public int? PersonId { get; init; }

    /// <summary>The outlet that <see cref="Value"/> names: an article's outlet, or the one merged into.</summary>
    public int? TargetId { get; set; }

    public DateTimeOffset? RevertedAt { get; set; }

    public string? RevertedBy { get; set; }

    public string? RevertedNote { get; set; }

    /// <summary>True for a correction that waits for its article.</summary>
    public bool IsWaiting => EntryKey is not null && ArticleId is null;
}
