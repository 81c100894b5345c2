using NewsCorpus.Articles;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>What stands between two equal fences at the top of a file, and the body below.</summary>
/// <param name="Text">The lines between the fences.</param>
/// <param name="FirstLine">Line of the file on which they start.</param>
/// <param name="BodyStart">Offset of the line below the closing fence.</param>
internal readonly record struct FencedBlock(string Text, int FirstLine, int BodyStart)
{
    /// <summary>Offset of the line below the opening fence; null where the first line that is not blank is no such fence.</summary>
    public static int? OpeningFence(string text, string fence)
    {
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        var end = text.IndexOf('\n', start);
        return end > 0 && text.AsSpan(start, end - start).TrimEnd().SequenceEqual(fence) ? end + 1 : null;
    }

    /// <exception cref="RejectedFileException">The block is never closed, or too long.</exception>
    public static FencedBlock Find(DecodedSource source, string fence)
    {
        var text = source.Text;
        var start = OpeningFence(text, fence) ?? throw new ArgumentException("no front matter", nameof(source));
        var firstLine = CleanText.LineAt(text, start);
        var limit = source.Limits.MaxFrontMatterLength;
        for (var at = start; at < text.Length && at - start <= limit;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            if (text.AsSpan(at, end - at).TrimEnd().SequenceEqual(fence))
                return new FencedBlock(text[start..at], firstLine, Math.Min(end + 1, text.Length));
            at = end + 1;
        }
        throw new RejectedFileException(
            $"The front matter that opens on line {firstLine - 1} is never closed, or longer than {limit:N0} characters.", $"Put a line of {fence} below its last field.",
            firstLine - 1);
    }

    public static ArticleDraft Draft(DecodedSource source, int bodyStart, IReadOnlyList<StatedField> fields)
    {
        var (body, line) = BodyText.From(source.Text, bodyStart);
        return new ArticleDraft
        {
            BodyFormat = BodyText.FormatOf(body, source.Extension),
            Body = body,
            BodyLine = line,
            Fields = DatedFileName.AddTo(fields, source),
            Notes = body.Length == 0 ? [.. source.Notes, "There is no text below the front matter."] : source.Notes,
        };
    }
}
