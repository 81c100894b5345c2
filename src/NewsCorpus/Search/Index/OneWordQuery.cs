using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace NewsCorpus.Search.Index;

/// <summary>Documents with any of a few terms that are forms of one word, scored as that one word: frequencies are added up before BM25 saturates them.</summary>
internal sealed class OneWordQuery(IReadOnlyList<Term> terms) : Query
{
    public override Weight CreateWeight(IndexSearcher searcher) => new OneWordWeight(this, terms, searcher);

    public override void ExtractTerms(ISet<Term> terms1) => terms1.UnionWith(terms);

    public override string ToString(string field) => string.Join('|', terms.Select(t => t.Text));

    private sealed class OneWordWeight : Weight
    {
        private readonly OneWordQuery _query;
        private readonly IReadOnlyList<Term> _terms;

        /// <summary>Where each segment has each of the terms: looked up once, not for each count and each slice.</summary>
        private readonly TermContext[] _places;
        private readonly Similarity _similarity;
        private readonly Similarity.SimWeight _weight;

        public OneWordWeight(OneWordQuery query, IReadOnlyList<Term> terms, IndexSearcher searcher)
        {
            _query = query;
            _terms = terms;
            _similarity = searcher.Similarity;
            // A document may have several of the forms: their sum is the most that the word can have.
            _places = [.. terms.Select(t => TermContext.Build(searcher.TopReaderContext, t))];
            var documents = Math.Min(_places.Sum(p => (long)p.DocFreq), Math.Max(1, searcher.IndexReader.MaxDoc));
            var occurrences = _places.Sum(p => p.TotalTermFreq);
            _weight = _similarity.ComputeWeight(query.Boost, searcher.CollectionStatistics(terms[0].Field), new TermStatistics(terms[0].Bytes, documents, Math.Max(documents, occurrences)));
        }

        public override Query Query => _query;

        public override float GetValueForNormalization() => _weight.GetValueForNormalization();

        public override void Normalize(float norm, float topLevelBoost) => _weight.Normalize(norm, topLevelBoost);

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            if (GetScorer(context, context.AtomicReader.LiveDocs) is not { } scorer || scorer.Advance(doc) != doc)
                return new Explanation(0, "no form of the word");
            return _similarity.GetSimScorer(_weight, context).Explain(doc, new Explanation(scorer.Freq, _query.ToString("")));
        }

        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs)
        {
            if (context.AtomicReader.GetTerms(_terms[0].Field) is not { } dictionary)
                return null;
            var postings = new List<DocsEnum>(_terms.Count);
            foreach (var (term, places) in _terms.Zip(_places))
            {
                if (places.Get(context.Ord) is not { } place)
                    continue;
                var words = dictionary.GetEnumerator();
                words.SeekExact(term.Bytes, place);
                postings.Add(words.Docs(acceptDocs, null, DocsFlags.FREQS));
            }
            return postings.Count == 0 ? null : new OneWordScorer(this, [.. postings], _similarity.GetSimScorer(_weight, context));
        }
    }

    private sealed class OneWordScorer(Weight weight, DocsEnum[] postings, Similarity.SimScorer similarity) : Scorer(weight)
    {
        /// <summary>Where each posting is: asking it is a call.</summary>
        private readonly int[] _docs = [.. postings.Select(_ => -1)];
        private int _doc = -1;

        public override int DocID => _doc;

        public override int Freq
        {
            get
            {
                var sum = 0;
                for (var i = 0; i < _docs.Length; i++)
                {
                    if (_docs[i] == _doc)
                        sum += postings[i].Freq;
                }
                return sum;
            }
        }

        public override float GetScore() => similarity.Score(_doc, Freq);

        public override int NextDoc()
        {
            var next = NO_MORE_DOCS;
            for (var i = 0; i < _docs.Length; i++)
            {
                if (_docs[i] == _doc)
                    _docs[i] = postings[i].NextDoc();
                next = Math.Min(next, _docs[i]);
            }
            return _doc = next;
        }

        public override int Advance(int target)
        {
            var next = NO_MORE_DOCS;
            for (var i = 0; i < _docs.Length; i++)
            {
                if (_docs[i] < target)
                    _docs[i] = postings[i].Advance(target);
                next = Math.Min(next, _docs[i]);
            }
            return _doc = next;
        }

        public override long GetCost() => postings.Sum(p => p.GetCost());
    }
}
