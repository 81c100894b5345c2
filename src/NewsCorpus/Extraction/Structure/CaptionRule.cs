using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>Captions and the credits at their ends, marked up or told by the credit, by fixed words in front, or by marks of position.</summary>
internal static class CaptionRule
{
    /// <summary>A longer paragraph that ends in a credit is text with a credit behind it.</summary>
    private const int MaxCaption = 700;
    private const int MaxNames = 80;

    private static readonly string[] Labels =
        ["file photo:", "file photo -", "file photo –", "file photo —", "file photo of", "file -", "file –", "file —", "caption:", "photo caption:", "image caption", "pictured:", "pictured above:", "from left to right:", "from left:", "left to right:", "l to r:", "l-r:", "(l-r)", "clockwise from top",
            "media playback is unsupported", "photo:", "image:", "in pictures:", "above:", "top photo:", "cover photo:", "cover image:", "archive photo:", "stock image", "stock photo", "representational image", "representative image", "an undated handout", "a file photo of", "file picture", "file image", "symbolbild", "archivbild", "foto:", "media caption", "image copyright", "hide caption", "enlarge this image", "toggle caption"];

    /// <summary>Marks that nothing but a caption has; in small letters, since "(R)" and "(L)" name parties.</summary>
    private static readonly string[] SureMarks = ["(l.)", "(r.)", "(l)", "(r)", "(from l.)", "(2nd from left)", "(second from left)", "(third from left)", "(second from right)", "(pictured left)", "(pictured right)", "(far left)", "(far right)"];

    /// <summary>Marks that a sentence can have too: two different ones are needed.</summary>
    private static readonly string[] Marks = ["(left)", "(right)", "(centre)", "(center)", "(top)", "(bottom)", "(above)", "(below)"];

    public static Piece[]? Read(BlockPlace place)
    {
        var block = place.Block;
        var text = block.Text;
        if (block.Kind is not (BlockKind.Paragraph or BlockKind.Caption or BlockKind.Quote))
            return null;
        var credit = CreditLine.Find(text);
        if (credit is { Start: 0 } || IsNameWithHouse(text))
            return place.Whole(BlockKind.Credit);
        var isCaption = block.Kind == BlockKind.Caption || (text.Length <= MaxCaption && (credit is { IsPhoto: true } || IsLabelled(text) || IsMarked(text)));
        if (credit is not null)
            return Split(text, isCaption ? BlockKind.Caption : block.Kind, credit.Start);
        return isCaption ? place.Whole(BlockKind.Caption) : null;
    }

    private static Piece[] Split(string text, BlockKind kind, int at)
    {
        var end = at;
        while (end > 0 && text[end - 1] is ' ' or '\n' or '|' or '-' or '–' or '—')
            end--;
        return end == 0 ? [new Piece(BlockKind.Credit, 0, text.Length)] : [new Piece(kind, 0, end), new Piece(BlockKind.Credit, at, text.Length)];
    }

    /// <summary>"Ana Ruiz/Harbour Pictures" alone: a name and whom it works for.</summary>
    private static bool IsNameWithHouse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && text.Length <= MaxNames && NameForm.IsName(text.AsSpan(0, slash)) && NameForm.IsList(text) && Prose.CountWords(text.AsSpan(slash + 1)) <= 5 && !text.AsSpan().ContainsAnyInRange('0', '9');
    }

    private static bool IsLabelled(string text) =>
        Prose.StartsWithAny(text, Labels)
        || (Prose.StartsWithAny(text, ["in this ", "this "]) && text.AsSpan(0, Math.Min(text.Length, 80)) is var head
            && Prose.ContainsAny(head, [" file photo", " photo provided by", " photo released by", " photo taken ", " image provided by", " image released by", " image from video", " image taken from"]));

    private static bool IsMarked(string text)
    {
        if (text.Length > MaxCaption / 2 || !text.Contains('(', StringComparison.Ordinal))
            return false;
        foreach (var mark in SureMarks)
            if (text.Contains(mark, StringComparison.Ordinal))
                return true;
        var marks = 0;
        foreach (var mark in Marks)
            marks += text.Contains(mark, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        return marks > 1;
    }
}
