using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsCorpus.Articles;
using NewsCorpus.Export;
using NewsCorpus.Store;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

/// <summary>What became of each file of a run, as a file to keep or to work through; streamed row by row.</summary>
internal static class OutcomesDownload
{
    public static void Map(RouteGroupBuilder runs)
    {
        Add("jsonl", "application/jsonl", "DownloadRunOutcomes", "What became of each file, one JSON object a line", WriteLinesAsync);
        Add("csv", "text/csv; charset=utf-8", "DownloadRunOutcomesAsCsv", "What became of each file, as a table with a header", WriteTableAsync);

        void Add(string ending, string type, string name, string summary, Func<IAsyncEnumerable<RunOutcome>, TextWriter, Task> write) =>
            runs.MapMethods("/{id:long}/outcomes." + ending, Verbs.Read, ([Description("Id of the run.")] long id, RunStore store, RunReport report, CancellationToken cancellationToken) =>
                    DownloadAsync(id, ending, type, write, store, report, cancellationToken))
                .WithName(name)
                .WithSummary(summary)
                .Produces(StatusCodes.Status200OK, contentType: type.Split(';')[0])
                .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> DownloadAsync(
        long id, string ending, string type, Func<IAsyncEnumerable<RunOutcome>, TextWriter, Task> write, RunStore runs, RunReport report, CancellationToken cancellation) =>
        await runs.FindAsync(id, cancellation) is null
            ? ApiProblems.NotFound("run", id)
            : TypedResults.Stream(
                async stream =>
                {
                    await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
                    await write(report.OutcomesAsync(id, cancellation), writer);
                },
                type,
                $"newscorpus-run-{id}.{ending}");

    private static async Task WriteLinesAsync(IAsyncEnumerable<RunOutcome> outcomes, TextWriter writer)
    {
        await foreach (var outcome in outcomes)
            await writer.WriteAsync(JsonSerializer.Serialize(OutcomeResponse.Of(outcome), ApiJson.Lines) + "\n");
    }

    private static async Task WriteTableAsync(IAsyncEnumerable<RunOutcome> outcomes, TextWriter writer)
    {
        await writer.WriteAsync("path,outcome,reason,remedy,line,byte,articleId\r\n");
        await foreach (var o in outcomes)
            await writer.WriteAsync(Csv.Row(o.Path, Words.Of(o.Outcome), o.Reason, o.Remedy, o.Line, o.Byte, o.ArticleId));
    }
}
