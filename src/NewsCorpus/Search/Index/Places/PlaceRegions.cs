using Lucene.Net.Index;
using NewsCorpus.Search.Analysis;
using NewsCorpus.Search.Index.Inversion;

namespace NewsCorpus.Search.Index.Places;

/// <summary>A part of the content field.</summary>
internal enum PlaceRegion
{
    Text,

    /// <summary>The title and the first paragraphs.</summary>
    Lead,

    /// <summary>Text, title and captions, without the names that are no words of the article.</summary>
    Prose,
}

/// <summary>The places of a part that are in one region.</summary>
internal sealed class InRegion(PositionExpression part, PlaceRegion region) : PositionExpression
{
    public override PositionReader Open(AtomicReader reader) => new Reader(part.Open(reader), SegmentColumns.Of(reader), region);

    private sealed class Reader(PositionReader part, SegmentColumns columns, PlaceRegion region) : PositionReader
    {
        protected override void Fill(int doc)
        {
            part.Load(doc);
            for (var i = 0; i < part.Count && !IsFull; i++)
            {
                var end = part.Ends[i];
                var isInside = region switch
                {
                    PlaceRegion.Text => end < columns.TextPositions[doc],
                    PlaceRegion.Prose => end < columns.ProsePositions[doc],
                    _ => end < columns.LeadPositions[doc] || part.Starts[i] >= columns.TextPositions[doc] && end < columns.TitlePositions[doc],
                };
                if (isInside)
                    Add(part.Starts[i], end);
            }
        }
    }
}

/// <summary>The places of a part that are within the first words of the text.</summary>
internal sealed class InFirstWords(PositionExpression part, int words) : PositionExpression
{
    private static readonly PositionExpression Paragraphs = new AnyWord([new Term(FieldNames.Content, TermForms.Paragraph)]);

    public override PositionReader Open(AtomicReader reader) => new Reader(part.Open(reader), Paragraphs.Open(reader), SegmentColumns.Of(reader).TextPositions, words);

    private sealed class Reader(PositionReader part, PositionReader paragraphs, int[] textPositions, int words) : PositionReader
    {
        protected override void Fill(int doc)
        {
            if (!part.Load(doc))
                return;
            paragraphs.Load(doc);
            for (var i = 0; i < part.Count && !IsFull; i++)
            {
                var end = part.Ends[i];
                var paragraph = paragraphs.Starts.BinarySearch(end);
                paragraph = paragraph < 0 ? ~paragraph - 1 : paragraph;
                // Positions are words but for the gaps between blocks.
                if (end < textPositions[doc] && end - (paragraph * FieldWords.BlockGap) < words)
                    Add(part.Starts[i], end);
            }
        }
    }
}
