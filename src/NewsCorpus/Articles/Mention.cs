namespace NewsCorpus.Articles;

/// <summary>What a person does in an article. Only <see cref="Mentioned"/> and <see cref="Quoted"/> count in filters and facets.</summary>
public enum MentionRole
{
    Mentioned = 0,
    Quoted = 1,
    Byline = 2,

    /// <summary>Photographer, artist, contributor.</summary>
    Credit = 3,
}

/// <summary>A place in the text where a person is named.</summary>
/// <param name="Person">Index into the list of people the mention came with (<see cref="ArticleReading.People"/>); -1 where the name could be nobody in particular.</param>
/// <param name="Text">The words as they stand, without a possessive ending.</param>
/// <param name="Start">First UTF-16 offset into the article's text.</param>
/// <param name="End">Offset just past the words.</param>
/// <param name="Rule">Why this is that person, e.g. "full name", "surname of a person named before".</param>
public sealed record Mention(int Person, string Text, int Start, int End, MentionRole Role, string Rule);

/// <summary>A person as one article names them.</summary>
/// <param name="Name">The fullest form in the article, e.g. "Zohran Mamdani"; where only a surname stands, title and surname: "Mayor Adams".</param>
/// <param name="Surname">The part later mentions use, e.g. "Mamdani".</param>
/// <param name="IsPartial">True where the article never gives more than title and surname.</param>
/// <param name="Office">Title or apposition seen with the name ("New York City Mayor", "border czar"), or null.</param>
public sealed record PersonReading(string Name, string Surname, bool IsPartial = false, string? Office = null);

/// <summary>Someone who made the article rather than appears in it.</summary>
/// <param name="Role">"byline", "contributor" or "photo".</param>
public sealed record Contributor(string Name, string Role);
