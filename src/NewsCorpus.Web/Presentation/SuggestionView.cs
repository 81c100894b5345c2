using NewsCorpus.Articles;

namespace NewsCorpus.Web.Presentation;

/// <summary>A suggestion that two names are one person's, with the forms that confirm and reject it.</summary>
/// <param name="One">The name whose page answers the forms.</param>
/// <param name="PageId">Id of the person whose page it stands on.</param>
public sealed record SuggestionView(PersonSuggestion Suggestion, Person One, Person Other, int PageId)
{
    /// <summary>Two of one name whom the rules told apart, for an editor to say whether they did so rightly.</summary>
    public static SuggestionView OfSplit(Person apart, Person from) => new(new PersonSuggestion { PersonId = apart.Id, OtherId = from.Id, Rule = "told apart by the rules: " + apart.SplitRule }, apart, from, apart.Id);
}
