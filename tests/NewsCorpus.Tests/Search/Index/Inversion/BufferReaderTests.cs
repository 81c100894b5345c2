using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsCorpus.Search.Index.Inversion;
using Xunit;

namespace NewsCorpus.Tests.Search.Index.Inversion;

public sealed class BufferReaderTests
{
    private readonly SegmentBuffer _buffer = new();

    /// <summary>Words few and many, rare and in every document, so that chains run over slices and pages; the same again after the buffer was emptied.</summary>
    [Fact]
    public void Gives_back_every_posting_in_the_order_of_bytes()
    {
        for (var round = 0; round < 2; round++)
        {
            var random = new Random(round);
            var words = Enumerable.Range(0, 3000).Select(i => $"{(char)('a' + (i % 26))}x{i}").Append("\U0001F600é").ToList();
            var expected = new SortedDictionary<string, List<(int Document, int Position)>>(StringComparer.Ordinal);
            var field = _buffer.WordsOf("field");
            for (var document = 0; document < 400; document++)
            {
                for (var position = 0; position < 500; position++)
                {
                    var word = words[(int)(words.Count * Math.Pow(random.NextDouble(), 5))];
                    field.Add(_buffer.Words.Exact(_buffer.Words.WordOf(word)), position * 3);
                    if (!expected.TryGetValue(word, out var places))
                        expected[word] = places = [];
                    places.Add((document, position * 3));
                }
                _buffer.EndDocument(document + 1);
            }

            Assert.Equal(expected.OrderBy(e => e.Key, Utf8Order).Select(e => (e.Key, string.Join(' ', e.Value))), Read("field"));
            Assert.Equal(400, new BufferReader(_buffer).MaxDoc);
            _buffer.Clear();
        }
    }

    [Fact]
    public void Keeps_the_last_state_of_a_document_and_none_of_a_removed_one()
    {
        Add(7, "early");
        Add(8, "other");
        Add(7, "late");
        _buffer.Remove(8);

        using var reader = new BufferReader(_buffer);

        Assert.Equal(1, reader.NumDocs);
        Assert.Equal([false, false, true], Enumerable.Range(0, 3).Select(reader.LiveDocs!.Get));
        Assert.Equal(7, _buffer.Numbers["id"][2]);
    }

    [Fact]
    public void Counts_documents_from_before_a_field_was_first_met()
    {
        Add(1, "word");
        _buffer.Key("key", "12");
        _buffer.Number("id", 2);
        _buffer.EndDocument(2);

        using var reader = new BufferReader(_buffer);
        var terms = reader.Fields.GetTerms("key").GetEnumerator();

        Assert.True(terms.MoveNext());
        Assert.Equal(1, terms.Docs(null, null).NextDoc());
        Assert.Null(reader.GetNormValues("key"));
        Assert.NotEqual(0, reader.GetNormValues("field")!.Get(0));
        Assert.Equal(0, reader.GetNormValues("field")!.Get(1));
    }

    private static Comparer<string> Utf8Order { get; } = Comparer<string>.Create((a, b) => System.Text.Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(b)));

    private void Add(long id, string word)
    {
        _buffer.WordsOf("field").Add(_buffer.Words.Exact(_buffer.Words.WordOf(word)), 0);
        _buffer.Number("id", id);
        _buffer.EndDocument(id);
    }

    private List<(string Word, string Places)> Read(string field)
    {
        using var reader = new BufferReader(_buffer);
        var found = new List<(string, string)>();
        var terms = reader.Fields.GetTerms(field).GetEnumerator();
        DocsAndPositionsEnum? documents = null;
        while (terms.MoveNext())
        {
            documents = terms.DocsAndPositions(null, documents);
            var places = new List<(int, int)>();
            while (documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                for (var i = 0; i < documents.Freq; i++)
                    places.Add((documents.DocID, documents.NextPosition()));
            }
            Assert.Equal(terms.TotalTermFreq, places.Count);
            Assert.Equal(terms.DocFreq, places.DistinctBy(p => p.Item1).Count());
            found.Add((terms.Term.Utf8ToString().TrimStart('='), string.Join(' ', places)));
        }
        return found;
    }
}
