using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.WebEncoders;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Api;
using NewsCorpus.Web.Hosting;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web;

/// <summary>All that the program serves over HTTP: pages, API, its description, health, static files, errors and security headers.</summary>
public static class WebSetup
{
    private const string ApiPath = "/api";

    public static IServiceCollection AddNewsCorpusWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRazorPages(pages =>
        {
            pages.Conventions.AuthorizeFolder("/Admin", Access.Editor);
            // Only what one does before signing in, and what tells that something failed, is open on a server where reading is not.
            pages.Conventions.AllowAnonymousToPage("/Account/SignIn");
            pages.Conventions.AllowAnonymousToPage("/Account/SignOut");
            pages.Conventions.AllowAnonymousToPage("/Account/Setup");
            pages.Conventions.AllowAnonymousToPage("/Error");
        });
        services.AddSingleton<PeopleDirectory>();
        services.AddSingleton<OutletDirectory>();
        services.AddSingleton<PageWarmUp>();
        services.AddSigningIn(configuration);
        services.AddAttemptLimit();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = ApiProblems.Explain);
        services.AddExceptionHandler<StorageFaults>();
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            // A list of some hundred queries stands in the address, as all that a page shows does.
            options.Limits.MaxRequestLineSize = 64 * 1024;
        });
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = PageEncoder.Settings);
        services.Configure<JsonOptions>(options => ApiJson.Configure(options.SerializerOptions));
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "NewsCorpus";
            document.Info.Description = "Search and read a corpus of news articles. Every value says how it is known: stated, derived, corrected or unknown. Errors are RFC 9457 problem details.";
            // The description is one and the same wherever the server listens.
            document.Servers?.Clear();
            return Task.CompletedTask;
        }));
        return services;
    }

    public static WebApplication MapNewsCorpusWeb(this WebApplication app)
    {
        app.Services.GetRequiredService<PageWarmUp>().Follow(app);
        app.UseSecurityHeaders(SecurityHeaders.Policy());
        // Errors of the API are problem details, errors of pages are pages.
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler(StorageFaults.Handler());
            api.UseStatusCodePages();
        });
        app.UseWhen(context => !IsApi(context), pages =>
        {
            pages.UseExceptionHandler(StorageFaults.Handler("/error/500"));
            pages.UseStatusCodePagesWithReExecute("/error/{0}");
        });
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UsePersonalAnswers();
        app.UseAuthorization();
        app.UseAntiforgeryGuard();

        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapOpenApi();
        HealthApi.Map(app);
        LogDownload.Map(app);
        OriginalsApi.Map(app);
        CitationApi.Map(app);
        ExportApi.Map(app);
        FeedApi.Map(app);
        SavedApi.Map(app);
        ReceiptsApi.Map(app);
        var api = app.MapGroup(ApiPath);
        ArticlesApi.Map(api);
        ExplainApi.Map(api);
        SuggestApi.Map(api);
        ValuesApi.Map(api);
        RelatedApi.Map(api);
        PeopleApi.Map(api);
        OutletsApi.Map(api);
        QuotationsApi.Map(api);
        CountingApi.Map(api);
        TimelineApi.Map(api);
        SavedApi.MapApi(api);
        ReceiptsApi.MapApi(api);
        RunsApi.Map(api);
        SessionApi.Map(api);
        CorrectionsApi.Map(app, api);
        return app;
    }

    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments(ApiPath, StringComparison.OrdinalIgnoreCase);
}
