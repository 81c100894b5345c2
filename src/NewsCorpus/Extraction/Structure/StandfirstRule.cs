using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>The line between headline and byline that sums the article up. Told by its place: without a byline below it, it could be the first paragraph.</summary>
internal static class StandfirstRule
{
    private const int MinLength = 30;
    private const int MaxLength = 350;
    private const int MaxHeadline = 160;

    public static Piece[]? Read(BlockPlace place)
    {
        if (place.Index is 0 or > 2 || place.FromEnd < 2 || place.Block.Kind is not (BlockKind.Paragraph or BlockKind.Heading) || place.Text.Length is < MinLength or > MaxLength)
            return null;
        var above = place.All[place.Index - 1];
        var isBelowHeadline = place.Index == 1 && (above.Kind == BlockKind.Heading || (above.Text.Length <= MaxHeadline && !Prose.EndsSentence(above.Text) && Prose.CountWords(above.Text) > 2));
        return isBelowHeadline && BylineRule.IsByline(FirstLine(place.All[place.Index + 1].Text)) ? place.Whole(BlockKind.Standfirst) : null;
    }

    private static ReadOnlySpan<char> FirstLine(string text) => text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end ? text.AsSpan(0, end) : text;
}
