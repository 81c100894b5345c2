using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsCorpus.Search.Receipts;
using NewsCorpus.Store.Keeping;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

/// <summary>A receipt to be made.</summary>
public sealed record ReceiptOrder(
    [property: Description("Parameters of the search, as in the address of the results: “?q=ferry”.")] string? Search, string? Note);

public sealed record ReceiptResponse(
    long Id, string Url,
    [property: Description("The receipt itself, as JSON.")] string File,
    string Query, string Reading, string Search, long Revision, int Total, int TotalCopies, DateTimeOffset MadeAt, string By, string? Note, string Fingerprint);

public sealed record ReceiptsResponse(int Total, int Page, IReadOnlyList<ReceiptResponse> Receipts);

public sealed record ReceiptAgainResponse(
    [property: Description("Revision of the corpus now.")] long Revision,
    int Total, int TotalCopies,
    [property: Description("Articles that are as they were.")] int Same,
    [property: Description("Whether the words of the query mean something else now.")] bool ReadOtherwise,
    string Reading,
    [property: Description("Whether what is stored of the receipt has its fingerprint.")] bool Intact,
    [property: Description("Ids of articles by what is different: added, gone, text, title, date, outlet; of a receipt of another corpus also absent, by the receipt’s ids.")] IReadOnlyDictionary<string, IReadOnlyList<long>> Changes,
    [property: Description("Of a receipt of another corpus: the receipt’s id for each article here that was taken for the same, by text, else by title, outlet and date. Null for one of this corpus.")] IReadOnlyDictionary<long, long>? Theirs);

/// <summary>What searches found, kept to be judged later.</summary>
internal static class ReceiptsApi
{
    private const int Size = 100;

    public static void Map(IEndpointRouteBuilder app) => app.MapMethods("/receipts/{id:long}/receipt.json", Verbs.Read, FileAsync)
        .WithTags("Receipts")
        .WithName("DownloadReceipt")
        .WithSummary("A receipt as a file, streamed: what it states, its fingerprint, and an article a line")
        .Produces(StatusCodes.Status200OK, contentType: "application/json")
        .ProducesProblem(StatusCodes.Status404NotFound);

    public static void MapApi(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/receipts").WithTags("Receipts");
        group.MapMethods("/", Verbs.Read, ListAsync).WithName("ListReceipts").WithSummary("All receipts, the latest first, a hundred a page");
        group.MapPost("/", MakeAsync)
            .RequireAuthorization(Access.Keeper)
            .WithName("MakeReceipt")
            .WithSummary("Make a receipt of a search")
            .WithDescription("The header X-CSRF-TOKEN takes the value that GET /api/session gives.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapMethods("/{id:long}/again", Verbs.Read, AgainAsync)
            .WithName("RunReceiptAgain")
            .WithSummary("What is new, changed, re-dated, moved or gone since a receipt")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapDelete("/{id:long}", DeleteAsync)
            .RequireAuthorization(Access.Keeper)
            .WithName("DeleteReceipt")
            .WithSummary("Delete a receipt, as its owner or an admin; the log keeps its fingerprint")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<ReceiptsResponse>> ListAsync([Description("From 1.")] int? page, ReceiptStore receipts, CancellationToken cancellationToken)
    {
        var number = Math.Max(1, page ?? 1);
        var (items, total) = await receipts.ListAsync(number, Size, cancellationToken);
        return TypedResults.Ok(new ReceiptsResponse(total, number, [.. items.Select(Response)]));
    }

    private static async Task<Results<Created<ReceiptResponse>, ProblemHttpResult>> MakeAsync(ReceiptOrder order, HttpContext context, ReceiptMaker maker, Keepers keepers, CancellationToken cancellationToken)
    {
        var (asked, problems) = SearchUrl.ReadAddress(order.Search ?? "");
        if (problems.Count > 0)
            return ApiProblems.Parameters(problems);
        if (order.Note?.Length > Receipt.LongestNote)
            return ApiProblems.Parameters([new ParameterProblem("note", order.Note, $"The note is longer than {Receipt.LongestNote} characters. Shorten it.")]);
        var request = SearchUrl.WithoutPage(asked);
        var (receipt, unread) = await maker.MakeAsync(request, SearchUrl.Whole(request), keepers.Of(context)!, string.IsNullOrWhiteSpace(order.Note) ? null : order.Note.Trim(), cancellationToken);
        return receipt is null
            ? TypedResults.Problem(string.Join(" ", unread.Select(p => p.Message)), statusCode: StatusCodes.Status400BadRequest, title: "The query could not be read")
            : TypedResults.Created(KeepUrl.Receipt(receipt.Id), Response(receipt));
    }

    private static async Task<Results<Ok<ReceiptAgainResponse>, ProblemHttpResult>> AgainAsync(long id, ReceiptStore receipts, ReceiptRerun rerun, CancellationToken cancellationToken)
    {
        if (await receipts.FindAsync(id, cancellationToken) is not { DeletedAt: null } receipt)
            return ApiProblems.NotFound("receipt", id);
        var again = await rerun.CompareAsync(receipt, SearchUrl.ReadAddress(receipt.Search).Request, cancellationToken);
        return TypedResults.Ok(new ReceiptAgainResponse(again.Revision, again.Total, again.TotalCopies, again.Same, again.IsReadOtherwise, again.Reading.Read, again.IsIntact, again.Changes.ToDictionary(c => KeepUrl.NameOf(c.Key), c => c.Value, StringComparer.Ordinal), again.Theirs));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(long id, HttpContext context, ReceiptStore receipts, Keepers keepers, CancellationToken cancellationToken)
    {
        if (await receipts.FindAsync(id, cancellationToken) is not { DeletedAt: null } receipt)
            return ApiProblems.NotFound("receipt", id);
        if (!keepers.MayDelete(context, receipt))
            return TypedResults.Problem("Only who made a receipt, or an admin, may delete it.", statusCode: StatusCodes.Status403Forbidden, title: "Not yours");
        await receipts.DeleteAsync(id, keepers.Of(context)!.Name, null, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> FileAsync(long id, HttpContext context, ReceiptStore receipts, [FromServices] ReceiptFile file, CancellationToken cancellationToken) =>
        await receipts.FindAsync(id, cancellationToken) is { DeletedAt: null } receipt
            ? TypedResults.Stream(body => HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : file.WriteAsync(receipt, body, cancellationToken), "application/json", $"newscorpus-receipt-{id}.json")
            : ApiProblems.NotFound("receipt", id);

    private static ReceiptResponse Response(Receipt receipt)
    {
        var head = ReceiptContents.HeadOf(receipt);
        return new ReceiptResponse(receipt.Id, KeepUrl.Receipt(receipt.Id), KeepUrl.ReceiptFile(receipt.Id), head.Query, head.Reading, head.Search, head.Revision, receipt.Total, receipt.TotalCopies, receipt.MadeAt, head.By, head.Note, receipt.Fingerprint!);
    }
}
