using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>What the newsroom says about its own article: notes, corrections, amendments.</summary>
internal static class NoteRule
{
    private static readonly string[] Labels =
        ["editor's note", "editors' note", "editor’s note", "editors’ note", "editor note:", "correction:", "corrections:", "correction (", "correction —", "clarification:", "clarifications:", "correction and clarification", "update:", "(corrects", "(updates"];

    private static readonly string[] Works = ["article", "story", "report", "post", "piece", "column", "page", "headline", "version"];

    private static readonly string[] Changes =
        [" has been updated", " has been corrected", " has been amended", " has been clarified", " has been edited", " was updated", " was last updated", " was corrected", " was amended", " was edited", " was changed", " is developing", " will be updated", " misstated", " incorrectly"];

    public static Piece[]? Read(BlockPlace place)
    {
        if (place.Block.Kind is not (BlockKind.Paragraph or BlockKind.Quote))
            return null;
        var text = Prose.Undecorated(place.Text);
        var isNote = Prose.StartsWithAny(text, Labels) || Prose.StartsWithAny(place.Text, Labels)
            || (StartsWithWork(text, "This ", out var rest) && Prose.StartsWithAny(rest, Changes))
            || StartsWithWork(text, "An earlier version of this ", out _)
            || StartsWithWork(text, "A previous version of this ", out _)
            || Prose.StartsWithAny(text, ["This is a developing story", "This is a breaking news story", "This is a breaking story"]);
        return isNote ? place.Whole(BlockKind.Note) : null;
    }

    /// <summary>True for "This article", "This story" and so on; gives what follows.</summary>
    public static bool StartsWithWork(ReadOnlySpan<char> text, string opening, out ReadOnlySpan<char> rest)
    {
        rest = default;
        if (!text.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            return false;
        rest = text[opening.Length..];
        foreach (var work in Works)
        {
            if (!rest.StartsWith(work, StringComparison.OrdinalIgnoreCase) || (rest.Length > work.Length && char.IsLetter(rest[work.Length])))
                continue;
            rest = rest[work.Length..];
            return true;
        }
        return false;
    }
}
