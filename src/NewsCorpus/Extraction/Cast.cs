using NewsCorpus.Articles;
using NewsCorpus.Extraction.People;
using NewsCorpus.Extraction.Structure;

namespace NewsCorpus.Extraction;

/// <summary>Everybody of an article with their roles: those the text is about, and those who made it.</summary>
internal sealed record Cast(
    IReadOnlyList<PersonReading> People,
    IReadOnlyList<Mention> Mentions,
    IReadOnlyList<Contributor> Contributors,
    IReadOnlyList<Evidence> Evidence)
{
    /// <summary>Keys under which front matter and metadata name who wrote an article.</summary>
    private static readonly string[] AuthorKeys = ["author", "authors", "byline", "creator", "author.name", "authors.name"];

    public static Cast Of(ArticleDraft draft, ArticleContent content, PeopleFinding found, IReadOnlyList<QuotationReading> quotations, IReadOnlyList<ContributorMention> makers)
    {
        var people = found.People.ToList();
        var speaking = quotations.Where(q => q is { Speaker: >= 0, SpeakerStart: not null }).Select(q => (q.Speaker, q.SpeakerStart!.Value, q.SpeakerEnd!.Value)).ToList();
        var mentions = found.Mentions.Select(m => speaking.Exists(s => s.Speaker == m.Person && s.Item2 <= m.Start && m.End <= s.Item3) ? m with { Role = MentionRole.Quoted } : m).ToList();
        var contributors = new List<Contributor>();
        var evidence = found.Evidence.ToList();
        foreach (var maker in makers)
        {
            Add(contributors, new Contributor(maker.Name, maker.Role));
            var role = maker.Role == "byline" ? MentionRole.Byline : MentionRole.Credit;
            mentions.Add(new Mention(IndexOf(people, maker.Name), content.Text[maker.Start..maker.End], maker.Start, maker.End, role, maker.Role));
        }
        foreach (var field in draft.Fields.Where(f => AuthorKeys.Contains(f.Key, StringComparer.Ordinal)))
        {
            foreach (var (_, _, name) in ContributorNames.In(field.Value))
            {
                if (!Add(contributors, new Contributor(name, "byline")))
                    continue;
                IndexOf(people, name);
                evidence.Add(new Evidence(EvidenceFields.Contributor, name, FactKind.Stated, field.Place, field.Excerpt, Line: field.Line));
            }
        }
        return new Cast(people, mentions.OrderBy(m => m.Start).ToList(), contributors, evidence);
    }

    private static bool Add(List<Contributor> contributors, Contributor contributor)
    {
        if (contributors.Contains(contributor))
            return false;
        contributors.Add(contributor);
        return true;
    }

    private static int IndexOf(List<PersonReading> people, string name)
    {
        var key = NameKey.Of(name);
        var index = people.FindIndex(p => NameKey.Of(p.Name) == key);
        if (index >= 0)
            return index;
        people.Add(new PersonReading(name, name[(name.LastIndexOf(' ') + 1)..]));
        return people.Count - 1;
    }
}
