using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Pages.Admin.Users;

[Authorize(Policy = Access.Admin)]
public sealed class IndexModel(AccountDirectory directory, AccountChanges changes) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Type a name.")]
    public string? Name { get; set; }

    [BindProperty]
    public string Role { get; set; } = Access.Reader;

    [BindProperty]
    [Required(ErrorMessage = "Type a password.")]
    public string? Password { get; set; }

    [BindProperty]
    [Compare(nameof(Password), ErrorMessage = "The two passwords differ.")]
    public string? Repeat { get; set; }

    [TempData]
    public string? Notice { get; set; }

    public IReadOnlyList<AccountEntry> Accounts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Accounts = await directory.ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var added = await changes.AddAsync(User.Identity!.Name!, Name!, Role, Password!, cancellationToken);
            if (added.Succeeded)
            {
                Notice = $"“{AccountRules.Tidy(Name)}” can sign in now, as {Role}.";
                return Redirect("/admin/users");
            }
            ModelState.AddErrors(added);
        }
        await OnGetAsync(cancellationToken);
        return Page();
    }
}
