using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Quotations;

/// <summary>
/// Finds what stands between quotation marks: curly, straight, typewriter (`` and ''), angle and single ones. Of nested quotations only the outermost counts.
/// A quotation left open at a paragraph's end goes on where the next paragraph repeats the opening mark; any other one ends with its sentence.
/// One pass a paragraph, so linear in the text.
/// </summary>
internal static class QuotationMarkScanner
{
    private readonly record struct Mark(int At, int Length, bool CanOpen, bool CanClose);

    /// <summary>The quoted spans of the body in order; they never overlap.</summary>
    public static List<QuotedSpan> Scan(ArticleContent content)
    {
        var found = new List<QuotedSpan>();
        var carries = false;
        for (var b = 0; b < content.Blocks.Count; b++)
        {
            var block = content.Blocks[b];
            if (!IsRead(block.Kind))
                continue;
            var text = content.Of(block);
            var spans = Doubles(text, block.Start, b, carries);
            Singles(text, block.Start, b, carries && spans.Count == 0, spans);
            spans = Outermost(spans);
            carries = spans.Count > 0 && !spans[^1].IsClosed;
            if (carries && !GoesOn(content, b, content.Text[spans[^1].Open]))
            {
                carries = false;
                spans[^1] = CutAtSentence(content.Text, spans[^1]);
            }
            found.AddRange(spans.Where(s => s.Length > 0));
        }
        return found;
    }

    /// <summary>Captions, credits, headings and editor's notes are no place for what somebody said in the story.</summary>
    public static bool IsRead(BlockKind kind) => kind is BlockKind.Standfirst or BlockKind.Paragraph or BlockKind.List or BlockKind.Quote;

    private static List<QuotedSpan> Doubles(ReadOnlySpan<char> text, int offset, int block, bool carries)
    {
        var marks = new List<Mark>();
        for (var i = 0; i < text.Length && text[i..].IndexOfAny(QuotationMarks.Doubles) is >= 0 and var next; i++)
        {
            i += next;
            var length = QuotationMarks.DoubleAt(text, i);
            if (length == 0)
                continue;
            marks.Add(new Mark(i, length, QuotationMarks.CanOpenDouble(text, i, length), QuotationMarks.CanCloseDouble(text, i, length)));
            i += length - 1;
        }

        var spans = new List<QuotedSpan>();
        var open = -1;
        var depth = 0;
        for (var m = 0; m < marks.Count; m++)
        {
            var mark = marks[m];
            if (open < 0)
            {
                if (mark.CanOpen)
                    open = m;
                continue;
            }
            if (mark.CanClose)
            {
                if (depth > 0)
                    depth--;
                else
                {
                    spans.Add(Span(text, offset, block, marks[open], mark.At, mark.Length, carries && marks[open].At == 0));
                    open = -1;
                }
                continue;
            }
            if (!mark.CanOpen || mark.At == marks[open].At + marks[open].Length)
                continue;
            // Another opening mark inside: nested where two closing ones follow, else the first was never closed.
            if (m + 2 < marks.Count && marks[m + 1].CanClose && marks[m + 2].CanClose && !marks[m + 1].CanOpen && !marks[m + 2].CanOpen)
                depth++;
            else
            {
                var unclosed = Span(text, offset, block, marks[open], mark.At, 0, carries && marks[open].At == 0);
                spans.Add(Cut(text, offset, unclosed));
                open = m;
            }
        }
        if (open >= 0)
            spans.Add(Span(text, offset, block, marks[open], text.Length, 0, carries && marks[open].At == 0));
        return spans;
    }

    private static void Singles(ReadOnlySpan<char> text, int offset, int block, bool carries, List<QuotedSpan> spans)
    {
        var doubles = spans.ToArray();
        var next = 0;
        var open = -1;
        var hesitant = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            while (next < doubles.Length && i >= doubles[next].Close - offset)
                next++;
            if (next < doubles.Length && i >= doubles[next].Open - offset)
            {
                i = Math.Max(i, doubles[next].Close - offset - 1);
                continue;
            }
            var limit = next < doubles.Length ? doubles[next].Open - offset : text.Length;
            var mark = text[i..limit].IndexOfAny(QuotationMarks.Singles);
            if (mark < 0 && limit < text.Length)
            {
                i = limit - 1;
                continue;
            }
            i = mark < 0 ? text.Length : i + mark;
            var atEnd = i == text.Length;
            if (open >= 0 && !atEnd && QuotationMarks.CanCloseSingle(text, i))
            {
                if (text[i - 1] is 's' or 'S' && hesitant < 0)
                    hesitant = i;
                else if (text[i - 1] is not ('s' or 'S'))
                {
                    Take(text, i);
                    hesitant = -1;
                }
                continue;
            }
            if (!atEnd && !QuotationMarks.CanOpenSingle(text, i))
                continue;
            if (open >= 0 && hesitant >= 0)
            {
                // "... the ‘heroes’ of the strike": no better closing mark came before the next opening one.
                Take(text, hesitant);
                hesitant = -1;
            }
            if (atEnd && open == 0 && (carries || text[0] == '‘'))
                spans.Add(Span(text, offset, block, new Mark(0, 1, true, false), text.Length, 0, carries));
            open = i;
        }

        void Take(ReadOnlySpan<char> within, int close)
        {
            var span = Span(within, offset, block, new Mark(open, 1, true, false), close, 1, carries && open == 0);
            spans.Add(span);
            open = -1;
        }
    }

    private static List<QuotedSpan> Outermost(List<QuotedSpan> spans)
    {
        spans.Sort((x, y) => x.Open.CompareTo(y.Open));
        var outer = new List<QuotedSpan>(spans.Count);
        foreach (var span in spans)
            if (outer.Count == 0 || span.Open >= outer[^1].Close)
                outer.Add(span);
        return outer;
    }

    private static QuotedSpan Span(ReadOnlySpan<char> text, int offset, int block, Mark opening, int end, int closing, bool continues)
    {
        var start = opening.At + opening.Length;
        var close = end + closing;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        while (start < end && (char.IsWhiteSpace(text[start]) || (text[start] == text[opening.At] && opening.Length == 1)))
            start++;
        return new QuotedSpan(offset + opening.At, offset + start, offset + end, closing == 0 ? offset + end : offset + close, block, continues);
    }

    private static bool GoesOn(ArticleContent content, int block, char mark)
    {
        for (var b = block + 1; b < content.Blocks.Count; b++)
        {
            var next = content.Blocks[b];
            if (!next.IsBody)
                continue;
            return IsRead(next.Kind) && next.End > next.Start && (content.Text[next.Start] == mark || (QuotationMarks.IsSingle(mark) is var single
                && single == QuotationMarks.IsSingle(content.Text[next.Start]) && QuotationMarks.DoubleAt(content.Of(next), 0) > 0 && !single));
        }
        return false;
    }

    private static QuotedSpan CutAtSentence(string text, QuotedSpan span) => Cut(text.AsSpan(0, span.End), 0, span);

    /// <summary>An opening mark without its closing one: the words up to the cue that follows, else the first sentence.</summary>
    private static QuotedSpan Cut(ReadOnlySpan<char> text, int offset, QuotedSpan span)
    {
        for (var i = span.Start - offset; i + 1 < span.End - offset; i++)
            if ((text[i] is '.' or '!' or '?' && char.IsWhiteSpace(text[i + 1]) && i - (span.Start - offset) > 3)
                || (text[i] == ',' && ReportingVerbs.OpensCue(text[(i + 1)..])))
                return span with { End = offset + i + 1, Close = offset + i + 1 };
        return span;
    }
}
