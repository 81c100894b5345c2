using System.Diagnostics;
using System.Globalization;
using System.Text;
using Lucene.Net.Search;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Search.Index;
using NewsCorpus.Search.Queries;

namespace NewsCorpus.Benchmarks;

/// <summary>
/// The search engine alone, without a database: query read, built and run over a seeded synthetic corpus with every facet counted and the best 20 hits kept.
/// For each kind of query: hits, and the median and 95th percentile of its times in milliseconds, copies grouped into stories and each counted. One article in eight is in a story.
/// </summary>
internal static class SearchBenchmark
{
    private const int Runs = 25;

    public static int Run(string[] args)
    {
        var count = int.Parse(Option(args, "--articles") ?? "100000", CultureInfo.InvariantCulture);
        var folder = Option(args, "--data") ?? Path.Combine(Path.GetTempPath(), $"newscorpus-search-{count}");
        using var index = new CorpusIndex(Options.Create(new NewsCorpusOptions { Data = folder, Corpus = [folder] }), NullLogger<CorpusIndex>.Instance);
        if (index.ReadFormat() is null)
            Fill(index, count);
        var watch = Stopwatch.StartNew();
        index.Refresh();
        using var lease = index.Acquire();
        var snapshot = lease!.Value.Snapshot;
        Console.WriteLine($"{snapshot.Reader.NumDocs} articles, {snapshot.Leaves.Length} segments, {Size(folder) / (1 << 20)} MiB; opened with columns in {watch.ElapsedMilliseconds} ms");
        Console.WriteLine($"{"",-34}{"copies grouped",27}{"all counted",27}");
        Console.WriteLine($"{"query",-34}{"hits",9}{"p50 ms",9}{"p95 ms",9}{"hits",9}{"p50 ms",9}{"p95 ms",9}");
        foreach (var query in new[] { "", "the", "council", "mayor", "city council", "the of and", "\"said the\"", "\"city council\"", "co*", "*ing*", "council w/5 city", "council w/s mayor", "atleast3(council)", "text:council", "hlead(council)", "first50(council)", "nocaps(council)", "council~2", "date:2025 council", "length>900 mayor", "the NOT council" })
            Measure(snapshot, query);
        Console.WriteLine($"working set {Process.GetCurrentProcess().WorkingSet64 / (1 << 20)} MiB, managed {GC.GetTotalMemory(forceFullCollection: true) / (1 << 20)} MiB");
        return 0;
    }

    private static void Measure(IndexSnapshot snapshot, string typed) =>
        Console.WriteLine($"{(typed.Length == 0 ? "(browse, newest)" : typed),-34}{Measure(snapshot, typed, isGrouped: true)}{Measure(snapshot, typed, isGrouped: false)}");

    private static string Measure(IndexSnapshot snapshot, string typed, bool isGrouped)
    {
        var times = new List<double>();
        var hits = 0;
        for (var run = 0; run < Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            var parsed = QueryParser.Parse(typed, new DateOnly(2026, 1, 1));
            var query = parsed.Root is null ? new MatchAllDocsQuery() : new LuceneQueryBuilder(snapshot.Reader).Build(parsed.Root);
            var (counts, _, _) = new HitPass(snapshot, query, new HitFilter(), parsed.Root is null ? SortOrder.Newest : SortOrder.Relevance, isGrouped, 20, SearchBudget.OfPage()).Run(0, CancellationToken.None);
            hits = counts.Total;
            // The first runs also compile the code.
            if (run >= 5)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        return $"{hits,9}{times[times.Count / 2],9:0.0}{times[times.Count * 95 / 100],9:0.0}";
    }

    private static void Fill(CorpusIndex index, int count)
    {
        var watch = Stopwatch.StartNew();
        var people = new Dictionary<string, int>(StringComparer.Ordinal);
        var outlets = new Dictionary<string, int>(StringComparer.Ordinal);
        using var writer = index.OpenWriter(IndexOpening.Scratch)!;
        var buffer = new IndexBuffer(writer, largest: 0);
        var id = 0L;
        foreach (var article in new SyntheticCorpus().Articles(count))
        {
            id++;
            var (text, blocks) = Text(article.Body);
            buffer.Add(new IndexedArticle
            {
                Id = id,
                Revision = id,
                Title = article.Title,
                Date = article.Day is { } day ? new ArticleDate(day) : null,
                OutletId = IdOf(outlets, article.Outlet),
                OutletName = article.Outlet,
                // Stories of four, far apart, as copies come in over days.
                StoryId = id % 8 == 0 ? id % (count / 4) + 1 : null,
                WordCount = text.AsSpan().Count(' ') + 1,
                Text = text,
                Blocks = blocks,
                People = [.. article.People.Distinct(StringComparer.Ordinal).Select(p => (IdOf(people, p), p))],
                Tags = [],
            });
        }
        buffer.Flush();
        writer.SetCommitData(new IndexFormat(id, Guid.NewGuid(), Guid.Empty, Guid.NewGuid()).ToUserData());
        writer.Commit();
        writer.Dispose(waitForMerges: true);
        Console.WriteLine($"indexed in {watch.Elapsed.TotalSeconds:0} s, {count / watch.Elapsed.TotalSeconds:0} articles/s on one thread");
    }

    private static (string Text, List<Block> Blocks) Text(IReadOnlyList<string> paragraphs)
    {
        var text = new StringBuilder();
        var blocks = new List<Block>();
        foreach (var paragraph in paragraphs)
        {
            if (text.Length > 0)
                text.Append("\n\n");
            blocks.Add(new Block(BlockKind.Paragraph, text.Length, text.Length + paragraph.Length));
            text.Append(paragraph);
        }
        return (text.ToString(), blocks);
    }

    private static int IdOf(Dictionary<string, int> ids, string name)
    {
        if (!ids.TryGetValue(name, out var id))
            ids[name] = id = ids.Count + 1;
        return id;
    }

    private static long Size(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
