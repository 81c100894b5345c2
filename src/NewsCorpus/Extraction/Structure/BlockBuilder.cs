using System.Buffers;
using System.Text;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>Gathers the characters and spans of one block after another, with white space collapsed and invisible characters left out.</summary>
internal sealed class BlockBuilder
{
    /// <summary>Letters, digits and marks of which whole words are made, and which are neither white space nor invisible.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        string.Concat(Enumerable.Range('!', '~' - '!' + 1).Concat(Enumerable.Range('\u00C0', 0x180)).Select(c => (char)c)) + "‘’“”–—…");

    private readonly StringBuilder text = new();
    private readonly List<InlineSpan> spans = [];
    private readonly List<(SpanKind Kind, string? Href, int Start)> open = [];
    private readonly List<RawBlock> blocks = [];
    private bool pendingSpace;

    public List<RawBlock> Blocks => blocks;

    public bool IsEmpty => text.Length == 0;

    public void Append(ReadOnlySpan<char> characters, bool keepLines = false)
    {
        while (!characters.IsEmpty)
        {
            var word = characters.IndexOfAnyExcept(Plain);
            if (word != 0)
            {
                AppendVisible(word < 0 ? characters : characters[..word]);
                if (word < 0)
                    return;
                characters = characters[word..];
            }
            var c = characters[0];
            if (keepLines && c == '\n')
                Break();
            else if (char.IsWhiteSpace(c) || c is '\u2800' or '\u3164')
                pendingSpace = true;
            else if (!IsInvisible(c))
                AppendVisible(characters[..1]);
            characters = characters[1..];
        }
    }

    /// <summary>A line break inside the block; a second one in a row ends the block.</summary>
    /// <returns>True where the block has to end here.</returns>
    public bool Break()
    {
        pendingSpace = false;
        if (text.Length == 0)
            return false;
        if (text[^1] == '\n')
            return true;
        text.Append('\n');
        return false;
    }

    public void Open(SpanKind kind, string? href) => open.Add((kind, href, text.Length));

    public void Close()
    {
        Add(open[^1]);
        open.RemoveAt(open.Count - 1);
    }

    /// <summary>Ends the block. Spans that are still open go on in the next one.</summary>
    public void Flush(BlockKind kind, int level)
    {
        pendingSpace = false;
        for (var i = 0; i < open.Count; i++)
        {
            Add(open[i]);
            open[i] = open[i] with { Start = 0 };
        }
        if (text.Length > 0)
        {
            var length = text.Length;
            while (length > 0 && text[length - 1] is '\n')
                length--;
            blocks.Add(Normalized(kind, text.ToString(0, length), level, [.. spans.OrderBy(s => s.Start).ThenByDescending(s => s.End)]));
        }
        text.Clear();
        spans.Clear();
    }

    /// <summary>Characters that no reader sees and no search should meet: controls, zero-width spaces, soft hyphens, overrides of the direction.</summary>
    public static bool IsInvisible(char c) =>
        char.IsControl(c) || c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF';

    private void AppendVisible(ReadOnlySpan<char> characters)
    {
        if (pendingSpace && text.Length > 0 && text[^1] != '\n')
            text.Append(' ');
        pendingSpace = false;
        text.Append(characters);
    }

    private void Add((SpanKind Kind, string? Href, int Start) span)
    {
        int start = span.Start, end = text.Length;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (start < end)
            spans.Add(new InlineSpan(span.Kind, start, end, span.Href));
    }

    /// <summary>Entities can add accents that the file's own characters did not have.</summary>
    private static RawBlock Normalized(BlockKind kind, string text, int level, IReadOnlyList<InlineSpan> spans)
    {
        if (text.IsNormalized())
            return new RawBlock(kind, text, level, spans);
        var normal = text.Normalize();
        var moved = new SortedDictionary<int, int>();
        foreach (var span in spans)
            (moved[span.Start], moved[span.End]) = (0, 0);
        int from = 0, length = 0;
        foreach (var offset in moved.Keys.ToArray())
        {
            length += text[from..offset].Normalize().Length;
            moved[offset] = Math.Min(length, normal.Length);
            from = offset;
        }
        return new RawBlock(kind, normal, level, [.. spans.Select(s => s with { Start = moved[s.Start], End = moved[s.End] }).Where(s => s.Start < s.End)]);
    }
}
