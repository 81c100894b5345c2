namespace NewsCorpus.Extraction.People;

/// <summary>Which of the article's persons a bare name means.</summary>
internal sealed class NameChooser(PersonIndex people, WordLists lists)
{
    public List<KnownPerson> WithSurname(string word)
    {
        string[] keys = [PersonName.Key(word)];
        return [.. people.Sharing(keys).Where(p => p.Fit(keys) == NameFit.Surname)];
    }

    /// <summary>The person that the words fit best: one only, or the one named nearest before; null where none or no telling.</summary>
    public KnownPerson? Choose(NameSpan span, out NameFit fit)
    {
        fit = NameFit.None;
        var candidates = new List<KnownPerson>();
        foreach (var person in people.Sharing(span.Keys))
        {
            var personFit = person.Fit(span.Keys);
            if (personFit == NameFit.None || personFit < fit || (person.IsRelation && IsOffice(span.Title.Addressed)) || !Genders.Fit(person.Gender, span.Title.Gender) || (personFit == NameFit.Given && span.Title.Addressed is not null && !IsRoyal(span)))
                continue;
            if (personFit > fit)
                candidates.Clear();
            fit = personFit;
            candidates.Add(person);
        }
        if (candidates.Count > 1 && span.Title.Addressed is null && candidates.Exists(c => !c.IsRelation))
            candidates.RemoveAll(c => c.IsRelation && !c.Places.Exists(p => p.Block == span.Block));
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

    /// <summary>"President", not "Mr": a relative of the office's holder is not meant.</summary>
    private bool IsOffice(string? addressed) => addressed is not null && (lists.Of(addressed.AsSpan()[(addressed.LastIndexOf(' ') + 1)..]) & (WordKinds.Title | WordKinds.AnyHonorific)) == WordKinds.Title;

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

    /// <summary>Why the bare name is that person, in words.</summary>
    public static string RuleOf(KnownPerson person, NameFit fit)
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
}
