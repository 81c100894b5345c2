using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;

namespace NewsCorpus.Web.Accounts;

/// <summary>The cookies of a signed-in person, and what keeps them honest.</summary>
internal static class Sessions
{
    /// <summary>A session that nobody uses for so long is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>API requests that change something carry their antiforgery token in this header; <c>GET /api/session</c> gives it.</summary>
    public const string TokenHeader = "X-CSRF-TOKEN";

    public static void AddSessions(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<NewsCorpusOptions>>((session, corpus) =>
        {
            Shape(session.Cookie, CookieName("session", corpus.Value));
            session.ExpireTimeSpan = Idle;
            session.SlidingExpiration = true;
            session.LoginPath = "/account/sign-in";
            session.ReturnUrlParameter = "returnUrl";
            session.Events.OnValidatePrincipal = ValidateAsync;
            session.Events.OnRedirectToLogin = context =>
            {
                // A page leads to the sign-in page; a program is told.
                if (WebSetup.IsApi(context.HttpContext))
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                else
                    context.Response.Redirect(context.RedirectUri);
                return Task.CompletedTask;
            };
            session.Events.OnRedirectToAccessDenied = context =>
            {
                // The page at the address itself says so: a redirect would lose what was asked for.
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddAntiforgery(options => options.HeaderName = TokenHeader);
        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<NewsCorpusOptions>>((forms, corpus) => Shape(forms.Cookie, CookieName("forms", corpus.Value)));
    }

    private static void Shape(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        // Lax, not strict: a link in a mail to an article must find its reader signed in. Nothing changes by GET.
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>Browsers keep cookies by host and not by port: two corpora on one machine need names of their own, or signing in to one would sign out of the other.</summary>
    private static string CookieName(string use, NewsCorpusOptions corpus) =>
        $"newscorpus.{use}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(corpus.Data)))[..8]}";

    /// <summary>A session ends at once when its account is removed or gets another role or password.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        // Style sheets say nothing of anybody; and the page that tells of a failed database must not fail for asking it.
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
            return;
        var manager = context.HttpContext.RequestServices.GetRequiredService<SignInManager<Account>>();
        if (await manager.ValidateSecurityStampAsync(context.Principal) is not null)
            return;
        context.RejectPrincipal();
        await manager.SignOutAsync();
    }
}
