using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Export;
using NewsCorpus.Store;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

/// <summary>The log as a file, under the page's filter, streamed row by row.</summary>
internal static class LogDownload
{
    public static void Map(IEndpointRouteBuilder app)
    {
        Add("/admin/log.csv", "text/csv; charset=utf-8", WriteCsvAsync);
        Add("/admin/log.jsonl", "application/jsonl", WriteLinesAsync);

        void Add(string path, string type, Func<IAsyncEnumerable<LogEntry>, TextWriter, Task> write) =>
            app.MapMethods(path, Verbs.Read, (HttpRequest request, IDbContextFactory<CorpusDbContext> contexts) => TypedResults.Stream(
                    async stream =>
                    {
                        await using var db = await contexts.CreateDbContextAsync(request.HttpContext.RequestAborted);
                        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
                        await write(LogFilter.Read(request.Query).Of(db).AsAsyncEnumerable(), writer);
                    },
                    type,
                    "newscorpus-" + Path.GetFileName(path)))
                .RequireAuthorization(Access.Admin)
                .ExcludeFromDescription();
    }

    private static async Task WriteCsvAsync(IAsyncEnumerable<LogEntry> entries, TextWriter writer)
    {
        await writer.WriteAsync("id,at,by,action,subject,note\r\n");
        await foreach (var entry in entries)
            await writer.WriteAsync(Csv.Row(entry.Id, entry.At, entry.By, entry.Action, entry.Subject, entry.Note));
    }

    private static async Task WriteLinesAsync(IAsyncEnumerable<LogEntry> entries, TextWriter writer)
    {
        await foreach (var entry in entries)
            await writer.WriteAsync(JsonSerializer.Serialize(entry, ApiJson.Lines) + "\n");
    }
}
