using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>
/// Paragraphs of plain text. Blank lines part them. Whether a single line end does too is told by how the lines are broken: text is hard-wrapped
/// where, nearly always, the first word of the next line would not have fitted on the line above; such lines are joined, other lines are paragraphs.
/// </summary>
internal static class PlainTextBlocks
{
    private const int MinWrap = 40;
    private const int MaxWrap = 132;

    /// <summary>Share of the line ends, and columns of slack, from which on text counts as wrapped.</summary>
    private const double WrappedShare = 0.7;
    private const int Slack = 6;

    public static List<RawBlock> Read(string text)
    {
        var lines = new List<Line>();
        foreach (var range in text.AsSpan().Split('\n'))
            lines.Add(new Line(text, range.Start.Value, range.End.Value));
        var wrap = WrapColumn(lines);
        var builder = new BlockBuilder();
        var inList = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (i > 0 && EndsParagraph(lines, i - 1, wrap))
            {
                builder.Flush(inList ? BlockKind.List : BlockKind.Paragraph, inList ? 1 : 0);
                inList = false;
            }
            if (line.IsBlank)
                continue;
            var words = line.Words;
            if (builder.IsEmpty && IsBullet(words) && HasBulletNeighbour(lines, i))
            {
                inList = true;
                words = words[1..];
            }
            Join(builder, lines, i, words);
        }
        builder.Flush(inList ? BlockKind.List : BlockKind.Paragraph, inList ? 1 : 0);
        return builder.Blocks;
    }

    /// <summary>The column at which the text is wrapped; 0 where it is not.</summary>
    private static int WrapColumn(List<Line> lines)
    {
        var column = 0;
        foreach (var line in lines)
            column = Math.Max(column, line.Length);
        if (column is < MinWrap or > MaxWrap)
            return 0;
        int breaks = 0, wrapped = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].IsBlank || lines[i + 1].IsBlank || lines[i + 1].Indent > lines[i].Indent)
                continue;
            breaks++;
            if (!WouldFit(lines[i], lines[i + 1], column - Slack))
                wrapped++;
        }
        return breaks > 0 && wrapped >= WrappedShare * breaks ? column : 0;
    }

    private static bool EndsParagraph(List<Line> lines, int i, int wrap)
    {
        Line line = lines[i], next = lines[i + 1];
        if (line.IsBlank || next.IsBlank)
            return true;
        if (IsBullet(next.Words) && HasBulletNeighbour(lines, i + 1))
            return true;
        if (wrap > 0)
            return next.Indent >= line.Indent + 2 || (EndsSentence(line.Words) && WouldFit(line, next, wrap - Slack * 2)) || BylineRule.IsByline(line.Words) || CreditLine.Find(line.Words) is { IsPhoto: true };
        // A line that starts in the middle of a sentence goes on with the one above.
        return !(char.IsLower(next.Words[0]) && !EndsSentence(line.Words));
    }

    private static bool WouldFit(Line line, Line next, int column)
    {
        var word = next.Words.IndexOf(' ');
        return line.Length + 1 + (word < 0 ? next.Words.Length : word) <= column;
    }

    /// <summary>A hyphen between letters at the end of a line joins without a space: whether it is one of the word's own cannot be told, so it stays.</summary>
    private static void Join(BlockBuilder builder, List<Line> lines, int i, ReadOnlySpan<char> words)
    {
        if (!builder.IsEmpty)
        {
            var above = lines[i - 1].Words;
            var hyphen = above.Length > 1 && above[^1] is '-' or '\u00AD' && char.IsLetterOrDigit(above[^2]) && char.IsLetterOrDigit(words[0]);
            var dense = above[^1] >= '\u3000' && words[0] >= '\u3000' && above[^1] < '\uAC00';
            if (!hyphen && !dense)
                builder.Append(" ");
        }
        builder.Append(words);
    }

    private static bool EndsSentence(ReadOnlySpan<char> words)
    {
        words = words.TrimEnd("\"'”’»)]");
        return words.Length > 0 && words[^1] is '.' or '!' or '?' or ':' or '…';
    }

    private static bool IsBullet(ReadOnlySpan<char> words) => words.Length > 2 && words[0] is '•' or '*' or '-' or '·' or '▪' && words[1] is ' ' or '\t';

    /// <summary>A single line with a bullet may be a dash or an asterisk of the text; only "•" stands for itself.</summary>
    private static bool HasBulletNeighbour(List<Line> lines, int i)
    {
        var mark = lines[i].Words[0];
        return mark is '•' or '▪' || Has(-1) || Has(1);

        bool Has(int step)
        {
            var at = i + step;
            if (at >= 0 && at < lines.Count && lines[at].IsBlank)
                at += step;
            return at >= 0 && at < lines.Count && !lines[at].IsBlank && IsBullet(lines[at].Words) && lines[at].Words[0] == mark;
        }
    }

    private readonly struct Line
    {
        private readonly string text;
        private readonly int start;
        private readonly int end;

        public Line(string whole, int from, int to)
        {
            text = whole;
            end = from + whole.AsSpan(from, to - from).TrimEnd().Length;
            Length = end - from;
            start = from;
            while (start < end && (char.IsWhiteSpace(text[start]) || BlockBuilder.IsInvisible(text[start])))
            {
                Indent += text[start] == '\t' ? 4 : 1;
                start++;
            }
        }

        public int Indent { get; }

        public bool IsBlank => start == end;

        public int Length { get; }

        public ReadOnlySpan<char> Words => text.AsSpan(start, end - start);
    }
}
