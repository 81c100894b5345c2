using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsCorpus.Search.Index;
using NewsCorpus.Search.Index.Places;

namespace NewsCorpus.Search.Quotations;

/// <summary>One pass over the matching articles, which gathers those of their quotations that match.</summary>
/// <param name="speakers">Persons of whom one must speak; empty for anybody.</param>
/// <param name="notSpeakers">Persons who must not.</param>
internal sealed class QuotationPass(IndexSnapshot snapshot, Occurrences asked, Query articles, HitFilter filter, HashSet<int> speakers, HashSet<int> notSpeakers)
{
    /// <summary>Quotations that are gathered.</summary>
    public const int Most = 200_000;

    private readonly List<ListedQuotation> _listed = [];
    private readonly List<FoundQuotation> _found = [];

    /// <summary>What was found, and whether that is all.</summary>
    public (IReadOnlyList<FoundQuotation> Found, bool IsComplete) Run(CancellationToken ct)
    {
        var weight = snapshot.Searcher.CreateNormalizedWeight(articles);
        // The latest articles are in the last segments: what is left out of too much is the oldest.
        for (var leaf = snapshot.Leaves.Length - 1; leaf >= 0; leaf--)
        {
            ct.ThrowIfCancellationRequested();
            if (!Gather(leaf, weight))
                return (_found, false);
        }
        return (_found, true);
    }

    private bool Gather(int leaf, Weight weight)
    {
        var context = snapshot.Leaves[leaf];
        var reader = context.AtomicReader;
        if (weight.GetScorer(context, reader.LiveDocs) is not { } scorer)
            return true;
        var columns = new HitColumns(snapshot, leaf, filter, filter.Tables(snapshot));
        var (places, starts) = (asked.Places.Open(reader), QuotationStarts.All.Open(reader));
        var lists = reader.GetBinaryDocValues(FieldNames.Quotations) ?? throw new CorruptIndexException($"segment without the column {FieldNames.Quotations}");
        var revisions = reader.GetNumericDocValues(FieldNames.Revision);
        var bytes = new BytesRef();
        for (var doc = scorer.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer.NextDoc())
        {
            if (columns.Of(doc) != Passed.All || !places.Load(doc) || !starts.Load(doc))
                continue;
            if (_found.Count >= Most)
                return false;
            lists.Get(doc, bytes);
            QuotationList.Read(bytes, _listed);
            var first = _found.Count;
            foreach (var place in places.Starts)
                Add(_listed[starts.Starts.BinarySearch(place)], first, snapshot.Columns[leaf].Ids[doc], revisions.Get(doc), columns.Dates.Minutes[doc]);
        }
        return true;
    }

    /// <summary>"said the tide was “a gift”" is two quotations, of which the speaker's own words are worth more.</summary>
    private void Add(ListedQuotation quotation, int first, long article, long revision, int minute)
    {
        if (speakers.Count > 0 && !speakers.Contains(quotation.SpeakerId) || notSpeakers.Contains(quotation.SpeakerId))
            return;
        for (var i = _found.Count - 1; i >= first; i--)
        {
            var other = _found[i];
            if (other.IsDirect == quotation.IsDirect || other.End <= quotation.Start || quotation.End <= other.Start)
                continue;
            if (!quotation.IsDirect)
                return;
            _found.RemoveAt(i);
        }
        _found.Add(new FoundQuotation(article, revision, minute, quotation.Start, quotation.End, quotation.IsDirect, quotation.Keys));
    }
}
