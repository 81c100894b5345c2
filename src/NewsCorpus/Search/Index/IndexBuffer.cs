using Lucene.Net.Index;
using NewsCorpus.Search.Index.Inversion;

namespace NewsCorpus.Search.Index;

/// <summary>Changes that wait to be written to the index: articles that become a segment, and ids that are to be deleted before. Not thread-safe.</summary>
/// <param name="writer">The writer of the index.</param>
/// <param name="largest">The largest article id that the index holds, deleted ones included: a larger one needs no deleting.</param>
internal sealed class IndexBuffer(IndexWriter writer, long largest)
{
    private readonly SegmentBuffer _segment = new();
    private readonly HashSet<long> _deleted = [];
    private ArticleDocument? _documents;
    private long _largest = largest;

    public void Add(IndexedArticle article)
    {
        Delete(article.Id);
        _documents ??= new(_segment);
        _documents.Add(article);
        if (_segment.IsFull)
            Flush();
    }

    public void Remove(long id)
    {
        Delete(id);
        _segment.Remove(id);
    }

    /// <summary>Hands all that waits to the writer, whose next commit makes it last.</summary>
    /// <exception cref="IOException">The index cannot be written. What was handed over in part is undone by rolling back the writer.</exception>
    public void Flush()
    {
        if (_deleted.Count > 0)
            writer.DeleteDocuments([.. _deleted.Select(ArticleDocument.IdTerm)]);
        if (_segment.LiveCount > 0)
        {
            using var reader = new BufferReader(_segment);
            _largest = Math.Max(_largest, _segment.LargestId);
            writer.AddIndexes(reader);
            writer.MaybeMerge();
        }
        _deleted.Clear();
        _segment.Clear();
    }

    private void Delete(long id)
    {
        if (id <= _largest)
            _deleted.Add(id);
    }
}
