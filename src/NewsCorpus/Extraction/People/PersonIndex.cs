using System.Runtime.InteropServices;

namespace NewsCorpus.Extraction.People;

/// <summary>The persons of an article by the words of their names, so that long lists of names cost no more than their length.</summary>
internal sealed class PersonIndex
{
    /// <summary>More than any article names; an endless list of names is cut here.</summary>
    private const int Most = 2000;

    private readonly List<KnownPerson> _people = [];
    private readonly Dictionary<string, List<KnownPerson>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownPerson> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<uint, List<KnownPerson>> _byFirstToken = [];

    public int Count => _people.Count;

    public bool IsFull => _people.Count >= Most;

    public void Add(KnownPerson person, NameSpan span)
    {
        _people.Add(person);
        if (person.Name is null)
            List(PersonName.Key(person.Surname), person);
        else
            AddVariant(person, person.Name, span);
    }

    /// <summary>Notes another spelling of the person's full name.</summary>
    public void AddVariant(KnownPerson person, PersonName name, NameSpan span)
    {
        if (!_byName.TryAdd(name.Whole, person))
            return;
        person.Variants.Add(name);
        foreach (var key in name.LookUpKeys)
            List(key, person);
        ref var starting = ref CollectionsMarshal.GetValueRefOrAddDefault(_byFirstToken, span.FirstWord, out _);
        (starting ??= []).Add(person);
        person.Spellings.Add((span.From, span.To));
    }

    public KnownPerson? WithName(PersonName name) => _byName.GetValueOrDefault(name.Whole);

    /// <summary>The last person found whose every spelling is compatible with the name.</summary>
    public KnownPerson? Compatible(PersonName name)
    {
        KnownPerson? last = null;
        foreach (var key in name.LookUpKeys)
            foreach (var person in With(key))
                if (person.Name is not null && person != last && person.Variants.TrueForAll(v => v.IsCompatible(name)))
                    last = person;
        return last;
    }

    /// <summary>Persons that have one of the words in their name, each once.</summary>
    public IEnumerable<KnownPerson> Sharing(string[] keys)
    {
        if (keys.Length == 1)
        {
            var longForm = PersonName.LongForm(keys[0]);
            return longForm == keys[0] ? With(keys[0]) : With(keys[0]).Concat(With(longForm)).Distinct();
        }
        return keys.SelectMany(With).Distinct();
    }

    public IReadOnlyList<KnownPerson> StartingWith(uint word) => _byFirstToken.GetValueOrDefault(word) ?? [];

    private List<KnownPerson> With(string key) => _byWord.GetValueOrDefault(key) ?? [];

    private void List(string key, KnownPerson person)
    {
        ref var people = ref CollectionsMarshal.GetValueRefOrAddDefault(_byWord, key, out _);
        people ??= [];
        if (!people.Contains(person))
            people.Add(person);
    }
}
