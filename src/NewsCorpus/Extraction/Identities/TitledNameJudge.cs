namespace NewsCorpus.Extraction.Identities;

/// <summary>
/// Says whom "Mayor Adams" means where the article does not: somebody of that surname who holds such an office elsewhere in the corpus. Certain where place and time agree and nobody else fits;
/// else only possible, for an editor to judge. What it says of an article depends on nothing but the article and the holders, never on the order in which they came.
/// </summary>
internal static class TitledNameJudge
{
    /// <summary>Years between two articles in which somebody may well have kept an office: two long terms.</summary>
    private const int Tenure = 8;

    /// <summary>Years after which the same title and surname are another generation's.</summary>
    private const int Generation = 20;

    /// <summary>Years in which an outlet that has introduced somebody may leave the given name out.</summary>
    private const int Familiar = 3;

    /// <summary>So many times as often as all others together must somebody be seen in an office to be the one whom nobody names in full: the others are namesakes by a reading gone wrong, or nearly so.</summary>
    private const int ByFar = 10;

    /// <param name="holders">All people of the corpus with the surname.</param>
    /// <returns>The one who is meant, or null; and all who may be meant, those who are certain first.</returns>
    public static (Meaning? Certain, IReadOnlyList<Meaning> Possible) Judge(TitledName name, IEnumerable<OfficeHolder> holders)
    {
        var certain = new List<(Meaning Meaning, int Articles)>();
        var possible = new List<Meaning>();
        foreach (var holder in holders)
        {
            Meaning? best = null;
            var isCertain = false;
            foreach (var seen in holder.Offices)
            {
                if (Of(name, holder, seen) is not var (meaning, sure) || (best is not null && (isCertain || !sure)))
                    continue;
                (best, isCertain) = (meaning, sure);
            }
            if (best is not null && isCertain)
                certain.Add((best, holder.Offices.Where(o => o.Office.Head == name.Office.Head && !o.Office.Contradicts(name.Office) && IsInTime(name.Year, o.Year)).Sum(o => o.Articles)));
            else if (best is not null)
                possible.Add(best);
        }
        certain.Sort((a, b) => (b.Articles, a.Meaning.Holder.PersonId).CompareTo((a.Articles, b.Meaning.Holder.PersonId)));
        return (OneOf(certain), [.. certain.Select(c => c.Meaning), .. possible]);
    }

    /// <summary>The only one who fits; or the one who is seen so by far the most, apart from fuller and shorter forms of the same name, which an editor is asked about.</summary>
    private static Meaning? OneOf(List<(Meaning Meaning, int Articles)> certain)
    {
        if (certain.Count < 2)
            return certain.Count == 0 ? null : certain[0].Meaning;
        var (most, articles) = certain[0];
        var others = certain.Skip(1).Where(c => !most.Holder.IsOneName(c.Meaning.Holder)).Sum(c => c.Articles);
        return others == 0 ? most : others * ByFar <= articles ? most with { Rule = $"{most.Rule}, who is seen in it by far the most" } : null;
    }

    /// <summary>Whether an office, seen in one year, may still or already be held in another; true where a year is not known.</summary>
    public static bool IsInTime(int? one, int? other) => YearsApart(one, other) is null or <= Tenure;

    private static int? YearsApart(int? one, int? other) => one is { } a && other is { } b ? Math.Abs(a - b) : null;

    private static (Meaning Meaning, bool IsCertain)? Of(TitledName name, OfficeHolder holder, OfficeSeen seen)
    {
        if (seen.Office.Head != name.Office.Head || seen.Office.Contradicts(name.Office))
            return null;
        var apart = YearsApart(name.Year, seen.Year);
        if (apart > Generation)
            return null;
        var inTime = IsInTime(name.Year, seen.Year);
        if ((seen.Office.Shared(name.Office) ?? seen.Office.Scopes.FirstOrDefault(s => $" {name.Text.Value} ".Contains($" {s} ", StringComparison.Ordinal))) is { } place)
            return (new Meaning(holder, seen, $"title, surname and place ({OfficePhrase.Capitals(place)}) of somebody named in full in another article"), inTime);
        if (name.Office.IsSingular)
            return (new Meaning(holder, seen, "title and surname of the holder of the office who is named in full"), inTime);
        if (seen.OutletId is not null && seen.OutletId == name.OutletId && apart <= Familiar)
            return (new Meaning(holder, seen, "title and surname of somebody whom the same outlet names in full"), true);
        return (new Meaning(holder, seen, "title and surname, but nothing that says where"), false);
    }
}
