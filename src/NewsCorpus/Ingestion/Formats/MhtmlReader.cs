using NewsCorpus.Articles;
using NewsCorpus.Extraction.Structure;
using NewsCorpus.Ingestion.Formats.Mail;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>A page saved with all that belongs to it (MHTML, RFC 2557): its root page is read as any HTML page, with the address it was saved from.</summary>
public sealed class MhtmlReader : IArticleReader
{
    public string Name => "mhtml";

    public int Version => 1;

    /// <summary>A message without a receiver whose parts are related; what was sent by mail has "To" and is a mail.</summary>
    public bool CanRead(DecodedSource source)
    {
        if (!MimeHeaders.StartMessage(source.Bytes.Span))
            return false;
        var at = 0;
        var headers = MimeHeaders.Read(source.Bytes.Span[..Math.Min(source.Bytes.Length, 32 * 1024)], ref at, 1, 100_000, out _);
        return headers.Value("Snapshot-Content-Location") is not null
            || (headers.Value("To") is null && headers.Value("Content-Type")?.TrimStart().StartsWith("multipart/related", StringComparison.OrdinalIgnoreCase) == true);
    }

    public IEnumerable<ArticleDraft> Read(DecodedSource source)
    {
        var message = MimePart.Parse(source.Bytes, source.Limits);
        var notes = new List<string>(source.Notes);
        var pages = message.All().Where(p => p.MediaType is "text/html" or "application/xhtml+xml").ToList();
        var start = MimeText.Parameter(message.ContentType, "start");
        var page = pages.Find(p => start is not null && p.Headers.Value("Content-ID") == start) ?? pages.FirstOrDefault()
            ?? throw new UnsupportedFileException("The saved page has no HTML in it.", "Save the page again, whole and in one file.");
        var html = page.Text(notes);
        using var document = HtmlSource.Parse(html);
        var fields = new FieldList("saved page");
        var address = message.Headers.Value("Snapshot-Content-Location") ?? page.Headers.Value("Content-Location");
        fields.Add("link", address is not null && address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? address : null, 1);
        yield return new ArticleDraft
        {
            BodyLine = page.BodyLine,
            BodyFormat = BodyFormat.Html,
            Body = html.Trim(),
            Fields = [.. fields.Fields, .. HtmlMetadata.Read(document, notes)],
            Notes = notes,
        };
    }
}
