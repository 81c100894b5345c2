namespace NewsCorpus.Store;

/// <summary>One thing that a person, or the program on its own, did to the corpus or its accounts. Entries are only ever added.</summary>
public sealed class LogEntry
{
    /// <summary>Rises with time; the database hands it out.</summary>
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Name of the person who was signed in, or one of the words of <see cref="AuditLog"/> for those who were not.</summary>
    public required string By { get; init; }

    /// <summary>What was done, in dotted words: "run.start", "outlet.merge", "user.add".</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to: an article's id, an outlet's or a user's name; null where the action says it all.</summary>
    public string? Subject { get; init; }

    /// <summary>What a person wrote with it, or what the action changed; null where there is nothing to add.</summary>
    public string? Note { get; init; }
}
