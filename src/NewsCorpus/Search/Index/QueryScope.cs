using NewsCorpus.Search.Queries;

namespace NewsCorpus.Search.Index;

/// <summary>What the parts around a word say of where it is to stand and how it is to be written.</summary>
/// <param name="Field">Null for all that a bare word searches.</param>
/// <param name="FirstWords">Only within so many first words of the text.</param>
internal sealed record QueryScope(QueryField? Field, int? FirstWords, CaseRule? Case)
{
    public static QueryScope Everywhere { get; } = new(null, null, null);

    /// <summary>The index field to look into.</summary>
    public string IndexField => Field is { } chosen ? FieldNames.Of(chosen) : FieldNames.Content;
}
