using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Net.Http.Headers;

namespace NewsCorpus.Web.Accounts;

/// <summary>What a signed-in person is shown stays in no cache: after signing out "back" shows nothing. Where reading is open nothing changes.</summary>
internal static class PersonalAnswers
{
    public static void UsePersonalAnswers(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.User.Identity?.IsAuthenticated == true && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            context.Response.OnStarting(() =>
            {
                if (!context.Response.Headers.ContainsKey(HeaderNames.CacheControl))
                    context.Response.Headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
        return next(context);
    });
}
