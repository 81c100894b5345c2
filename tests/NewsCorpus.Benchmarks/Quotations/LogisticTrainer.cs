using NewsCorpus.Extraction.Quotations;

namespace NewsCorpus.Benchmarks.Quotations;

/// <summary>Fits a linear model by stochastic gradient descent with a step per weight (AdaGrad: Duchi, Hazan and Singer, JMLR 2011). The order is seeded: the same data gives the same weights.</summary>
internal sealed class LogisticTrainer(int epochs, int minimumCount, float rate, float decay)
{
    private readonly float[] _squares = new float[1 << FeatureList.Bits];

    public float[] Weights { get; } = new float[1 << FeatureList.Bits];

    public float Bias { get; private set; }

    private readonly int[] _seen = new int[1 << FeatureList.Bits];

    private void Count(IEnumerable<int[]> examples)
    {
        foreach (var places in examples)
            foreach (var place in places)
                _seen[place]++;
    }

    /// <summary>Yes-or-no decisions: logistic loss.</summary>
    public void Fit(IReadOnlyList<(int[] Places, bool Label)> examples)
    {
        Count(examples.Select(e => e.Places));
        var random = new Random(7);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var (places, label) = examples[i];
                var gradient = Sigmoid(Score(places) + Bias) - (label ? 1f : 0f);
                Bias -= 0.002f * gradient;
                Step(places, gradient);
            }
        }
    }

    /// <summary>One of several candidates: the softmax over their scores, its mass to go to the right ones.</summary>
    public void Fit(IReadOnlyList<(int[][] Candidates, bool[] Right)> groups)
    {
        Count(groups.SelectMany(g => g.Candidates));
        var random = new Random(7);
        var order = Enumerable.Range(0, groups.Count).ToArray();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var (candidates, right) = groups[i];
                var scores = candidates.Select(Score).ToArray();
                var highest = scores.Max();
                var mass = scores.Select(s => MathF.Exp(s - highest)).ToArray();
                var all = mass.Sum();
                var good = mass.Where((_, c) => right[c]).Sum();
                for (var c = 0; c < candidates.Length; c++)
                {
                    var gradient = (mass[c] / all) - (right[c] ? mass[c] / good : 0);
                    if (MathF.Abs(gradient) > 1e-4f)
                        Step(candidates[c], gradient);
                }
            }
        }
    }

    private float Score(int[] places)
    {
        var sum = 0f;
        foreach (var place in places)
            sum += Weights[place];
        return sum;
    }

    private void Step(int[] places, float gradient)
    {
        foreach (var place in places)
        {
            if (_seen[place] < minimumCount)
                continue;
            var g = gradient + (decay * Weights[place]);
            _squares[place] += g * g;
            Weights[place] -= rate * g / (MathF.Sqrt(_squares[place]) + 1e-6f);
        }
    }

    private static float Sigmoid(float x) => 1f / (1f + MathF.Exp(-x));
}
