using NewsCorpus.Articles;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>
/// Text whose beginning states something: the word "date" with a date on the first line, from where the text runs on, or a block of "Key: value" lines.
/// The header is no part of the text.
/// </summary>
public sealed class InlineHeaderReader : IArticleReader
{
    private const string Word = "date";

    public string Name => "inline-header";

    public int Version => 1;

    public bool CanRead(DecodedSource source) => DateHeader(source.Text) is not null || HeaderLines.Read(source.Text) is not null;

    public IEnumerable<ArticleDraft> Read(DecodedSource source)
    {
        var text = source.Text;
        IReadOnlyList<StatedField> fields;
        int end;
        if (HeaderLines.Read(text) is { } block)
        {
            (fields, end) = block;
        }
        else
        {
            var (start, length, after) = DateHeader(text) ?? throw new ArgumentException("no header", nameof(source));
            var value = text.Substring(start, length);
            fields = [new StatedField(StatedField.HeaderDate, value, "inline header", CleanText.LineAt(text, start), CleanText.Excerpt(text.AsSpan(0, start + length)))];
            end = after;
        }
        var (body, line) = BodyText.From(text, end);
        yield return new ArticleDraft
        {
            BodyFormat = BodyText.FormatOf(body, source.Extension),
            Body = body.TrimStart(),
            BodyLine = line,
            Fields = fields,
            Notes = body.Length == 0 ? ["There is no text below the header."] : [],
        };
    }

    /// <summary>Where the words of the date stand and where the text starts behind them. Null where "date" is a word of the text: "Date palms are back".</summary>
    private static (int Start, int Length, int After)? DateHeader(string text)
    {
        var at = 0;
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '\uFEFF' or '\u200B'))
            at++;
        if (!text.AsSpan(at).StartsWith(Word, StringComparison.OrdinalIgnoreCase))
            return null;
        var start = at + Word.Length;
        var parted = SkipSpaces(text, ref start);
        if (start < text.Length && text[start] is ':' or '=')
        {
            start++;
            SkipSpaces(text, ref start);
            parted = true;
        }
        if (!parted)
            return null;
        var length = DateWords.LengthAt(text.AsSpan(start));
        if (length == 0)
            return null;
        var after = start + length;
        var spaced = SkipSpaces(text, ref after);
        // A separator between header and text belongs to neither.
        if (after < text.Length && text[after] is '|' or '-' or '–' or '—' or ':' or ';' or ',' or '.')
        {
            after++;
            SkipSpaces(text, ref after);
            spaced = true;
        }
        return after == text.Length || spaced || text[after] == '\n' ? (start, length, after) : null;
    }

    private static bool SkipSpaces(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is ' ' or '\t' or '\u00A0')
            at++;
        return at > start;
    }
}
