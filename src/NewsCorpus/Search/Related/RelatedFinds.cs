namespace NewsCorpus.Search.Related;

/// <summary>A word that the matches have more often than the corpus would make one expect.</summary>
/// <param name="Text">As it is mostly written in the matches.</param>
/// <param name="Share">Share of the matches looked at that have it, 0 to 1.</param>
/// <param name="Times">How many times as often as in the whole corpus.</param>
/// <param name="Query">The query that it is added to.</param>
public sealed record RelatedWord(string Text, double Share, double Times, string Query);

/// <summary>A person who appears in more of the matches than the corpus would make one expect.</summary>
/// <param name="Articles">Matches that name the person, each copy counted.</param>
/// <param name="Expected">As many as would if the person were as frequent in them as in the whole corpus.</param>
public sealed record RelatedPerson(int Id, string Name, string Slug, int Articles, double Expected)
{
    public double Times => Articles / Expected;
}

/// <param name="LookedAt">Matches whose words were counted; people are counted over all.</param>
public sealed record RelatedFinds(IReadOnlyList<RelatedWord> Words, IReadOnlyList<RelatedPerson> People, int LookedAt)
{
    public static RelatedFinds None { get; } = new([], [], 0);
}
