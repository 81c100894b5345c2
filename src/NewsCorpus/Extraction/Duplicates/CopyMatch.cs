using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Duplicates;

/// <summary>An article that shares a key with the one in hand.</summary>
/// <param name="ArticleId">Its id.</param>
/// <param name="StoryId">The story it belongs to, see <see cref="StoryGrouping"/>.</param>
/// <param name="Fingerprint">As stored.</param>
/// <param name="OutletId">Its outlet, or null where unknown.</param>
public sealed record CopyCandidate(long ArticleId, long StoryId, CopyFingerprint Fingerprint, int? OutletId = null);

/// <summary>A copy that was found.</summary>
/// <param name="ArticleId">The other article.</param>
/// <param name="StoryId">Its story.</param>
/// <param name="Kind">What the article in hand is to the other.</param>
/// <param name="Similarity">Jaccard similarity of the two sets of shingles, 0 to 1: exact, not estimated.</param>
/// <param name="Containment">Share of the shorter article's words, common property left out, that stand in the longer one, 0 to 1.</param>
/// <param name="Groups">False for an excerpt from the midst of a much longer article, such as one item of a digest: linked, but not grounds for one story.</param>
public sealed record CopyMatch(long ArticleId, long StoryId, CopyKind Kind, double Similarity, double Containment, bool Groups = true);
