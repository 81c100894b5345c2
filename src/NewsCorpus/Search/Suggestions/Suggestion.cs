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
/// <param name="Slug">Of a person, outlet or tag that becomes a filter; "" for a word, and for a name that becomes part of the query.</param>
/// <param name="Articles">Articles that have it.</param>
/// <param name="Query">What the box holds once it is taken: without the letters that a filter replaces, or with the name or word completed.</param>
public sealed record Suggestion(SuggestionKind Kind, string Text, int Id, string Slug, int Articles, string Query);
