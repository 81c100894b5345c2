using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsCorpus.Extraction.Languages;

/// <summary>
/// The languages of one script and what each n-gram of one to four characters says for each of them: log probabilities, scaled, less their mean over the languages. N-grams share places by a hash.
/// </summary>
internal sealed class LanguageTable
{
    public const int MaxGram = 4;

    /// <summary>Weights are added in 16 bits for so many n-grams before they are carried over.</summary>
    private const int Carry = 64;

    private readonly sbyte[] weights;
    private readonly int width;
    private readonly uint mask;

    /// <param name="languages">Codes, in the order of the weights.</param>
    /// <param name="bits">The table has two to the power of so many places.</param>
    /// <param name="values">A weight for each place and language, place by place.</param>
    public LanguageTable(IReadOnlyList<string> languages, int bits, ReadOnlySpan<sbyte> values)
    {
        Languages = languages;
        width = (languages.Count + Vector<sbyte>.Count - 1) / Vector<sbyte>.Count * Vector<sbyte>.Count;
        mask = (1u << bits) - 1;
        weights = new sbyte[width << bits];
        for (var place = 0; place < 1 << bits; place++)
            values.Slice(place * languages.Count, languages.Count).CopyTo(weights.AsSpan(place * width));
    }

    public IReadOnlyList<string> Languages { get; }

    /// <summary>Adds up what a sample says. The best two languages and their scores, for each letter.</summary>
    public (int Best, int Second, double Score, double Lead) Read(ReadOnlySpan<char> sample)
    {
        Span<int> totals = stackalloc int[width];
        totals.Clear();
        Span<short> sums = stackalloc short[width];
        sums.Clear();
        var added = 0;
        for (var i = 1; i < sample.Length; i++)
        {
            var hash = 0u;
            for (var n = 0; n < MaxGram && i - n >= 0; n++)
            {
                hash = Step(hash, sample[i - n]);
                // A single character and a word's end alone say little; what reaches over a space to the word before says nothing.
                if (n > 0)
                    Add(sums, Place(hash, n));
                if (n > 0 && sample[i - n] == ' ')
                    break;
            }
            if (++added % Carry == 0)
                Flush(sums, totals);
        }
        Flush(sums, totals);
        return Rank(totals, sample.Length);
    }

    /// <summary>Places of the n-grams of a sample, as <see cref="Read"/> looks them up; for training.</summary>
    public static IEnumerable<int> PlacesOf(string sample, int bits)
    {
        for (var i = 1; i < sample.Length; i++)
        {
            var hash = 0u;
            for (var n = 0; n < MaxGram && i - n >= 0; n++)
            {
                hash = Step(hash, sample[i - n]);
                if (n > 0)
                    yield return (int)(Mix(hash, n) & ((1u << bits) - 1));
                if (n > 0 && sample[i - n] == ' ')
                    break;
            }
        }
    }

    private int Place(uint hash, int n) => (int)(Mix(hash, n) & mask);

    private static uint Step(uint hash, char c) => (hash ^ c) * 0x9E3779B1u;

    private static uint Mix(uint hash, int n)
    {
        hash ^= (uint)n * 0x85EBCA6Bu;
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6Du;
        return hash ^ (hash >> 13);
    }

    private void Add(Span<short> sums, int place)
    {
        var row = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(weights.AsSpan(place * width, width));
        var to = MemoryMarshal.Cast<short, Vector<short>>(sums);
        for (var i = 0; i < row.Length; i++)
        {
            Vector.Widen(row[i], out var first, out var second);
            to[2 * i] += first;
            to[2 * i + 1] += second;
        }
    }

    private static void Flush(Span<short> sums, Span<int> totals)
    {
        for (var i = 0; i < sums.Length; i++)
            totals[i] += sums[i];
        sums.Clear();
    }

    private (int, int, double, double) Rank(Span<int> totals, int length)
    {
        int best = 0, second = -1;
        for (var i = 1; i < Languages.Count; i++)
        {
            if (totals[i] > totals[best])
                (best, second) = (i, best);
            else if (second < 0 || totals[i] > totals[second])
                second = i;
        }
        var lead = second < 0 ? totals[best] : totals[best] - totals[second];
        return (best, second, (double)totals[best] / length, (double)lead / length);
    }
}
