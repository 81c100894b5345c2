using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>A block before it has its place in the article: offsets of the spans are into its own text. Never empty, white space collapsed, line breaks of its own as "\n".</summary>
/// <param name="Kind">What the markup says; <see cref="BlockKind.Paragraph"/> where it says nothing.</param>
internal sealed record RawBlock(BlockKind Kind, string Text, int Level, IReadOnlyList<InlineSpan> Spans)
{
    public RawBlock(string text)
        : this(BlockKind.Paragraph, text, 0, [])
    {
    }

    /// <summary>A stretch of the block as a block of its own, without the white space around it; null where nothing else is left.</summary>
    public RawBlock? Slice(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(Text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(Text[end - 1]))
            end--;
        if (start == end)
            return null;
        var spans = new List<InlineSpan>();
        foreach (var span in Spans)
            if (span.Start < end && span.End > start)
                spans.Add(span with { Start = Math.Max(span.Start, start) - start, End = Math.Min(span.End, end) - start });
        return this with { Text = Text[start..end], Spans = spans };
    }
}
