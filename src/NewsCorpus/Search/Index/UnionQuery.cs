using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace NewsCorpus.Search.Index;

/// <summary>Documents with any of many words, all scored alike: one bit a document, filled in one pass over the words' lists, where a heap over thousands of lists would crawl.</summary>
internal sealed class UnionQuery(IReadOnlyList<Term> terms) : Query
{
    public override Weight CreateWeight(IndexSearcher searcher) => new UnionWeight(this, terms);

    public override string ToString(string field) => $"any of {terms.Count} words";

    private sealed class UnionWeight(UnionQuery query, IReadOnlyList<Term> terms) : Weight
    {
        private float _score = 1;

        public override Query Query => query;

        public override float GetValueForNormalization() => query.Boost * query.Boost;

        public override void Normalize(float norm, float topLevelBoost) => _score = norm * topLevelBoost * query.Boost;

        public override Explanation Explain(AtomicReaderContext context, int doc) => new(_score, query.ToString(""));

        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs)
        {
            var words = context.AtomicReader.GetTerms(terms[0].Field)?.GetEnumerator();
            if (words is null)
                return null;
            var bits = new FixedBitSet(context.AtomicReader.MaxDoc);
            var docs = default(DocsEnum);
            var isEmpty = true;
            foreach (var term in terms)
            {
                if (!words.SeekExact(term.Bytes))
                    continue;
                docs = words.Docs(acceptDocs, docs, DocsFlags.NONE);
                for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
                {
                    bits.Set(doc);
                    isEmpty = false;
                }
            }
            return isEmpty ? null : new UnionScorer(this, bits, _score);
        }
    }

    private sealed class UnionScorer(Weight weight, FixedBitSet bits, float score) : Scorer(weight)
    {
        private int _doc = -1;

        public override int DocID => _doc;

        public override int Freq => 1;

        public override float GetScore() => score;

        public override int NextDoc() => Advance(_doc + 1);

        public override int Advance(int target)
        {
            var next = target >= bits.Length ? -1 : bits.NextSetBit(target);
            return _doc = next < 0 ? NO_MORE_DOCS : next;
        }

        public override long GetCost() => bits.Length;
    }
}
