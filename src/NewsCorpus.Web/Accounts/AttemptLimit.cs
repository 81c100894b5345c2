using System.Threading.RateLimiting;

namespace NewsCorpus.Web.Accounts;

/// <summary>How often one address may try names, passwords and codes: checking each costs this machine a good deal of work.</summary>
internal static class AttemptLimit
{
    /// <summary>Name of the policy that the pages with such forms carry.</summary>
    public const string Policy = "attempts";

    public const int AMinute = 60;

    public static void AddAttemptLimit(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Policy, context => AntiforgeryGuard.IsSafe(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter("reading")
            : RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = AMinute, Window = TimeSpan.FromMinutes(1) }));
    });
}
