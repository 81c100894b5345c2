using System.Security.Claims;
using NewsCorpus.Search;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Hosting;

/// <summary>
/// Makes the page of a search for nobody before the server says that it serves, so that the first reader does not wait for the page's code to be compiled. The request goes the way of any other but
/// through no socket: what address the server is bound to and whether it asks for a sign-in makes no difference.
/// </summary>
internal sealed class PageWarmUp(SearchWarmUp searches, IServiceScopeFactory scopes, ILogger<PageWarmUp> logger)
{
    /// <summary>A server that is slow to get warm serves all the same.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>May read as any reader, and has nothing of its own.</summary>
    private static readonly ClaimsIdentity Nobody = new([new(ClaimTypes.NameIdentifier, ""), new(ClaimTypes.Name, "nobody"), new(ClaimTypes.Role, Access.Reader)], "warm-up");

    private RequestDelegate? _pages;

    /// <summary>Comes before everything else that answers requests.</summary>
    public void Follow(IApplicationBuilder app) => app.Use(next => _pages = next);

    /// <summary>Returns when the page is made or patience is at its end. Only once the server listens.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var making = MakeAsync(cancellation);
        await Task.WhenAny(making, Task.Delay(Patience, cancellation));
        _ = making.ContinueWith(failed => logger.LogWarning(failed.Exception, "The first page, for nobody, could not be made. Readers' own are made all the same."), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    /// <summary>The status of the answer.</summary>
    internal async Task<int> MakeAsync(CancellationToken cancellation)
    {
        await Task.Yield();
        var word = searches.Word is { IsCompletedSuccessfully: true } known ? await known : null;
        await using var scope = scopes.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, User = new ClaimsPrincipal(Nobody), RequestAborted = cancellation };
        context.Request.Method = HttpMethods.Get;
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("localhost");
        context.Request.Path = "/";
        if (word is not null)
            context.Request.QueryString = QueryString.Create("q", word);
        await _pages!(context);
        return context.Response.StatusCode;
    }
}
