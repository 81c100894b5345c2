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

    /// <param name="holders">All people of the corpus with the surname.</param>
    /// <returns>The one who is meant, or null; and all who may be meant, those who are certain first.</returns>
    public static (Meaning? Certain, IReadOnlyList<Meaning> Possible) Judge(TitledName name, IEnumerable<OfficeHolder> holders)
    {
        var certain = new List<Meaning>();
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
            if (best is not null)
                (isCertain ? certain : possible).Add(best);
        }
        return (certain.Count == 1 ? certain[0] : null, [.. certain, .. possible]);
    }

    private static (Meaning Meaning, bool IsCertain)? Of(TitledName name, OfficeHolder holder, OfficeSeen seen)
    {
        if (seen.Office.Head != name.Office.Head || seen.Office.Contradicts(name.Office))
            return null;
        var apart = name.Year is { } a && seen.Year is { } b ? Math.Abs(a - b) : (int?)null;
        if (apart > Generation)
            return null;
        var inTime = apart is null or <= Tenure;
        if ((seen.Office.Shared(name.Office) ?? seen.Office.Scopes.FirstOrDefault(s => $" {name.Text.Value} ".Contains($" {s} ", StringComparison.Ordinal))) is { } place)
            return (new Meaning(holder, seen, $"title, surname and place ({OfficePhrase.Capitals(place)}) of somebody named in full in another article"), inTime);
        if (name.Office.IsSingular)
            return (new Meaning(holder, seen, "title and surname of the only holder of the office who is named in full"), inTime);
        if (seen.OutletId is not null && seen.OutletId == name.OutletId && apart <= Familiar)
            return (new Meaning(holder, seen, "title and surname of somebody whom the same outlet names in full"), true);
        return (new Meaning(holder, seen, "title and surname, but nothing that says where"), false);
    }
}
