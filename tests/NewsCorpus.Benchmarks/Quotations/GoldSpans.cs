using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Benchmarks.Quotations;

internal enum ContentKind
{
    /// <summary>All of the content's words stand in quotation marks.</summary>
    Direct,

    /// <summary>Some of them do.</summary>
    Mixed,

    Indirect,
}

/// <param name="Span">The words, without marks and punctuation at the ends.</param>
/// <param name="Content">Kind of the content that it is a piece of.</param>
internal sealed record GoldPiece(TextSpan Span, ContentKind Content, GoldAttribution Attribution);

/// <summary>Cuts annotated contents into the pieces that are scored.</summary>
internal static class GoldSpans
{
    private const string Edges = " \t\r\n,.;:!?\"“”‘’'`…—–-()[]«»„";

    /// <summary>Every stretch in quotation marks of an annotated content; a content over several paragraphs is as many pieces.</summary>
    public static List<GoldPiece> Quoted(string text, IReadOnlyList<GoldAttribution> attributions)
    {
        var pieces = new List<GoldPiece>();
        foreach (var attribution in attributions)
        {
            var (quoted, outside) = Split(text, attribution.Content);
            var kind = Kind(quoted.Count > 0, outside);
            pieces.AddRange(quoted.Select(q => new GoldPiece(q, kind, attribution)));
        }
        // Two attributions may share their words; the first one counts.
        return [.. pieces.GroupBy(p => p.Span).Select(g => g.First()).OrderBy(p => p.Span.Start)];
    }

    /// <summary>Contents that are not wholly in quotation marks, whole: from their first word to their last.</summary>
    public static List<GoldPiece> Reported(string text, IReadOnlyList<GoldAttribution> attributions) =>
        [.. attributions.Select(a => (Attribution: a, Parts: Split(text, a.Content)))
            .Select(a => new GoldPiece(Trim(text, new TextSpan(a.Attribution.Content[0].Start, a.Attribution.Content[^1].End)), Kind(a.Parts.Quoted.Count > 0, a.Parts.Outside), a.Attribution))
            .Where(p => p.Content != ContentKind.Direct && p.Span.Length > 0)];

    public static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && Edges.Contains(text[start], StringComparison.Ordinal))
            start++;
        while (end > start && Edges.Contains(text[end - 1], StringComparison.Ordinal))
            end--;
        return new TextSpan(start, end);
    }

    private static ContentKind Kind(bool hasQuoted, int outside) => !hasQuoted ? ContentKind.Indirect : outside == 0 ? ContentKind.Direct : ContentKind.Mixed;

    private static (List<TextSpan> Quoted, int Outside) Split(string original, IReadOnlyList<TextSpan> content)
    {
        // The typewriter's double mark as one of the same length.
        var text = original.Replace("''", "\"\u0001", StringComparison.Ordinal);
        var quoted = new List<TextSpan>();
        var outside = 0;
        var inside = false;
        var single = false;
        foreach (var piece in Joined(text, content))
        {
            var start = piece.Start;
            // Annotators now and then left the marks out.
            if (start > 0 && IsOpening(text, start - 1) && !IsMark(text[start]))
                (inside, single) = (true, IsSingle(text[start - 1]));
            var from = start;
            for (var i = start; i < piece.End; i++)
            {
                var c = text[i];
                if (!inside && IsOpening(text, i) && (!IsSingle(c) || (i == start && ClosesSingle(text, i, piece.End))))
                {
                    (inside, single, from) = (true, IsSingle(c), i + 1);
                }
                else if (inside && (single ? IsSingle(c) && !char.IsLetterOrDigit(Next(text, i)) : c is '"' or '”' or '“' && i > from && !IsOpening(text, i)))
                {
                    Add(from, i);
                    inside = false;
                }
                else if (inside && c == '\n')
                {
                    Add(from, i);
                    from = i + 1;
                    while (from < piece.End && (char.IsWhiteSpace(text[from]) || IsMark(text[from])))
                        from++;
                    i = from - 1;
                }
                else if (!inside && char.IsLetterOrDigit(c))
                    outside++;
            }
            if (inside)
            {
                Add(from, piece.End);
                inside = piece.End < text.Length && !IsMark(text[piece.End]) && !IsMark(text[piece.End - 1]) && text.AsSpan(piece.End).TrimStart() is { Length: > 0 } rest && rest[0] == '“';
            }
        }
        return (quoted, outside);

        void Add(int from, int to)
        {
            var span = Trim(original, new TextSpan(from, to));
            if (span.Length > 0)
                quoted.Add(span);
        }
    }

    /// <summary>Some annotators marked sentence by sentence: pieces with only white space between are one.</summary>
    private static List<TextSpan> Joined(string text, IReadOnlyList<TextSpan> pieces)
    {
        var joined = new List<TextSpan>();
        foreach (var piece in pieces)
            if (joined.Count > 0 && piece.Start >= joined[^1].End && text.AsSpan(joined[^1].End, piece.Start - joined[^1].End).IsWhiteSpace())
                joined[^1] = new TextSpan(joined[^1].Start, piece.End);
            else
                joined.Add(piece);
        return joined;
    }

    private static bool IsMark(char c) => c is '"' or '“' or '”' or '‘' or '’' or '\'';

    private static bool IsSingle(char c) => c is '‘' or '’' or '\'';

    private static char Next(string text, int i) => i + 1 < text.Length ? text[i + 1] : ' ';

    private static bool ClosesSingle(string text, int i, int end) => text.AsSpan(i + 1, end - i - 1).IndexOfAny('’', '\'') > 0;

    private static bool IsOpening(string text, int i) =>
        text[i] is '“' or '"' or '‘' or '\'' && !char.IsWhiteSpace(Next(text, i)) && (i == 0 || !char.IsLetterOrDigit(text[i - 1])) && !(text[i] is '"' && i > 0 && !char.IsWhiteSpace(text[i - 1]) && text[i - 1] is not ('(' or '—' or '-' or '\'' or '‘' or '['));
}
