using NewsCorpus.Search.Index.Inversion;
using NewsCorpus.Search.Queries;

namespace NewsCorpus.Search.Index;

/// <summary>
/// Lays the quotations of articles into a buffer. Each has a stretch of positions to itself, the same in the field of words and in that of speakers, so that a query can ask for both of one quotation.
/// Not thread-safe.
/// </summary>
internal sealed class QuotationWords(SegmentBuffer buffer)
{
    private readonly SegmentBuffer _buffer = buffer;
    private readonly FieldWords _said = new(buffer.WordsOf(FieldNames.Of(QueryField.Said)), buffer.Words);
    private readonly FieldWords _speakers = new(buffer.WordsOf(FieldNames.Of(QueryField.Speaker)), buffer.Words);
    private readonly QuotationKeys _keys = new();
    private readonly List<ListedQuotation> _listed = [];

    public void Add(IndexedArticle article)
    {
        _said.Clear();
        _speakers.Clear();
        _listed.Clear();
        var first = 0;
        foreach (var quotation in article.Quotations)
        {
            _said.MoveTo(first);
            var words = _said.Words;
            _said.Add(article.Text, quotation.Start, quotation.End);
            // What has no word has no place that could be found.
            if (_said.Words == words)
                continue;
            _speakers.MoveTo(first);
            Add(quotation.SpeakerName);
            if (quotation.SpeakerText != quotation.SpeakerName)
                Add(quotation.SpeakerText);
            _listed.Add(new ListedQuotation(quotation.Start, quotation.End, quotation.SpeakerId, quotation.IsDirect, _keys.Of(article.Text, quotation)));
            first = Math.Max(_said.Positions, _speakers.Positions) + FieldWords.RegionGap;
        }
        _buffer.Value(FieldNames.Quotations, QuotationList.Write(_listed));
    }

    private void Add(string? name)
    {
        if (name is null)
            return;
        _speakers.Add(name, 0, name.Length);
        _speakers.Skip(FieldWords.BlockGap);
    }
}
