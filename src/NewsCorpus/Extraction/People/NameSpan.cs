namespace NewsCorpus.Extraction.People;

/// <summary>A name in the text: tokens from <paramref name="From"/> up to <paramref name="To"/>, without titles before and possessive endings after.</summary>
/// <param name="Words">The words of the name, without nickname, suffix and marks.</param>
/// <param name="Block">Number of the block, in reading order.</param>
internal sealed record NameSpan(int From, int To, IReadOnlyList<string> Words, string? Nickname, string? Suffix, int Block, TitleReading Title)
{
    /// <summary>The words folded by <see cref="PersonName.Key"/>.</summary>
    public string[] Keys { get; } = [.. Words.Select(PersonName.Key)];

    /// <summary>Hash of the first word.</summary>
    public required uint FirstWord { get; init; }

    /// <summary>A given name and a surname, not a surname with its particles only.</summary>
    public bool IsFull { get; init; }
}
