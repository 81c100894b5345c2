using Lucene.Net.Search.Similarities;

namespace NewsCorpus.Search.Index;

/// <summary>BM25 with this corpus's constants. Several forms stand at each position, in the documents and in their average alike, so all are counted.</summary>
internal sealed class NewsSimilarity : BM25Similarity
{
    public static NewsSimilarity Instance { get; } = new();

    private NewsSimilarity()
        : base(FieldWeights.K1, FieldWeights.B) => DiscountOverlaps = false;
}
