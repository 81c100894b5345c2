namespace NewsCorpus.Search.Suggestions;

public enum SuggestionKind
{
    Person,
    Outlet,
    Tag,

    /// <summary>A word of the corpus.</summary>
    Word,
}

/// <summary>Something that a query being typed could become.</summary>
/// <param name="Text">A name, or the word.</param>
/// <param name="Id">Of a person, outlet or tag; 0 for a word.</param>
/// <param name="Slug">Of a person, outlet or tag; "" for a word.</param>
/// <param name="Articles">Articles that have it.</param>
/// <param name="Query">What the box holds once it is taken: without the letters that a name replaces, or with the word completed.</param>
public sealed record Suggestion(SuggestionKind Kind, string Text, int Id, string Slug, int Articles, string Query);
