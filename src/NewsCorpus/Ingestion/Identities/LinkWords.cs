using NewsCorpus.Articles;
using NewsCorpus.Extraction.Identities;

namespace NewsCorpus.Ingestion.Identities;

internal static class LinkWords
{
    /// <summary>Leads a link to a person, with why and the sentence that has the name; null where the text has none.</summary>
    public static PersonLink LeadTo(this PersonLink link, int person, string rule, NamedSentence? sentence)
    {
        (link.PersonId, link.Rule) = (person, rule);
        (link.Excerpt, link.Start, link.End) = (sentence?.Text, sentence?.Start, sentence?.End);
        return link;
    }
}
