using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.People;

/// <summary>
/// Joins the names of one article into persons. Full names first, over the whole article; then surnames with a title; then bare names, each to the one person it
/// fits, else to the nearest fitting one, else to nobody; last, the same words elsewhere that the tagger passed over. A bare surname without a full name or title is nobody.
/// </summary>
internal sealed class WithinArticleResolver(TokenisedText document, byte[] labels, WordLists lists)
{
    private readonly record struct Found(KnownPerson Person, int From, int To, int Block, string Rule);

    private readonly PersonIndex _people = new();
    private readonly List<Found> _found = [];
    private readonly OfficeReader _offices = new(document, labels);
    private readonly SpeakerCues _cues = new(document);
    private readonly NameSpanReader _reader = new(document, labels, lists);
    private readonly bool[] _taken = new bool[document.Tokens.Length];

    public PeopleFinding Resolve()
    {
        var names = _reader.Read();
        var endings = names.Where(n => n.IsFull).SelectMany(n => Enumerable.Range(1, Math.Max(0, n.Keys.Length - 2)).Select(i => string.Join(' ', n.Keys[i..]))).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
            if (names[i].IsFull && endings.Contains(string.Join(' ', names[i].Keys)))
                names[i] = names[i] with { IsFull = false };
        var votes = Votes(names);
        foreach (var name in names)
            if (name.IsFull && !IsShouting(name.From) && votes[HashOf(name.From, name.To)] > 0)
                TakeFull(name);
        foreach (var name in names)
            if (name.IsFull && IsShouting(name.From))
                TakeShouted(name);
        foreach (var name in names)
            if (!name.IsFull && name.Title.Addressed is not null && !IsShouting(name.From))
                TakeTitled(name);
        foreach (var name in names)
            if (!name.IsFull && !_taken[name.From])
                TakeBare(name);
        TakeWhatTheTaggerPassedOver();
        return Report();
    }

    private bool IsShouting(int token) => (document.Tokens[token].Flags & TokenisedText.Shouting) != 0;

    private int BlockStart(int block) => block == 0 ? 0 : document.BlockEnds[block - 1];

    /// <summary>For the words of each name how often they are labelled a person, less how often an organisation, a place or the like: agreement over the document decides.</summary>
    private Dictionary<uint, int> Votes(List<NameSpan> names)
    {
        var votes = new Dictionary<uint, int>();
        foreach (var name in names)
            CollectionsMarshal.GetValueRefOrAddDefault(votes, HashOf(name.From, name.To), out _)++;
        for (var i = 0; i < labels.Length; i++)
        {
            if (Labels.ClassOf(labels[i]) <= 1)
                continue;
            var from = i;
            while (i + 1 < labels.Length && Labels.ClassOf(labels[i + 1]) == Labels.ClassOf(labels[from]) && !Labels.CanStart(labels[i + 1]))
                i++;
            ref var vote = ref CollectionsMarshal.GetValueRefOrNullRef(votes, HashOf(from, i + 1));
            if (!Unsafe.IsNullRef(ref vote))
                vote--;
        }
        return votes;
    }

    private uint HashOf(int from, int to)
    {
        var hash = 0u;
        for (var i = from; i < to; i++)
            hash = WordHash.Combine(hash, document.Tokens[i].Word);
        return hash;
    }

    private bool SameWords(int a, int b, int length)
    {
        for (var i = 0; i < length; i++)
            if (document.Tokens[a + i].Word != document.Tokens[b + i].Word)
                return false;
        return true;
    }

    private void TakeFull(NameSpan span)
    {
        var name = new PersonName(span.Words, span.Nickname, span.Suffix, lists);
        var person = _people.WithName(name) ?? _people.Compatible(name);
        if (person is null)
        {
            if (_people.IsFull)
                return;
            person = new KnownPerson
            {
                Name = name,
                Display = TextOf(span),
                Surname = name.Surname,
                Gender = Genders.OfGivenName(lists.Of(name.GivenName)),
                Naming = span,
                NamingRule = "full name",
            };
            _people.Add(person, span);
        }
        else
        {
            if (name.Weight > person.Name!.Weight)
            {
                person.Name = name;
                person.Display = TextOf(span);
                person.Surname = name.Surname;
                person.Naming = span;
            }
            _people.AddVariant(person, name, span);
        }
        Learn(person, span);
        Add(person, span, "full name");
    }

    /// <summary>A name in a line of capitals is somebody only when the article's ordinary text names them too.</summary>
    private void TakeShouted(NameSpan span)
    {
        var name = new PersonName(span.Words, span.Nickname, span.Suffix, lists);
        if ((_people.WithName(name) ?? _people.Compatible(name)) is { } person)
            Add(person, span, "full name");
    }

    private void TakeTitled(NameSpan span)
    {
        if (Choose(span, out var fit) is { } person)
        {
            Learn(person, span);
            Add(person, span, RuleOf(person, fit));
            return;
        }
        // Two that fit and no telling which: nobody, and no third person either.
        if (fit != NameFit.None || _people.IsFull || !CanStandForAPerson(span))
            return;
        person = new KnownPerson
        {
            Display = $"{span.Title.Addressed} {TextOf(span)}",
            Surname = TextOf(span),
            Title = span.Title.Addressed,
            Naming = span,
            NamingRule = "title before a surname",
        };
        _people.Add(person, span);
        Learn(person, span);
        Add(person, span, person.NamingRule);
    }

    private bool CanStandForAPerson(NameSpan span)
    {
        ref readonly var token = ref document.Tokens[span.To - 1];
        return token.End - token.Start > 1 && token.Case is TokenCase.Capitalised or TokenCase.Mixed && (token.Kinds & (WordKinds.Geography | WordKinds.Calendar | WordKinds.AnyTitle)) == WordKinds.None;
    }

    private void TakeBare(NameSpan span)
    {
        if (Choose(span, out var fit) is { } person)
            Add(person, span, RuleOf(person, fit));
        else if (span.To - span.From == 1)
            TakePair(span);
    }

    /// <summary>"Wren-Okafor" of the "Wren-Okafor talks", where both are people of the article.</summary>
    private void TakePair(NameSpan span)
    {
        var word = span.Words[0];
        var hyphen = word.IndexOfAny(['-', '‑']);
        if (hyphen <= 0 || hyphen == word.Length - 1)
            return;
        var left = WithSurname(word[..hyphen]);
        var right = WithSurname(word[(hyphen + 1)..]);
        if (left.Count == 1 && right.Count == 1 && left[0] != right[0])
            Add(left[0], span, "surname of a person named in full");
    }

    private List<KnownPerson> WithSurname(string word)
    {
        string[] keys = [PersonName.Key(word)];
        return [.. _people.Sharing(keys).Where(p => p.Fit(keys) == NameFit.Surname)];
    }

    /// <summary>The person that the words fit best: one only, or the one named nearest before; null where none or no telling.</summary>
    private KnownPerson? Choose(NameSpan span, out NameFit fit)
    {
        fit = NameFit.None;
        var candidates = new List<KnownPerson>();
        foreach (var person in _people.Sharing(span.Keys))
        {
            var personFit = person.Fit(span.Keys);
            if (personFit == NameFit.None || personFit < fit || !Genders.Fit(person.Gender, span.Title.Gender) || (personFit == NameFit.Given && span.Title.Addressed is not null && !IsRoyal(span)))
                continue;
            if (personFit > fit)
                candidates.Clear();
            fit = personFit;
            candidates.Add(person);
        }
        if (candidates.Count <= 1)
            return candidates.Count == 1 ? candidates[0] : null;
        if (span.Title.Addressed is { } title)
        {
            var titled = candidates.FindAll(p => HasTitle(p, title));
            if (titled.Count == 1)
                return titled[0];
        }
        return Nearest(candidates, span);
    }

    private bool IsRoyal(NameSpan span) => lists.Of(span.Title.Addressed) is var kinds && (kinds & (WordKinds.HonorificMale | WordKinds.HonorificFemale | WordKinds.Honorific)) != WordKinds.None;

    private static bool HasTitle(KnownPerson person, string title) =>
        person.Office is { } office && (office.Contains(title.TrimEnd('.'), StringComparison.OrdinalIgnoreCase) || person.Title == title);

    /// <summary>The one candidate named in the same or the last earlier block that names any of them; null when that block names two.</summary>
    private static KnownPerson? Nearest(List<KnownPerson> candidates, NameSpan span)
    {
        var lastBlock = candidates.SelectMany(c => c.Places).Where(p => p.Token < span.From).Select(p => p.Block).DefaultIfEmpty(-1).Max();
        var named = candidates.FindAll(c => c.Places.Exists(p => p.Block == lastBlock && p.Token < span.From));
        return named.Count == 1 ? named[0] : null;
    }

    private static string RuleOf(KnownPerson person, NameFit fit)
    {
        if (person.Name is null)
            return "surname of a person named with a title";
        return fit switch
        {
            NameFit.Given => "given name of a person named in full",
            NameFit.Inner => "part of the name of a person named in full",
            _ => "surname of a person named in full",
        };
    }

    private void Learn(KnownPerson person, NameSpan span)
    {
        if (span.Title.Gender != Gender.Unknown)
            person.Gender = span.Title.Gender;
        person.Office ??= span.Title.Office ?? (span.IsFull ? _offices.After(span.To, document.BlockEnds[span.Block]) : null);
    }

    private void Add(KnownPerson person, NameSpan span, string rule) => Add(person, span.From, span.To, span.Block, rule);

    private void Add(KnownPerson person, int from, int to, int block, string rule)
    {
        for (var i = from; i < to; i++)
            _taken[i] = true;
        person.Places.Add((from, block));
        _found.Add(new Found(person, from, to, block, rule));
    }

    /// <summary>Names of the persons found, where the tagger saw none: the whole name, or the surname standing alone.</summary>
    private void TakeWhatTheTaggerPassedOver()
    {
        if (_people.Count == 0)
            return;
        var first = 0;
        for (var block = 0; block < document.BlockEnds.Count; block++)
        {
            var end = document.BlockEnds[block];
            for (var i = first; i < end; i++)
            {
                ref readonly var token = ref document.Tokens[i];
                if (_taken[i] || !token.IsCapital)
                    continue;
                if (!TakeFullName(i, end, block) && StandsAlone(i, first, end) && _reader.Make(i, i + 1, block, first, end) is { } span)
                {
                    if (Choose(span, out var fit) is { } person && fit == NameFit.Surname)
                        Add(person, span, RuleOf(person, fit));
                }
            }
            first = end;
        }
    }

    private bool TakeFullName(int i, int end, int block)
    {
        foreach (var person in _people.StartingWith(document.Tokens[i].Word))
        {
            foreach (var (from, to) in person.Spellings)
            {
                var length = to - from;
                if (i + length > end || !SameWords(i, from, length) || _taken.AsSpan(i, length).Contains(true) || (i + length < end && Labels.ClassOf(labels[i + length]) > 1 && !Labels.CanStart(labels[i + length])))
                    continue;
                Add(person, i, i + length, block, "full name");
                return true;
            }
        }
        return false;
    }

    /// <summary>No other capitalised word joins it to a longer name.</summary>
    private bool StandsAlone(int i, int first, int end)
    {
        var nameClass = Labels.ClassOf(labels[i]);
        var inLongerThing = nameClass > 1 && ((i + 1 < end && Labels.ClassOf(labels[i + 1]) == nameClass && !Labels.CanStart(labels[i + 1])) || !Labels.CanStart(labels[i]));
        if (inLongerThing || document.Tokens[i].Case == TokenCase.Initial)
            return false;
        if ((document.Tokens[i].Flags & (TokenisedText.Shouting | TokenisedText.Headline)) != 0)
            return true;
        if (i + 1 < end && document.Tokens[i + 1].IsCapital)
            return false;
        return i == first || !document.Tokens[i - 1].IsCapital || (document.Tokens[i - 1].Kinds & WordKinds.AnyTitle) != WordKinds.None || (document.Tokens[i - 1].Flags & TokenisedText.SentenceStart) != 0;
    }

    private string TextOf(NameSpan span) => document.Text[document.Tokens[span.From].Start..document.Tokens[span.To - 1].End];

    private PeopleFinding Report()
    {
        _found.Sort((a, b) => a.From.CompareTo(b.From));
        var people = new List<PersonReading>();
        var mentions = new List<Mention>();
        var evidence = new List<Evidence>();
        var index = new Dictionary<KnownPerson, int>();
        foreach (var found in _found)
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
