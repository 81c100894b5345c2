using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace NewsCorpus.Search.Index.Places;

/// <summary>The documents of a plain query in which certain words also stand at the right places. Scores are the plain query's.</summary>
internal sealed class PositionFilterQuery(Query candidates, PositionExpression places, SearchBudget budget) : Query
{
    public override Query Rewrite(IndexReader reader)
    {
        var rewritten = candidates.Rewrite(reader);
        return ReferenceEquals(rewritten, candidates) ? this : new PositionFilterQuery(rewritten, places, budget) { Boost = Boost };
    }

    public override void ExtractTerms(ISet<Term> terms) => candidates.ExtractTerms(terms);

    public override Weight CreateWeight(IndexSearcher searcher) => new FilterWeight(this, candidates.CreateWeight(searcher), places, budget);

    public override string ToString(string field) => $"{candidates} with places";

    private sealed class FilterWeight(Query query, Weight candidates, PositionExpression places, SearchBudget budget) : Weight
    {
        public override Query Query => query;

        public override float GetValueForNormalization() => candidates.GetValueForNormalization();

        public override void Normalize(float norm, float topLevelBoost) => candidates.Normalize(norm, topLevelBoost);

        public override Explanation Explain(AtomicReaderContext context, int doc) => candidates.Explain(context, doc);

        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs)
        {
            var scorer = candidates.GetScorer(context, acceptDocs);
            if (scorer is null)
                return null;
            var reader = places.Open(context.AtomicReader);
            reader.StopAtFirst();
            return new FilterScorer(this, scorer, reader, budget);
        }
    }

    private sealed class FilterScorer(Weight weight, Scorer candidates, PositionReader places, SearchBudget budget) : Scorer(weight)
    {
        private int _doc = -1;

        public override int DocID => _doc;

        public override int Freq => candidates.Freq;

        public override float GetScore() => candidates.GetScore();

        public override int NextDoc() => FirstFrom(candidates.NextDoc());

        public override int Advance(int target) => FirstFrom(candidates.Advance(target));

        public override long GetCost() => candidates.GetCost();

        private int FirstFrom(int doc)
        {
            while (doc != NO_MORE_DOCS && !places.Load(doc))
                doc = budget.MustStop() ? NO_MORE_DOCS : candidates.NextDoc();
            return _doc = doc;
        }
    }
}
