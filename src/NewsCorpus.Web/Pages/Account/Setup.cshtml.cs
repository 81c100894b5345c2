using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Pages.Account;

/// <summary>Makes the first admin. Gone as soon as there is one.</summary>
[EnableRateLimiting(AttemptLimit.Policy)]
public sealed class SetupModel(FirstAdmin firstAdmin, SignIns signIns, UserManager<Accounts.Account> users) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Type the one-time code.")]
    public string? Code { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Type a name.")]
    public string? Name { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Type a password.")]
    public string? Password { get; set; }

    [BindProperty]
    [Compare(nameof(Password), ErrorMessage = "The two passwords differ.")]
    public string? Repeat { get; set; }

    public SetupState State { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        State = await firstAdmin.StateAsync(cancellationToken);
        return State == SetupState.Closed ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        State = await firstAdmin.StateAsync(cancellationToken);
        if (State == SetupState.Closed)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        if (!firstAdmin.Accepts(Code))
        {
            ModelState.AddModelError("", "The code is not right. The server shows the right one in the window in which it was started.");
            State = await firstAdmin.StateAsync(cancellationToken);
            return Page();
        }
        var made = await firstAdmin.MakeAsync(Name!, Password!, cancellationToken);
        if (!made.Succeeded)
        {
            ModelState.AddErrors(made);
            return Page();
        }
        await signIns.EnterAsync((await users.FindByNameAsync(AccountRules.Tidy(Name)))!, remember: false, cancellationToken);
        return Redirect("/admin");
    }
}
