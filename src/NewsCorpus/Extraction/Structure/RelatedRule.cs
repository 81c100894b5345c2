using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>Call-outs that only lead to another article.</summary>
internal static class RelatedRule
{
    private const int MaxLength = 300;
    private const int MaxList = 12;

    private static readonly string[] Labels =
        ["also read", "read this next", "read next", "what to read next", "must read", "related video", "related videos", "related content", "related coverage", "related reading", "related links", "related news", "related posts", "related topics", "more coverage", "more news", "more from the web", "more from", "more related", "more like this", "recommended reading", "recommended stories", "recommended for you", "recommended articles", "in other news",
            "you may be interested in", "you might be interested in", "you may also be interested in", "people also read", "others are reading", "editor's picks", "editor’s picks", "editors' picks", "editors’ picks", "in case you missed it", "icymi", "go deeper", "dig deeper", "previous story", "next story", "read our", "learn more", "trending", "trending now", "most popular", "popular now", "from our partners", "from around the web", "sponsored stories", "watch now", "watch next", "listen next", "find out more",
            "lesen sie auch", "mehr zum thema", "das könnte sie auch interessieren", "lire aussi", "à lire aussi", "lea también", "lee también", "leia também", "leggi anche", "lees ook", "läs också", "les også", "læs også", "lue myös", "czytaj też", "czytaj także", "читайте также",
            "read more", "read also", "also read", "read next", "read:", "related", "related story", "related stories", "related article", "related articles", "see also", "see more", "more on this story", "more on this", "more stories", "recommended", "don't miss", "you may also like", "you might also like", "up next", "further reading", "read the full story"];

    /// <summary>Words that are labels only when they are shouted.</summary>
    private static readonly string[] ShoutedLabels = ["WATCH", "NOW WATCH", "MORE", "READ", "VIDEO", "LISTEN", "PHOTOS", "GALLERY", "OPINION", "EXPLAINER", "LIVE"];

    public static Piece[]? Read(BlockPlace place)
    {
        if (place.Text.Length > MaxLength)
            return null;
        // Below "Related stories" stands a list of them.
        if (place.Previous == BlockKind.Related && place.Block.Kind == BlockKind.List && (IsOnlyLinks(place.Block) || IsInListBelowLabel(place)))
            return place.Whole(BlockKind.Related);
        if (place.Block.Kind == BlockKind.Heading)
            return IsLabelled(place.Text) && place.BodySeen > 0 ? place.Whole(BlockKind.Related) : null;
        if (place.Block.Kind is not (BlockKind.Paragraph or BlockKind.Quote))
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

    /// <summary>True where only list items without a full stop stand between the block and a label of related links.</summary>
    private static bool IsInListBelowLabel(BlockPlace place)
    {
        for (var i = place.Index; i >= 0 && place.Index - i < MaxList; i--)
        {
            if (place.All[i].Kind != BlockKind.List)
                return IsLabelled(place.All[i].Text);
            if (Prose.EndsSentence(place.All[i].Text) && !place.All[i].Text.EndsWith('?'))
                return false;
        }
        return false;
    }

    internal static bool IsLabelled(string text)
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
