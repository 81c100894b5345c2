using Lucene.Net.Index;
using NewsCorpus.Search.Queries;

namespace NewsCorpus.Search.Index.Places;

/// <summary>Where a place of one part and one of another stand near each other without overlapping; the place is from the beginning of the first to the end of the second.</summary>
/// <param name="breaks">Where sentences or paragraphs begin; null where the distance is in words.</param>
internal sealed class NearEachOther(PositionExpression left, PositionExpression right, NearRange range, PositionExpression? breaks) : PositionExpression
{
    public override PositionReader Open(AtomicReader reader) => new Reader(left.Open(reader), right.Open(reader), range, breaks?.Open(reader));

    private sealed class Reader(PositionReader left, PositionReader right, NearRange range, PositionReader? breaks) : PositionReader
    {
        protected override void Fill(int doc)
        {
            if (!left.Load(doc) || !right.Load(doc))
                return;
            breaks?.Load(doc);
            AddPairs(left, right);
            if (!range.IsOrdered)
                AddPairs(right, left);
            Order();
        }

        private void AddPairs(PositionReader before, PositionReader after)
        {
            for (var i = 0; i < before.Count && !IsFull; i++)
            {
                var end = before.Ends[i];
                var last = breaks is null ? end + range.Distance : NextBreak(before.Starts[i]) - 1;
                var at = after.Starts.BinarySearch(end + 1);
                at = at < 0 ? ~at : at;
                while (at > 0 && after.Starts[at - 1] > end)
                    at--;
                for (; at < after.Count && after.Starts[at] <= last && !IsFull; at++)
                {
                    if (breaks is null || after.Ends[at] <= last)
                        Add(before.Starts[i], after.Ends[at]);
                }
            }
        }

        private int NextBreak(int position)
        {
            var at = breaks!.Starts.BinarySearch(position + 1);
            at = at < 0 ? ~at : at;
            return at < breaks.Count ? breaks.Starts[at] : int.MaxValue;
        }
    }
}
