using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Pages.Account;

[Authorize]
public sealed class IndexModel(AccountChanges changes, SignInManager<Accounts.Account> manager) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Type your present password.")]
    public string? Present { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Type a new password.")]
    public string? Password { get; set; }

    [BindProperty]
    [Compare(nameof(Password), ErrorMessage = "The two new passwords differ.")]
    public string? Repeat { get; set; }

    [TempData]
    public string? Notice { get; set; }

    public string Role => Access.Roles.Last(User.IsInRole);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // The session was checked against the account a moment ago; where that has gone since, there is nobody to change.
        if (await manager.UserManager.GetUserAsync(User) is not { } account)
            return Challenge();
        if (!ModelState.IsValid)
            return Page();
        var changed = await changes.ChangeOwnPasswordAsync(account, Present!, Password!, cancellationToken);
        if (!changed.Succeeded)
        {
            ModelState.AddErrors(changed);
            return Page();
        }
        // The new password ended all sessions; this one goes on.
        await manager.RefreshSignInAsync(account);
        Notice = "Your password is changed. Other devices are signed out.";
        return Redirect("/account");
    }
}
