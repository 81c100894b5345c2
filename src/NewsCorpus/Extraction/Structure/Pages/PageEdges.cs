using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure.Pages;

/// <summary>Takes the site's small print off both ends of a page's article: what stands above its heading, the lines of date, section and buttons below, and headings at the end that head nothing.</summary>
internal static class PageEdges
{
    private const int MinProse = 80;
    private const int MaxLine = 60;
    private const double MinArticle = 0.5;

    /// <summary>How headings over other articles begin; what follows is the site's name or a topic.</summary>
    private static readonly string[] RelatedHeadings = ["more from ", "more on ", "more in ", "more stories", "more news", "latest from ", "latest news", "latest stories", "most read", "most popular", "popular in ", "related ", "recommended ", "read more", "also on ", "elsewhere on "];

    private static readonly HashSet<string> CommentLabels = new(StringComparer.OrdinalIgnoreCase)
    {
        "comments", "comment", "responses", "leave a comment", "leave a reply", "leave a response", "post a comment", "add a comment", "write a comment", "write a reply or comment", "one comment", "one response", "reader comments", "readers' comments", "join the conversation", "join the discussion", "what do you think?", "your comments", "discussion", "show comments",
        "kommentare", "kommentar", "kommentar schreiben", "schreibe einen kommentar", "kommentar verfassen", "leserkommentare", "commentaires", "commentaire", "laisser un commentaire", "vos commentaires", "réactions", "comentarios", "comentario", "deja un comentario", "deja una respuesta", "comentários", "deixe um comentário", "deixe uma resposta", "commenti", "lascia un commento", "reacties", "geef een reactie", "kommentarer", "komentarze", "dodaj komentarz", "комментарии", "оставить комментарий", "отзывы", "добавить комментарий",
    };

    public static List<RawBlock> Trim(List<RawBlock> blocks)
    {
        var prose = blocks.FindIndex(IsProse);
        if (prose < 0)
            return blocks;
        var heading = blocks.FindIndex(0, prose, b => b is { Kind: BlockKind.Heading, Level: 1 });
        for (var i = 0; i < prose; i++)
            if (blocks[i].Kind is BlockKind.Paragraph or BlockKind.List or BlockKind.Heading && i != heading && (i < heading || IsLine(blocks[i])))
                blocks[i] = blocks[i] with { Kind = BlockKind.Furniture, Level = 0 };
        for (var i = blocks.Count - 1; i >= 0 && (blocks[i].Kind is BlockKind.Heading or >= BlockKind.Caption); i--)
            if (blocks[i].Kind == BlockKind.Heading && i != heading)
                blocks[i] = blocks[i] with { Kind = BlockKind.Related, Level = 0 };
        return Cut(blocks);
    }

    /// <summary>Below a heading such as "Comments" or "Related stories" that stands behind most of the article nothing of it follows.</summary>
    private static List<RawBlock> Cut(List<RawBlock> blocks)
    {
        var all = blocks.Sum(b => IsProse(b) ? b.Text.Length : 0);
        var seen = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            seen += IsProse(block) ? block.Text.Length : 0;
            if (block.Kind is not (BlockKind.Heading or BlockKind.Paragraph) || block.Text.Length > MaxLine || seen < MinArticle * all || IsProse(block))
                continue;
            if (IsCommentsLabel(block.Text))
                return blocks[..i];
            if (block.Kind != BlockKind.Heading || !RelatedRule.IsLabelled(block.Text) && !Prose.StartsWithAny(block.Text, RelatedHeadings))
                continue;
            for (; i < blocks.Count; i++)
                blocks[i] = blocks[i] with { Kind = BlockKind.Related, Level = 0 };
        }
        return blocks;
    }

    private static bool IsCommentsLabel(string text)
    {
        var label = text.AsSpan().Trim(" :()0123456789.");
        return CommentLabels.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label);
    }

    private static bool IsProse(RawBlock block) =>
        block.Kind is BlockKind.Paragraph or BlockKind.List or BlockKind.Quote && (block.Text.Length >= MinProse || (block.Text.Length > MaxLine / 2 && Prose.EndsSentence(block.Text)));

    /// <summary>A few words that are neither a sentence nor told to be anything by the rules for all texts: a date, a section, an author without "By".</summary>
    private static bool IsLine(RawBlock block) =>
        block.Kind != BlockKind.Heading && block.Text.Length <= MaxLine && !Prose.EndsSentence(block.Text) && !BylineRule.IsByline(block.Text) && !DatelineRule.IsAlone(block.Text) && CreditLine.Find(block.Text) is null;
}
