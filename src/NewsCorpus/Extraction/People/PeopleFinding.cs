using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.People;

/// <summary>Who an article names, and where.</summary>
/// <param name="People">In the order of their first mention.</param>
/// <param name="Mentions">In the order of the text, never overlapping; <see cref="Mention.Person"/> indexes <paramref name="People"/>.</param>
/// <param name="Evidence">One for each person, in the same order: the words of the mention that names the person most fully.</param>
public sealed record PeopleFinding(IReadOnlyList<PersonReading> People, IReadOnlyList<Mention> Mentions, IReadOnlyList<Evidence> Evidence)
{
    public static PeopleFinding Nobody { get; } = new([], [], []);
}
