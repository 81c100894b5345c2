using System.Globalization;
using NewsCorpus.Articles;
using NewsCorpus.Benchmarks.Pages;
using NewsCorpus.Extraction.Dates;
using NewsCorpus.Extraction.Outlets;
using NewsCorpus.Extraction.Structure;

namespace NewsCorpus.Benchmarks;

/// <summary>
/// Dates (and, where the set has them, outlets) read from whole HTML pages, against their truth. The pages' addresses are not shown to the rules: a page saved as a file has none.
/// With --hide the pages are read without what they state for machines (<see cref="HiddenStatements"/>), those of html-bodies too, whose truth then is what they state; kept pages are left out.
/// Three parts by site: "tune" and "look", whose errors are read to find rules, and "kept", of which only the figures are printed.
/// Precision is right / given, recall right / all, as htmldate's own evaluation counts; accuracy is right / all pages, a page without a date counting as wrong.
/// </summary>
internal static class DatesBenchmark
{
    public static int Run(string[] args)
    {
        var folder = Option(args, "--data") ?? Path.Combine("..", "shared", "data");
        var worst = Option(args, "--worst") ?? "tune";
        if (worst is not ("tune" or "look"))
        {
            Console.Error.WriteLine($"--worst is tune or look, not {worst}: the pages that are kept are counted and not shown.");
            return 2;
        }
        if (!File.Exists(Path.Combine(folder, "html-dates.tar.gz")))
        {
            Console.Error.WriteLine($"{folder} has no html-dates.tar.gz. Name the folder of the labelled data with --data.");
            return 3;
        }
        var hide = Option(args, "--hide");
        if (hide is not null && !HiddenStatements.Kinds.Contains(hide))
        {
            Console.Error.WriteLine($"--hide is {string.Join(" or ", HiddenStatements.Kinds)}, not {hide}.");
            return 2;
        }
        Measure("html-dates.tar.gz", BenchmarkPage.HtmlDates(Path.Combine(folder, "html-dates.tar.gz")), worst, hide);
        Measure("html-publishers.tar.gz", BenchmarkPage.HtmlPublishers(Path.Combine(folder, "html-publishers.tar.gz")), worst, hide);
        if (hide is not null)
            Measure("html-bodies.tar.gz", StatedPages(Path.Combine(folder, "html-bodies.tar.gz")), worst, hide);
        return 0;
    }

    /// <summary>Pages that state their date, with that as their truth.</summary>
    private static List<BenchmarkPage> StatedPages(string archive)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        return [.. BodyPage.HtmlBodies(archive).Select(p => new BenchmarkPage(p.Name, p.Site, p.Html, default, null, null)).Select(p => (Page: p, Read(p, today).Finding))
            .Where(p => p.Finding is { Kind: FactKind.Stated, Date: { Precision: <= DatePrecision.Day } }).Select(p => p.Page with { Date = p.Finding.Date!.Value.Day, Instant = p.Finding.Date.Value.Instant })];
    }

    private static void Measure(string set, List<BenchmarkPage> pages, string worst, string? hide)
    {
        if (hide is not null)
            pages = [.. pages.Where(p => !p.IsKept).Select(p => p with { Html = HiddenStatements.In(p.Name, p.Html, hide) ?? p.Html, Publisher = null })];
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var results = pages.ConvertAll(page => Read(page, today));
        Console.WriteLine($"{set}: {pages.Count} pages of {pages.Select(p => p.Site).Distinct(StringComparer.Ordinal).Count()} sites");
        foreach (var (name, part) in new[] { ("tune", results.Where(r => !r.Page.IsTest)), ("look", results.Where(r => r.Page.IsTest && !r.Page.IsKept)), ("kept", results.Where(r => r.Page.IsKept)) })
        {
            var all = part.ToList();
            if (all.Count == 0)
                continue;
            var right = all.Count(r => r.IsRight);
            var given = all.Count(r => r.Finding.Date is not null);
            var precision = (double)right / given;
            var recall = (double)right / all.Count;
            var f1 = 2 * precision * recall / (precision + recall);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {name}: {all.Count} pages, {right} right, {given - right} wrong, {all.Count - given} without; precision {precision:0.000} recall {recall:0.000} F1 {f1:0.000} accuracy {recall:0.000}"));
            var named = all.Where(r => r.Page.Publisher is not null).ToList();
            if (named.Count > 0)
                Console.WriteLine($"  {name}: outlet right on {named.Count(r => r.HasOutlet)} of {named.Count}");
        }
        Console.WriteLine($"  worst of {worst}:");
        foreach (var result in results.Where(r => r.Page.IsTest == (worst == "look") && !r.Page.IsKept && !(r.IsRight && r.HasOutlet)).OrderBy(r => r.IsRight).ThenBy(r => r.Finding.Date is null).Take(10))
        {
            var evidence = result.Finding.Evidence.Count > 0 ? result.Finding.Evidence[0] : null;
            Console.WriteLine($"    {result.Page.Name}: true {result.Page.Date:yyyy-MM-dd}, given {result.Finding.Date?.ToString() ?? "none"} by {evidence?.Rule} \"{evidence?.Excerpt}\"{(result.Outlet is { } outlet ? $"; outlet {outlet.Name}" : "")}");
        }
    }

    private static Result Read(BenchmarkPage page, DateOnly today)
    {
        if (page.Draft() is not { } draft)
            return new Result(page, new DateFinding(null, FactKind.Unknown, []), null);
        var content = ContentReader.Read(draft);
        return new Result(page, DateReader.Read(draft, content, today), page.Publisher is null ? null : OutletReader.Read(draft, content).Outlet ?? new OutletReading("none", null));
    }

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private sealed record Result(BenchmarkPage Page, DateFinding Finding, OutletReading? Outlet)
    {
        public bool IsRight => Finding.Date is { } date && (date.Day == Page.Date || (date.Instant is not null && date.Instant == Page.Instant));

        /// <summary>The set names publishers in one word ("LATimes"): right where the outlet's name has the same letters, is known by that word, or its domain is spelled so ("Bhaskar" at bhaskar.com).</summary>
        public bool HasOutlet => Page.Publisher is not { } word || (Outlet is { } outlet
            && (Letters(outlet.Name) == Letters(WellKnownOutlets.ByName(Spaced(word))?.Name ?? word) || (outlet.Domain is { } domain && OutletNames.IsSpelledBy(word, domain))));

        private static string Letters(string name)
        {
            var letters = NameKey.Of(name).Replace(" ", "", StringComparison.Ordinal);
            return letters.StartsWith("the", StringComparison.Ordinal) ? letters[3..] : letters;
        }

        private static string Spaced(string words) => string.Concat(words.Select((c, i) => i > 0 && char.IsUpper(c) && !char.IsUpper(words[i - 1]) ? " " + c : c.ToString()));
    }
}
