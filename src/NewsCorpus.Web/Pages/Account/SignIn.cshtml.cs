using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Pages.Account;

[EnableRateLimiting(AttemptLimit.Policy)]
public sealed class SignInModel(SignIns signIns, FirstAdmin firstAdmin) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Type your name.")]
    public string? Name { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Type your password.")]
    public string? Password { get; set; }

    [BindProperty]
    public bool Remember { get; set; }

    /// <summary>Where to go then. Only addresses of this server are followed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public SetupState Setup { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (User.Identity?.IsAuthenticated == true)
            return Onward();
        Setup = await firstAdmin.StateAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            if (await signIns.SignInAsync(Name, Password, Remember, cancellationToken))
                return Onward();
            ModelState.AddModelError("", "The name or the password is not right. After five wrong passwords an account stays locked for five minutes.");
        }
        Setup = await firstAdmin.StateAsync(cancellationToken);
        return Page();
    }

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
}
