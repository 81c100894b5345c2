using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Duplicates;

/// <summary>
/// An article reduced to what its copies share: the words of its paragraphs, lists and quotations, folded and hashed. Headline, standfirst, byline, dateline, headings, notes,
/// captions, credits, links and furniture are the outlet's own and left out. Immutable.
/// </summary>
public sealed class CopyText
{
    private readonly ulong[] words;
    private readonly bool[] quoted;
    private readonly int[] segments;

    internal CopyText(ulong[] words, bool[] quoted, int[] segments)
    {
        this.words = words;
        this.quoted = quoted;
        this.segments = segments;
    }

    public int WordCount => words.Length;

    /// <summary>Hash of each word.</summary>
    internal ReadOnlySpan<ulong> Words => words;

    /// <summary>For each word whether it stands inside quotation marks or a block quotation.</summary>
    internal ReadOnlySpan<bool> Quoted => quoted;

    /// <summary>For each word the number of its segment, from 0: a paragraph, or some sixty words of a long one.</summary>
    internal ReadOnlySpan<int> Segments => segments;

    /// <summary>Reads an article. Time and memory are linear in the length of the text.</summary>
    /// <param name="title">Left out where it opens the text too; null where unknown.</param>
    public static CopyText Of(ArticleContent content, string? title = null)
    {
        var reader = new CopyTextReader(content.Text.Length / 5);
        foreach (var block in content.Blocks)
            if (block.Kind is BlockKind.Paragraph or BlockKind.List or BlockKind.Quote)
                reader.Add(content.Of(block), block.Kind == BlockKind.Quote);
        if (content.Blocks.Count == 0)
            reader.Add(content.Text, isQuote: false);
        return reader.Done(title);
    }

    /// <summary>Hashes of all runs of <paramref name="length"/> words, in order; none where there are fewer words.</summary>
    internal ulong[] Shingles(int length)
    {
        if (words.Length < length)
            return [];
        // A polynomial of the word hashes rolls along in constant time for a word.
        const ulong Base = 0xA0761D6478BD642F;
        ulong high = 1;
        for (var i = 1; i < length; i++)
            high *= Base;
        var shingles = new ulong[words.Length - length + 1];
        ulong rolling = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (i >= length)
                rolling -= words[i - length] * high;
            rolling = rolling * Base + words[i];
            if (i >= length - 1)
                shingles[i - length + 1] = Hash64.Finish(rolling);
        }
        return shingles;
    }
}
