using NewsCorpus.Articles;
using NewsCorpus.Extraction.People;

namespace NewsCorpus.Extraction.Identities;

/// <summary>Which full names may be one person's: other spellings, short forms, left-out middle names. Never certain: an editor judges.</summary>
internal sealed class NameVariants
{
    private readonly PersonName _name;
    private readonly string? _nickname;
    private readonly string _given;
    private readonly string _family;

    /// <summary>All behind the first word, as one.</summary>
    private readonly string _rest;

    private NameVariants(PersonName name, string? nickname)
    {
        _name = name;
        _nickname = nickname;
        _given = PersonName.LongForm(PersonName.Key(name.GivenName));
        _family = NameKey.Of(name.Surname).Replace(" ", "", StringComparison.Ordinal);
        _rest = NameKey.Of(string.Join(' ', name.Words.Skip(1))).Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>Null for a name of a single word, which has too little to compare.</summary>
    public static NameVariants? Read(string name)
    {
        var lists = WordLists.Embedded;
        var words = new List<string>();
        string? nickname = null;
        foreach (var word in name.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
            if (words.Count > 0 && word.Length > 2 && word[0] is '"' or '“' or '‘' or '(' && word[^1] is '"' or '”' or '’' or ')')
                nickname = word[1..^1];
            else
                words.Add(word.TrimEnd(','));
        var suffix = words.Count > 2 && (lists.Of(words[^1]) & WordKinds.Suffix) != WordKinds.None ? words[^1] : null;
        if (suffix is not null)
            words.RemoveAt(words.Count - 1);
        return words.Count < 2 ? null : new NameVariants(new PersonName(words, nickname, suffix, lists), nickname);
    }

    /// <summary>Keys of which two variants share one; names that share one are mostly none.</summary>
    public IEnumerable<string> Keys()
    {
        var initials = new[] { _given, PersonName.Key(_name.GivenName), NameKey.Of(_nickname ?? "") }.Where(g => g.Length > 0).Select(g => Sounds.Of(g)[..1]).Distinct(StringComparer.Ordinal).ToList();
        var families = NameKey.Of(_name.Surname).Split(' ').Append(_family).Append(_rest).Append(PersonName.Key(_name.Words[^1]).Replace(" ", "", StringComparison.Ordinal));
        // In another order the last word may be the given name.
        var pairs = families.Where(f => f.Length > 1).SelectMany(f => initials.Select(i => $"{Sounds.Of(f)} {i}")).Append($"{Sounds.Of(PersonName.Key(_name.Words[0]))} {Sounds.Of(PersonName.Key(_name.Words[^1]))[..1]}");
        return pairs.Distinct(StringComparer.Ordinal);
    }

    /// <summary>Whether one is a fuller or shorter form of the other: an initial, a middle name or a short given name more or less.</summary>
    public bool IsCompatible(NameVariants other) => _name.Suffix == other._name.Suffix && _name.IsCompatible(other._name);

    /// <summary>Whether both give the same given name, in whichever form: "Mike" and "Michael", not "M." and "Michael".</summary>
    public bool SharesGivenName(NameVariants other) =>
        PersonName.Key(_name.Words[0]) == PersonName.Key(other._name.Words[0]) || (_given == other._given && _name.Words[0].TrimEnd('.').Length > 1 && other._name.Words[0].TrimEnd('.').Length > 1);

    /// <summary>Why two names may be one person's, in words a reader understands; null where they hardly are.</summary>
    public static string? RuleOf(NameVariants a, NameVariants b)
    {
        if (a._name.Suffix != b._name.Suffix)
            return null;
        if (a.IsCompatible(b))
        {
            if (PersonName.Key(a._name.Words[0]) == PersonName.Key(b._name.Words[0]))
                return "the same name with and without a middle name";
            return a.SharesGivenName(b)
                ? "a short form of the given name"
                : a._family == b._family ? "the same name with an initial" : "the same words in another order";
        }
        if (a._family == b._family && (IsNickname(a, b) || IsNickname(b, a)))
            return "a nickname that an article gives";
        if (a._given == b._given && (Joins(a, b) || Joins(b, a)))
            return "the same name with one of two joined surnames";
        if (a._given == b._given && a._rest == b._rest)
            return "another spelling of the same name";
        // What is the same but for a middle name has another one.
        if ((a._given == b._given && a._family == b._family) || !SameMiddle(a, b))
            return null;
        return IsSpelling(a._given, b._given) && IsSpelling(a._family, b._family) ? "another spelling of the same name" : null;
    }

    private static bool SameMiddle(NameVariants a, NameVariants b) =>
        a._name.Words.Count == 2 || b._name.Words.Count == 2 || NameKey.Of(a._name.Words[1]).FirstOrDefault() == NameKey.Of(b._name.Words[1]).FirstOrDefault();

    private static bool IsNickname(NameVariants a, NameVariants b) => a._nickname is { } nickname && NameKey.Of(nickname) == PersonName.Key(b._name.GivenName);

    /// <summary>"Solheim-Vance" and "Vance".</summary>
    private static bool Joins(NameVariants joined, NameVariants single) =>
        joined._name.Surname.Contains('-', StringComparison.Ordinal) && joined._name.Surname.Split('-').Any(part => NameKey.Of(part) == single._family);

    private static bool IsSpelling(string a, string b) => a == b || (Math.Min(a.Length, b.Length) >= 4 && Sounds.Of(a) == Sounds.Of(b) && Distance(a, b) <= 1 + Math.Max(a.Length, b.Length) / 4);

    /// <summary>Letters to insert, remove or replace.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
