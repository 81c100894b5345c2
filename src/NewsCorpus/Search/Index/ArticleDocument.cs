using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using NewsCorpus.Articles;
using NewsCorpus.Search.Queries;

namespace NewsCorpus.Search.Index;

/// <summary>Makes index documents of articles. Not thread-safe: its streams are reused, so that a document is to be written before the next is made.</summary>
internal sealed class ArticleDocument : IDisposable
{
    private static readonly FieldType WordsType = Freeze(new FieldType
    {
        IsIndexed = true,
        IsTokenized = true,
        IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS,
    });

    private static readonly FieldType KeyType = Freeze(new FieldType
    {
        IsIndexed = true,
        IsTokenized = false,
        OmitNorms = true,
        IndexOptions = IndexOptions.DOCS_ONLY,
    });

    private static readonly QueryField[] _fields =
    [
        QueryField.Title, QueryField.Caption, QueryField.Person, QueryField.Outlet, QueryField.Tag, QueryField.Agency, QueryField.Byline, QueryField.Language, QueryField.DateSource, QueryField.File,
    ];

    private readonly WordStream _content;
    private readonly Dictionary<QueryField, WordStream> _parts;

    public ArticleDocument()
    {
        var forms = new WordForms();
        _content = new(forms);
        _parts = _fields.ToDictionary(field => field, _ => new WordStream(forms));
    }

    public static Term IdTerm(long id) => new(FieldNames.Id, Key(id));

    public static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);

    public Document Of(IndexedArticle article)
    {
        var document = new Document
        {
            new Field(FieldNames.Id, Key(article.Id), KeyType),
            new NumericDocValuesField(FieldNames.Id, article.Id),
            new NumericDocValuesField(FieldNames.Revision, article.Revision),
            new NumericDocValuesField(FieldNames.Minute, MinuteOf(article.Date)),
            new NumericDocValuesField(FieldNames.Precision, (long)(article.Date?.Precision ?? DatePrecision.Day)),
            new NumericDocValuesField(FieldNames.EstimatedDay, article.EstimatedDay?.DayNumber ?? -1),
            new NumericDocValuesField(FieldNames.OutletId, article.OutletId),
            new NumericDocValuesField(FieldNames.WordCount, article.WordCount),
            new BinaryDocValuesField(FieldNames.People, IdList.Write(article.People)),
            new BinaryDocValuesField(FieldNames.Tags, IdList.Write(article.Tags)),
        };
        if (article.OutletId != 0)
            document.Add(new Field(FieldNames.OutletId, Key(article.OutletId), KeyType));
        foreach (var (id, _) in article.People)
            document.Add(new Field(FieldNames.PersonId, Key(id), KeyType));
        foreach (var (id, _) in article.Tags)
            document.Add(new Field(FieldNames.TagId, Key(id), KeyType));
        AddWords(article, document);
        return document;
    }

    /// <summary>Minutes since the first day of year 1 in the article's own calendar; the day's first minute where no time is known; -1 where undated.</summary>
    private static long MinuteOf(ArticleDate? date) =>
        date is not { } known ? -1 : known.Day.DayNumber * (long)SegmentColumns.MinutesADay + (known.Instant is { } instant ? (instant.Hour * 60) + instant.Minute : 0);

    private void AddWords(IndexedArticle article, Document document)
    {
        _content.Clear();
        foreach (var stream in _parts.Values)
            stream.Clear();
        var lead = new LeadEnd();
        foreach (var block in article.Blocks)
        {
            if (!block.IsBody)
                continue;
            // A dateline shares its line with the paragraph that it opens.
            _content.Skip(WordStream.BlockGap);
            _content.Add(article.Text, block.Start, block.End, FieldWeights.Of(QueryField.Text));
            lead.Add(block, _content);
        }
        document.Add(new NumericDocValuesField(FieldNames.TextPositions, _content.Positions));
        document.Add(new NumericDocValuesField(FieldNames.LeadPositions, lead.Positions));
        AddPart(QueryField.Title, article.Title);
        document.Add(new NumericDocValuesField(FieldNames.TitlePositions, _content.Positions));
        var gap = WordStream.RegionGap;
        foreach (var block in article.Blocks)
        {
            if (block.Kind is not (BlockKind.Caption or BlockKind.Credit))
                continue;
            AddPart(QueryField.Caption, article.Text, block.Start, block.End, gap);
            gap = WordStream.BlockGap;
        }
        document.Add(new NumericDocValuesField(FieldNames.ProsePositions, _content.Positions));
        foreach (var (_, name) in article.People)
            AddPart(QueryField.Person, name);
        AddPart(QueryField.Outlet, article.OutletName);
        AddPart(QueryField.Agency, article.Agency);
        foreach (var (_, tag) in article.Tags)
            AddPart(QueryField.Tag, tag);
        foreach (var name in article.Bylines)
            AddPart(QueryField.Byline, name);
        AddPart(QueryField.Language, article.Language);
        AddPart(QueryField.DateSource, article.DateKind.ToString());
        AddPart(QueryField.File, article.File);
        document.Add(new Field(FieldNames.Content, _content, WordsType));
        foreach (var (field, stream) in _parts)
        {
            if (!stream.IsEmpty)
                document.Add(new Field(FieldNames.Of(field), stream, WordsType));
        }
    }

    public void Dispose()
    {
        _content.Dispose();
        foreach (var stream in _parts.Values)
            stream.Dispose();
    }

    private void AddPart(QueryField field, string? text)
    {
        if (text is not null)
            AddPart(field, text, 0, text.Length, WordStream.RegionGap);
    }

    private void AddPart(QueryField field, string text, int start, int end, int gap)
    {
        var weight = FieldWeights.Of(field);
        if (weight > 0)
        {
            _content.Skip(gap);
            _content.Add(text, start, end, weight);
        }
        _parts[field].Skip(gap);
        _parts[field].Add(text, start, end);
    }

    private static FieldType Freeze(FieldType type)
    {
        type.Freeze();
        return type;
    }
}
