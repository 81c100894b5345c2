using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsCorpus.Search.Index;
using NewsCorpus.Search.Index.Places;

namespace NewsCorpus.Search.Quotations;

/// <summary>Goes through the matching articles, the newest first, and gathers those of their quotations that match.</summary>
/// <param name="speakers">Persons of whom one must speak; empty for anybody.</param>
/// <param name="notSpeakers">Persons who must not.</param>
internal sealed class QuotationPass(IndexSnapshot snapshot, Occurrences asked, Query articles, HitFilter filter, HashSet<int> speakers, HashSet<int> notSpeakers)
{
    /// <summary>Quotations from which on no more articles are looked at.</summary>
    public const int Most = 100_000;

    /// <summary>Articles that are looked at in one go, in the order in which the index has them.</summary>
    private const int Portion = 8192;

    private readonly List<ListedQuotation> _listed = [];
    private readonly List<FoundQuotation> _found = [];
    private readonly HitTables _tables = filter.Tables(snapshot);

    /// <summary>What was found, and whether that is all; what is left out of too much is the oldest.</summary>
    public (IReadOnlyList<FoundQuotation> Found, bool IsComplete) Run(CancellationToken ct)
    {
        var matches = Matches(ct);
        // Only where not all of them may be looked at does it matter which are newer.
        if (matches.Count > Portion)
            matches.Sort((x, y) => y.Minute.CompareTo(x.Minute));
        for (var from = 0; from < matches.Count; from += Portion)
        {
            ct.ThrowIfCancellationRequested();
            if (_found.Count >= Most)
                return (_found, false);
            foreach (var leaf in matches.GetRange(from, Math.Min(Portion, matches.Count - from)).GroupBy(m => m.Leaf, m => m.Doc))
                Gather(leaf.Key, [.. leaf.Order()]);
        }
        return (_found, true);
    }

    private List<(int Minute, int Leaf, int Doc)> Matches(CancellationToken ct)
    {
        var weight = snapshot.Searcher.CreateNormalizedWeight(articles);
        var matches = new List<(int, int, int)>();
        for (var leaf = 0; leaf < snapshot.Leaves.Length; leaf++)
        {
            ct.ThrowIfCancellationRequested();
            var context = snapshot.Leaves[leaf];
            if (weight.GetScorer(context, context.AtomicReader.LiveDocs) is not { } scorer)
                continue;
            var columns = new HitColumns(snapshot, leaf, filter, _tables);
            for (var doc = scorer.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer.NextDoc())
            {
                if (columns.Of(doc) == Passed.All)
                    matches.Add((columns.Dates.Minutes[doc], leaf, doc));
            }
        }
        return matches;
    }

    private void Gather(int leaf, int[] docs)
    {
        var reader = snapshot.Leaves[leaf].AtomicReader;
        var columns = new HitColumns(snapshot, leaf, filter, _tables);
        // Where each quotation is asked for, where they stand need not be.
        var places = ReferenceEquals(asked.Places, QuotationStarts.All) ? null : asked.Places.Open(reader);
        var starts = QuotationStarts.All.Open(reader);
        var lists = reader.GetBinaryDocValues(FieldNames.Quotations) ?? throw new CorruptIndexException($"segment without the column {FieldNames.Quotations}");
        var revisions = reader.GetNumericDocValues(FieldNames.Revision);
        var bytes = new BytesRef();
        foreach (var doc in docs)
        {
            if (places is not null && (!places.Load(doc) || !starts.Load(doc)))
                continue;
            lists.Get(doc, bytes);
            QuotationList.Read(bytes, _listed);
            var (first, article, revision, minute) = (_found.Count, snapshot.Columns[leaf].Ids[doc], revisions.Get(doc), columns.Dates.Minutes[doc]);
            if (places is null)
            {
                foreach (var quotation in _listed)
                    Add(quotation, first, article, revision, minute);
                continue;
            }
            foreach (var place in places.Starts)
                Add(_listed[starts.Starts.BinarySearch(place)], first, article, revision, minute);
        }
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
