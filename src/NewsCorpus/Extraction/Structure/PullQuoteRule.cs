using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>Words that stand in a paragraph of the article and, large, once more by themselves. Without markup they are told by that: quoted, short, and to be found in a longer paragraph.</summary>
internal static class PullQuoteRule
{
    private const int MinLength = 25;
    private const int MaxLength = 300;
    private const string Quotes = "\"'“”‘’«»„‟ \n";

    public static Piece[]? Read(BlockPlace place)
    {
        if (place.Block.Kind is not (BlockKind.Paragraph or BlockKind.Quote) || place.Text.Length is < MinLength or > MaxLength)
            return null;
        if (place.Previous == BlockKind.PullQuote && IsSpeaker(place.Text))
            return place.Whole(BlockKind.PullQuote);
        if (place.Block.Kind != BlockKind.Quote && place.Text[0] is not ('“' or '"' or '„' or '«' or '‘'))
            return null;
        var words = Words(place.Text);
        if (words.Length < MinLength)
            return null;
        for (var i = 0; i < place.All.Count; i++)
            if (i != place.Index && place.All[i] is { Kind: BlockKind.Paragraph } other && other.Text.Length > place.Text.Length && Contains(other.Text, words))
                return place.Whole(BlockKind.PullQuote);
        return null;
    }

    /// <summary>Without the marks around it and the speaker behind: "“It sails.” — Ana Ruiz".</summary>
    private static ReadOnlySpan<char> Words(string text)
    {
        var words = text.AsSpan();
        var dash = words.LastIndexOfAny('—', '–');
        if (dash > MinLength && words.Length - dash < 60 && words[..dash].TrimEnd() is [.., '”' or '"' or '’' or '»' or '.' or '\n'])
            words = words[..dash];
        if (words.LastIndexOf('\n') is > MinLength and var line)
            words = words[..line];
        return words.Trim(Quotes).TrimEnd(".,!?…" + Quotes);
    }

    private static bool Contains(string text, ReadOnlySpan<char> words) => text.AsSpan().Contains(words, StringComparison.Ordinal);

    private static bool IsSpeaker(string text) => text[0] is '—' or '–' or '-' && NameForm.IsList(text.AsSpan().TrimStart("—–- "));
}
