using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace NewsCorpus.Web.Accounts;

/// <summary>Puts what is wrong with an account where a page shows it.</summary>
internal static class AccountProblems
{
    public static void AddErrors(this ModelStateDictionary state, IdentityResult result)
    {
        foreach (var error in result.Errors)
            state.AddModelError("", error.Description);
    }
}
