using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Pages.Admin.Users;

[Authorize(Policy = Access.Admin)]
public sealed class UserModel(AccountDirectory directory, AccountChanges changes) : PageModel
{
    [TempData]
    public string? Notice { get; set; }

    public AccountEntry Account { get; private set; } = null!;

    public bool IsMe => Account.Name == User.Identity!.Name;

    private string Me => User.Identity!.Name!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (await directory.FindAsync(id, cancellationToken) is not { } account)
            return NotFound();
        Account = account;
        return Page();
    }

    public Task<IActionResult> OnPostRoleAsync(string id, string? role, CancellationToken cancellationToken) =>
        ChangeAsync(id, name => changes.SetRoleAsync(Me, name, role ?? "", cancellationToken), name => $"“{name}” is now {role}.", cancellationToken);

    public Task<IActionResult> OnPostPasswordAsync(string id, string? password, string? repeat, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            async name => password == repeat ? await changes.SetPasswordAsync(Me, name, password ?? "", cancellationToken) : IdentityResult.Failed(new IdentityError { Description = "The two passwords differ." }),
            name => $"“{name}” has the new password. All their devices are signed out.",
            cancellationToken);

    public Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken cancellationToken) =>
        ChangeAsync(id, name => changes.RemoveAsync(Me, name, cancellationToken), name => $"“{name}” is removed.", cancellationToken);

    private async Task<IActionResult> ChangeAsync(string id, Func<string, Task<IdentityResult>> change, Func<string, string> done, CancellationToken cancellationToken)
    {
        if (await directory.FindAsync(id, cancellationToken) is not { } account)
            return NotFound();
        Account = account;
        var result = await change(account.Name);
        if (!result.Succeeded)
        {
            ModelState.AddErrors(result);
            return Page();
        }
        Notice = done(account.Name);
        return Redirect("/admin/users");
    }
}
