using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using NewsCorpus.Store;
using NewsCorpus.Store.Keeping;

namespace NewsCorpus.Web.Accounts;

/// <summary>Who keeps saved searches and makes receipts: an account, or the local reader.</summary>
public sealed class Keepers(ReadingRule rule)
{
    /// <summary>Null where a request is of nobody who can be told from others.</summary>
    public Keeper? Of(HttpContext context) =>
        context.User.IsInRole(Access.Reader) ? new Keeper(context.User.FindFirstValue(ClaimTypes.NameIdentifier)!, context.User.Identity!.Name!)
        : rule.IsLocalReader(context) ? new Keeper(SavedSearch.LocalReader, AuditLog.LocalReader)
        : null;

    /// <summary>Whether a request may delete a receipt: that of its owner, or of an admin.</summary>
    public bool MayDelete(HttpContext context, Receipt receipt) => context.User.IsInRole(Access.Admin) || Of(context)?.Id == receipt.Owner;
}

/// <summary>Asks of a request that it is of somebody who can keep things.</summary>
internal sealed class MayKeep : IAuthorizationRequirement;

internal sealed class MayKeepHandler(Keepers keepers) : AuthorizationHandler<MayKeep>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, MayKeep requirement)
    {
        if (context.Resource is HttpContext http && keepers.Of(http) is not null)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
