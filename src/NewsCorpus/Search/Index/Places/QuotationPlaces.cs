using Lucene.Net.Index;
using NewsCorpus.Search.Analysis;

namespace NewsCorpus.Search.Index.Places;

/// <summary>Where quotations begin; each has its speaker at the same position of the other field.</summary>
internal static class QuotationStarts
{
    public static Term Term { get; } = new(FieldNames.Said, TermForms.Paragraph);

    public static PositionExpression All { get; } = new AnyWord([Term]);
}

/// <summary>The beginnings of the quotations in which a part has a place, of what is said or of who says it.</summary>
internal sealed class OfQuotation(PositionExpression part) : PositionExpression
{
    public override PositionReader Open(AtomicReader reader) => new Reader(part.Open(reader), QuotationStarts.All.Open(reader));

    private sealed class Reader(PositionReader part, PositionReader quotations) : PositionReader
    {
        protected override void Fill(int doc)
        {
            if (!part.Load(doc) || !quotations.Load(doc))
                return;
            foreach (var place in part.Starts)
            {
                var at = quotations.Starts.BinarySearch(place);
                var start = quotations.Starts[at < 0 ? ~at - 1 : at];
                if (Count == 0 || Starts[^1] != start)
                    Add(start, start);
            }
        }
    }
}

/// <summary>The places that all parts have.</summary>
internal sealed class InAll(IReadOnlyList<PositionExpression> parts) : PositionExpression
{
    public override PositionReader Open(AtomicReader reader) => new Reader([.. parts.Select(p => p.Open(reader))]);

    private sealed class Reader(PositionReader[] parts) : PositionReader
    {
        protected override void Fill(int doc)
        {
            foreach (var part in parts)
            {
                if (!part.Load(doc))
                    return;
            }
            foreach (var place in parts[0].Starts)
            {
                var others = 1;
                while (others < parts.Length && parts[others].Starts.BinarySearch(place) >= 0)
                    others++;
                if (others == parts.Length)
                    Add(place, place);
            }
        }
    }
}
