using NewsCorpus.Extraction.Duplicates;
using NewsCorpus.Store.Copies;

namespace NewsCorpus.Ingestion.Stories;

/// <summary>Finds the articles that share a key: among those stored before, and among those that the step itself has met.</summary>
internal sealed class CopyFinder(CopyKeys keys, KeyPages pages, CopyOptions options)
{
    private readonly Dictionary<uint, List<long>> _met = [];

    /// <summary>What is to be stored of the articles met, see <see cref="KeyPages.Pair"/>.</summary>
    public List<ulong> Pairs { get; } = [];

    /// <summary>Articles that share a key with this one, which later ones find from now on.</summary>
    public IReadOnlyCollection<long> Meet(CopyMember member)
    {
        var found = new HashSet<long>();
        var sharing = new List<long>();
        foreach (var key in member.Fingerprint!.BandKeys.Select(CopyKeys.Kept).Distinct())
        {
            sharing.Clear();
            if (_met.TryGetValue(key, out var met))
                sharing.AddRange(Enumerable.Reverse(met).Take(options.CandidatesPerKey));
            else
                _met[key] = met = new List<long>(1);
            met.Add(member.Id);
            keys.Find(key, pages, sharing, options.CandidatesPerKey);
            found.UnionWith(sharing);
            Pairs.Add(KeyPages.Pair(key, member.Id));
        }
        found.Remove(member.Id);
        return found;
    }
}
