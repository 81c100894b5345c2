using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsCorpus.Articles;
using NewsCorpus.Extraction;
using NewsCorpus.Extraction.Duplicates;
using NewsCorpus.Extraction.People;
using NewsCorpus.Ingestion;
using NewsCorpus.Ingestion.Stories;
using NewsCorpus.Search;
using NewsCorpus.Store;

namespace NewsCorpus.Benchmarks;

/// <summary>What each stage of ingestion takes by itself, one thread, over the first files of the corpus. In a real run reading and extraction share all cores, beside one writer.</summary>
internal static class IngestStages
{
    public static void Print(string corpus, int count)
    {
        var files = SourceFolder.Files(new SourceRoot(corpus, corpus)).Take(count).ToList();
        var bytes = files.Sum(f => new FileInfo(f.Location).Length);
        var data = Path.Combine(Path.GetTempPath(), "newscorpus-stages-" + Guid.NewGuid().ToString("N"));
        Console.WriteLine($"{"stage, one thread",-34}{"s",8}{"articles/s",12}{"MB/s",8}{"CPU ms each",13}");
        using (var services = IngestBenchmark.Services(corpus, data, people: true))
        {
            services.GetRequiredService<CorpusDatabase>().PrepareAsync(CancellationToken.None).GetAwaiter().GetResult();
            Stages(services, files, bytes);
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    private static void Stages(IServiceProvider services, List<SourceEntry> files, long bytes)
    {
        var people = services.GetRequiredService<ArticleExtractor>();
        var nobody = new ArticleExtractor(new PersonRecogniser(), TimeProvider.System, Options.Create(new NewsCorpusOptions { People = false }), Options.Create(new CopyOptions()));
        List<(SourceEntry Entry, byte[] Bytes)> documents = [];
        List<ArticleDraft> drafts = [];
        List<ArticleReading> readings = [];
        List<Original> originals = [];
        // The code is compiled and the models are loaded before anything is measured.
        foreach (var file in files.Take(200))
            foreach (var draft in DocumentReader.Read(new SourceDocument(file.Path, File.ReadAllBytes(file.Location))).Articles)
                people.Extract(draft, []);

        Measure("find and read files", () => documents.AddRange(files.Select(f => (f, File.ReadAllBytes(f.Location)))));
        Measure("decode, detect, parse", () => drafts.AddRange(documents.SelectMany(d => DocumentReader.Read(new SourceDocument(d.Entry.Path, d.Bytes)).Articles)));
        Measure("hash and compress originals", () => originals.AddRange(documents.Select(d => Original.Of(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(d.Bytes)), d.Bytes))));
        Measure("blocks, dates, outlets, quotations", () => drafts.ForEach(d => nobody.Extract(d, [])));
        Measure("the same, with people", () => readings.AddRange(drafts.Select(d => people.Extract(d, []))));
        Measure("store", () => StoreAsync(services, documents, readings, originals).GetAwaiter().GetResult());
        Measure("link copies", () => services.GetRequiredService<StoryLinker>().LinkAsync(isFollowed: false, CancellationToken.None).GetAwaiter().GetResult());
        Measure("index", () => services.GetRequiredService<IndexCatchUp>().CatchUpAsync(CancellationToken.None).GetAwaiter().GetResult());

        void Measure(string stage, Action action)
        {
            var watch = Stopwatch.StartNew();
            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            action();
            var seconds = watch.Elapsed.TotalSeconds;
            process.Refresh();
            var cpu = (process.TotalProcessorTime - before).TotalMilliseconds / files.Count;
            Console.WriteLine($"{stage,-34}{seconds,8:0.0}{files.Count / seconds,12:0}{bytes / 1e6 / seconds,8:0.0}{cpu,13:0.000}");
        }
    }

    private static async Task StoreAsync(IServiceProvider services, List<(SourceEntry Entry, byte[] Bytes)> documents, List<ArticleReading> readings, List<Original> originals)
    {
        var store = services.GetRequiredService<ArticleStore>();
        var run = await services.GetRequiredService<RunStore>().BeginAsync(new IngestionRequest { StartedBy = "benchmark" }, CancellationToken.None);
        foreach (var batch in Enumerable.Range(0, readings.Count).Chunk(200))
        {
            var files = batch.Select(i => new FileReading
            {
                Location = documents[i].Entry.Location,
                Path = documents[i].Entry.Path,
                Size = documents[i].Bytes.Length,
                Sha256 = originals[i].Sha256,
                Format = "benchmark",
                Original = originals[i],
                Entries = [new EntryReading("", readings[i])],
            }).ToList();
            await store.CommitAsync(run, files, preview: null, CancellationToken.None);
        }
    }
}
