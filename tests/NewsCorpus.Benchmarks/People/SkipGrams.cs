using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsCorpus.Extraction.People;

namespace NewsCorpus.Benchmarks.People;

/// <summary>
/// Gives the rows of words and forms their first values from text without labels: each word's vector learns to foretell the words around it, each place
/// apart (skip-grams with negative samples, Mikolov and others 2013; structured by place, Ling and others 2015).
/// </summary>
internal sealed class SkipGrams
{
    private const int W = NetworkWeights.Width;
    private const int Reach = 3;
    private const int Negatives = 5;
    private const float Rate = 0.05f;

    /// <summary>Words commoner than this share of the text are passed over now and then.</summary>
    private const double Common = 2e-4;

    private readonly Random _random = new(23);
    private readonly VectorTables _tables;
    private readonly float[] _outputs;
    private readonly int[] _noise;
    private readonly List<VectorTables.Parts> _spellings = [];
    private readonly List<int> _counts = [];
    private readonly List<int[]> _blocks = [];
    private readonly long _total;

    public SkipGrams(NetworkWeights weights, IReadOnlyList<TokenisedText> texts)
    {
        foreach (var rows in (ReadOnlySpan<float[]>)[weights.Words, weights.Forms])
            for (var i = 0; i < rows.Length; i++)
                rows[i] = (_random.NextSingle() - 0.5f) * 0.2f;
        _tables = new VectorTables(weights);
        _outputs = new float[weights.WordKeys.Length * 2 * Reach * W];
        var numbers = new Dictionary<ulong, int>();
        foreach (var text in texts)
        {
            var first = 0;
            foreach (var end in text.BlockEnds)
            {
                var block = new int[end - first];
                for (var i = first; i < end; i++)
                    block[i - first] = NumberOf(text.Tokens[i]);
                _blocks.Add(block);
                _total += block.Length;
                first = end;
            }
        }
        _noise = Noise(weights.WordKeys.Length);

        int NumberOf(in TokenInfo token)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, NetworkFeatures.Spelling(token), out var known);
            if (!known)
            {
                number = _spellings.Count;
                _spellings.Add(_tables.Of(token));
                _counts.Add(0);
            }
            _counts[number]++;
            return number;
        }
    }

    public void Train(int rounds)
    {
        var vector = new float[W];
        var change = new float[W];
        var steps = 0L;
        for (var round = 0; round < rounds; round++)
        {
            foreach (var block in _blocks)
            {
                for (var i = 0; i < block.Length; i++)
                {
                    steps++;
                    var share = (double)_counts[block[i]] / _total;
                    if (share > Common && _random.NextDouble() > Math.Sqrt(Common / share))
                        continue;
                    Array.Clear(vector);
                    Array.Clear(change);
                    _tables.AddTo(vector, _spellings[block[i]]);
                    Foretell(block, i, vector, change, Rate * Math.Max(0.05f, 1f - ((float)steps / (_total * rounds))));
                    _tables.Move(_spellings[block[i]], change);
                }
            }
        }
    }

    private void Foretell(int[] block, int i, float[] vector, float[] change, float rate)
    {
        var reach = _random.Next(1, Reach + 1);
        for (var offset = -reach; offset <= reach; offset++)
        {
            if (offset == 0 || i + offset < 0 || i + offset >= block.Length)
                continue;
            var place = offset < 0 ? offset + Reach : offset + Reach - 1;
            for (var n = 0; n <= Negatives; n++)
            {
                var word = n == 0 ? WordOf(block[i + offset]) : _noise[_random.Next(_noise.Length)];
                Pair(ref vector[0], ref _outputs[((word * 2 * Reach) + place) * W], ref change[0], n == 0 ? 1f : 0f, rate);
            }
        }
    }

    private int WordOf(int spelling) => _spellings[spelling].Words[0];

    /// <summary>Rows of words, each as often as the 0.75th power of its count asks for.</summary>
    private int[] Noise(int words)
    {
        var shares = new double[words];
        for (var s = 0; s < _counts.Count; s++)
            shares[WordOf(s)] += _counts[s];
        for (var w = 0; w < words; w++)
            shares[w] = Math.Pow(shares[w], 0.75);
        var all = shares.Sum();
        var table = new int[1 << 20];
        var (word, before) = (0, 0.0);
        for (var i = 0; i < table.Length; i++)
        {
            while (word < words - 1 && (i + 0.5) / table.Length > (before + shares[word]) / all)
                before += shares[word++];
            table[i] = word;
        }
        return table;
    }

    private static void Pair(ref float vector, ref float output, ref float change, float right, float rate)
    {
        var sum = Vector256<float>.Zero;
        for (nuint k = 0; k < W; k += 8)
            sum = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref vector, k), Vector256.LoadUnsafe(ref output, k), sum);
        var factor = Vector256.Create((right - (1f / (1f + MathF.Exp(-Vector256.Sum(sum))))) * rate);
        for (nuint k = 0; k < W; k += 8)
        {
            var from = Vector256.LoadUnsafe(ref output, k);
            Vector256.MultiplyAddEstimate(factor, from, Vector256.LoadUnsafe(ref change, k)).StoreUnsafe(ref change, k);
            Vector256.MultiplyAddEstimate(factor, Vector256.LoadUnsafe(ref vector, k), from).StoreUnsafe(ref output, k);
        }
    }
}
