using NewsCorpus.Articles;
using NewsCorpus.Ingestion.Formats.Mail;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>A mail message (RFC 5322, MIME): its HTML where it has one, else its plain text; attachments are left out.</summary>
public sealed class MailReader : IArticleReader
{
    /// <summary>Header fields and the keys under which rules know them.</summary>
    private static readonly Dictionary<string, string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Subject"] = "subject",
        ["Date"] = "date",
        ["Organization"] = "publisher",
        ["Newsgroups"] = "newsgroups",
        ["Keywords"] = "keywords",
        ["Content-Language"] = "language",
        ["Archived-At"] = "link",
        ["List-Id"] = "list-id",
    };

    public string Name => "mail";

    public int Version => 1;

    public bool CanRead(DecodedSource source) => MimeHeaders.StartMessage(source.Bytes.Span);

    public IEnumerable<ArticleDraft> Read(DecodedSource source)
    {
        var message = MimePart.Parse(source.Bytes, source.Limits);
        var notes = new List<string>(source.Notes);
        var fields = new FieldList("mail header");
        foreach (var header in message.Headers.All)
        {
            var value = MimeText.Words(header.Value);
            if (header.Name.Equals("From", StringComparison.OrdinalIgnoreCase))
                AddSender(fields, value, header.Line);
            else if (Keys.TryGetValue(header.Name, out var key))
                fields.Add(key, key == "link" ? value.Trim('<', '>', ' ') : value, header.Line);
        }
        var texts = message.All().Where(p => p.Parts.Count == 0 && !p.IsAttachment).ToList();
        var html = texts.Find(p => p.MediaType is "text/html" or "application/xhtml+xml");
        var plain = texts.Where(p => p.MediaType == "text/plain").ToList();
        if (html is null && plain.Count == 0)
            throw new UnsupportedFileException("The message has no text, only attachments.", "Save those as files of their own.");
        var body = html is not null ? html.Text(notes) : string.Join("\n\n", plain.Select(p => p.Text(notes).Trim()));
        yield return new ArticleDraft
        {
            BodyLine = (html ?? plain[0]).BodyLine,
            BodyFormat = html is not null ? BodyFormat.Html : BodyFormat.PlainText,
            Body = body,
            Fields = fields.Fields,
            Notes = notes,
        };
    }

    /// <summary>"Ines Calloway &lt;desk@…&gt;": the name and the address, each for itself.</summary>
    private static void AddSender(FieldList fields, string value, int line)
    {
        var open = value.LastIndexOf('<');
        var close = value.IndexOf('>', Math.Max(0, open));
        if (open < 0 || close < open)
        {
            fields.Add("from", value, line);
            return;
        }
        fields.Add("from", value[..open].Trim(' ', '"'), line, value);
        fields.Add("from-address", value[(open + 1)..close], line, value);
    }
}
