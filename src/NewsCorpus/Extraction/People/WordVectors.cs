namespace NewsCorpus.Extraction.People;

/// <summary>The vector of a word from the rows of a network's tables. Words met lately are kept. Safe for many threads.</summary>
internal sealed class WordVectors
{
    private const int CacheSize = 1 << 14;

    private sealed record Known(ulong Spelling, float[] Vector);

    private readonly float[] _wordRows;
    private readonly float[] _formRows;
    private readonly Dictionary<uint, int> _words;
    private readonly Dictionary<uint, int> _forms;
    private readonly float[] _before;
    private readonly float[] _after;

    /// <summary>Entries are replaced whole, so that threads see one or another, never half of one.</summary>
    private readonly Known?[] _cache = new Known?[CacheSize];

    public WordVectors(NetworkWeights weights)
    {
        (_wordRows, _formRows) = (weights.Words, weights.Forms);
        _words = NumberOf(weights.WordKeys);
        _forms = NumberOf(weights.FormKeys);
        _before = Edge(NetworkFeatures.Before);
        _after = Edge(NetworkFeatures.After);
    }

    /// <param name="index">Token of the document; -1 for what stands before a block, -2 for what stands after it.</param>
    public ReadOnlySpan<float> Of(TokenisedText document, int index)
    {
        if (index < 0)
            return index == -1 ? _before : _after;
        ref readonly var token = ref document.Tokens[index];
        var spelling = NetworkFeatures.Spelling(token);
        ref var slot = ref _cache[(int)((spelling ^ (spelling >> 32)) & (CacheSize - 1))];
        if (slot is { } known && known.Spelling == spelling)
            return known.Vector;
        var vector = new float[NetworkWeights.Width];
        Add(vector, _wordRows, _words.GetValueOrDefault(NetworkFeatures.Word(token), NetworkWeights.UnknownWord));
        Add(vector, _wordRows, _words.GetValueOrDefault(NetworkFeatures.Cased(token), NetworkWeights.UnknownSpelling));
        Span<uint> keys = stackalloc uint[NetworkFeatures.Capacity];
        foreach (var key in keys[..NetworkFeatures.Form(token, keys)])
            if (_forms.TryGetValue(key, out var row))
                Add(vector.AsSpan(NetworkWeights.WordWidth), _formRows, row);
        slot = new Known(spelling, vector);
        return vector;
    }

    public static Dictionary<uint, int> NumberOf(uint[] keys)
    {
        var numbers = new Dictionary<uint, int>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
            numbers.Add(keys[i], i);
        return numbers;
    }

    private float[] Edge(uint key)
    {
        var vector = new float[NetworkWeights.Width];
        Add(vector, _wordRows, _words[key]);
        return vector;
    }

    private static void Add(Span<float> target, float[] rows, int row)
    {
        var values = rows.AsSpan(row * NetworkWeights.RowWidth, NetworkWeights.RowWidth);
        for (var k = 0; k < values.Length; k++)
            target[k] += values[k];
    }
}
