using NewsCorpus.Extraction.People;

namespace NewsCorpus.Benchmarks.People;

/// <param name="Words">Share of a document's words that are taken for unknown ones in a step.</param>
/// <param name="Forms">Share of affixes and the like that are left out.</param>
/// <param name="Lower">Share of the lower layer's values that are left out.</param>
/// <param name="Upper">Share of the upper layer's values that are left out.</param>
internal sealed record NetworkOptions(int Epochs = 4, float Rate = 1e-3f, float Words = 0.4f, float Forms = 0.15f, float Lower = 0.5f, float Upper = 0.4f, float Decay = 0.02f, int Seed = 5);

/// <summary>
/// Trains a <see cref="NameNetwork"/> document by document: likelihood of the right labels under a linear chain, gradients by hand, Adam (Kingma and Ba 2015).
/// One thread, fixed random numbers: the same data give the same weights.
/// </summary>
internal sealed class NetworkTrainer
{
    private const int H = NetworkWeights.Hidden;
    private const int U = NetworkWeights.Upper;
    private const int L = Labels.Count;
    private const int NearWidth = NetworkWeights.Near * NetworkWeights.Width;
    private const int RunWidth = NetworkWeights.OfRun * NetworkWeights.Width;
    private const int InputWidth = NearWidth + RunWidth;

    /// <summary>Steps in which the rate rises, and what is left of it in the last one.</summary>
    private const float WarmUp = 200;
    private const float LastRate = 0.03f;

    private readonly NetworkWeights _weights;
    private readonly NetworkOptions _options;
    private readonly Random _random;
    private readonly VectorTables _tables;
    private readonly DenseLayer _near, _run, _upper, _output;
    private readonly DenseAdam _places, _repeats, _outputBias, _transitions;

    public NetworkTrainer(NetworkWeights weights, NetworkOptions options)
    {
        _weights = weights;
        _options = options;
        _random = new Random(options.Seed);
        _tables = new VectorTables(weights);
        _near = new DenseLayer(weights.NearLayer, NearWidth, H);
        _run = new DenseLayer(weights.RunLayer, RunWidth, H);
        _upper = new DenseLayer(weights.UpperLayer, DocumentPool.Width, U);
        _output = new DenseLayer(weights.Output, U, L);
        _places = new DenseAdam(weights.Places);
        _repeats = new DenseAdam(weights.RepeatBias);
        _outputBias = new DenseAdam(weights.OutputBias);
        _transitions = new DenseAdam(weights.Transitions);
    }

    /// <summary>Random small weights for the layers.</summary>
    public static void Initialise(NetworkWeights weights, int seed)
    {
        var random = new Random(seed);
        Fill(weights.NearLayer, MathF.Sqrt(2f / InputWidth));
        Fill(weights.RunLayer, MathF.Sqrt(2f / InputWidth));
        Fill(weights.UpperLayer, MathF.Sqrt(2f / DocumentPool.Width));
        Fill(weights.Output, MathF.Sqrt(1f / U));

        void Fill(float[] values, float deviation)
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = ((random.NextSingle() * 2) - 1) * deviation * MathF.Sqrt(3f);
        }
    }

    /// <param name="documents">Each with the labels of its tokens.</param>
    public void Train(IReadOnlyList<(TokenisedText Text, byte[] Labels)> documents, Action<int, double> report)
    {
        var layouts = documents.Select(d => new NetworkLayout(d.Text)).ToArray();
        var order = Enumerable.Range(0, documents.Count).Where(d => layouts[d].Tokens.Count > 0).ToArray();
        var steps = 0;
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            _random.Shuffle(order);
            var loss = 0.0;
            foreach (var d in order)
            {
                var rate = Math.Min(1f, (steps + 1) / WarmUp) * (1f - ((1f - LastRate) * steps / (_options.Epochs * order.Length)));
                loss += Step(documents[d].Text, layouts[d], documents[d].Labels, _options.Rate * rate);
                steps++;
            }
            report(epoch, loss);
        }
    }

    private double Step(TokenisedText text, NetworkLayout layout, byte[] gold, float rate)
    {
        var count = layout.Tokens.Count;
        var words = new NetworkInput(text, layout, _tables, _random, _options.Words, _options.Forms);
        var input = words.Vectors();
        var hidden = new float[count * H];
        for (var i = 0; i < count; i++)
        {
            var (run, marks) = PlaceRows(text, layout, i);
            Rows.Add(Rows.Of(hidden, i, H), Rows.Of(_weights.Places, run, H));
            Rows.Add(Rows.Of(hidden, i, H), Rows.Of(_weights.Places, marks, H));
        }
        _near.Forward(hidden, input, InputWidth, count);
        _run.Forward(hidden, input.AsSpan(NearWidth), InputWidth, count);
        var hiddenMask = Rectify(hidden, _options.Lower);
        var pool = new DocumentPool(layout, hidden);
        var upper = new float[count * U];
        for (var i = 0; i < count; i++)
            Rows.Of(_weights.RepeatBias, layout.Repeats(i), U).CopyTo(upper.AsSpan(i * U));
        _upper.Forward(upper, pool.Views, DocumentPool.Width, count);
        var upperMask = Rectify(upper, _options.Upper);
        var scores = new float[count * L];
        for (var i = 0; i < count; i++)
            _weights.OutputBias.CopyTo(scores.AsSpan(i * L));
        _output.Forward(scores, upper, U, count);

        var (loss, gradient) = Likelihood(layout, scores, gold);

        for (var i = 0; i < count; i++)
            Rows.Add(_outputBias.Gradient, Rows.Of(gradient, i, L));
        var upperGradient = _output.Backward(upper, U, gradient, count);
        Mask(upperGradient, upperMask);
        for (var i = 0; i < count; i++)
            Rows.Add(Rows.Of(_repeats.Gradient, layout.Repeats(i), U), Rows.Of(upperGradient, i, U));
        var hiddenGradient = pool.Backward(_upper.Backward(pool.Views, DocumentPool.Width, upperGradient, count));
        Mask(hiddenGradient, hiddenMask);
        for (var i = 0; i < count; i++)
        {
            var (run, marks) = PlaceRows(text, layout, i);
            Rows.Add(Rows.Of(_places.Gradient, run, H), Rows.Of(hiddenGradient, i, H));
            Rows.Add(Rows.Of(_places.Gradient, marks, H), Rows.Of(hiddenGradient, i, H));
        }
        words.Backward(_near.Backward(input, InputWidth, hiddenGradient, count), _run.Backward(input.AsSpan(NearWidth), InputWidth, hiddenGradient, count));

        foreach (var layer in (ReadOnlySpan<DenseLayer>)[_near, _run, _upper, _output])
            layer.Step(rate, _options.Decay);
        foreach (var bias in (ReadOnlySpan<DenseAdam>)[_places, _repeats, _outputBias, _transitions])
            bias.Step(rate, _options.Decay);
        _tables.Step(rate);
        return loss;
    }

    /// <summary>Rows of <see cref="NetworkWeights.Places"/> that a token takes.</summary>
    private static (int Run, int Marks) PlaceRows(TokenisedText text, NetworkLayout layout, int i)
    {
        var token = layout.Tokens[i].Token;
        return (NetworkLayout.RunPlace(text.Tokens[token], token), NetworkWeights.RunPlaces + layout.Marks[i]);
    }

    /// <summary>The loss over all stretches and the gradient of the scores.</summary>
    private (double Loss, float[] Gradient) Likelihood(NetworkLayout layout, float[] scores, byte[] gold)
    {
        var chain = new ChainMarginals(_weights.Transitions);
        var gradient = new float[scores.Length];
        var loss = 0.0;
        foreach (var (from, to) in layout.Stretches)
        {
            var right = gold.AsSpan(layout.Tokens[from].Token, to - from).ToArray();
            TokenLabels.Close(right);
            loss += ChainLoss.Add(chain, scores.AsSpan(from * L, right.Length * L), _weights.Transitions, right, gradient.AsSpan(from * L, right.Length * L), _transitions.Gradient);
        }
        return (loss, gradient);
    }

    /// <summary>Cuts negative values and drops some at random, the rest made greater for it. What is left of a gradient is the answer.</summary>
    private float[] Rectify(float[] values, float dropped)
    {
        var mask = new float[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            mask[i] = values[i] > 0 && _random.NextSingle() >= dropped ? 1f / (1f - dropped) : 0f;
            values[i] *= mask[i];
        }
        return mask;
    }

    private static void Mask(float[] values, float[] mask)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] *= mask[i];
    }
}
