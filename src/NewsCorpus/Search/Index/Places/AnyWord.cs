using Lucene.Net.Index;

namespace NewsCorpus.Search.Index.Places;

/// <summary>Where any of some words stands.</summary>
internal sealed class AnyWord(IReadOnlyList<Term> terms) : PositionExpression
{
    public override PositionReader Open(AtomicReader reader) =>
        new Reader([.. terms.Select(reader.GetTermPositionsEnum).Where(e => e is not null)]);

    private sealed class Reader(DocsAndPositionsEnum[] lists) : PositionReader
    {
        protected override void Fill(int doc)
        {
            foreach (var list in lists)
            {
                if (list.DocID < doc)
                    list.Advance(doc);
                if (list.DocID != doc)
                    continue;
                var last = -1;
                for (var left = list.Freq; left > 0 && !IsFull; left--)
                {
                    // A word of weight 3 stands three times at its position.
                    var position = list.NextPosition();
                    if (position != last)
                        Add(position, position);
                    last = position;
                }
            }
            if (lists.Length > 1)
                Order();
        }
    }
}
