using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Duplicates;

/// <summary>
/// Decides which candidates are copies of an article. Thread-safe. The caller looks candidates up by <see cref="CopyFingerprint.BandKeys"/>, at most
/// <see cref="CopyOptions.CandidatesPerKey"/> a key, newest first, of live articles other than the one in hand.
/// </summary>
public sealed class CopyMatcher(CopyOptions options)
{
    private static readonly HashSet<ulong> NothingCommon = [];

    /// <summary>Part of the sampled shingles that a candidate must share to speak for common property: every paragraph holds some phrase of five words that is in use everywhere, and that alone says nothing.</summary>
    private const int CommonPart = 8;

    /// <summary>The copies among the candidates, the closest first; ties by id.</summary>
    /// <param name="outletId">The article's outlet, or null: within one outlet a repeated opening or ending is boilerplate unless nearly all is repeated.</param>
    /// <param name="load">The words of a candidate, asked for once at most and only where the fingerprints leave it open; null where the article is gone.</param>
    public IReadOnlyList<CopyMatch> Match(CopyText text, CopyFingerprint fingerprint, int? outletId, IEnumerable<CopyCandidate> candidates, Func<long, CopyText?> load) =>
        Match(() => text, fingerprint, outletId, candidates, load);

    /// <summary>The same for an article whose words are asked for only where a candidate is compared with them: for most there is none.</summary>
    public IReadOnlyList<CopyMatch> Match(Func<CopyText> text, CopyFingerprint fingerprint, int? outletId, IEnumerable<CopyCandidate> candidates, Func<long, CopyText?> load)
    {
        if (fingerprint.WordCount < options.MinExactWords)
            return [];
        var pool = candidates.DistinctBy(candidate => candidate.ArticleId).ToList();
        var common = CommonShingles(fingerprint, pool);
        var matches = new List<CopyMatch>();
        var perStory = new Dictionary<long, int>();
        var compared = 0;
        foreach (var (candidate, _) in Ranked(fingerprint, pool, common))
        {
            if (compared == options.Comparisons && candidate.Fingerprint.TextHash != fingerprint.TextHash)
                continue;
            var seen = perStory.GetValueOrDefault(candidate.StoryId);
            if (seen == options.ComparisonsPerStory)
                continue;
            perStory[candidate.StoryId] = seen + 1;
            if (candidate.Fingerprint.TextHash == fingerprint.TextHash)
            {
                matches.Add(new CopyMatch(candidate.ArticleId, candidate.StoryId, CopyKind.Exact, 1, 1));
            }
            else if (load(candidate.ArticleId) is { } other)
            {
                compared++;
                if (Compare(candidate, outletId is not null && candidate.OutletId == outletId, text(), other, common) is { } match)
                    matches.Add(match);
            }
        }
        return [.. matches.OrderBy(match => match.Kind).ThenByDescending(match => match.Similarity).ThenBy(match => match.ArticleId)];
    }

    /// <summary>Compares two articles by their words alone, without what a corpus knows of common shingles. Null where neither is a copy of the other. Ids are 0.</summary>
    public CopyMatch? Compare(CopyText text, CopyText other, bool isSameOutlet = false)
    {
        var candidate = new CopyCandidate(0, 0, CopyFingerprint.Of(other, options));
        return CopyFingerprint.Of(text, options).TextHash != candidate.Fingerprint.TextHash ? Compare(candidate, isSameOutlet, text, other, NothingCommon)
            : text.WordCount >= options.MinExactWords ? new CopyMatch(0, 0, CopyKind.Exact, 1, 1)
            : null;
    }

    private CopyMatch? Compare(CopyCandidate candidate, bool isSameOutlet, CopyText text, CopyText other, HashSet<ulong> common)
    {
        var overlap = CopyOverlap.Measure(text, other, common, options.ShingleWords);
        var isShorter = overlap.LeftWhole.Words <= overlap.RightWhole.Words;
        var (shorter, longer) = isShorter ? (overlap.LeftWhole, overlap.RightWhole) : (overlap.RightWhole, overlap.LeftWhole);
        var (shorterOwn, longerOwn) = isShorter ? (overlap.Left, overlap.Right) : (overlap.Right, overlap.Left);
        if (shorter.Words < options.MinWords)
            return null;
        CopyMatch As(CopyKind kind, bool groups = true) => new(candidate.ArticleId, candidate.StoryId, kind, overlap.Jaccard, shorter.Containment, groups);

        if (Math.Min(shorter.Containment, longer.Containment) >= options.WholeContainment)
            return As(CopyKind.Near);
        // Quotations prove a common source, not a copy: the own words must be shared too. Where there are none to speak of on either side, nearly everything must be shared.
        if (Math.Max(shorterOwn.Words, longerOwn.Words) < options.MinWords ? shorter.Containment < options.WholeContainment : !IsCopy(shorterOwn, longerOwn, isSameOutlet))
            return null;
        if (!IsCopy(shorter, longer, isSameOutlet))
            return null;
        if (longer.Containment >= options.NearReverseContainment)
            return As(CopyKind.Near);
        // A digest holds many articles: only from its opening, or as a good part of it, does an excerpt share its story.
        return As(isShorter ? CopyKind.Excerpt : CopyKind.ExcerptedBy, longer.First <= options.LeadWords / 2 || longer.Containment >= options.ExcerptShare);
    }

    private bool IsCopy(Coverage shorter, Coverage longer, bool isSameOutlet)
    {
        if (shorter.Words > longer.Words)
            (shorter, longer) = (longer, shorter);
        var isEnding = shorter.IsEndingOnly && longer.IsEndingOnly;
        var isOpening = shorter.IsOpeningOnly && longer.IsOpeningOnly;
        var needed = shorter.Words < options.MinOwnWords || (isSameOutlet && (isEnding || isOpening)) ? options.WholeContainment
            : longer.Containment < options.NearReverseContainment ? options.ExcerptContainment
            : isEnding ? options.EndingContainment
            : options.NearContainment;
        return shorter.Words >= options.ShingleWords && shorter.Containment >= needed;
    }

    private HashSet<ulong> CommonShingles(CopyFingerprint fingerprint, List<CopyCandidate> pool)
    {
        var mine = new HashSet<ulong>(fingerprint.SampledShingles);
        var stories = new Dictionary<ulong, HashSet<long>>();
        foreach (var candidate in pool)
        {
            var shared = candidate.Fingerprint.SampledShingles.Where(mine.Contains).ToHashSet();
            if (shared.Count * CommonPart < mine.Count)
                continue;
            foreach (var shingle in shared)
            {
                if (!stories.TryGetValue(shingle, out var known))
                    stories[shingle] = known = [];
                known.Add(candidate.StoryId);
            }
        }
        return [.. stories.Where(entry => entry.Value.Count >= options.CommonStories).Select(entry => entry.Key)];
    }

    /// <summary>Candidates worth a comparison, the likeliest first.</summary>
    private static List<(CopyCandidate Candidate, double Score)> Ranked(CopyFingerprint fingerprint, List<CopyCandidate> pool, HashSet<ulong> common)
    {
        var mine = new HashSet<ulong>(fingerprint.SampledShingles);
        mine.ExceptWith(common);
        var ranked = new List<(CopyCandidate Candidate, double Score)>(pool.Count);
        foreach (var candidate in pool)
        {
            if (candidate.Fingerprint.TextHash == fingerprint.TextHash)
            {
                ranked.Add((candidate, double.MaxValue));
                continue;
            }
            var jaccard = fingerprint.EstimateJaccard(candidate.Fingerprint);
            if (jaccard < LeastJaccard(fingerprint.WordCount, candidate.Fingerprint.WordCount))
                continue;
            var shared = candidate.Fingerprint.SampledShingles.Distinct().Count(mine.Contains);
            if (shared > 0 || jaccard > 0)
                ranked.Add((candidate, jaccard + (double)shared / Math.Max(1, mine.Count)));
        }
        ranked.Sort((a, b) => a.Score == b.Score ? a.Candidate.ArticleId.CompareTo(b.Candidate.ArticleId) : b.Score.CompareTo(a.Score));
        return ranked;
    }

    /// <summary>
    /// The estimate below which two articles of these lengths are not worth a comparison: where they share a third of the shorter one's shingles (copies share far more; a third leaves room
    /// for one mistyped word in five), less twice the standard error of an estimate from sixty values.
    /// </summary>
    private static double LeastJaccard(int words, int otherWords)
    {
        var shared = Math.Min(words, otherWords) / 3.0;
        var jaccard = shared / (words + otherWords - shared);
        return jaccard - 2 * Math.Sqrt(jaccard * (1 - jaccard) / 60);
    }
}
