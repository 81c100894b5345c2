using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store;
using NewsCorpus.Store.Corrections;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

/// <summary>What an editor said of one field of an article or outlet.</summary>
public sealed record CorrectionResponse(
    long Id,
    DateTimeOffset At,
    string By,
    string Note,
    string Field,
    [property: Description("The value set: a string, a list or an outlet; null where the field was cleared.")] JsonElement Value,
    [property: Description("The value shown before.")] JsonElement Before,
    FactKind BeforeKind,
    CorrectionState State,
    long? ArticleId,
    int? OutletId,
    DateTimeOffset? RevertedAt,
    string? RevertedBy,
    string? RevertedNote)
{
    public static CorrectionResponse Of(Correction c) => new(
        c.Id, c.At, c.By, c.Note, c.Field, JsonElement.Parse(c.Value), JsonElement.Parse(c.Before), c.BeforeKind, c.State, c.ArticleId, c.OutletId, c.RevertedAt, c.RevertedBy, c.RevertedNote);
}

public sealed record CorrectionsResponse(int Total, int Page, int Size, IReadOnlyList<CorrectionResponse> Corrections);

internal static class CorrectionsApi
{
    private const int MostRows = 100;

    public static void Map(IEndpointRouteBuilder app, IEndpointRouteBuilder api)
    {
        api.MapGroup("/corrections").WithTags("Corrections").RequireAuthorization(Access.Editor)
            .MapMethods("/", Verbs.Read, ListAsync)
            .WithName("ListCorrections")
            .WithSummary("What editors corrected, newest first, 100 a page");
        app.MapMethods("/admin/corrections.jsonl", Verbs.Read, DownloadAsync).RequireAuthorization(Access.Editor).ExcludeFromDescription();
    }

    private static async Task<Ok<CorrectionsResponse>> ListAsync(
        [Description("Name of an editor.")] string? by,
        [Description("title, date, outlet, people, tags, state; name, domains, aliases, merge.")] string? field,
        [Description("True for those in force alone.")] bool? active,
        [Description("From 1.")] int? page,
        IDbContextFactory<CorpusDbContext> contexts,
        CancellationToken cancellationToken)
    {
        var number = Math.Clamp(page ?? 1, 1, int.MaxValue / MostRows);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = new CorrectionFilter(by, field, active ?? false).Of(db);
        var rows = await found.Skip((number - 1) * MostRows).Take(MostRows).ToListAsync(cancellationToken);
        return TypedResults.Ok(new CorrectionsResponse(await found.CountAsync(cancellationToken), number, MostRows, [.. rows.Select(CorrectionResponse.Of)]));
    }

    private static PushStreamHttpResult DownloadAsync(CorrectionExport export, HttpContext context) => TypedResults.Stream(
        async body =>
        {
            await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
            await foreach (var line in export.LinesAsync(context.RequestAborted))
                await writer.WriteLineAsync(line);
        },
        "application/jsonl",
        "corrections.jsonl");
}
