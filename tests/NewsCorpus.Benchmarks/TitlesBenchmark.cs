using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Structure;
using NewsCorpus.Extraction.Titles;

namespace NewsCorpus.Benchmarks;

/// <summary>
/// Titles for texts without one: articles-2000 with the title left out (also where the text repeats it at its top). A derived title is held against the editor's own by the words of four letters and more that both
/// have, which is an upper bound of what a first sentence can do, and looked over for what no title should be.
/// </summary>
internal static class TitlesBenchmark
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
        var results = Read(file).Select(a => (a.Title, Given: Derive(a.Text, a.Title))).Where(r => r.Given is not null).Select(r => (r.Title, Given: r.Given!)).ToList();
        var headlines = results.Count(r => r.Given.Headline is not null);
        var cut = results.Count(r => r.Given.Title.EndsWith('…'));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"articles-2000.jsonl.gz: {results.Count} texts: {headlines} headlines of the text's own, {results.Count - headlines - cut} whole first sentences, {cut} cut; mean length {results.Average(r => r.Given.Title.Length):0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  share half of the editor's words or more: {results.Count(r => Shared(r) >= 0.5) / (double)results.Count:0.000}; share one or more: {results.Count(r => Shared(r) > 0) / (double)results.Count:0.000}"));
        var scored = results.Where(r => WordsOf(r.Title).Count > 0 && WordsOf(r.Given.Title).Count > 0).ToList();
        var (precision, recall) = (scored.Average(r => Common(r) / (double)WordsOf(r.Given.Title).Count), scored.Average(Shared));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  words of four letters and more, by the editor's title: precision {precision:0.000} recall {recall:0.000} F1 {2 * precision * recall / (precision + recall):0.000}"));
        var odd = results.Where(r => IsOdd(r.Given.Title)).ToList();
        Console.WriteLine($"  no sensible title (under three words, a byline, a credit, an address, a date): {odd.Count}");
        Console.WriteLine("  the ten worst:");
        foreach (var (title, given) in odd.Concat(results.OrderBy(Shared).ThenBy(r => r.Given.Title.Length)).Take(10))
            Console.WriteLine($"    \"{given.Title}\" for \"{title}\" ({given.Evidence.Rule})");
        return 0;
    }

    private static TitleFinding? Derive(string text, string title)
    {
        text = text.TrimStart();
        if (text.StartsWith(title, StringComparison.OrdinalIgnoreCase))
            text = text[title.Length..].TrimStart();
        var draft = new ArticleDraft { Body = text, BodyFormat = BodyFormat.PlainText };
        return text.Length == 0 ? null : TitleReader.Read(draft, ContentReader.Read(draft));
    }

    private static double Shared((string Title, TitleFinding Given) result)
    {
        var wanted = WordsOf(result.Title);
        return wanted.Count == 0 ? 1 : Common(result) / (double)wanted.Count;
    }

    private static int Common((string Title, TitleFinding Given) result) => WordsOf(result.Title).Count(WordsOf(result.Given.Title).Contains);

    private static HashSet<string> WordsOf(string title) => [.. NameKey.Of(title).Split(' ').Where(w => w.Length > 3).Select(w => w.TrimEnd('s'))];

    private static bool IsOdd(string title) =>
        title == TitleReader.NoText || title.Split(' ').Length < 3 || title.StartsWith("By ", StringComparison.OrdinalIgnoreCase) || title.Contains("Getty", StringComparison.Ordinal) || title.Contains('@', StringComparison.Ordinal)
        || title.Contains("http", StringComparison.OrdinalIgnoreCase) || title.Count(char.IsAsciiDigit) * 3 > title.Length;

    private static IEnumerable<(string Title, string Text)> Read(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            yield return (json.RootElement.GetProperty("title").GetString()!, json.RootElement.GetProperty("content_original").GetString()!);
        }
    }
}
