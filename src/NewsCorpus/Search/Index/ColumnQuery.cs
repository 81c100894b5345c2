using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace NewsCorpus.Search.Index;

/// <summary>Documents by a condition on their columns. Adds nothing to a score.</summary>
internal sealed class ColumnQuery(string name, Func<SegmentColumns, int, bool> condition) : Query
{
    public override Weight CreateWeight(IndexSearcher searcher) => new ColumnWeight(this, condition);

    public override string ToString(string field) => name;

    private sealed class ColumnWeight(Query query, Func<SegmentColumns, int, bool> condition) : Weight
    {
        public override Query Query => query;

        public override float GetValueForNormalization() => 0;

        public override void Normalize(float norm, float topLevelBoost)
        {
            // There is no score to be normalised.
        }

        public override Explanation Explain(AtomicReaderContext context, int doc) => new(0, query.ToString(""));

        public override Scorer GetScorer(AtomicReaderContext context, IBits acceptDocs) =>
            new ColumnScorer(this, SegmentColumns.Of(context.AtomicReader), acceptDocs, condition);
    }

    private sealed class ColumnScorer(Weight weight, SegmentColumns columns, IBits? acceptDocs, Func<SegmentColumns, int, bool> condition) : Scorer(weight)
    {
        private int _doc = -1;

        public override int DocID => _doc;

        public override int Freq => 1;

        public override float GetScore() => 0;

        public override int NextDoc() => Advance(_doc + 1);

        public override int Advance(int target)
        {
            for (_doc = target; _doc < columns.Ids.Length; _doc++)
            {
                if ((acceptDocs is null || acceptDocs.Get(_doc)) && condition(columns, _doc))
                    return _doc;
            }
            return _doc = NO_MORE_DOCS;
        }

        public override long GetCost() => columns.Ids.Length;
    }
}
