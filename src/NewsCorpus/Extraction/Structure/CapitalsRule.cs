using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>A line in capitals above or between paragraphs of mixed case is a heading.</summary>
internal static class CapitalsRule
{
    private const int MaxLength = 120;

    public static Piece[]? Read(BlockPlace place)
    {
        var text = place.Text;
        var isHeading = place.Block.Kind == BlockKind.Paragraph && !place.IsShouted && place.FromEnd > 0 && !DatelineRule.IsAlone(text) && !Agencies.IsKnown(text) && text.Length is >= 4 and <= MaxLength
            && Prose.IsCapitals(text) && !text.AsSpan().ContainsAny("\n\"“") && (place.Index == 0 || (Prose.CountWords(text) < 6 && !Prose.EndsSentence(text)));
        return isHeading ? place.Whole(BlockKind.Heading) : null;
    }
}
