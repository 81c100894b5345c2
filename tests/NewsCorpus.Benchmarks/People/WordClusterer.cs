using System.Numerics;
using System.Runtime.InteropServices;
using NewsCorpus.Extraction.People;

namespace NewsCorpus.Benchmarks.People;

/// <summary>
/// Groups words by the words beside them: positive pointwise mutual information with the commonest neighbours, random projection, spherical k-means.
/// Capitalised and small spellings are different words. Same texts, same groups.
/// </summary>
internal sealed class WordClusterer
{
    private const int Contexts = 1500;
    private const int Dimensions = 96;
    private const int Clusters = 240;
    private const int LeastCount = 8;
    private const int Rounds = 12;

    /// <summary>Group from 1 for each word's key (see <c>WordClusters.Key</c>).</summary>
    public static Dictionary<uint, byte> Cluster(IEnumerable<string> texts)
    {
        var documents = texts.Select(Keys).ToList();
        var counts = documents.SelectMany(d => d).GroupBy(k => k).ToDictionary(g => g.Key, g => g.Count());
        var ranked = counts.Where(c => c.Value >= LeastCount).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => c.Key).ToArray();
        var word = ranked.Index().ToDictionary(w => w.Item, w => w.Index);
        var pairs = new Dictionary<(int Word, int Context), int>();
        foreach (var document in documents)
        {
            for (var i = 0; i < document.Length; i++)
            {
                if (!word.TryGetValue(document[i], out var w))
                    continue;
                Count(w, i > 0 ? document[i - 1] : 0, 0);
                Count(w, i + 1 < document.Length ? document[i + 1] : 0, Contexts + 1);
            }
        }
        return KMeans(ranked, Project(ranked.Length, pairs));

        void Count(int w, uint neighbour, int side)
        {
            var context = side + (word.TryGetValue(neighbour, out var c) && c < Contexts ? c : Contexts);
            pairs[(w, context)] = pairs.GetValueOrDefault((w, context)) + 1;
        }
    }

    private static uint[] Keys(string text)
    {
        var tokens = new TokenisedText(text, [(0, text.Length)]).Tokens;
        return [.. tokens.Select(t => WordClusters.Key(t.Word, t.IsCapital))];
    }

    private static float[][] Project(int words, Dictionary<(int Word, int Context), int> pairs)
    {
        var random = new Random(11);
        var directions = Enumerable.Range(0, 2 * (Contexts + 1)).Select(_ => Enumerable.Range(0, Dimensions).Select(_ => random.Next(2) == 0 ? -1f : 1f).ToArray()).ToArray();
        var ofWord = new double[words];
        var ofContext = new double[directions.Length];
        var total = 0.0;
        foreach (var ((w, c), n) in pairs)
        {
            ofWord[w] += n;
            ofContext[c] += n;
            total += n;
        }
        var vectors = Enumerable.Range(0, words).Select(_ => new float[Dimensions]).ToArray();
        foreach (var ((w, c), n) in pairs.OrderBy(p => p.Key))
        {
            var information = Math.Log(n * total / (ofWord[w] * ofContext[c]));
            if (information > 0)
                Add(vectors[w], directions[c], (float)information);
        }
        foreach (var vector in vectors)
            Normalise(vector);
        return vectors;
    }

    private static Dictionary<uint, byte> KMeans(uint[] keys, float[][] vectors)
    {
        var random = new Random(12);
        var centres = vectors.Take(Clusters * 8).OrderBy(_ => random.Next()).Take(Clusters).Select(v => v.ToArray()).ToArray();
        var member = new int[vectors.Length];
        for (var round = 0; round < Rounds; round++)
        {
            Parallel.For(0, vectors.Length, w =>
            {
                var best = float.MinValue;
                for (var c = 0; c < centres.Length; c++)
                {
                    var likeness = Dot(vectors[w], centres[c]);
                    if (likeness > best)
                        (best, member[w]) = (likeness, c);
                }
            });
            foreach (var centre in centres)
                Array.Clear(centre);
            for (var w = 0; w < vectors.Length; w++)
                Add(centres[member[w]], vectors[w], 1);
            foreach (var centre in centres)
                Normalise(centre);
        }
        return keys.Index().ToDictionary(k => k.Item, k => (byte)(member[k.Index] + 1));
    }

    private static void Normalise(float[] vector)
    {
        var norm = MathF.Sqrt(Dot(vector, vector));
        for (var i = 0; i < vector.Length && norm > 0; i++)
            vector[i] /= norm;
    }

    private static float Dot(float[] a, float[] b)
    {
        var left = MemoryMarshal.Cast<float, Vector<float>>(a);
        var right = MemoryMarshal.Cast<float, Vector<float>>(b);
        var sum = Vector<float>.Zero;
        for (var i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return Vector.Sum(sum);
    }

    private static void Add(float[] target, float[] vector, float factor)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] += vector[i] * factor;
    }
}
