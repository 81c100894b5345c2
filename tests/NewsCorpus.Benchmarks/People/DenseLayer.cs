using NewsCorpus.Extraction.People;

namespace NewsCorpus.Benchmarks.People;

/// <summary>One matrix of a network in training: its products forward and backward, and its steps.</summary>
/// <param name="weights">Row after row, as many rows as inputs.</param>
internal sealed class DenseLayer(float[] weights, int inputs, int outputs)
{
    private readonly DenseAdam _adam = new(weights);
    private readonly float[] _turned = new float[weights.Length];

    /// <summary>Adds the products of the inputs to the target.</summary>
    /// <param name="step">From one row of inputs to the next.</param>
    public void Forward(Span<float> target, ReadOnlySpan<float> input, int step, int rows) =>
        MatrixProduct.AddTo(target, input, step, 1, weights, rows, inputs, outputs);

    /// <summary>Gathers the gradient of the weights and returns that of the inputs, row after row.</summary>
    public float[] Backward(ReadOnlySpan<float> input, int step, ReadOnlySpan<float> gradient, int rows)
    {
        MatrixProduct.AddTo(_adam.Gradient, input, 1, step, gradient, inputs, rows, outputs);
        for (var i = 0; i < inputs; i++)
            for (var o = 0; o < outputs; o++)
                _turned[(o * inputs) + i] = weights[(i * outputs) + o];
        var answer = new float[rows * inputs];
        MatrixProduct.AddTo(answer, gradient, outputs, 1, _turned, rows, outputs, inputs);
        return answer;
    }

    public void Step(float rate, float decay) => _adam.Step(rate, decay);
}
