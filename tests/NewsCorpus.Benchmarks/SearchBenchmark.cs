using System.Diagnostics;
using System.Globalization;
using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsCorpus.Benchmarks.Searching;
using NewsCorpus.Search;
using NewsCorpus.Search.Index;
using NewsCorpus.Search.Queries;
using NewsCorpus.Store;

namespace NewsCorpus.Benchmarks;

/// <summary>
/// What a page of results takes: <see cref="QueryMix"/> over a data folder, or over the seeded synthetic corpus, which is ingested first (with people: forty minutes a million articles on two cores).
/// Each query with its twenty best, their snippets, all facets exactly counted and the histogram, as the page shows them, copies grouped; at one client and at eight. Times are milliseconds.
/// <para>With <c>--peers</c> the same rows go into SQLite FTS5, with <c>--postgres CONNECTION</c> into PostgreSQL, and every tenth query is run there, words as they are written and each copy counted,
/// beside the product's own time for it in the same run. <c>--yardstick</c> puts the engine alone beside plain Lucene.Net over the same rows: words with many hits, each copy counted.</para>
/// </summary>
internal static class SearchBenchmark
{
    private const int PeerEvery = 10;

    public static async Task<int> RunAsync(string[] args)
    {
        var count = int.Parse(Option(args, "--articles") ?? "100000", CultureInfo.InvariantCulture);
        var data = Option(args, "--data") ?? await MakeAsync(count);
        var watch = Stopwatch.StartNew();
        await using var services = IngestBenchmark.Services(Path.GetTempPath(), data, people: true);
        var (index, search) = (services.GetRequiredService<CorpusIndex>(), services.GetRequiredService<ArticleSearch>());
        var contexts = services.GetRequiredService<IDbContextFactory<CorpusDbContext>>();
        index.Refresh();
        Console.WriteLine($"index opened in {watch.ElapsedMilliseconds} ms, first query answered {(await TimeAsync(search, new SearchRequest { Query = "council" })).TotalMilliseconds:0} ms later");
        using (var lease = index.Acquire()!.Value)
            Console.WriteLine($"{lease.Snapshot.Reader.NumDocs} articles, {lease.Snapshot.Leaves.Length} segments, {Size(index.Folder) >> 20} MiB of index; {Environment.ProcessorCount} cores");
        if (args.Contains("--operators", StringComparer.Ordinal))
            Operators(index);
        if (args.Contains("--yardstick", StringComparer.Ordinal))
            await YardstickAsync(index, data, contexts);
        var mix = await QueryMix.OfAsync(index, search, contexts);
        // The first round also compiles the code.
        foreach (var query in mix)
            await TimeAsync(search, query.Request(isExact: false, CopiesMode.Group));
        foreach (var clients in new[] { 1, 8 })
            Report(search, mix, clients);
        Console.WriteLine($"memory: {Process.GetCurrentProcess().WorkingSet64 >> 20} MiB resident, the most {Process.GetCurrentProcess().PeakWorkingSet64 >> 20}, managed {GC.GetTotalMemory(forceFullCollection: true) >> 20}");
        if (args.Contains("--while-ingesting", StringComparer.Ordinal))
            WhileIngesting(index, search, mix, data, count);
        await CompareAsync(args, data, search, contexts, mix);
        return 0;
    }

    private static async Task<string> MakeAsync(int count)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"newscorpus-ingest-{count}");
        var data = Path.Combine(folder, "people");
        if (!File.Exists(Path.Combine(data, "newscorpus.db")))
        {
            new SyntheticCorpus().Write(Path.Combine(folder, "corpus"), count);
            await IngestBenchmark.PipelineAsync(Path.Combine(folder, "corpus"), data, people: true);
        }
        return data;
    }

    private static void Report(ArticleSearch search, IReadOnlyList<MixedQuery> mix, int clients)
    {
        var times = new (MixedKind Kind, double Milliseconds)[mix.Count * 2];
        var next = -1;
        int[] collections = [GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2)];
        var (allocated, paused) = (GC.GetTotalAllocatedBytes(), GC.GetTotalPauseDuration());
        var watch = Stopwatch.StartNew();
        // A thread each: the pool would begin with as many as there are cores, and let the other clients wait unseen.
        var threads = Enumerable.Range(0, clients).Select(_ => new Thread(() =>
        {
            int n;
            while ((n = Interlocked.Increment(ref next)) < times.Length)
            {
                var query = mix[n % mix.Count];
                times[n] = (query.Kind, TimeAsync(search, query.Request(isExact: false, CopiesMode.Group)).GetAwaiter().GetResult().TotalMilliseconds);
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        Console.WriteLine($"{clients} client{(clients == 1 ? "" : "s")}: {times.Length / watch.Elapsed.TotalSeconds:0.0} queries/s; {(GC.GetTotalAllocatedBytes() - allocated) / times.Length >> 10} KiB allocated each, collections {string.Join('/', collections.Select((n, i) => GC.CollectionCount(i) - n))}, {(GC.GetTotalPauseDuration() - paused).TotalMilliseconds:0} ms in all");
        Console.WriteLine($"  {"",-12}{"p50",9}{"p95",9}{"p99",9}");
        Console.WriteLine($"  {"all",-12}{Percentiles(times.Select(t => t.Milliseconds))}");
        foreach (var kind in times.GroupBy(t => t.Kind).OrderBy(g => g.Key))
            Console.WriteLine($"  {kind.Key,-12}{Percentiles(kind.Select(t => t.Milliseconds))}");
    }

    /// <summary>The same mix at one client while another process ingests new articles into the data folder, which grows by them; and how long the index takes to show what was committed.</summary>
    private static void WhileIngesting(CorpusIndex index, ArticleSearch search, IReadOnlyList<MixedQuery> mix, string data, int count)
    {
        var files = Path.Combine(Path.GetTempPath(), "newscorpus-search-" + Guid.NewGuid().ToString("N"));
        new SyntheticCorpus(seed: 7).Write(files, Math.Max(10_000, count / 50));
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["ingest", "one", "people", files, data]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var slowest = TimeSpan.Zero;
        var shown = 0;
        var refreshing = new Thread(() =>
        {
            while (!child.HasExited)
            {
                var watch = Stopwatch.StartNew();
                if (index.Refresh())
                {
                    shown++;
                    slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
                }
                Thread.Sleep(100);
            }
        });
        refreshing.Start();
        Console.WriteLine("while another process ingests,");
        Report(search, mix, 1);
        Console.WriteLine(child.HasExited ? "The ingestion was over before the queries were: give it more articles." : "The ingestion went on all the while.");
        refreshing.Join();
        Console.WriteLine($"{shown} commits were shown, the slowest {slowest.TotalMilliseconds:0} ms after it was seen");
        Directory.Delete(files, recursive: true);
    }

    private static async Task CompareAsync(string[] args, string data, ArticleSearch search, IDbContextFactory<CorpusDbContext> contexts, IReadOnlyList<MixedQuery> mix)
    {
        List<SearchPeer> peers = [];
        if (args.Contains("--peers", StringComparer.Ordinal))
            peers.Add(new SqlitePeer(Path.Combine(data, "peer-fts5.db")));
        if (Option(args, "--postgres") is { } connection)
            peers.Add(new PostgresPeer(connection));
        var queries = mix.Where((_, n) => n % PeerEvery == 0).OrderBy(q => q.Kind).ToList();
        foreach (var peer in peers)
        {
            await peer.FillAsync(contexts);
            Console.WriteLine($"{"",-44}{"hits",9}{"ms",9}  {peer.Name,12} hits{"ms",10}{"ratio",9}");
            var ratios = new List<double>();
            var (ownAll, theirsAll) = (0.0, 0.0);
            foreach (var query in queries)
            {
                var request = query.Request(isExact: true, CopiesMode.All);
                var own = new List<double>();
                for (var i = 0; i < 5; i++)
                    own.Add((await TimeAsync(search, request)).TotalMilliseconds);
                own.Sort();
                var total = (await search.SearchAsync(request, CancellationToken.None)).Total;
                var watch = Stopwatch.StartNew();
                var hits = peer.Run(query);
                var theirs = watch.Elapsed.TotalMilliseconds;
                ratios.Add(theirs / own[2]);
                (ownAll, theirsAll) = (ownAll + own[2], theirsAll + theirs);
                Console.WriteLine($"{query.Kind + " " + query.Typed(isExact: true),-44}{total,9}{own[2],9:0.0}  {hits,17}{theirs,10:0}{ratios[^1],9:0}");
            }
            ratios.Sort();
            Console.WriteLine($"{peer.Name}: median ratio {ratios[ratios.Count / 2]:0}, least {ratios[0]:0}; all of them {theirsAll:0} ms to {ownAll:0}, {theirsAll / ownAll:0}");
            peer.Dispose();
        }
    }

    /// <summary>The engine alone: hits, median and 95th percentile of each operator, copies grouped and each counted.</summary>
    private static void Operators(CorpusIndex index)
    {
        using var lease = index.Acquire()!.Value;
        Console.WriteLine($"{"engine alone",-34}{"copies grouped",27}{"all counted",27}");
        Console.WriteLine($"{"query",-34}{"hits",9}{"p50",9}{"p95",9}{"hits",9}{"p50",9}{"p95",9}");
        foreach (var query in new[] { "", "the", "council", "mayor", "city council", "the of and", "\"said the\"", "\"city council\"", "co*", "*ing*", "council w/5 city", "council w/s mayor", "atleast3(council)", "text:council", "hlead(council)", "first50(council)", "nocaps(council)", "council~2", "date:2025 council", "length>900 mayor", "the NOT council" })
            Console.WriteLine($"{(query.Length == 0 ? "(browse, newest)" : query),-34}{Measure(lease.Snapshot, query, isGrouped: true)}{Measure(lease.Snapshot, query, isGrouped: false)}");
    }

    /// <summary>The best twenty and the counts of a word: here with all facets and the histogram, there by outlet, month and person.</summary>
    private static async Task YardstickAsync(CorpusIndex index, string data, IDbContextFactory<CorpusDbContext> contexts)
    {
        using var plain = await PlainLucene.OpenAsync(Path.Combine(data, "peer-lucene"), contexts);
        using var lease = index.Acquire()!.Value;
        Console.WriteLine($"{"engine alone beside plain Lucene.Net",-38}{"hits",9}{"p50",9}{"hits",9}{"p50",9}{"ratio",9}");
        foreach (var share in new[] { 0.73, 0.3, 0.1, 0.01 })
        {
            var word = plain.Nearest(share).Word;
            var (own, theirs) = (Engine(lease.Snapshot, $"text:\"{word}\"", isGrouped: false), plain.Time(word));
            Console.WriteLine($"{word,-38}{own.Hits,9}{own.Times[own.Times.Count / 2],9:0.00}{theirs.Hits,9}{theirs.Milliseconds,9:0.00}{theirs.Milliseconds / own.Times[own.Times.Count / 2],9:0.0}");
        }
    }

    private static string Measure(IndexSnapshot snapshot, string typed, bool isGrouped)
    {
        var (hits, times) = Engine(snapshot, typed, isGrouped);
        return $"{hits,9}{times[times.Count / 2],9:0.0}{times[times.Count * 95 / 100],9:0.0}";
    }

    /// <summary>The hits, and the sorted times of 25 runs after 40 that also compile the code.</summary>
    private static (int Hits, List<double> Times) Engine(IndexSnapshot snapshot, string typed, bool isGrouped)
    {
        var times = new List<double>();
        var hits = 0;
        for (var run = 0; run < 65; run++)
        {
            var watch = Stopwatch.StartNew();
            var parsed = QueryParser.Parse(typed, new DateOnly(2026, 1, 1));
            var query = parsed.Root is null ? new MatchAllDocsQuery() : new LuceneQueryBuilder(snapshot.Reader).Build(parsed.Root);
            var (counts, _, stories) = new HitPass(snapshot, query, new HitFilter(), parsed.Root is null ? SortOrder.Newest : SortOrder.Relevance, isGrouped, 20, SearchBudget.OfPage()).Run(0, CancellationToken.None);
            hits = counts.Total;
            snapshot.Return(counts);
            snapshot.Return(stories);
            if (run >= 40)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        return (hits, times);
    }

    private static async Task<TimeSpan> TimeAsync(ArticleSearch search, SearchRequest request)
    {
        var watch = Stopwatch.StartNew();
        await search.SearchAsync(request, CancellationToken.None);
        return watch.Elapsed;
    }

    private static string Percentiles(IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        return $"{sorted[sorted.Length / 2],9:0.0}{sorted[sorted.Length * 95 / 100],9:0.0}{sorted[sorted.Length * 99 / 100],9:0.0}";
    }

    private static long Size(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
