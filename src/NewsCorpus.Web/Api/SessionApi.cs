using System.ComponentModel;
using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Api;

/// <summary>Who is signed in.</summary>
public sealed record SessionResponse(
    [property: Description("Name of the account, or null.")] string? User,
    [property: Description("The role and those that it includes: reader, editor, admin.")] IReadOnlyList<string> Roles,
    [property: Description("Goes into the header X-CSRF-TOKEN of every request that changes something. It belongs to the cookies of this answer, and changes with signing in or out.")] string Csrf);

internal static class SessionApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapMethods("/session", Verbs.Read, Find).WithTags("Session").WithName("GetSession").WithSummary("Who is signed in, and the token that changes need").AllowAnonymous();

    private static Ok<SessionResponse> Find(HttpContext context, ClaimsPrincipal user, IAntiforgery antiforgery) =>
        TypedResults.Ok(new SessionResponse(
            user.Identity?.Name,
            [.. Access.Roles.Where(user.IsInRole)],
            antiforgery.GetAndStoreTokens(context).RequestToken!));
}
