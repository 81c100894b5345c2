namespace NewsCorpus.Store.Keeping;

/// <summary>A search that somebody keeps under a name. The search itself never changes; what is new to it is told by revisions of the corpus, so that an old article that is found today is new.</summary>
public sealed class SavedSearch
{
    /// <summary>Stands as owner for whoever reads at the machine of the server without being signed in.</summary>
    public const string LocalReader = "";

    public const int LongestName = 200;
    public const int LongestNote = 2000;
    public const int LongestAddress = 16_000;

    /// <summary>Kept by one owner.</summary>
    public const int Most = 500;

    public long Id { get; init; }

    /// <summary>Id of the account that it belongs to, or <see cref="LocalReader"/>.</summary>
    public required string Owner { get; init; }

    /// <summary>By which a feed reader finds it: whoever knows the key may read the feed, if they may read at all.</summary>
    public Guid FeedKey { get; init; }

    public required string Name { get; set; }

    public string? Note { get; set; }

    /// <summary>Address of the whole search, without page: "/?q=ferry".</summary>
    public required string Address { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>The revision of the corpus up to which the owner has seen what it finds.</summary>
    public long SeenRevision { get; set; }

    /// <summary>The largest article id then.</summary>
    public long SeenArticle { get; set; }

    public DateTimeOffset SeenAt { get; set; }

    /// <summary>When the owner removed it; it can be brought back for a while.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}
