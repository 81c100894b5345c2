using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>Why an outlet cannot have a name or a domain: another one answers to it. The remedy is then to merge the two.</summary>
internal static class OutletConflicts
{
    /// <summary>Looks at the names and domains that an editor gives; those that the rules gave may be shared.</summary>
    /// <param name="words">Names or domains.</param>
    /// <param name="field">The field of the outlet that they are meant for.</param>
    public static async Task<string?> FindAsync(EditSession session, Outlet outlet, string field, IEnumerable<string> words, CancellationToken cancellation)
    {
        var isDomain = field == CorrectionFields.Domains;
        foreach (var word in words)
        {
            var owners = isDomain
                ? await OutletChoice.ByDomainAsync(session, word, cancellation) is { } owner ? [owner] : []
                : await OutletChoice.NamedAsync(session, word, cancellation);
            foreach (var other in owners.Where(o => o != outlet))
            {
                // Of outlets that were merged into this one all words lead here already.
                if (await OutletChoice.ShownAsync(session, other, cancellation) == await OutletChoice.ShownAsync(session, outlet, cancellation))
                {
                    if (!isDomain)
                        continue;
                    return $"{word} belongs to “{other.Name}”, which is merged with this outlet: its articles are here already.";
                }
                return isDomain
                    ? $"{word} belongs to the outlet “{other.Name}” (id {other.Id}). Merge that outlet into this one, or take the domain from it first."
                    : $"“{word}” is a name of another outlet: “{other.Name}”{(other.Domain is { } site ? $", {site}" : "")} (id {other.Id}). Merge that outlet into this one instead.";
            }
        }
        return null;
    }
}
