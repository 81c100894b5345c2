using NewsCorpus.Articles;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Extraction.Outlets;

/// <summary>
/// Finds the outlet an article was published by, by <see cref="OutletRules"/>: a stated name, a line that says where the text first appeared, the site of its address, the site of the feed it came from, a copyright line.
/// Feed and mobile hosts fold into their site; feed services, networks and archives are no outlets, and portals (msn.com, yahoo.com) only where nothing else is known, so that an article read through one keeps its own outlet.
/// Where address and feed disagree, the address wins and both stay as evidence. A stated company or site name gives way to a well-known site in the address ("Guardian News &amp; Media" at theguardian.com is The Guardian).
/// The agency whose copy it is stands apart. Where nothing names an outlet, those that the text mentions are hints, which are no value.
/// </summary>
public static class OutletReader
{
    private const int MaxEvidence = 8;

    public static OutletFinding Read(ArticleDraft draft, ArticleContent content)
    {
        var clues = OutletRules.Read(draft, content);
        var credit = WireCredit.Find(draft, content);
        var link = LinkOf(draft);
        if (Choose(clues, credit?.Agency) is not { } winner)
            return new OutletFinding(null, FactKind.Unknown, credit?.Agency, link, [.. credit is { } alone ? [alone.Evidence] : Array.Empty<Evidence>(), .. OutletHints.Find(content)]);

        var outlet = Complete(winner, clues);
        var spelled = outlet.Name == outlet.Domain ? SpelledName.Find(draft, content, outlet.Domain) : null;
        outlet = spelled is null ? outlet : outlet with { Name = spelled.Value! };
        var evidence = new List<Evidence> { winner.ToEvidence(null) with { Value = outlet.Name } };
        if (spelled is not null)
            evidence.Add(spelled);
        foreach (var clue in clues)
        {
            if (clue == winner || evidence.Count >= MaxEvidence)
                continue;
            var agrees = clue.AgreesWith(outlet.Name, outlet.Domain);
            evidence.Add(clue.ToEvidence(agrees ? null : $"Names another outlet than {winner.Rule}, which goes before it.") with { Value = agrees ? outlet.Name : clue.Shown });
        }
        if (credit is { } found)
            evidence.Add(found.Evidence);
        return new OutletFinding(outlet, winner.Kind, credit?.Agency, link, evidence);
    }

    private static OutletClue? Choose(List<OutletClue> clues, string? agency)
    {
        var site = clues.Find(clue => clue.IsSite && clue.Weight == ClueWeight.Plain);
        return clues.Find(clue => clue.Weight != ClueWeight.LastResort && !GivesWay(clue, site, agency))
            ?? clues.Find(clue => clue.Domain is not { } domain || !PassThroughHosts.IsPortal(domain))
            ?? clues.FirstOrDefault();
    }

    /// <summary>A company's name beside the address of a well-known site, and the agency's name beside the address of any.</summary>
    private static bool GivesWay(OutletClue clue, OutletClue? site, string? agency)
    {
        if (clue.Weight != ClueWeight.Loose || site is null || clue.AgreesWith(site.Shown, site.Domain))
            return false;
        return (site.IsKnown && !clue.IsKnown) || (agency is not null && clue.Name is { } name && WireAgencies.Find(name) == agency);
    }

    /// <summary>Adds the domain to a name and the name to a domain, where another clue gives it.</summary>
    private static OutletReading Complete(OutletClue winner, List<OutletClue> clues)
    {
        var (name, domain) = (winner.Name, winner.Domain);
        if (domain is null)
            domain = clues.Find(clue => clue is { IsSite: true, IsKnown: false, Weight: ClueWeight.Plain })?.Domain;
        name ??= clues.Find(clue => clue.Name is { } spelled && OutletNames.IsSpelledBy(spelled, domain!))?.Name
            ?? clues.Find(clue => clue is { Name: not null, IsKnown: false, Kind: FactKind.Stated } && clue.Weight != ClueWeight.LastResort)?.Name ?? domain!;
        return new OutletReading(name, domain);
    }

    private static string? LinkOf(ArticleDraft draft)
    {
        foreach (var (_, address) in ArticleLinks.Of(draft))
            return address.AbsoluteUri;
        return ArticleLinks.TryRead(draft.EntryKey, out var entry) ? entry.AbsoluteUri : null;
    }
}
