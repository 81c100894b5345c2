using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace NewsCorpus.Search.Index;

/// <summary>Documents of later revisions than the one given. Adds nothing to a score. It says of itself how few they are, so that whatever is asked with it looks at no other documents.</summary>
internal sealed class ChangedQuery(long revision) : Query
{
    public override Weight CreateWeight(IndexSearcher searcher) => new ChangedWeight(this, revision);

    public override string ToString(string field) => $"revision > {revision}";

    private sealed class ChangedWeight(Query query, long revision) : Weight
    {
        /// <summary>By segment: a large one is gone through in several slices.</summary>
        private readonly ConcurrentDictionary<int, int[]> _docs = new();

        public override Query Query => query;

        public override float GetValueForNormalization() => 0;

        public override void Normalize(float norm, float topLevelBoost)
        {
            // There is no score to be normalised.
        }

        public override Explanation Explain(AtomicReaderContext context, int doc) => new(0, query.ToString(""));

        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs) =>
            _docs.GetOrAdd(context.Ord, _ => SegmentRevisions.Of(context.AtomicReader).After(revision)) is { Length: > 0 } docs ? new ListScorer(this, docs, acceptDocs) : null;
    }

    private sealed class ListScorer(Weight weight, int[] docs, IBits? acceptDocs) : Scorer(weight)
    {
        private int _at = -1;

        public override int DocID => _at < 0 ? -1 : _at < docs.Length ? docs[_at] : NO_MORE_DOCS;

        public override int Freq => 1;

        public override float GetScore() => 0;

        public override int NextDoc()
        {
            do
                _at++;
            while (_at < docs.Length && acceptDocs?.Get(docs[_at]) == false);
            return DocID;
        }

        public override int Advance(int target)
        {
            var found = Array.BinarySearch(docs, Math.Min(_at + 1, docs.Length), docs.Length - Math.Min(_at + 1, docs.Length), target);
            _at = (found < 0 ? ~found : found) - 1;
            return NextDoc();
        }

        public override long GetCost() => docs.Length;
    }
}
