using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsCorpus.Web.Accounts;

/// <summary>
/// Every request that could change something carries an antiforgery token. Razor Pages see to it themselves; this sees to all other routes,
/// so that none can forget it. Stands after authorization: whoever may not do it at all is told that first.
/// </summary>
internal static class AntiforgeryGuard
{
    public static void UseAntiforgeryGuard(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (IsSafe(context.Request.Method) || context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null
            || await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            await next(context);
            return;
        }
        await TypedResults.Problem(
            $"Send the header {Sessions.TokenHeader} with the value of “csrf” from GET /api/session, and the cookies that came with it.",
            statusCode: StatusCodes.Status400BadRequest,
            title: "The antiforgery token is missing or out of date").ExecuteAsync(context);
    });

    public static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);
}
