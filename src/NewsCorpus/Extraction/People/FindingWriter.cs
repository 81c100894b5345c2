using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.People;

/// <summary>A mention and whose it is.</summary>
internal readonly record struct FoundName(KnownPerson Person, int From, int To, int Block, string Rule);

/// <summary>Puts the mentions of an article in order and writes them as the rest of the program knows them.</summary>
internal sealed class FindingWriter(TokenisedText document)
{
    private readonly SpeakerCues _cues = new(document);

    public PeopleFinding Write(List<FoundName> names)
    {
        names.Sort((a, b) => a.From.CompareTo(b.From));
        var people = new List<PersonReading>();
        var mentions = new List<Mention>();
        var evidence = new List<Evidence>();
        var index = new Dictionary<KnownPerson, int>();
        foreach (var found in names)
        {
            if (index.TryAdd(found.Person, people.Count))
            {
                var person = found.Person;
                people.Add(new PersonReading(person.Display, person.Surname, person.Name is null, person.Office));
                evidence.Add(EvidenceOf(person));
            }
            var start = document.Tokens[found.From].Start;
            var end = document.Tokens[found.To - 1].End;
            var role = _cues.IsSpeaker(found.From, found.To, BlockStart(found.Block), document.BlockEnds[found.Block]) ? MentionRole.Quoted : MentionRole.Mentioned;
            mentions.Add(new Mention(index[found.Person], document.Text[start..end], start, end, role, found.Rule));
        }
        return new PeopleFinding(people, mentions, evidence);
    }

    private int BlockStart(int block) => block == 0 ? 0 : document.BlockEnds[block - 1];

    private Evidence EvidenceOf(KnownPerson person)
    {
        var naming = person.Naming;
        const int Around = 4;
        var from = Math.Max(naming.From - Around, BlockStart(naming.Block));
        var to = Math.Min(naming.To + Around, document.BlockEnds[naming.Block]);
        var start = document.Tokens[from].Start;
        var end = Math.Min(document.Tokens[to - 1].End, start + 300);
        return new Evidence(EvidenceFields.Person, person.Display, FactKind.Derived, person.NamingRule, document.Text[start..end], start, end);
    }
}
