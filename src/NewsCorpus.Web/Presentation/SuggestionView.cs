using NewsCorpus.Articles;

namespace NewsCorpus.Web.Presentation;

/// <summary>A suggestion that two names are one person's, with the forms that confirm and reject it.</summary>
/// <param name="One">The name whose page answers the forms.</param>
/// <param name="PageId">Id of the person whose page it stands on.</param>
public sealed record SuggestionView(PersonSuggestion Suggestion, Person One, Person Other, int PageId);
