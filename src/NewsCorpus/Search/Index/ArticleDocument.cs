using System.Globalization;
using Lucene.Net.Index;
using NewsCorpus.Articles;
using NewsCorpus.Search.Index.Inversion;
using NewsCorpus.Search.Queries;

namespace NewsCorpus.Search.Index;

/// <summary>Lays articles into a buffer as index documents. Not thread-safe.</summary>
internal sealed class ArticleDocument
{
    private static readonly QueryField[] _fields =
    [
        QueryField.Title, QueryField.Caption, QueryField.Person, QueryField.Outlet, QueryField.Tag, QueryField.Agency, QueryField.Byline, QueryField.Language, QueryField.DateSource, QueryField.File,
    ];

    private readonly SegmentBuffer _buffer;
    private readonly FieldWords _content;
    private readonly Dictionary<QueryField, FieldWords> _parts;
    private readonly QuotationWords _quotations;

    public ArticleDocument(SegmentBuffer buffer)
    {
        _buffer = buffer;
        _content = new(buffer.WordsOf(FieldNames.Content), buffer.Words);
        _quotations = new(buffer);
        _parts = _fields.ToDictionary(field => field, field => new FieldWords(buffer.WordsOf(FieldNames.Of(field)), buffer.Words));
    }

    public static Term IdTerm(long id) => new(FieldNames.Id, Key(id));

    public static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Adds an article; its earlier state, where the buffer has it, is replaced.</summary>
    public void Add(IndexedArticle article)
    {
        _buffer.Key(FieldNames.Id, Key(article.Id));
        _buffer.Number(FieldNames.Id, article.Id);
        _buffer.Number(FieldNames.Revision, article.Revision);
        _buffer.Number(FieldNames.Minute, MinuteOf(article.Date));
        _buffer.Number(FieldNames.Precision, (long)(article.Date?.Precision ?? DatePrecision.Day));
        _buffer.Number(FieldNames.EstimatedDay, article.EstimatedDay?.DayNumber ?? -1);
        _buffer.Number(FieldNames.OutletId, article.OutletId);
        _buffer.Number(FieldNames.WordCount, article.WordCount);
        _buffer.Number(FieldNames.LanguageNumber, LanguageCodes.Number(article.Language));
        _buffer.Number(FieldNames.Story, article.StoryId ?? 0);
        _buffer.Name(FieldNames.AgencyName, article.Agency ?? "");
        _buffer.Value(FieldNames.People, IdList.Write([.. article.People.Select(p => p.Id)]));
        _buffer.Value(FieldNames.Tags, IdList.Write([.. article.Tags.Select(t => t.Id)]));
        var speakers = article.Speakers;
        _buffer.Value(FieldNames.Speakers, IdList.Write(speakers));
        if (article.OutletId != 0)
            _buffer.Key(FieldNames.OutletId, Key(article.OutletId));
        foreach (var (id, _) in article.People)
            _buffer.Key(FieldNames.PersonId, Key(id));
        foreach (var id in speakers)
            _buffer.Key(FieldNames.SpeakerId, Key(id));
        foreach (var (id, _) in article.Tags)
            _buffer.Key(FieldNames.TagId, Key(id));
        AddWords(article);
        _quotations.Add(article);
        _buffer.EndDocument(article.Id);
    }

    /// <summary>
    /// Minutes since the first day of year 1 in the article's own calendar; the day's first minute where no time is known; -1 where undated. An instant stated in UTC that lies on another day there is put at the end of the article's day that is next to it.
    /// </summary>
    private static long MinuteOf(ArticleDate? date) =>
        date is not { } known ? -1 : known.Day.DayNumber * (long)SegmentColumns.MinutesADay
            + (known.Instant is { } instant ? Math.Clamp((int)(instant.DateTime - known.Day.ToDateTime(TimeOnly.MinValue)).TotalMinutes, 0, SegmentColumns.MinutesADay - 1) : 0);

    private void AddWords(IndexedArticle article)
    {
        _content.Clear();
        foreach (var part in _parts.Values)
            part.Clear();
        var lead = new LeadEnd();
        foreach (var block in article.Blocks)
        {
            if (!block.IsBody)
                continue;
            // A dateline shares its line with the paragraph that it opens.
            _content.Skip(FieldWords.BlockGap);
            _content.Add(article.Text, block.Start, block.End, lead.Weight);
            lead.Add(block, _content);
        }
        _buffer.Number(FieldNames.TextPositions, _content.Positions);
        _buffer.Number(FieldNames.LeadPositions, lead.Positions);
        AddPart(QueryField.Title, article.Title);
        _buffer.Number(FieldNames.TitlePositions, _content.Positions);
        var gap = FieldWords.RegionGap;
        foreach (var block in article.Blocks)
        {
            if (block.Kind is not (BlockKind.Caption or BlockKind.Credit))
                continue;
            AddPart(QueryField.Caption, article.Text, block.Start, block.End, gap);
            gap = FieldWords.BlockGap;
        }
        _buffer.Number(FieldNames.ProsePositions, _content.Positions);
        foreach (var (_, name) in article.People)
            AddPart(QueryField.Person, name);
        AddPart(QueryField.Outlet, article.OutletName);
        AddPart(QueryField.Agency, article.Agency);
        foreach (var (_, tag) in article.Tags)
            AddPart(QueryField.Tag, tag);
        foreach (var name in article.Bylines)
            AddPart(QueryField.Byline, name);
        // "lang:no" and "lang:norwegian" find the same.
        AddPart(QueryField.Language, article.Language is { } language ? $"{language} {LanguageCodes.NameOf(language)}" : null);
        AddPart(QueryField.DateSource, article.DateKind.ToString());
        AddPart(QueryField.File, article.File);
    }

    private void AddPart(QueryField field, string? text)
    {
        if (text is not null)
            AddPart(field, text, 0, text.Length, FieldWords.RegionGap);
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
}
