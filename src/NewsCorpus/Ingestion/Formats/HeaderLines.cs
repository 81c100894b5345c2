using NewsCorpus.Articles;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>
/// A block of "Key: value" lines above a text, as in mail and in the exports of press archives. The first line has a key that is known;
/// a value may run on in indented lines.
/// </summary>
internal static class HeaderLines
{
    private const string Origin = "header lines";
    private const int MaxLines = 60;
    private const int MaxValue = 500;

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "title", "headline", "subject", "date", "published", "publication date", "publish date", "posted", "updated", "load-date", "author", "authors", "by", "byline", "from",
        "source", "outlet", "publication", "publisher", "newspaper", "agency", "section", "category", "categories", "tags", "keywords", "topic", "topics", "description", "summary",
        "url", "link", "language", "copyright", "slug", "id", "length", "dateline", "edition", "page", "country", "place", "location", "draft",
    };

    /// <summary>Keys that start an article by themselves, where only one line stands above the text.</summary>
    private static readonly HashSet<string> Sufficient = new(StringComparer.OrdinalIgnoreCase) { "title", "headline", "date", "published", "publication date", "publish date" };

    /// <summary>The fields and the offset behind their last line; null where the text starts without such a block.</summary>
    public static (IReadOnlyList<StatedField> Fields, int End)? Read(string text)
    {
        var fields = new List<StatedField>();
        var known = 0;
        var line = 0;
        int end = 0, afterBlank = 0;
        for (var at = 0; at < text.Length && line < MaxLines;)
        {
            var stop = text.IndexOf('\n', at);
            stop = stop < 0 ? text.Length : stop;
            var words = text.AsSpan(at, stop - at);
            var next = Math.Min(stop + 1, text.Length);
            line++;
            if (words.IsWhiteSpace())
            {
                afterBlank++;
            }
            else if (KeyOf(words) is { } key && (Known.Contains(key) || (fields.Count > 0 && afterBlank == 0)))
            {
                if (afterBlank > 1 && fields.Count > 0)
                    break;
                known += Known.Contains(key) ? 1 : 0;
                var value = words[(words.IndexOf(':') + 1)..].Trim();
                if (value.Length > MaxValue)
                    break;
                fields.Add(new StatedField(key.ToLowerInvariant(), value.ToString(), Origin, line, CleanText.Excerpt(words)));
                (afterBlank, end) = (0, next);
            }
            else if (fields.Count > 0 && afterBlank == 0 && words[0] is ' ' or '\t')
            {
                fields[^1] = fields[^1] with { Value = $"{fields[^1].Value} {words.Trim()}".Trim() };
                end = next;
            }
            else
            {
                break;
            }
            at = next;
        }
        // What comes directly below is the text, unless a blank line parts it: then the last line may have been no field but text.
        var alone = fields.Count == 1 && Sufficient.Contains(fields[0].Key) && IsParted(text, end) && IsPlausible(fields[0]);
        return known >= 2 || alone ? ([.. fields.Where(f => f.Value.Length > 0)], end) : null;
    }

    private static bool IsParted(string text, int end) => end < text.Length && text.AsSpan(end, text.AsSpan(end).IndexOf('\n') is >= 0 and var n ? n : text.Length - end).IsWhiteSpace();

    /// <summary>A lone date line holds a date and nothing else.</summary>
    private static bool IsPlausible(StatedField field) =>
        field.Key is "title" or "headline" || DateWords.LengthAt(field.Value) == field.Value.Length;

    private static string? KeyOf(ReadOnlySpan<char> line)
    {
        line = line.TrimStart(" \uFEFF");
        var colon = line.IndexOf(':');
        if (colon is < 2 or > 30 || !char.IsLetter(line[0]) || (colon + 1 < line.Length && !char.IsWhiteSpace(line[colon + 1]) && !char.IsAsciiDigit(line[colon + 1])))
            return null;
        var spaces = 0;
        foreach (var c in line[..colon])
        {
            spaces += c == ' ' ? 1 : 0;
            if (!char.IsLetter(c) && c is not (' ' or '-' or '_'))
                return null;
        }
        return spaces <= 2 ? line[..colon].Trim().ToString() : null;
    }
}
