using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using NewsCorpus.Web.Hosting;

namespace NewsCorpus.Web.Accounts;

/// <summary>Whether reading is open to somebody who has not signed in.</summary>
public sealed class ReadingRule(IOptions<ReadingOptions> options, BoundAddresses addresses)
{
    /// <summary>Headers by which a proxy says that the request came from elsewhere.</summary>
    private static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-For"];

    private readonly string? _word = options.Value.Reading;

    /// <summary>The rule in one line, for the console.</summary>
    public string Sentence => _word switch
    {
        ReadingOptions.Everyone => "Everyone who reaches this address may read; only changes need a sign-in (--reading everyone).",
        ReadingOptions.SignIn => "Everyone signs in, also to read (--reading sign-in).",
        _ when addresses.OnlyLoopback => "Reading is open on this machine; only changes need a sign-in.",
        _ => "Other machines can reach this address, so everyone signs in, also to read (--reading everyone opens it).",
    };

    public bool IsOpen(HttpContext context) => _word switch
    {
        ReadingOptions.Everyone => true,
        ReadingOptions.SignIn => false,
        _ => addresses.OnlyLoopback && IsFromHere(context),
    };

    /// <summary>Whether somebody reads at this machine without being signed in. Where reading is open to other machines too, nobody knows who is who, and this is nobody.</summary>
    public bool IsLocalReader(HttpContext context) => context.User.Identity?.IsAuthenticated != true && IsOpen(context) && addresses.OnlyLoopback && IsFromHere(context);

    /// <summary>A proxy on this machine makes far requests look near; unless it hides that well, they are known by name or header.</summary>
    private static bool IsFromHere(HttpContext context) =>
        (context.Connection.RemoteIpAddress is not { } remote || IPAddress.IsLoopback(remote))
        && BoundAddresses.IsLoopback(context.Request.Host.Host)
        && !Forwarding.Any(context.Request.Headers.ContainsKey);
}

/// <summary>Asks of a request that it may read: what every page and route asks that does not ask for more.</summary>
internal sealed class MayRead : IAuthorizationRequirement;

internal sealed class MayReadHandler(ReadingRule rule) : AuthorizationHandler<MayRead>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, MayRead requirement)
    {
        if (context.User.IsInRole(Access.Reader) || (context.Resource is HttpContext http && rule.IsOpen(http)))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
