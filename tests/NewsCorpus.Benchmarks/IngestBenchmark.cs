using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsCorpus.Ingestion;
using NewsCorpus.Search;
using NewsCorpus.Store;
using Directory = System.IO.Directory;

namespace NewsCorpus.Benchmarks;

/// <summary>
/// The whole of ingestion beside what its two engines take alone. A seeded corpus of mixed shapes is written to disk; then, each in a process of its own, so that one's memory is not the other's:
/// bare Lucene.Net indexing of the same text (its standard analyzer, nothing stored; every word indexed, as the product does, on one thread and on all cores, and with the analyzer's own English stop words left out),
/// a bare SQLite FTS5 table, the pipeline without and with people into fresh data folders (files to searchable articles), and the pipeline again over the unchanged files.
/// Rates are articles a second of wall time and their ratio to bare Lucene.Net on one thread with every word; MB are of the files.
/// </summary>
internal static class IngestBenchmark
{
    public static int Run(string[] args)
    {
        if (args is ["one", var step, var files, var data])
            return One(step, files, data);
        var count = int.Parse(Option(args, "--articles") ?? "100000", CultureInfo.InvariantCulture);
        var folder = Option(args, "--data") ?? Path.Combine(Path.GetTempPath(), $"newscorpus-ingest-{count}");
        var corpus = Path.Combine(folder, "corpus");
        var watch = Stopwatch.StartNew();
        var bytes = new SyntheticCorpus().Write(corpus, count);
        Console.WriteLine($"{count} articles, {bytes / 1e6:0} MB in {corpus}, written or found in {watch.Elapsed.TotalSeconds:0} s; {Environment.ProcessorCount} cores");
        IngestStages.Print(corpus, args is ["stages", ..] ? count : Math.Min(count, 4000));
        if (args is ["stages", ..])
            return 0;

        Console.WriteLine();
        Console.WriteLine($"{"in all",-34}{"s",8}{"articles/s",12}{"MB/s",8}{"of Lucene",11}{"peak MiB",10}  sizes");
        var lucene = 0.0;
        foreach (var what in Steps)
        {
            // The second run is over what the last one made.
            var place = Path.Combine(folder, what == "again" ? "people" : what);
            if (what != "again" && Directory.Exists(place))
                Directory.Delete(place, recursive: true);
            Directory.CreateDirectory(place);
            var result = Start(what, corpus, place);
            if (what == "lucene")
                lucene = result.Seconds;
            Console.WriteLine($"{Titles[what],-34}{result.Seconds,8:0.0}{count / result.Seconds,12:0}{bytes / 1e6 / result.Seconds,8:0.0}{(lucene > 0 ? lucene / result.Seconds : 0),11:0.00}{result.PeakBytes >> 20,10}  {result.Sizes}");
        }
        return 0;
    }

    private static readonly string[] Steps = ["lucene", "lucene-cores", "lucene-stop", "fts5", "nobody", "people", "again"];

    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["lucene"] = "bare Lucene.Net",
        ["lucene-cores"] = "bare Lucene.Net, all cores",
        ["lucene-stop"] = "bare Lucene.Net, no stop words",
        ["fts5"] = "bare SQLite FTS5",
        ["nobody"] = "pipeline, people off",
        ["people"] = "pipeline, people on",
        ["again"] = "again, nothing changed",
    };

    private sealed record StepResult(double Seconds, long PeakBytes, string Sizes);

    private static StepResult Start(string what, string files, string data)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["ingest", "one", what, files, data]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<StepResult>(line)! : throw new InvalidOperationException($"The step {what} failed: {line}");
    }

    private static int One(string what, string files, string data)
    {
        var watch = Stopwatch.StartNew();
        switch (what)
        {
            case "lucene":
                BareLucene(files, data, 1, CharArraySet.Empty);
                break;
            case "lucene-cores":
                BareLucene(files, data, Environment.ProcessorCount, CharArraySet.Empty);
                break;
            case "lucene-stop":
                BareLucene(files, data, 1, StopAnalyzer.ENGLISH_STOP_WORDS_SET);
                break;
            case "fts5":
                BareFts(files, data);
                break;
            default:
                PipelineAsync(files, data, people: what != "nobody").GetAwaiter().GetResult();
                break;
        }
        var seconds = watch.Elapsed.TotalSeconds;
        Console.WriteLine(JsonSerializer.Serialize(new StepResult(seconds, PeakBytes(), Sizes(data))));
        return 0;
    }

    private static void BareLucene(string files, string data, int threads, CharArraySet leftOut)
    {
        using var directory = FSDirectory.Open(Path.Combine(data, "index"));
        using var analyzer = new StandardAnalyzer(LuceneVersion.LUCENE_48, leftOut);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { RAMBufferSizeMB = 64 });
        Parallel.ForEach(Files(files), new ParallelOptions { MaxDegreeOfParallelism = threads }, file => writer.AddDocument([new TextField("text", File.ReadAllText(file), Field.Store.NO)]));
        writer.Commit();
    }

    private static void BareFts(string files, string data)
    {
        using var connection = new SqliteConnection(CorpusDatabase.ConnectionString(Path.Combine(data, "fts.db")));
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL; CREATE VIRTUAL TABLE article USING fts5(text);");
        foreach (var chunk in Files(files).Chunk(1000))
        {
            using var transaction = connection.BeginTransaction();
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO article(text) VALUES ($text)";
            var text = insert.Parameters.Add("$text", SqliteType.Text);
            foreach (var file in chunk)
            {
                text.Value = File.ReadAllText(file);
                insert.ExecuteNonQuery();
            }
            transaction.Commit();
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal static async Task PipelineAsync(string files, string data, bool people)
    {
        await using var services = Services(files, data, people);
        await services.GetRequiredService<CorpusDatabase>().PrepareAsync(CancellationToken.None);
        var run = await services.GetRequiredService<IndexCatchUp>().FollowAsync(
            services.GetRequiredService<IngestionRunner>().RunAsync(new IngestionRequest { StartedBy = "benchmark" }, null, CancellationToken.None), CancellationToken.None);
        if (run.Rejected + run.Skipped > 0)
            throw new InvalidOperationException($"{run.Rejected} rejected, {run.Skipped} skipped");
    }

    internal static ServiceProvider Services(string files, string data, bool people)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["NewsCorpus:Data"] = data,
            ["NewsCorpus:Corpus:0"] = files,
            ["NewsCorpus:People"] = people.ToString(),
        }).Build();
        return new ServiceCollection().AddLogging().AddNewsCorpus(configuration).BuildServiceProvider();
    }

    private static IEnumerable<string> Files(string folder) => SourceFolder.Files(new SourceRoot(folder, folder)).Select(f => f.Location);

    private static string Sizes(string data) => string.Join(", ", new DirectoryInfo(data).EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal)
        .Select(e => (e.Name, Size: e is DirectoryInfo inner ? inner.EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length) : ((FileInfo)e).Length))
        .Where(e => e.Size > 1 << 20)
        .Select(e => $"{e.Name} {e.Size >> 20} MiB"));

    /// <summary>The most memory that the process had resident, in bytes.</summary>
    private static long PeakBytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
