using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>What stands around an article on its page: where it first appeared, copyright, advertisements, sign-ups.</summary>
internal static class FurnitureRule
{
    private const int MaxLength = 400;

    private static readonly HashSet<string> Lines = new(StringComparer.OrdinalIgnoreCase)
    {
        "advertisement", "advertising", "advertisment", "sponsored", "story highlights", "story continues", "skip advertisement", "share this article", "share this", "share", "print", "print this article", "comments", "load more", "more to come", "listen to this article",
        "close", "loading", "view comments", "back to top", "sign up", "subscribe", "sign in", "log in", "subscribe now", "end of advertisement", "ad", "listen to article", "- 30 -", "30", "###", "ends",
    };

    private static readonly string[] Beginnings =
    [
        "story continues below", "article continues below", "article continues after", "story continues after", "scroll to continue", "click here ", "follow us on ", "like us on ", "join us on ", "read the original article", "read the full article", "view the original", "read or share this story", "story highlights ", "the views expressed ", "the opinions expressed ", "views expressed ", "opinions expressed ", "have a story", "do you have a story", "got a tip", "please enable javascript", "your browser does not support",
    ];

    private static readonly string[] Invitations = ["sign up for ", "sign up to ", "subscribe to ", "subscribe for ", "get the latest ", "get our ", "get more ", "download our ", "download the ", "register for ", "join our ", "stay up to date", "want more "];

    private static readonly string[] Offers = ["newsletter", "email", "e-mail", "alert", "inbox", " app", "podcast", "channel", "briefing", "updates", "delivered", "for free", "subscription", "membership", "breaking news"];

    private static readonly string[] Appearances =
        ["originally appeared", "first appeared", "appeared first", "was originally published", "was first published", "originally published", "first published", "originally ran", "first ran", "was originally posted", "is republished", "was republished", "is reprinted", "has been republished", "is being republished", "is more than ", "was produced in partnership", "was originally written"];

    public static Piece[]? Read(BlockPlace place) => IsFurniture(place) ? place.Whole(BlockKind.Furniture) : null;

    private static bool IsFurniture(BlockPlace place)
    {
        if (place.Block.Kind is not (BlockKind.Paragraph or BlockKind.Quote or BlockKind.Heading or BlockKind.List) || place.Text.Length > MaxLength)
            return false;
        var text = Prose.Undecorated(place.Text);
        return Lines.GetAlternateLookup<ReadOnlySpan<char>>().Contains(place.Text.AsSpan().Trim(" .:-–—[]()"))
            || place.Text is "###" or "- 30 -" or "-30-"
            || (place.Block.Kind != BlockKind.Heading && (Prose.StartsWithAny(text, Beginnings) || IsInvitation(text) || IsOrigin(place, text) || IsCopyright(place.Text)));
    }

    private static bool IsInvitation(ReadOnlySpan<char> text) => Prose.StartsWithAny(text, Invitations) && Prose.ContainsAny(text, Offers);

    /// <summary>"This article originally appeared in X." The verb follows the words for the article itself, so a book first published somewhere is none.</summary>
    private static bool IsOrigin(BlockPlace place, ReadOnlySpan<char> text)
    {
        if (text.StartsWith("The post ", StringComparison.OrdinalIgnoreCase))
            return Prose.ContainsAny(text, [" appeared first on ", " first appeared on "]);
        if (NoteRule.StartsWithWork(text, "This ", out var rest) || NoteRule.StartsWithWork(text, "A version of this ", out rest) || NoteRule.StartsWithWork(text, "The ", out rest))
            return Prose.StartsWithAny(rest.TrimStart(), Appearances);
        return place.FromEnd < 4 && place.BodySeen > 0 && Prose.StartsWithAny(text, ["originally published ", "first published ", "originally appeared "]) && NameForm.IsList(text[(text.IndexOf("ed ", StringComparison.Ordinal) + 3)..]);
    }

    private static bool IsCopyright(ReadOnlySpan<char> text)
    {
        if (text.EndsWith("all rights reserved", StringComparison.OrdinalIgnoreCase) || text.EndsWith("all rights reserved.", StringComparison.OrdinalIgnoreCase))
            return true;
        text = Prose.Undecorated(text);
        var marked = text.StartsWith("©", StringComparison.Ordinal) || text.StartsWith("c) ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("copyright ", StringComparison.OrdinalIgnoreCase);
        return marked && (HasYear(text) || text.Contains("rights reserved", StringComparison.OrdinalIgnoreCase));
    }

    private static bool HasYear(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, 40)];
        for (var i = 0; i + 4 <= text.Length; i++)
            if (text[i] is '1' or '2' && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]))
                return true;
        return false;
    }
}
