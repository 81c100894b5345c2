using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsCorpus.Search.Index.Inversion;

/// <summary>A buffer as a segment to be merged into the index. It can be read through in order, which is all that merging asks, and not be searched.</summary>
internal sealed class BufferReader : AtomicReader
{
    private readonly SegmentBuffer _buffer;
    private readonly FixedBitSet? _live;
    private readonly IBits _all;

    public BufferReader(SegmentBuffer buffer)
    {
        _buffer = buffer;
        _all = new Bits.MatchAllBits(buffer.Count);
        Fields = new BufferFields(buffer);
        FieldInfos = new FieldInfos([.. Describe(buffer)]);
        if (buffer.Removed.Count == 0)
            return;
        _live = new FixedBitSet(buffer.Count);
        _live.Set(0, buffer.Count);
        foreach (var document in buffer.Removed)
            _live.Clear(document);
    }

    public override int NumDocs => _buffer.LiveCount;

    public override int MaxDoc => _buffer.Count;

    public override IBits? LiveDocs => _live;

    public override FieldInfos FieldInfos { get; }

    public override Fields Fields { get; }

    public override NumericDocValues? GetNumericDocValues(string field) => _buffer.Numbers.TryGetValue(field, out var column) ? new Numbers(column) : null;

    public override BinaryDocValues? GetBinaryDocValues(string field) => _buffer.Bytes.TryGetValue(field, out var column) ? new Values(column) : null;

    public override SortedDocValues? GetSortedDocValues(string field) => _buffer.Names.TryGetValue(field, out var column) ? new Names(column) : null;

    public override SortedSetDocValues? GetSortedSetDocValues(string field) => null;

    public override IBits? GetDocsWithField(string field) => _buffer.Numbers.ContainsKey(field) || _buffer.Bytes.ContainsKey(field) || _buffer.Names.ContainsKey(field) ? _all : null;

    public override NumericDocValues? GetNormValues(string field) => _buffer.Fields.TryGetValue(field, out var words) && words.HasPositions ? new Norms(words) : null;

    public override Fields? GetTermVectors(int docID) => null;

    /// <summary>Nothing is stored with a document.</summary>
    public override void Document(int docID, StoredFieldVisitor visitor)
    {
    }

    public override void CheckIntegrity()
    {
    }

    protected override void DoClose()
    {
    }

    private static IEnumerable<FieldInfo> Describe(SegmentBuffer buffer)
    {
        var names = buffer.Fields.Keys.Concat(buffer.Numbers.Keys).Concat(buffer.Bytes.Keys).Concat(buffer.Names.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var (number, name) in names.Index())
        {
            var words = buffer.Fields.GetValueOrDefault(name);
            var values = buffer.Numbers.ContainsKey(name) ? DocValuesType.NUMERIC
                : buffer.Bytes.ContainsKey(name) ? DocValuesType.BINARY
                : buffer.Names.ContainsKey(name) ? DocValuesType.SORTED
                : DocValuesType.NONE;
            yield return new FieldInfo(
                name,
                indexed: words is not null,
                number,
                storeTermVector: false,
                omitNorms: words is { HasPositions: false },
                storePayloads: false,
                words is null ? IndexOptions.NONE : words.HasPositions ? IndexOptions.DOCS_AND_FREQS_AND_POSITIONS : IndexOptions.DOCS_ONLY,
                values,
                words is { HasPositions: true } ? DocValuesType.NUMERIC : DocValuesType.NONE,
                attributes: null);
        }
    }

    private sealed class Numbers(List<long> column) : NumericDocValues
    {
        public override long Get(int docID) => column[docID];
    }

    private sealed class Norms(FieldBuffer field) : NumericDocValues
    {
        public override long Get(int docID) => field.NormOf(docID);
    }

    private sealed class Names : SortedDocValues
    {
        private readonly List<string> _column;
        private readonly byte[][] _values;
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

        public Names(List<string> column)
        {
            _column = column;
            var values = column.Distinct(StringComparer.Ordinal).Select(name => (Name: name, Bytes: Encoding.UTF8.GetBytes(name))).ToArray();
            Array.Sort(values, (a, b) => a.Bytes.AsSpan().SequenceCompareTo(b.Bytes));
            _values = Array.ConvertAll(values, v => v.Bytes);
            for (var place = 0; place < values.Length; place++)
                _places[values[place].Name] = place;
        }

        public override int ValueCount => _values.Length;

        public override int GetOrd(int docID) => _places[_column[docID]];

        public override void LookupOrd(int ord, BytesRef result)
        {
            result.Bytes = _values[ord];
            result.Offset = 0;
            result.Length = result.Bytes.Length;
        }
    }

    private sealed class Values(List<byte[]> column) : BinaryDocValues
    {
        public override void Get(int docID, BytesRef result)
        {
            result.Bytes = column[docID];
            result.Offset = 0;
            result.Length = result.Bytes.Length;
        }
    }
}
