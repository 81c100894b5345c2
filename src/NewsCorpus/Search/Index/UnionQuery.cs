using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace NewsCorpus.Search.Index;

/// <summary>
/// Documents with any of many words, all scored alike: one bit a document, filled in one pass over the words' lists, where a heap over thousands of lists would crawl. A segment's bits are
/// filled once a search, however many slices of it are looked at.
/// </summary>
internal sealed class UnionQuery(IReadOnlyList<Term> terms, SearchBudget budget) : Query
{
    public override Weight CreateWeight(IndexSearcher searcher) => new UnionWeight(this, terms, budget);

    public override string ToString(string field) => $"any of {terms.Count} words";

    private sealed class UnionWeight(UnionQuery query, IReadOnlyList<Term> terms, SearchBudget budget) : Weight
    {
        /// <summary>Words between two looks at the clock.</summary>
        private const int Stride = 64;

        private readonly ConcurrentDictionary<AtomicReaderContext, Lazy<FixedBitSet?>> _bits = new();
        private float _score = 1;

        public override Query Query => query;

        public override float GetValueForNormalization() => query.Boost * query.Boost;

        public override void Normalize(float norm, float topLevelBoost) => _score = norm * topLevelBoost * query.Boost;

        public override Explanation Explain(AtomicReaderContext context, int doc) => new(_score, query.ToString(""));

        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs) =>
            _bits.GetOrAdd(context, c => new Lazy<FixedBitSet?>(() => Fill(c.AtomicReader, acceptDocs))).Value is { } bits ? new UnionScorer(this, bits, _score) : null;

        /// <returns>Null where no document has any.</returns>
        private FixedBitSet? Fill(AtomicReader reader, IBits acceptDocs)
        {
            var words = reader.GetTerms(terms[0].Field)?.GetEnumerator();
            if (words is null)
                return null;
            var bits = new FixedBitSet(reader.MaxDoc);
            var docs = default(DocsEnum);
            var isEmpty = true;
            for (var i = 0; i < terms.Count && (i % Stride > 0 || !budget.MustStop()); i++)
            {
                if (!words.SeekExact(terms[i].Bytes))
                    continue;
                docs = words.Docs(acceptDocs, docs, DocsFlags.NONE);
                for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
                {
                    bits.Set(doc);
                    isEmpty = false;
                }
            }
            return isEmpty ? null : bits;
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
