using System.Buffers;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>A heading without markup: a few words without a full stop, on a line of their own between two long paragraphs.</summary>
internal static class HeadingRule
{
    private const int MaxLength = 70;
    private const int MinNeighbour = 80;

    private static readonly SearchValues<char> NoWords = SearchValues.Create("@|/•©[]{}<>_=");

    public static Piece[]? Read(BlockPlace place)
    {
        var text = place.Text;
        if (place.Block.Kind != BlockKind.Paragraph || place.BodySeen == 0 || place.FromEnd == 0 || place.IsShouted || place.Index == 0 || text.Length > MaxLength || !char.IsUpper(text[0]))
            return null;
        if (!IsLong(place.All[place.Index - 1]) || !IsLong(place.All[place.Index + 1]) || text[^1] is ':' or ',' or ';' or '-' or '–' or '—' or '.' or '!' or '…' or ')' or '"' or '”' || text.Contains('\n', StringComparison.Ordinal))
            return null;
        var isWords = Prose.CountWords(text) is >= 2 and <= 9 && !NameForm.IsName(text) && !text.AsSpan().ContainsAny(NoWords) && !text.AsSpan().ContainsAnyInRange('0', '9');
        return isWords ? place.Whole(BlockKind.Heading) : null;
    }

    private static bool IsLong(RawBlock block) => block.Kind == BlockKind.Paragraph && block.Text.Length >= MinNeighbour && Prose.EndsSentence(block.Text);
}
