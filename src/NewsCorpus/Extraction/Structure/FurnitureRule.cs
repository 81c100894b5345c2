using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>What stands around an article on its page: where it first appeared, copyright, advertisements, sign-ups.</summary>
internal static class FurnitureRule
{
    private const int MaxLength = 400;
    private const int MaxInvitation = 300;
    private const int MaxFollowing = 150;

    private static readonly HashSet<string> Lines = new(StringComparer.OrdinalIgnoreCase)
    {
        "advertisement", "advertising", "advertisment", "sponsored", "story highlights", "story continues", "skip advertisement", "share this article", "share this", "share", "print", "print this article", "comments", "load more", "more to come", "listen to this article",
        "close", "close dialog", "close modal", "keep reading", "continue reading", "continue reading below", "read full story", "read full article", "read the full story", "show more", "show less", "see more", "play video", "watch video", "back to gallery", "skip to content", "skip to main content", "skip", "back to video", "article content",
        "tap to unmute", "get the app", "thanks for reading", "thank you for reading", "become a member", "share this story", "share this post", "share this page", "tweet", "like this", "filed under", "posted in", "related topics", "topics", "tags", "categories", "leave a comment", "leave a reply", "post a comment", "join the conversation", "join the discussion", "add a comment", "comment", "comment on this story", "comments are closed",
        "most read", "most popular", "email this article", "email", "save", "copy link", "copy link to share", "link copied", "facebook", "twitter", "whatsapp", "linkedin", "pinterest", "reddit", "instagram", "read aloud", "text size", "font size", "hide caption", "toggle caption", "view gallery", "view comments (0)", "image", "photos", "view photos", "enlarge", "caption close", "report an error", "report a typo", "submit a correction", "submit a tip",
        "advertisement - story continues below", "advertisement, story continues below", "advertisement continue reading below", "sponsored content", "paid content", "promoted content", "paid post", "partner content", "remove ads", "highlights", "article highlights", "support our work", "donate", "donate now", "ad feedback", "thank you for subscribing", "thanks for signing up",
        "close", "loading", "view comments", "back to top", "sign up", "subscribe", "sign in", "log in", "subscribe now", "end of advertisement", "ad", "listen to article", "- 30 -", "30", "###", "ends",
    };

    private static readonly string[] Beginnings =
    [
        "story continues below", "advertisement:", "advertisement - ", "advertisement – ", "advertisement — ", "advertisement.", "advertisement scroll", "scroll down to continue", "continue reading the main story", "this advertisement has not loaded", "we apologize, but this video has failed", "this video file cannot be played", "already a subscriber", "already have an account", "not a subscriber", "this content is reserved for subscribers", "this article is reserved for subscribers", "this article is for subscribers",
        "to continue reading", "subscribe to continue", "sign in to continue", "log in to continue", "register to continue", "create a free account", "enjoying our latest content", "thank you for signing up", "thanks for signing up", "by signing up", "by subscribing", "by submitting your email", "by clicking submit", "by clicking sign up", "by providing your email", "you can unsubscribe", "enter your email", "your email address", "please enter a valid email", "we use cookies", "this website uses cookies", "this site uses cookies",
        "this site is protected by recaptcha", "share on facebook", "share on twitter", "share on x", "share via email", "share this:", "like this:", "filed under:", "posted in:", "tags:", "topics:", "categories:", "in this article:", "reading time:", "estimated reading time", "time to read", "support independent journalism", "support our journalism", "support local journalism", "help support ", "if you like this story, ", "if you enjoyed this", "send tips to", "send us your", "send your letters", "have something to say",
        "the times is committed to publishing", "do you have information", "do you have a tip", "know something we should know", "download the app", "download our app", "get the app", "connect with us", "find us on", "follow us ", "follow him on ", "follow her on ", "follow them on ", "watch live", "press space or enter", "javascript is disabled", "you need to enable javascript", "to view this", "to play this", "supported by", "sponsored by", "presented by", "brought to you by", "paid for by",
        "when you buy something", "when you purchase", "we may earn", "we may receive a commission", "this post contains affiliate", "this post may contain affiliate", "this article contains affiliate", "this story contains affiliate", "products featured in this", "article continues below", "article continues after", "story continues after", "scroll to continue", "click here ", "follow us on ", "like us on ", "join us on ", "read the original article", "read the full article", "view the original", "read or share this story", "story highlights ", "the views expressed ", "the opinions expressed ", "views expressed ", "opinions expressed ", "have a story", "do you have a story", "got a tip", "please enable javascript", "your browser does not support",
    ];

    private static readonly string[] Invitations = ["sign up here", "sign up now", "sign up today", "sign me up", "sign-up for ", "subscribe now", "subscribe here", "subscribe today", "subscribe and ", "subscribe in ", "start your day with ", "get all the ", "get breaking ", "get a daily ", "get daily ", "get a weekly ", "get exclusive ", "receive our ", "receive the ", "receive a ", "never miss ", "don't miss a ", "don’t miss a ", "stay informed", "stay in the know", "stay on top of ", "for more news", "for more stories", "for the latest ", "to get the latest ", "to receive ", "to get our ", "like this story? ", "like what you", "love ", "enjoying ", "enjoyed this", "interested in ", "looking for more", "our newsletter", "the newsletter", "this newsletter", "this article first appeared in our", "become a ", "support the ", "sign up for ", "sign up to ", "subscribe to ", "subscribe for ", "get the ", "get our ", "get more ", "download our ", "download the ", "register for ", "join our ", "stay up to date", "want more "];

    private static readonly string[] Offers = ["newsletter", "email", "e-mail", "alert", "inbox", " app", "podcast", "channel", "briefing", "updates", "delivered", "for free", "subscription", "membership", "breaking news"];

    /// <summary>What readers are asked to do; an offer alone may be news.</summary>
    private static readonly string[] Deeds = ["sign up", "sign-up", "sign me up", "subscribe", "download", "register", "join our", "join the", "follow", "get ", "receive", "click", "newsletter", "stay ", "want more", "never miss", "become a member", "become a subscriber"];

    private static readonly string[] Networks = [" on facebook", " on twitter", " on instagram", " on x", " on threads", " on bluesky", " on mastodon", " on linkedin", " on youtube", " on tiktok", " on whatsapp", " on telegram", " on google news", " on flipboard"];

    private static readonly HashSet<string> Counted = new(StringComparer.OrdinalIgnoreCase)
    {
        "min read", "mins read", "minute read", "minutes read", "minute", "minutes to read", "min", "comments", "comment", "shares", "share", "likes", "views", "photos", "images", "responses", "replies", "retweets",
    };

    private static readonly string[] Appearances =
        ["originally appeared", "first appeared", "appeared first", "was originally published", "was first published", "originally published", "first published", "originally ran", "first ran", "was originally posted", "is republished", "was republished", "is reprinted", "has been republished", "is being republished", "is more than ", "was produced in partnership", "was originally written"];

    public static Piece[]? Read(BlockPlace place) => IsFurniture(place) ? place.Whole(BlockKind.Furniture) : null;

    private static bool IsFurniture(BlockPlace place)
    {
        if (place.Block.Kind is not (BlockKind.Paragraph or BlockKind.Quote or BlockKind.Heading or BlockKind.List) || place.Text.Length > MaxLength)
            return false;
        var text = Prose.Undecorated(place.Text);
        return IsCount(place.Text) || Lines.GetAlternateLookup<ReadOnlySpan<char>>().Contains(place.Text.AsSpan().Trim(" .:-–—[]()"))
            || place.Text is "###" or "- 30 -" or "-30-"
            || (place.Block.Kind != BlockKind.Heading && (Prose.StartsWithAny(text, Beginnings) || IsInvitation(text) || IsFollowing(text) || IsOrigin(place, text) || IsCopyright(place.Text)));
    }

    private static bool IsInvitation(ReadOnlySpan<char> text) =>
        text.Length <= MaxInvitation && Prose.StartsWithAny(text, Invitations) && Prose.ContainsAny(text, Offers) && (Prose.ContainsAny(text, Deeds) || Prose.StartsWithAny(text, Deeds));

    /// <summary>"Follow the Harbour Post on Facebook"; with a handle it is a contributor's.</summary>
    private static bool IsFollowing(ReadOnlySpan<char> text) =>
        text.Length <= MaxFollowing && text.StartsWith("follow ", StringComparison.OrdinalIgnoreCase) && !text.Contains('@') && Prose.ContainsAny(text, Networks);

    /// <summary>"2 minute read", "5 min read", "12 Comments", "1 of 6": what a page counts about itself.</summary>
    private static bool IsCount(ReadOnlySpan<char> text)
    {
        text = text.Trim(" .()•|");
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits is < 1 or > 4 || text.Length > 30)
            return false;
        var rest = text[digits..].Trim(" -");
        if (Counted.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest))
            return true;
        var all = rest is ['/', ..] ? rest[1..] : rest.StartsWith("of ", StringComparison.OrdinalIgnoreCase) ? rest[3..] : [];
        return !all.IsEmpty && !all.Trim().ContainsAnyExceptInRange('0', '9');
    }

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
