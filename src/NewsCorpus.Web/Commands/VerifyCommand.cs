using System.CommandLine;
using System.Text.Json;
using NewsCorpus.Ingestion;
using NewsCorpus.Search;
using NewsCorpus.Search.Receipts;
using NewsCorpus.Store.Verification;
using NewsCorpus.Web.Api;
using NewsCorpus.Web.Hosting;

namespace NewsCorpus.Web.Commands;

/// <summary>Compares files, originals, database and index and names each difference.</summary>
internal static class VerifyCommand
{
    public static Command Create(CommonOptions common)
    {
        var json = new Option<bool>("--json") { Description = "Print the differences as JSON." };
        var command = new Command("verify", "Compare files, originals, database, receipts and index and name each difference (exit code 1).") { json };
        command.SetAction((parsed, token) => RunAsync(common.Read(parsed), parsed.GetValue(json), parsed.InvocationConfiguration.Output, token));
        return command;
    }

    private static async Task<int> RunAsync(HostSettings settings, bool json, TextWriter output, CancellationToken cancellation)
    {
        // A damaged database is what this verb is to describe; every other refuses it.
        using var host = await WebApp.OpenPlainAsync(settings, cancellation, evenDamaged: true);
        var services = host.Services;
        var progress = new VerifyLine();
        VerifyReport report = json ? new JsonVerifyReport(output) : new TextVerifyReport(output, progress);
        await report.BeginAsync();
        await TellAsync(services.GetRequiredService<DatabaseVerifier>().VerifyAsync(progress, cancellation));
        if (report.Counts.ContainsKey(DifferenceKind.DatabaseDamaged))
        {
            report.Notes.Add("Files and index were not compared: what the database says of them cannot be relied on.");
        }
        else
        {
            await TellAsync(services.GetRequiredService<KeepingVerifier>().VerifyAsync(progress, cancellation));
            var files = services.GetRequiredService<FolderVerifier>();
            var index = services.GetRequiredService<IndexVerifier>();
            if (files.IsRunUnderWay)
            {
                report.Notes.Add("A run is under way: files on disk were not compared, and what it has just stored may not be in the index yet.");
            }
            else
            {
                await TellAsync(files.VerifyAsync(progress, cancellation));
                if (await index.LagAsync(cancellation) is > 0 and var lag)
                {
                    // The work of a catch-up that was cut off. Whoever starts next does it: here that is us, and no difference.
                    await services.GetRequiredService<IndexCatchUp>().CatchUpAsync(cancellation);
                    report.Notes.Add($"The index lacked the last {lag} changes of the database, as after a crash; it has caught up.");
                }
            }
            await TellAsync(index.VerifyAsync(progress, cancellation).Where(d => d.Kind != DifferenceKind.IndexBehind || !files.IsRunUnderWay));
        }
        progress.Clear();
        await report.EndAsync();
        return report.Counts.Count == 0 ? ExitCode.Ok : ExitCode.Findings;

        async Task TellAsync(IAsyncEnumerable<Difference> differences)
        {
            await foreach (var difference in differences)
                await report.TellAsync(difference);
        }
    }

    /// <summary>Takes differences as they are found, and keeps only their number.</summary>
    private abstract class VerifyReport
    {
        public SortedDictionary<DifferenceKind, long> Counts { get; } = [];

        public List<string> Notes { get; } = [];

        public async Task TellAsync(Difference difference)
        {
            await WriteAsync(difference);
            Counts[difference.Kind] = Counts.GetValueOrDefault(difference.Kind) + 1;
        }

        public abstract Task BeginAsync();

        public abstract Task EndAsync();

        protected abstract Task WriteAsync(Difference difference);
    }

    private sealed class TextVerifyReport(TextWriter output, VerifyLine progress) : VerifyReport
    {
        public override Task BeginAsync() => Task.CompletedTask;

        public override async Task EndAsync()
        {
            foreach (var note in Notes)
                await output.WriteLineAsync(note);
            if (Counts.Count == 0)
            {
                await output.WriteLineAsync("Files, originals, database and index agree.");
                return;
            }
            await output.WriteLineAsync();
            await output.WriteLineAsync(Counts.Values.Sum() == 1 ? "One difference. What to do:" : $"{Counts.Values.Sum()} differences. What to do:");
            foreach (var same in Counts.GroupBy(c => Difference.RemedyFor(c.Key), StringComparer.Ordinal))
                await output.WriteLineAsync($"  {string.Join(", ", same.Select(c => $"{JsonNamingPolicy.CamelCase.ConvertName(c.Key.ToString())} ({c.Value})"))}: {same.Key}");
        }

        protected override Task WriteAsync(Difference difference)
        {
            progress.Clear();
            return output.WriteLineAsync(difference.Message);
        }
    }

    private sealed class JsonVerifyReport(TextWriter output) : VerifyReport
    {
        public override Task BeginAsync() => output.WriteAsync("{\"differences\":[");

        public override Task EndAsync() => output.WriteLineAsync($"],\"total\":{Counts.Values.Sum()},\"notes\":{JsonSerializer.Serialize(Notes, ApiJson.Options)}}}");

        protected override Task WriteAsync(Difference difference) =>
            output.WriteAsync((Counts.Count == 0 ? "" : ",") + JsonSerializer.Serialize(difference, ApiJson.Options));
    }
}
