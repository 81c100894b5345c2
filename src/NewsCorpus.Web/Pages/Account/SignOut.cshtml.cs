using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Pages.Account;

public sealed class SignOutModel(SignIns signIns) : PageModel
{
    public IActionResult OnGet() => Redirect("/account");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (User.Identity is { IsAuthenticated: true, Name: { } name })
            await signIns.LeaveAsync(name, cancellationToken);
        return Redirect("/account/sign-in");
    }
}
