using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Pages;

/// <summary>Any answer that is not a page, in plain words. Reached only inside the server, after another page has failed.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string Explanation { get; private set; } = "";

    /// <summary>Where an editor finds an article that is set aside; null for anyone else and anything else.</summary>
    public string? AdminView { get; private set; }

    public void OnGet(int code) => Explain(code);

    public void OnPost(int code) => Explain(code);

    private void Explain(int code)
    {
        // Asked for directly the address is a page that does not exist.
        Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        if (Response.StatusCode == StatusCodes.Status410Gone && User.IsInRole(Access.Editor) && HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.RouteValues?["id"] is { } id)
            AdminView = $"/admin/articles/{id}";
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is { } failed && StorageFaults.IsOne(failed.Error))
        {
            Response.StatusCode = StorageFaults.StatusOf(failed.Error);
            (Heading, Explanation) = (StorageFaults.Heading, StorageFaults.Explanation);
            return;
        }
        (Heading, Explanation) = Response.StatusCode switch
        {
            404 => ("There is nothing here", "The address may be mistyped, or the article, person or outlet has been set aside."),
            410 => ("This article has been set aside", "It is kept, but an editor has taken it out of the corpus that readers see."),
            400 => ("The request could not be read", "Something in the address or the form is not as this page expects it. If you have signed in or out since you opened the form, load its page again and send it once more."),
            403 => ("Your role does not allow this", "Your account may see other pages, but not this one. An admin can give you another role."),
            405 => ("Not done this way", "This address does not take this kind of request."),
            429 => ("Too many attempts", "There were too many attempts from your address. Try again in a minute."),
            500 => ("Something went wrong on the server", "The page could not be made. The reason is in the server’s log; trying again may help."),
            503 => ("Not ready yet", "The server is still starting. Try again in a moment."),
            var other => (ReasonPhrases.GetReasonPhrase(other) is { Length: > 0 } phrase ? phrase : other.ToString(CultureInfo.InvariantCulture), "The page could not be shown."),
        };
    }
}
