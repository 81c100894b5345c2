using NewsCorpus.Articles;
using NewsCorpus.Extraction.Structure;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>An HTML page, or a fragment of one, with what its head, its JSON-LD and its time elements state.</summary>
public sealed class HtmlPageReader : IArticleReader
{
    public string Name => "html";

    public int Version => 1;

    public bool CanRead(DecodedSource source)
    {
        var text = source.Text.AsSpan().TrimStart();
        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            return text[..Math.Min(text.Length, 1024)].Contains("<html", StringComparison.OrdinalIgnoreCase);
        return BodyText.StartsWithTag(text) && BodyText.FormatOf(source.Text, source.Extension) == BodyFormat.Html;
    }

    public IEnumerable<ArticleDraft> Read(DecodedSource source)
    {
        var notes = new List<string>();
        using var document = HtmlSource.Parse(source.Text);
        var fields = HtmlMetadata.Read(document, notes);
        var (body, line) = BodyText.From(source.Text, 0);
        yield return new ArticleDraft { BodyFormat = BodyFormat.Html, Body = body, BodyLine = line, Fields = fields, Notes = notes };
    }
}
