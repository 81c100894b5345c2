namespace NewsCorpus.Extraction.People;

/// <summary>What stands before a name.</summary>
/// <param name="Addressed">The title directly before it as it stands, "Mayor" or "Mr"; null where none does or where the role is no form of address ("author").</param>
/// <param name="IsRelation">The words name a relative of somebody, "daughter" or "First Lady": the title of the other person is not theirs.</param>
/// <param name="Office">The title with what belongs to it, "New York City Mayor"; null for none and for a mere honorific.</param>
internal readonly record struct TitleReading(string? Addressed, string? Office, Gender Gender, bool IsRelation = false)
{
    public static TitleReading None => default;
}
