using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.People;

/// <summary>Tells apart a name that somebody typed, by the lists by which names in texts are told apart.</summary>
public static class FullName
{
    /// <summary>Knows particles ("van der"), suffixes ("Jr."), titles before the name, family names that come first and those that a comma puts first. Never fails: what is not understood is the last word's.</summary>
    public static NameParts Read(string name)
    {
        var lists = WordLists.Embedded;
        var (words, suffix) = Words(name, lists);
        var full = string.Join(' ', suffix is null ? words : [.. words, suffix]);
        var first = words.FindIndex(w => !IsTitle(w, lists));
        var person = new PersonName(first > 0 && words.Count - first > 1 ? words[first..] : words, null, suffix, lists);
        if (words.Count < 2)
            return new NameParts(full, full, []);
        return new NameParts(full, person.Surname, [.. Short(person, lists).Distinct(StringComparer.Ordinal).OrderByDescending(f => f.Length)]);
    }

    private static (List<string> Words, string? Suffix) Words(string name, WordLists lists)
    {
        var parts = name.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Split).Where(p => p.Count > 0).ToList();
        string? suffix = null;
        if (parts.Count > 1 && parts[^1] is [var lone] && IsSuffix(lone, lists))
        {
            suffix = lone;
            parts.RemoveAt(parts.Count - 1);
        }
        // "Berg, Ines van der", and not "Ines Berg, mayor": what comes behind is a name, or there is no telling.
        var words = parts is [var family, var given] && char.IsUpper(given[0][0]) && !IsOffice(given[0], family.Count, lists) && !IsOffice(given[^1], family.Count, lists)
            ? [.. given, .. family]
            : parts.Count > 1 ? Split(name) : parts.Count == 1 ? parts[0] : [name];
        if (suffix is null && words.Count > 2 && IsSuffix(words[^1], lists))
        {
            suffix = words[^1];
            words = words[..^1];
        }
        return (words, suffix);
    }

    private static List<string> Split(string words) => [.. words.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)];

    private static IEnumerable<string> Short(PersonName person, WordLists lists)
    {
        yield return person.Surname;
        if (!person.Surname.Contains(person.Words[^1], StringComparison.Ordinal))
            yield break;
        // The last word alone ("Berg" for "van der Berg"), and both surnames of a Spanish name; the first of them alone unless it may as well be a middle name.
        yield return person.Words[^1];
        var before = person.Words.Count - person.Surname.Split(' ').Length - 1;
        if (before < 1)
            yield break;
        var kinds = lists.Of(person.Words[before]);
        if ((kinds & (WordKinds.Surname | WordKinds.Name)) == WordKinds.None)
            yield break;
        yield return $"{person.Words[before]} {person.Surname}";
        if ((kinds & WordKinds.AnyGiven) == WordKinds.None)
            yield return person.Words[before];
    }

    private static bool IsSuffix(string word, WordLists lists) => (lists.Of(word) & WordKinds.Suffix) != WordKinds.None;

    /// <summary>Said of somebody behind a comma: "Ada Berg, mayor". Behind a single word it may be a first name as well: "Berg, Dean".</summary>
    private static bool IsOffice(string word, int before, WordLists lists) =>
        (lists.Of(word) & WordKinds.AnyTitle) != WordKinds.None && (before > 1 || (lists.Of(word) & WordKinds.AnyGiven) == WordKinds.None);

    private static bool IsTitle(string word, WordLists lists)
    {
        const WordKinds Names = WordKinds.AnyGiven | WordKinds.Surname | WordKinds.Name;
        var kinds = lists.Of(word);
        return (kinds & WordKinds.AnyTitle) != WordKinds.None && ((kinds & Names) == WordKinds.None || word.EndsWith('.'));
    }
}
