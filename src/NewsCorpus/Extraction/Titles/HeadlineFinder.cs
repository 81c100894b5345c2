using NewsCorpus.Articles;
using NewsCorpus.Extraction.Dates;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Extraction.Titles;

/// <summary>Finds the headline that opens a text without a stated title.</summary>
internal static class HeadlineFinder
{
    private const int MaxLength = 140;
    private const int MinWords = 3;

    /// <summary>
    /// A heading before all other text; or a first line that is short, of at least three words, begins with a capital, a digit or a quotation mark, ends without a full stop, comma or colon,
    /// is no date, and has longer text below it that does end with one. Null where the text opens with its first sentence.
    /// </summary>
    public static Block? Find(ArticleContent content)
    {
        for (var i = 0; i < content.Blocks.Count; i++)
        {
            var block = content.Blocks[i];
            if (!block.IsBody || block.Kind is BlockKind.Byline or BlockKind.Dateline or BlockKind.Note)
                continue;
            if (block.Kind == BlockKind.Heading)
                return content.Of(block).ContainsLetterOrDigit() ? block : null;
            return block.Kind is BlockKind.Paragraph or BlockKind.Standfirst && !FollowsDateline(content, i) && IsHeadline(content.Of(block)) && HasTextBelow(content, i) ? block : null;
        }
        return null;
    }

    /// <summary>"PORT ELM — The ferry …": what shares a line with a dateline is text.</summary>
    private static bool FollowsDateline(ArticleContent content, int index) => index > 0 && content.Blocks[index - 1].Kind == BlockKind.Dateline;

    private static bool IsHeadline(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length is 0 or > MaxLength || line.Contains('\n') || line[^1] is '.' or ',' or ':' or ';' or '…')
            return false;
        if (line.Length > 1 && line[^1] is '”' or '"' or '’' && line[^2] is '.' or ',')
            return false;
        var first = line[0];
        if (!char.IsUpper(first) && !char.IsAsciiDigit(first) && first is not ('“' or '"' or '‘' or '\'' or '$' or '£' or '€') && !IsCaseless(first))
            return false;
        if (line.StartsWith("By ", StringComparison.OrdinalIgnoreCase) && line.Length < 60)
            return false;
        // A caption or a lead may be short and without a full stop at its very end, but has one before.
        foreach (var sentence in SentenceSplitter.Split(line))
            if (sentence.End < line.Length && line[sentence.End - 1] == '.')
                return false;
        return DateParser.Find(line) is not { } date || date.End - date.Start < line.Length / 2;
    }

    private static bool IsCaseless(char c) => char.IsLetter(c) && !char.IsUpper(c) && !char.IsLower(c);

    private static bool HasTextBelow(ArticleContent content, int index)
    {
        var headline = content.Of(content.Blocks[index]);
        var words = 0;
        var inWord = false;
        foreach (var c in headline)
        {
            var isWord = !char.IsWhiteSpace(c);
            words += isWord && !inWord ? 1 : 0;
            inWord = isWord;
        }
        if (words < MinWords && !IsCaseless(headline[0]))
            return false;
        for (var i = index + 1; i < content.Blocks.Count; i++)
        {
            var block = content.Blocks[i];
            if (block.Kind is BlockKind.Paragraph or BlockKind.Quote && block.End - block.Start > headline.Length && content.Of(block).TrimEnd().IndexOfAny(".!?。") >= 0)
                return true;
        }
        return false;
    }
}
