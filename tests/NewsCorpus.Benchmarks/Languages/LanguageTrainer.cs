using NewsCorpus.Extraction.Languages;

namespace NewsCorpus.Benchmarks.Languages;

/// <summary>Counts n-grams and turns the counts into weights: a naive Bayes model with additive smoothing (Dunning, "Statistical Identification of Language", 1994), without the prior, since no language is likelier for a file.</summary>
internal sealed class LanguageTrainer(int bits)
{
    private const double Smoothing = 0.4;

    /// <summary>Points for a factor of e.</summary>
    private const double Scale = 20;

    private readonly SortedDictionary<string, double[]> counts = new(StringComparer.Ordinal);

    /// <param name="weight">How often the text counts.</param>
    public void Add(string language, string text, double weight = 1)
    {
        if (!counts.TryGetValue(language, out var of))
            counts[language] = of = new double[1 << bits];
        foreach (var place in LanguageTable.PlacesOf(Sample(text), bits))
            of[place] += weight;
    }

    public (IReadOnlyList<string> Languages, int Bits, sbyte[] Weights) Train()
    {
        var languages = counts.Keys.ToList();
        var logs = languages.ConvertAll(l =>
        {
            var total = counts[l].Sum() + Smoothing * (1 << bits);
            return Array.ConvertAll(counts[l], c => Math.Log((c + Smoothing) / total));
        });
        var weights = new sbyte[languages.Count << bits];
        for (var place = 0; place < 1 << bits; place++)
        {
            var mean = logs.Average(l => l[place]);
            for (var i = 0; i < languages.Count; i++)
                weights[place * languages.Count + i] = (sbyte)Math.Clamp(Math.Round(Scale * (logs[i][place] - mean)), -127, 127);
        }
        return (languages, bits, weights);
    }

    private static string Sample(string text)
    {
        Span<int> scripts = stackalloc int[Scripts.Count];
        var sample = new LanguageSample(new char[text.Length + 4], scripts);
        sample.Add(text);
        return sample.Text.ToString();
    }
}
