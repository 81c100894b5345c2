using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>Call-outs that only lead to another article.</summary>
internal static class RelatedRule
{
    private const int MaxLength = 300;

    private static readonly string[] Labels =
        ["read more", "read also", "also read", "read next", "read:", "related", "related story", "related stories", "related article", "related articles", "see also", "see more", "more on this story", "more on this", "more stories", "recommended", "don't miss", "you may also like", "you might also like", "up next", "further reading", "read the full story"];

    /// <summary>Words that are labels only when they are shouted.</summary>
    private static readonly string[] ShoutedLabels = ["WATCH", "NOW WATCH", "MORE", "READ", "VIDEO", "LISTEN", "PHOTOS", "GALLERY", "OPINION", "EXPLAINER", "LIVE"];

    public static Piece[]? Read(BlockPlace place)
    {
        if (place.Block.Kind is not (BlockKind.Paragraph or BlockKind.Quote) || place.Text.Length > MaxLength)
            return null;
        var isRelated = IsOnlyLinks(place.Block) || IsLabelled(place.Text) || (place.BodySeen > 0 && !place.IsShouted && place.FromEnd > 0 && IsShoutedHeadline(place.Text));
        return isRelated ? place.Whole(BlockKind.Related) : null;
    }

    /// <summary>True where every letter stands in a link.</summary>
    private static bool IsOnlyLinks(RawBlock block)
    {
        var links = 0;
        for (var i = 0; i < block.Text.Length; i++)
        {
            if (!char.IsLetterOrDigit(block.Text[i]))
                continue;
            if (!block.Spans.Any(s => s.Kind == SpanKind.Link && s.Start <= i && i < s.End))
                return false;
            links++;
        }
        return links > 0;
    }

    private static bool IsLabelled(string text)
    {
        if (text.Contains('\n', StringComparison.Ordinal))
            return false;
        var words = Prose.Undecorated(text);
        foreach (var label in Labels)
            if (words.StartsWith(label, StringComparison.OrdinalIgnoreCase) && IsEndOfLabel(words[label.Length..], label))
                return true;
        foreach (var label in ShoutedLabels)
            if (words.StartsWith(label, StringComparison.Ordinal) && words[label.Length..].TrimStart().StartsWith(":", StringComparison.Ordinal))
                return true;
        if (words.StartsWith("More:", StringComparison.OrdinalIgnoreCase) && words.Length > 6 && char.IsUpper(words[5..].TrimStart()[0]) && !Prose.EndsSentence(words))
            return true;
        return words.StartsWith("MORE FROM ", StringComparison.Ordinal) || words.StartsWith("MORE ON ", StringComparison.Ordinal);
    }

    /// <summary>A colon, bar, dash or arrow, or nothing at all: "Related groups met" goes on with a word.</summary>
    private static bool IsEndOfLabel(ReadOnlySpan<char> rest, string label)
    {
        rest = rest.TrimStart();
        return label.EndsWith(':') || rest.IsEmpty || rest[0] is ':' or '|' or '»' or '>' or '→' or '–' or '—';
    }

    /// <summary>Six words or more in capitals between paragraphs: a headline of elsewhere that has lost its link.</summary>
    private static bool IsShoutedHeadline(string text) =>
        Prose.IsCapitals(text) && Prose.CountWords(text) >= 6 && !Prose.EndsSentence(text) && !text.EndsWith(':') && !text.Contains('\n', StringComparison.Ordinal);
}
