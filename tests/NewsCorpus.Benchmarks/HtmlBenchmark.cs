using System.Diagnostics;
using System.Globalization;
using NewsCorpus.Articles;
using NewsCorpus.Benchmarks.Pages;
using NewsCorpus.Extraction.Structure;
using NewsCorpus.Extraction.Titles;

namespace NewsCorpus.Benchmarks;

/// <summary>
/// The words of articles on whole pages, against the words that people took for the article: 4-gram shingles per page, averaged, beside SmartReader's. Ours are the blocks of the
/// running text; headline, standfirst, byline and notes are a second line, since this set leaves them out; captions, credits and furniture are read but stand apart.
/// </summary>
internal static class HtmlBenchmark
{
    public static int Run(string[] args)
    {
        var folder = Option(args, "--data") ?? Path.Combine("..", "shared", "data");
        if (!File.Exists(Path.Combine(folder, "html-bodies.tar.gz")))
        {
            Console.Error.WriteLine($"{folder} has no html-bodies.tar.gz. Name the folder of the labelled data with --data.");
            return 3;
        }
        var bodies = BodyPage.HtmlBodies(Path.Combine(folder, "html-bodies.tar.gz"));
        var more = Path.Combine(folder, "html-publishers.tar.gz");
        var publishers = File.Exists(more) ? BodyPage.HtmlPublishers(more) : [];
        if (Option(args, "--page") is { } name)
        {
            foreach (var page in bodies.Concat(publishers).Where(p => p.Name.Contains(name, StringComparison.OrdinalIgnoreCase)))
                Show(page);
            return 0;
        }
        Measure("html-bodies.tar.gz", bodies, Option(args, "--worst") ?? "tune");
        if (publishers.Count > 0)
            Measure("html-publishers.tar.gz", publishers, Option(args, "--worst") ?? "tune");
        return 0;
    }

    private static void Measure(string set, List<BodyPage> pages, string worst)
    {
        Console.WriteLine($"{set}: {pages.Count} pages of {pages.Select(p => p.Site).Distinct(StringComparer.Ordinal).Count()} sites");
        var clock = Stopwatch.StartNew();
        var ours = pages.ConvertAll(p => (Page: p, Text: Ours(p)));
        var time = clock.Elapsed;
        var results = ours.ConvertAll(o => new Result(o.Page, o.Text, ShingleScore.Of(o.Page.Body, o.Text), ShingleScore.Of(o.Page.Body, Words(o.Page, b => b.IsBody)), ShingleScore.Of(o.Page.Body, Theirs(o.Page))));
        foreach (var isTest in (ReadOnlySpan<bool>)[false, true])
        {
            var part = results.Where(r => r.Page.IsTest == isTest).ToList();
            Print(isTest ? "test, ours" : "tune, ours", part.ConvertAll(r => r.Ours));
            Print(isTest ? "test, ours with headline, standfirst, byline and notes" : "tune, ours with headline, standfirst, byline and notes", part.ConvertAll(r => r.AllOurs));
            Print(isTest ? "test, SmartReader" : "tune, SmartReader", part.ConvertAll(r => r.Theirs));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {time.TotalMilliseconds / pages.Count:0.0} ms a page of {pages.Average(p => p.Html.Length) / 1024:0} KiB, decoding and all fields of the head included"));
        Console.WriteLine($"  the ten worst of {worst}:");
        foreach (var result in results.Where(r => r.Page.IsTest == (worst == "test")).OrderBy(r => r.Ours.F1).Take(10))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {result.Page.Name}: F1 {result.Ours.F1:0.000} (precision {result.Ours.Precision:0.000}, recall {result.Ours.Recall:0.000}; SmartReader {result.Theirs.F1:0.000})"));
            Console.WriteLine($"      lacks: {Excerpt(ShingleScore.Lacking(result.Page.Body, result.Text))}");
            Console.WriteLine($"      has too much: {Excerpt(ShingleScore.Lacking(result.Text, result.Page.Body))}");
        }
    }

    /// <summary>Both F1 of the means, as the set's own script has it, and the mean of the pages' F1.</summary>
    private static void Print(string name, List<ShingleScore> scores)
    {
        var all = new ShingleScore(scores.Average(s => s.Precision), scores.Average(s => s.Recall));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {name}: {scores.Count} pages, precision {all.Precision:0.000} recall {all.Recall:0.000} F1 {all.F1:0.000}; mean of the pages' F1 {scores.Average(s => s.F1):0.000}, least {scores.Min(s => s.F1):0.000}"));
    }

    private static void Show(BodyPage page)
    {
        var draft = page.Draft();
        var content = Content(draft);
        Console.WriteLine($"== {page.Name} ({(page.IsTest ? "test" : "tune")})");
        foreach (var block in content.Blocks)
            Console.WriteLine($"  {block.Kind,-11} {content.Of(block)}");
        var ours = Ours(page);
        Console.WriteLine("-- lacks");
        foreach (var run in ShingleScore.Lacking(page.Body, ours))
            Console.WriteLine($"  {run}");
        Console.WriteLine("-- has too much");
        foreach (var run in ShingleScore.Lacking(ours, page.Body))
            Console.WriteLine($"  {run}");
    }

    private static string Ours(BodyPage page) => Words(page, b => b.IsBody && b.Kind is not (BlockKind.Headline or BlockKind.Standfirst or BlockKind.Byline or BlockKind.Note));

    private static string Words(BodyPage page, Func<Block, bool> isWanted)
    {
        var content = Content(page.Draft());
        return string.Join("\n", content.Blocks.Where(isWanted).Select(b => content.Of(b).ToString()));
    }

    private static ArticleContent Content(ArticleDraft draft)
    {
        var content = ContentReader.Read(draft);
        return HeadlineBlock.Mark(content, draft, TitleReader.Read(draft, content));
    }

    private static string Theirs(BodyPage page)
    {
        using var reader = new SmartReader.Reader((page.Address ?? new Uri("https://page.example/")).AbsoluteUri, page.Source().Text);
        return reader.GetArticle().TextContent ?? "";
    }

    private static string Excerpt(IEnumerable<string> runs) => string.Join(" // ", runs.Take(4).Select(r => r.Length > 160 ? r[..160] + "…" : r));

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private sealed record Result(BodyPage Page, string Text, ShingleScore Ours, ShingleScore AllOurs, ShingleScore Theirs);
}
