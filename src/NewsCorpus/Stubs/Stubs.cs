#pragma warning disable
using NewsCorpus.Articles;
namespace NewsCorpus.Extraction.People { public sealed record PeopleFinding(IReadOnlyList<PersonReading> People, IReadOnlyList<Mention> Mentions, IReadOnlyList<Evidence> Evidence); public sealed class PersonRecogniser { public PeopleFinding Recognise(ArticleContent c) => new([], [], []); } }
