using NewsCorpus.Extraction.People;

namespace NewsCorpus.Benchmarks.People;

/// <summary>The tables of rows for words and forms in training: which rows make a word's vector, and their steps.</summary>
internal sealed class VectorTables
{
    private const int Width = NetworkWeights.RowWidth;

    private readonly NetworkWeights _weights;
    private readonly Dictionary<uint, int> _words;
    private readonly Dictionary<uint, int> _forms;
    private readonly RowAdam _wordSteps;
    private readonly RowAdam _formSteps;

    public VectorTables(NetworkWeights weights)
    {
        _weights = weights;
        _words = WordVectors.NumberOf(weights.WordKeys);
        _forms = WordVectors.NumberOf(weights.FormKeys);
        _wordSteps = new RowAdam(weights.Words, Width);
        _formSteps = new RowAdam(weights.Forms, Width);
    }

    /// <summary>Numbers of the rows whose sums are the two halves of a vector.</summary>
    public sealed record Parts(int[] Words, int[] Forms);

    public Parts Edge(bool before) => new([_words[before ? NetworkFeatures.Before : NetworkFeatures.After]], []);

    public Parts Of(in TokenInfo token)
    {
        Span<uint> keys = stackalloc uint[NetworkFeatures.Capacity];
        var forms = new List<int>();
        foreach (var key in keys[..NetworkFeatures.Form(token, keys)])
            if (_forms.TryGetValue(key, out var row))
                forms.Add(row);
        return new Parts(
            [_words.GetValueOrDefault(NetworkFeatures.Word(token), NetworkWeights.UnknownWord), _words.GetValueOrDefault(NetworkFeatures.Cased(token), NetworkWeights.UnknownSpelling)],
            [.. forms]);
    }

    /// <summary>Adds the vector to the target.</summary>
    public void AddTo(Span<float> target, Parts parts)
    {
        foreach (var row in parts.Words)
            Rows.Add(target, Rows.Of(_weights.Words, row, Width));
        foreach (var row in parts.Forms)
            Rows.Add(target[Width..], Rows.Of(_weights.Forms, row, Width));
    }

    /// <summary>Moves the rows themselves by a change of the vector.</summary>
    public void Move(Parts parts, ReadOnlySpan<float> change)
    {
        foreach (var row in parts.Words)
            Rows.Add(Rows.Of(_weights.Words, row, Width), change[..Width]);
        foreach (var row in parts.Forms)
            Rows.Add(Rows.Of(_weights.Forms, row, Width), change[Width..]);
    }

    /// <summary>Gathers the gradient of a vector for <see cref="Step"/>.</summary>
    public void Gather(Parts parts, ReadOnlySpan<float> gradient)
    {
        foreach (var row in parts.Words)
            _wordSteps.Add(row, gradient[..Width]);
        foreach (var row in parts.Forms)
            _formSteps.Add(row, gradient[Width..]);
    }

    public void Step(float rate)
    {
        _wordSteps.Step(rate);
        _formSteps.Step(rate);
    }
}
