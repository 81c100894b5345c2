using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace NewsCorpus.Web.Accounts;

/// <summary>Makes the signed-in person of an account. Roles that a role includes are claims too, so that an admin is an editor wherever it is asked.</summary>
internal sealed class AccountPrincipals(UserManager<Account> users, RoleManager<IdentityRole> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account, IdentityRole>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var included = identity.FindAll(identity.RoleClaimType).SelectMany(claim => Access.Including(claim.Value)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var role in included.Where(role => !identity.HasClaim(identity.RoleClaimType, role)))
            identity.AddClaim(new Claim(identity.RoleClaimType, role));
        return identity;
    }
}
