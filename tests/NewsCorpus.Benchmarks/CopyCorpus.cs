using NewsCorpus.Articles;
using NewsCorpus.Extraction.Duplicates;

namespace NewsCorpus.Benchmarks;

/// <summary>What the store does for copies, in memory: keys to articles, stories, links.</summary>
internal sealed class CopyCorpus(CopyOptions options)
{
    private readonly CopyMatcher matcher = new(options);
    private readonly Dictionary<long, List<long>> byKey = [];
    private readonly Dictionary<long, (CopyFingerprint Fingerprint, CopyText Text)> articles = [];
    private readonly Dictionary<long, long> stories = [];
    private readonly HashSet<long> excerpts = [];
    private StoryPlacement? placement;

    public int LastCandidates { get; private set; }

    public int LastLoaded { get; private set; }

    public int Stories => stories.Values.Distinct().Count();

    public IReadOnlyList<CopyMatch> Match(long id, CopyText text, int? outletId = null)
    {
        var fingerprint = CopyFingerprint.Of(text, options);
        var candidates = new HashSet<long>();
        foreach (var key in fingerprint.BandKeys)
            if (byKey.TryGetValue(key, out var list))
                candidates.UnionWith(list.TakeLast(options.CandidatesPerKey));
        LastCandidates = candidates.Count;
        LastLoaded = 0;
        var matches = matcher.Match(text, fingerprint, outletId, candidates.Order().Select(candidate => new CopyCandidate(candidate, stories[candidate], articles[candidate].Fingerprint, outletId)), candidate =>
        {
            LastLoaded++;
            return articles[candidate].Text;
        });
        placement = StoryGrouping.Place(id, matches.Select(match => new PlacedMatch(match, excerpts.Contains(match.ArticleId))));
        return matches;
    }

    /// <summary>The story of the article that was matched last.</summary>
    public long StoryOf(long id) => placement is null ? id : placement.StoryId;

    public void Add(long id, CopyText text, long story)
    {
        var fingerprint = CopyFingerprint.Of(text, options);
        articles[id] = (fingerprint, text);
        stories[id] = story;
        foreach (var key in fingerprint.BandKeys)
        {
            if (!byKey.TryGetValue(key, out var list))
                byKey[key] = list = [];
            list.Add(id);
        }
        foreach (var absorbed in placement?.Absorbed ?? [])
            foreach (var member in stories.Where(entry => entry.Value == absorbed).Select(entry => entry.Key).ToList())
                stories[member] = story;
        foreach (var link in placement?.Links ?? [])
        {
            if (link.Kind == CopyKind.Excerpt)
                excerpts.Add(link.ArticleId);
            else if (link.Kind == CopyKind.ExcerptedBy)
                excerpts.Add(link.OtherId);
        }
    }

    public bool Shares(long id, CopyText text) => CopyFingerprint.Of(text, options).BandKeys.Intersect(articles[id].Fingerprint.BandKeys).Any();

    public CopyOverlap Overlap(long id, CopyText text) => CopyOverlap.Measure(text, articles[id].Text, [], options.ShingleWords);
}
