using NewsCorpus.Articles;
using NewsCorpus.Extraction.People;

namespace NewsCorpus.Extraction.Quotations;

/// <summary>
/// Finds whom a definite description means that names nobody: "the mayor", by the office that the article gives somebody; "the Democrat", "the former captain", which take up the
/// subject of what stands before, because a person who is new to the reader would be "a former captain" or have a name. Any other ("the officer") may be somebody whom nobody names.
/// </summary>
internal sealed class Descriptions(string text, IReadOnlyList<PersonReading> people, IReadOnlyList<Mention> mentions, Antecedents antecedents)
{
    /// <summary>Sentences back to an office holder of whom there are several.</summary>
    private const int NearReach = 6;

    /// <summary>Sentences back to the person whom a description without an office takes up.</summary>
    private const int EpithetReach = 2;

    /// <summary>Characters of an apposition that are read.</summary>
    private const int LongestApposition = 80;

    private static readonly HashSet<string> _epithets = new(StringComparer.OrdinalIgnoreCase)
    {
        "Democrat", "Republican", "Conservative", "Liberal", "Tory", "socialist", "libertarian", "centrist", "populist", "native", "newcomer", "star", "icon", "mogul", "heir", "heiress", "veteran", "laureate",
    };

    /// <summary>Those who speak for somebody else are never that somebody.</summary>
    private static readonly HashSet<string> _deputies = new(StringComparer.OrdinalIgnoreCase)
    {
        "spokesman", "spokeswoman", "spokesperson", "aide", "adviser", "advisor", "attorney", "lawyer", "solicitor", "counsel", "barrister", "representative", "press-secretary",
    };

    private static readonly HashSet<string> _qualities = new(StringComparer.OrdinalIgnoreCase)
    {
        "former", "ex", "then", "new", "current", "outgoing", "incoming", "longtime", "veteran", "first-term", "second-term", "third-term", "embattled", "two-term", "late", "young", "newly", "elected",
    };

    private readonly HashSet<string>?[] _ties = new HashSet<string>?[people.Count];

    /// <summary>The person, -1 where the words may mean somebody else; and why, in words a reader understands.</summary>
    public (int Person, string? Why) Find(Paragraph p, SpeakerPhrase phrase)
    {
        if (!p.Is(phrase.First, "the") || people.Count == 0)
            return (-1, null);
        var head = HeadOf(p, phrase);
        var word = p[head].ToString();
        var kinds = WordLists.Embedded.Of(word);
        var isEpithet = _epithets.Contains(word) || word.EndsWith("-year-old", StringComparison.OrdinalIgnoreCase);
        if ((kinds & WordKinds.AnyRole) == WordKinds.None && !isEpithet)
            return (-1, null);
        var gender = (kinds & WordKinds.RoleMale) != WordKinds.None ? Gender.Male : (kinds & WordKinds.RoleFemale) != WordKinds.None ? Gender.Female : Gender.Unknown;
        var tied = Enumerable.Range(0, people.Count).Where(person => IsTied(person, p, phrase.First + 1, head)).ToHashSet();
        if (tied.Count > 0)
        {
            var holder = antecedents.Find(p, phrase.First, gender, tied.Count == 1 ? int.MaxValue : NearReach, tied.Contains);
            return (holder, holder < 0 ? null : $"“{word}” is said of this person in the article");
        }
        if (_deputies.Contains(word) || (kinds & WordKinds.Bystander) != WordKinds.None && !isEpithet)
            return (-1, null);
        var isFormer = p.Is(phrase.First + 1, "former") || p[phrase.First + 1].StartsWith("ex-", StringComparison.OrdinalIgnoreCase) || p[head].StartsWith("ex-", StringComparison.OrdinalIgnoreCase);
        if (!isEpithet && (!isFormer || IsIntroduced(word, p.Tokens[phrase.First].Start)))
            return (-1, null);
        var subject = antecedents.Find(p, phrase.First, gender, EpithetReach);
        return (subject, subject < 0 ? null : "taken to mean whom the sentence before is about");
    }

    /// <summary>The noun: "president" of "the president of the council".</summary>
    private static int HeadOf(Paragraph p, SpeakerPhrase phrase)
    {
        var head = phrase.First;
        while (head < phrase.Last && p.IsWord(head + 1) && FunctionWords.IsContent(p[head + 1]) && p[head + 1] is not ("of" or "for" or "'s" or "’s"))
            head++;
        return head;
    }

    /// <summary>Whether the article says the noun of the person, and all that the description says more.</summary>
    private bool IsTied(int person, Paragraph p, int first, int head)
    {
        var ties = _ties[person] ??= TiesOf(person);
        if (!ties.Contains(p[head].ToString()))
            return false;
        for (var i = first; i < head; i++)
        {
            var word = p[i].ToString();
            var isQuality = _qualities.Contains(word) && !word.Equals("former", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ic", StringComparison.Ordinal) || word.EndsWith("an", StringComparison.Ordinal);
            if (!isQuality && !ties.Contains(word))
                return false;
        }
        return true;
    }

    /// <summary>The words of a person's office and of the appositions to the name.</summary>
    private HashSet<string> TiesOf(int person)
    {
        var ties = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Add(people[person].Office);
        // "Mayor Adams" where nothing more is known of the name.
        Add(people[person].IsPartial ? people[person].Name : null);
        foreach (var mention in mentions)
        {
            if (mention.Person != person || !text.AsSpan(mention.End).StartsWith(", "))
                continue;
            var rest = text.AsSpan(mention.End + 2, Math.Min(LongestApposition, text.Length - mention.End - 2));
            if (!rest.StartsWith("a ") && !rest.StartsWith("an ") && !rest.StartsWith("the "))
                continue;
            var end = rest.IndexOfAny(",.;\n");
            Add((end < 0 ? rest : rest[..end]).ToString());
        }
        return ties;

        void Add(string? words)
        {
            foreach (var word in words?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
                ties.Add(word);
        }
    }

    private bool IsIntroduced(string word, int before) => text.AsSpan(0, before).Contains(word, StringComparison.OrdinalIgnoreCase);
}
