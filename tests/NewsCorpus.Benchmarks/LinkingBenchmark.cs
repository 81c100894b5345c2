using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Duplicates;
using NewsCorpus.Ingestion.Stories;
using NewsCorpus.Store;

namespace NewsCorpus.Benchmarks;

/// <summary>
/// What finding copies costs as it is wired: the synthetic corpus is stored without being extracted, a thousand articles at a time, and each thousand linked. Only the linking is measured: finding candidates,
/// comparing, and writing keys, links and stories. To stay flat, the cost an article must not grow with the corpus.
/// </summary>
internal static class LinkingBenchmark
{
    private const int Step = StoryLinker.StepSize;

    public static async Task<int> RunAsync(string[] args)
    {
        var at = Array.IndexOf(args, "--articles");
        var count = at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 100_000;
        var data = Path.Combine(Path.GetTempPath(), "newscorpus-linking-" + Guid.NewGuid().ToString("N"));
        Console.WriteLine($"{count} articles of the synthetic corpus, one in twenty a copy of an earlier one with small edits; linked {Step} at a time, nothing else measured");
        Console.WriteLine($"{"articles before",-22}{"wall ms each",14}{"processor ms each",19}{"in stories",12}");
        await using (var services = IngestBenchmark.Services(data, data, people: false))
        {
            await services.GetRequiredService<CorpusDatabase>().PrepareAsync(CancellationToken.None);
            await MeasureAsync(services, count);
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
        return 0;
    }

    private static async Task MeasureAsync(IServiceProvider services, int count)
    {
        var linker = services.GetRequiredService<StoryLinker>();
        var store = services.GetRequiredService<ArticleStore>();
        var options = services.GetRequiredService<IOptions<CopyOptions>>().Value;
        var run = await services.GetRequiredService<RunStore>().BeginAsync(new IngestionRequest { StartedBy = "benchmark" }, CancellationToken.None);
        await linker.PrepareAsync(evenSo: false, CancellationToken.None);
        var (wall, processor, since, from) = (TimeSpan.Zero, TimeSpan.Zero, 0, 0);
        foreach (var articles in new SyntheticCorpus().Articles(count).Chunk(Step))
        {
            await store.CommitAsync(run, [.. articles.Select(a => Reading(a, options))], preview: null, CancellationToken.None);
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            await linker.LinkAsync(isFollowed: true, CancellationToken.None);
            // The first step compiles the code.
            if (from + since > 0)
                (wall, processor) = (wall + watch.Elapsed, processor + Environment.CpuUsage.TotalTime - before);
            since += articles.Length;
            if (from + since is not (10_000 or 50_000 or 100_000) && from + since != count)
                continue;
            var measured = from == 0 ? since - Step : since;
            await using var db = await services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<CorpusDbContext>>().CreateDbContextAsync();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{$"{from:n0} to {from + since:n0}",-22}{wall.TotalMilliseconds / measured,14:0.000}{processor.TotalMilliseconds / measured,19:0.000}{db.Articles.Count(a => a.StoryId != null),12}"));
            (wall, processor, from, since) = (TimeSpan.Zero, TimeSpan.Zero, from + since, 0);
        }
    }

    private static FileReading Reading(SyntheticArticle article, CopyOptions options)
    {
        var content = CopyEdits.Content([.. article.Body]);
        return new FileReading
        {
            Location = "/synthetic/" + article.Path,
            Path = article.Path,
            Size = article.Text.Length,
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(article.Text))),
            Format = "benchmark",
            Entries =
            [
                new EntryReading("", new ArticleReading
                {
                    Content = content,
                    Title = article.Title,
                    TitleKind = FactKind.Stated,
                    Outlet = new OutletReading(article.Outlet, null),
                    OutletKind = FactKind.Stated,
                    Fingerprint = CopyFingerprint.Of(content, article.Title, options).ToBytes(),
                }),
            ],
        };
    }
}
