using NewsCorpus.Articles;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>
/// YAML front matter between two fences over a body in HTML, Markdown or plain text. The opening fence is a line of three hyphens, the closing one
/// of three hyphens or three dots, as YAML 1.2 (9.1.2, 9.1.4) has them.
/// </summary>
public sealed class FrontMatterReader : IArticleReader
{
    private const string Fence = "---";

    public string Name => "front-matter";

    public int Version => 1;

    /// <summary>An opening fence, and below it a key, or the closing fence at once. A rule of hyphens over a text is neither.</summary>
    public bool CanRead(DecodedSource source)
    {
        if (OpeningFence(source.Text) is not { } start)
            return false;
        foreach (var line in source.Text.AsSpan(start).EnumerateLines())
        {
            var words = line.Trim();
            if (words.Length == 0 || words[0] == '#')
                continue;
            return IsClosing(line) || IsKey(words);
        }
        return false;
    }

    public IEnumerable<ArticleDraft> Read(DecodedSource source)
    {
        var start = OpeningFence(source.Text) ?? throw new ArgumentException("no front matter", nameof(source));
        var firstLine = CleanText.LineAt(source.Text, start);
        var (end, bodyStart) = ClosingFence(source.Text, start, firstLine - 1, source.Limits.MaxFrontMatterLength);
        var notes = new List<string>();
        var fields = FrontMatterYaml.Read(source.Text[start..end], firstLine, notes, source.Limits);
        var (body, line) = BodyText.From(source.Text, bodyStart);
        if (body.Length == 0)
            notes.Add("There is no text below the front matter.");
        yield return new ArticleDraft
        {
            BodyFormat = BodyText.FormatOf(body, source.Extension),
            Body = body,
            BodyLine = line,
            Fields = DatedFileName.AddTo(fields, source),
            Notes = notes,
        };
    }

    /// <summary>Offset of the line below the opening fence; null where the first line that is not blank is no fence.</summary>
    private static int? OpeningFence(string text)
    {
        var start = 0;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] == '\uFEFF'))
            start++;
        var end = text.IndexOf('\n', start);
        return end > 0 && text.AsSpan(start, end - start).TrimEnd() is Fence ? end + 1 : null;
    }

    private static (int End, int BodyStart) ClosingFence(string text, int start, int fenceLine, int limit)
    {
        for (var at = start; at < text.Length && at - start <= limit;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            if (IsClosing(text.AsSpan(at, end - at)))
                return (at, Math.Min(end + 1, text.Length));
            at = end + 1;
        }
        throw new RejectedFileException(
            text.Length - start > limit
                ? $"The front matter that opens on line {fenceLine} is longer than {limit:N0} characters, or never closed."
                : $"The front matter that opens on line {fenceLine} is never closed.",
            text.Length - start > limit
                ? "Put a line of three hyphens below its last field. If it is as long as that, raise NewsCorpus:Limits:MaxFrontMatterLength."
                : "Put a line of three hyphens below its last field.",
            fenceLine);
    }

    private static bool IsClosing(ReadOnlySpan<char> line) => line.TrimEnd() is Fence or "...";

    private static bool IsKey(ReadOnlySpan<char> line)
    {
        if (line[0] is '{' or '"' or '\'' or '?')
            return line.Contains(':');
        var length = line.IndexOf(':');
        if (length is < 1 or > 60 || (length + 1 < line.Length && line[length + 1] is not (' ' or '\t')))
            return false;
        // "The storm has passed: nobody was hurt." is a sentence.
        if (line[..length].Count(' ') > 2)
            return false;
        foreach (var c in line[..length])
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.' or ' '))
                return false;
        return true;
    }
}
