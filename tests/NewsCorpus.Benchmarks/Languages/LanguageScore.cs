using System.Globalization;
using NewsCorpus.Articles;

namespace NewsCorpus.Benchmarks.Languages;

/// <summary>Precision and recall of each language over labelled texts, and what was taken for what.</summary>
internal sealed class LanguageScore
{
    private readonly List<(string Truth, string? Given, string Text)> readings = [];

    public void Add(string truth, string? given, string text) => readings.Add((LanguageCodes.Read(truth) ?? truth, given, text));

    public void Print(string name)
    {
        if (readings.Count == 0)
            return;
        var right = readings.Count(r => r.Truth == r.Given);
        var given = readings.Count(r => r.Given is not null);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {readings.Count} texts, {readings.Select(r => r.Truth).Distinct().Count()} languages; precision {(double)right / given:0.0000} recall {(double)right / readings.Count:0.0000} F1 {2.0 * right / (given + readings.Count):0.0000}, nothing said of {readings.Count - given}"));
        Console.WriteLine("  " + string.Join("; ", readings.Select(r => r.Truth).Distinct().Order(StringComparer.Ordinal).Select(OfLanguage)));
        Console.WriteLine("  the ten worst pairs:");
        foreach (var pair in readings.Where(r => r.Given is not null && r.Given != r.Truth).GroupBy(r => (r.Truth, r.Given)).OrderByDescending(g => g.Count()).Take(10))
            Console.WriteLine($"  {pair.Key.Truth} taken for {pair.Key.Given}: {pair.Count()}, e.g. \"{pair.First().Text[..Math.Min(90, pair.First().Text.Length)].ReplaceLineEndings(" ")}\"");
    }

    private string OfLanguage(string language)
    {
        var all = readings.Where(r => r.Truth == language).ToList();
        var right = all.Count(r => r.Given == language);
        var said = readings.Count(r => r.Given == language);
        return string.Create(CultureInfo.InvariantCulture, $"{language} P {(said == 0 ? 0 : (double)right / said):0.000} R {(double)right / all.Count:0.000} F1 {2.0 * right / (said + all.Count):0.000} ({all.Count})");
    }
}
