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
    /// <summary>As the product has it.</summary>
    private const int MostArticles = 300;

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
        var byPerson = articles.SelectMany((article, i) => article.People.Keys.Select(name => (Name: name, Index: i))).ToLookup(pair => pair.Name, pair => pair.Index, StringComparer.Ordinal);
        Console.WriteLine($"articles-2000.jsonl.gz: {articles.Count} dated articles of more than 300 characters, addresses and dates left out; precision: windows given that hold the date, recall: of all articles");
        var today = new DateOnly(2026, 11, 22);
        foreach (var isTest in (ReadOnlySpan<bool>)[false, true])
        {
            var part = articles.Index().Where(a => a.Item.IsTest == isTest).ToList();
            var given = new List<(DateEstimate Estimate, Entry Article)>();
            foreach (var (i, article) in part)
                if (DateEstimator.Estimate(article.Content, Shared(articles, byPerson, i), [], Calendar(articles, i, today)) is { } estimate)
                    given.Add((estimate, article));
            Print(isTest ? "test" : "tune", part.Count, given);
        }
        return 0;
    }

    private static List<SharedPerson> Shared(List<Entry> articles, ILookup<string, int> byPerson, int at) =>
        [.. articles[at].People.Where(p => byPerson[p.Key].Count() is > 1 and <= MostArticles).Select(p => new SharedPerson(
            p.Key, p.Value, byPerson[p.Key].Count(), [.. byPerson[p.Key].Where(j => j != at).Select(j => new DatedNaming(j, articles[j].Day, articles[j].People[p.Key]))]))];

    /// <summary>The dates of all articles but the one that is estimated.</summary>
    private static CorpusCalendar Calendar(List<Entry> articles, int at, DateOnly today) =>
        new([.. articles.Where((_, j) => j != at).GroupBy(a => new DateOnly(a.Day.Year, a.Day.Month, 1)).Select(g => (g.Key, g.Count()))], today);

    private static void Print(string name, int articles, List<(DateEstimate Estimate, Entry Article)> given)
    {
        var held = given.Count(g => Miss(g.Estimate, g.Article.Day) == 0);
        var widths = given.Select(g => g.Estimate.Days).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {articles} articles, estimate for {given.Count} (recall {(double)held / articles:0.000}); the window holds the date in {held} (precision {(double)held / given.Count:0.000}); F1 {2.0 * held / (articles + given.Count):0.000}; median width {widths[widths.Count / 2]} days"));
        foreach (var most in (ReadOnlySpan<int>)[62, 183, 366])
            if (given.Where(g => g.Estimate.Days <= most).ToList() is { Count: > 0 } narrow)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  of at most {most} days: {narrow.Count}, holding the date in {(double)narrow.Count(g => Miss(g.Estimate, g.Article.Day) == 0) / narrow.Count:0.000}"));
        Console.WriteLine($"  worst ten of {name}:");
        foreach (var (estimate, article) in given.OrderByDescending(g => Miss(g.Estimate, g.Article.Day)).Take(10))
            Console.WriteLine($"    {article.Id}: true {article.Day:yyyy-MM-dd}, window {estimate.From:yyyy-MM-dd} to {estimate.To:yyyy-MM-dd}: {string.Join("; ", estimate.Reasons)}");
    }

    /// <summary>Days between window and true day; 0 where it lies inside.</summary>
    private static int Miss(DateEstimate estimate, DateOnly day) => Math.Max(0, Math.Max(estimate.From.DayNumber - day.DayNumber, day.DayNumber - estimate.To.DayNumber));

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
            var people = recogniser.Recognise(content).People.Where(p => !p.IsPartial).GroupBy(p => NameKey.Of(p.Name), StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Select(p => p.Office).FirstOrDefault(o => o is not null), StringComparer.Ordinal);
            articles.Add(new Entry(root.GetProperty("ID").GetString()!, day, content, people, BenchmarkPage.IsTestSite(root.GetProperty("source").GetString() ?? "")));
        }
        return articles;
    }

    private sealed record Entry(string Id, DateOnly Day, ArticleContent Content, Dictionary<string, string?> People, bool IsTest);
}
