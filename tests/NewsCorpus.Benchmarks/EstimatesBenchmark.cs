using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Dates;
using NewsCorpus.Extraction.People;
using NewsCorpus.Extraction.Structure;

namespace NewsCorpus.Benchmarks;

/// <summary>
/// Estimates for the articles of articles-2000 with address and date removed, each against the others with theirs: share of windows that hold the true date, and the median width.
/// An article's peers are those that name a person it names. The outlets are split in two halves for tuning and measuring.
/// </summary>
internal static class EstimatesBenchmark
{
    public static int Run(string[] args)
    {
        var at = Array.IndexOf(args, "--data");
        var file = Path.Combine(at >= 0 && at + 1 < args.Length ? args[at + 1] : Path.Combine("..", "shared", "data"), "articles-2000.jsonl.gz");
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"There is no {file}. Name the folder of the labelled data with --data.");
            return 3;
        }
        var articles = Read(file);
        var byPerson = articles.SelectMany((article, i) => article.People.Select(name => (Name: name, Index: i))).ToLookup(pair => pair.Name, pair => pair.Index, StringComparer.Ordinal);
        var today = new DateOnly(2026, 11, 22);
        foreach (var isTest in (ReadOnlySpan<bool>)[false, true])
        {
            var part = articles.Index().Where(a => a.Item.IsTest == isTest).ToList();
            var given = new List<(DateEstimate Estimate, DateOnly True)>();
            foreach (var (i, article) in part)
            {
                var weights = new Dictionary<int, double>();
                foreach (var name in article.People)
                {
                    var others = byPerson[name].Where(j => j != i).ToList();
                    foreach (var j in others)
                        weights[j] = weights.GetValueOrDefault(j) + Math.Log((double)articles.Count / others.Count);
                }
                if (DateEstimator.Estimate(article.Content, [.. weights.Select(w => new DatedPeer(articles[w.Key].Day, w.Value))], today) is { } estimate)
                    given.Add((estimate, article.Day));
            }
            var held = given.Count(g => g.Estimate.From <= g.True && g.True <= g.Estimate.To);
            var widths = given.Select(g => g.Estimate.Days).Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(isTest ? "test" : "tune")}: {part.Count} articles, estimate for {given.Count}; the window holds the date in {(double)held / given.Count:0.000}; median width {widths[widths.Count / 2]} days"));
            if (!isTest)
                foreach (var (estimate, day) in given.Where(g => g.True < g.Estimate.From || g.True > g.Estimate.To).OrderByDescending(g => Math.Max(g.Estimate.From.DayNumber - g.True.DayNumber, g.True.DayNumber - g.Estimate.To.DayNumber)).Take(10))
                    Console.WriteLine($"  true {day:yyyy-MM-dd}, window {estimate.From:yyyy-MM-dd} to {estimate.To:yyyy-MM-dd}: {string.Join("; ", estimate.Reasons)}");
        }
        return 0;
    }

    private static List<Entry> Read(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var recogniser = new PersonRecogniser();
        var articles = new List<Entry>();
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (!DateOnly.TryParse(root.GetProperty("date").GetString(), CultureInfo.InvariantCulture, out var day) || root.GetProperty("content_original").GetString() is not { Length: > 300 } text)
                continue;
            var content = ContentReader.Read(new ArticleDraft { BodyFormat = BodyFormat.PlainText, Body = text });
            var people = recogniser.Recognise(content).People.Where(p => !p.IsPartial).Select(p => NameKey.Of(p.Name)).Distinct(StringComparer.Ordinal).ToList();
            articles.Add(new Entry(day, content, people, BenchmarkPage.IsTestSite(root.GetProperty("source").GetString() ?? "")));
        }
        return articles;
    }

    private sealed record Entry(DateOnly Day, ArticleContent Content, List<string> People, bool IsTest);
}
