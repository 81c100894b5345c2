namespace NewsCorpus.Search.Index.Inversion;

/// <summary>
/// Documents in memory that become a segment of the index. Lucene's own way there looks each form of each word up by its bytes; here a word is looked up once, and its numbers do the rest.
/// The writer takes the buffer as a reader to be merged (<see cref="BufferReader"/>), so that all that is on disk is written by Lucene's codec.
/// </summary>
internal sealed class SegmentBuffer
{
    /// <summary>Bytes after which the buffer should be written.</summary>
    private const long Plenty = 48L << 20;

    private readonly TermTable _keys = new(hasStems: false);
    private readonly SlicePool _pool = new();
    private readonly SortedDictionary<string, FieldBuffer> _fields = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<long>> _numbers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<byte[]>> _bytes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<string>> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _documents = [];
    private readonly List<int> _removed = [];

    /// <summary>The terms of words.</summary>
    public TermTable Words { get; } = new(hasStems: true);

    /// <summary>Documents, replaced ones included.</summary>
    public int Count { get; private set; }

    /// <summary>Documents that were not replaced or removed.</summary>
    public int LiveCount => _documents.Count;

    /// <summary>The largest id added since the buffer was emptied.</summary>
    public long LargestId { get; private set; }

    public bool IsFull => _pool.Bytes + _fields.Values.Sum(f => f.Bytes) > Plenty;

    /// <summary>Documents that were replaced or removed.</summary>
    public IReadOnlyList<int> Removed => _removed;

    public IReadOnlyDictionary<string, FieldBuffer> Fields => _fields;

    public IReadOnlyDictionary<string, List<long>> Numbers => _numbers;

    public IReadOnlyDictionary<string, List<byte[]>> Bytes => _bytes;

    public IReadOnlyDictionary<string, List<string>> Names => _names;

    /// <summary>The field of that name, of words with their positions.</summary>
    public FieldBuffer WordsOf(string field) => FieldOf(field, Words, hasPositions: true);

    /// <summary>Notes a term that a document has, for filters.</summary>
    public void Key(string field, string key)
    {
        var buffer = FieldOf(field, _keys, hasPositions: false);
        buffer.Add(_keys.Exact(_keys.WordOf(key)), 0);
    }

    public void Number(string field, long value)
    {
        if (!_numbers.TryGetValue(field, out var column))
            _numbers[field] = column = [];
        column.Add(value);
    }

    public void Value(string field, byte[] value)
    {
        if (!_bytes.TryGetValue(field, out var column))
            _bytes[field] = column = [];
        column.Add(value);
    }

    /// <summary>One of a few names, kept once for all documents that have it.</summary>
    public void Name(string field, string value)
    {
        if (!_names.TryGetValue(field, out var column))
            _names[field] = column = [];
        column.Add(value);
    }

    /// <summary>Ends the document that was being added; one of the same id, added before, is replaced by it.</summary>
    public void EndDocument(long id)
    {
        foreach (var field in _fields.Values)
            field.EndDocument();
        Remove(id);
        _documents[id] = Count++;
        LargestId = Math.Max(LargestId, id);
    }

    /// <summary>Takes a document out again.</summary>
    public void Remove(long id)
    {
        if (_documents.Remove(id, out var document))
            _removed.Add(document);
    }

    public void Clear()
    {
        foreach (var field in _fields.Values)
            field.Clear();
        foreach (var column in _numbers.Values)
            column.Clear();
        foreach (var column in _bytes.Values)
            column.Clear();
        foreach (var column in _names.Values)
            column.Clear();
        _documents.Clear();
        _pool.Clear();
        _keys.Clear();
        if (Words.IsLarge)
            Words.Clear();
        _removed.Clear();
        Count = 0;
        LargestId = 0;
    }

    public TermTable TermsOf(FieldBuffer field) => field.HasPositions ? Words : _keys;

    public SlicePool Pool => _pool;

    private FieldBuffer FieldOf(string name, TermTable terms, bool hasPositions)
    {
        if (_fields.TryGetValue(name, out var field))
            return field;
        field = new FieldBuffer(name, terms, _pool, hasPositions);
        // Documents before the first that has the field.
        for (var i = 0; i < Count; i++)
            field.EndDocument();
        return _fields[name] = field;
    }
}
