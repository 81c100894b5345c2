using NewsCorpus.Articles;
using NewsCorpus.Ingestion.Formats.News;
using NewsCorpus.Ingestion.Formats.Xml;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>A story in NITF 3 (IPTC News Industry Text Format).</summary>
public sealed class NitfReader : IArticleReader
{
    public string Name => "nitf";

    public int Version => 1;

    public bool CanRead(DecodedSource source) => MarkupProlog.Of(source.Text) is ("nitf", _);

    public IEnumerable<ArticleDraft> Read(DecodedSource source)
    {
        var notes = new List<string>(source.Notes);
        var (_, start) = MarkupProlog.Of(source.Text) ?? throw new ArgumentException("no NITF", nameof(source));
        var root = MarkupParser.Parse(source.Text, start, source.Limits, notes);
        var fields = new FieldList("NITF");
        fields.Add("language", root.Inherited("xml:lang"), root.Line);
        NitfFields.Add(fields, root);
        var body = NitfText.Html(root);
        if (body.Length == 0)
            notes.Add("There is no text in the story's body.");
        yield return new ArticleDraft
        {
            BodyLine = (root.Find("body.content") ?? root).Line,
            BodyFormat = BodyFormat.Html,
            Body = body,
            Fields = fields.Fields,
            Notes = notes,
        };
    }
}
