using Lucene.Net.Index;

namespace NewsCorpus.Search.Index.Places;

/// <summary>Where any of the parts is.</summary>
internal sealed class AnyOf(IReadOnlyList<PositionExpression> parts) : PositionExpression
{
    public override PositionReader Open(AtomicReader reader) => new Reader([.. parts.Select(p => p.Open(reader))]);

    private sealed class Reader(PositionReader[] parts) : PositionReader
    {
        protected override void Fill(int doc)
        {
            foreach (var part in parts)
            {
                part.Load(doc);
                for (var i = 0; i < part.Count; i++)
                    Add(part.Starts[i], part.Ends[i]);
            }
            Order();
        }
    }
}

/// <summary>Where a word stands and another does not: a word without capitals.</summary>
internal sealed class ButNot(PositionExpression part, PositionExpression excluded) : PositionExpression
{
    public override PositionReader Open(AtomicReader reader) => new Reader(part.Open(reader), excluded.Open(reader));

    private sealed class Reader(PositionReader part, PositionReader excluded) : PositionReader
    {
        protected override void Fill(int doc)
        {
            if (!part.Load(doc))
                return;
            excluded.Load(doc);
            foreach (var position in part.Starts)
            {
                if (excluded.Starts.BinarySearch(position) < 0)
                    Add(position, position);
            }
        }
    }
}

/// <summary>The places of a part where there are at least so many, each beginning counted once.</summary>
internal sealed class AtLeast(PositionExpression part, int count) : PositionExpression
{
    public override PositionReader Open(AtomicReader reader) => new Reader(part.Open(reader), count);

    private sealed class Reader(PositionReader part, int count) : PositionReader
    {
        protected override void Fill(int doc)
        {
            part.Load(doc);
            var different = 0;
            for (var i = 0; i < part.Count; i++)
            {
                if (i == 0 || part.Starts[i] != part.Starts[i - 1])
                    different++;
            }
            if (part.Count > 0 && different >= count)
                Add(part.Starts[0], part.Ends[0]);
        }
    }
}
