using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Tests.Accounts;

/// <summary>Walks every route of the running program: what could change something asks for a role and for an antiforgery token.</summary>
public sealed class WritingRoutesTests(AppFixture app)
{
    /// <summary>What one does without being signed in. Nothing else may be added here but for the same reason.</summary>
    private static readonly string[] BeforeSignIn = ["/account/sign-in", "/account/setup", "/account/sign-out"];

    /// <summary>Shows what went wrong with another request, of whatever method, and does nothing.</summary>
    private const string ErrorPage = "/error/1";

    /// <summary>Routes on which the local reader of this app keeps things of their own.</summary>
    private static bool IsOfKeepers(RouteEndpoint endpoint) => endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy == Access.Keeper);

    [Fact]
    public async Task Every_route_that_writes_asks_for_a_role()
    {
        var routes = await WritingAsync();

        Assert.Contains(routes, r => r.Address.StartsWith("/admin/users?", StringComparison.Ordinal) || r.Address == "/admin/users");
        foreach (var (endpoint, _, address) in routes.Where(r => !BeforeSignIn.Contains(r.Address)))
        {
            Assert.True(endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null, $"{address} lets anybody in");
            Assert.True(endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Count > 0, $"{address} asks for no role");
        }
    }

    [Fact]
    public async Task Every_route_that_writes_turns_away_who_is_not_signed_in()
    {
        using var visitor = app.Visitor();
        foreach (var (endpoint, method, address) in (await WritingAsync()).Where(r => !BeforeSignIn.Contains(r.Address)))
            if (!IsOfKeepers(endpoint))
                await IsTurnedAwayAsync(visitor, method, address);
    }

    [Fact]
    public async Task Where_other_machines_may_read_nobody_keeps_anything_without_signing_in()
    {
        var routes = (await WritingAsync()).Where(r => IsOfKeepers(r.Endpoint)).ToList();
        Assert.Contains(routes, r => r.Address == "/receipts/new");
        await using var open = await SmallApp.StartAsync("http://0.0.0.0:0", reading: "everyone");
        using var visitor = open.Visitor();
        foreach (var (_, method, address) in routes)
            await IsTurnedAwayAsync(visitor, method, address);
    }

    private static async Task IsTurnedAwayAsync(HttpClient visitor, HttpMethod method, string address)
    {
        using var response = await visitor.SendWithTokenAsync(method, address);

        if (address.StartsWith("/api", StringComparison.Ordinal))
            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{method} {address} answered {(int)response.StatusCode}");
        else
            Assert.True(response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.ToString().Contains("/account/sign-in", StringComparison.Ordinal), $"{method} {address} answered {(int)response.StatusCode}");
    }

    [Fact]
    public async Task Every_route_that_writes_turns_away_an_admin_without_the_token()
    {
        using var admin = await app.SignInAsync(Access.Admin);
        foreach (var (_, method, address) in await WritingAsync())
        {
            using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
            using var response = await admin.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{method} {address} answered {(int)response.StatusCode}");
        }
    }

    [Fact]
    public async Task Every_form_that_posts_has_the_token()
    {
        using var admin = await app.SignInAsync(Access.Admin);
        foreach (var address in (await app.AdminPagesAsync()).Append("/").Append((await app.PagesAsync())[^1]))
        {
            var forms = (await app.PageAsync(address, admin)).QuerySelectorAll("form[method=post]");

            // The one to sign out with is on every page.
            Assert.NotEmpty(forms);
            Assert.All(forms, form => Assert.NotNull(form.QuerySelector("input[name=__RequestVerificationToken]")));
        }
    }

    private async Task<IReadOnlyList<(RouteEndpoint Endpoint, HttpMethod Method, string Address)>> WritingAsync()
    {
        var routes = new List<(RouteEndpoint, HttpMethod, string)>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var address = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Fill))));
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await app.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
                Assert.True(address == ErrorPage || !endpoint.Metadata.OfType<IgnoreAntiforgeryTokenAttribute>().Any(), $"{address} does without the antiforgery token");
                if (address == ErrorPage)
                    continue;
                foreach (var handler in compiled.HandlerMethods.Where(h => !AntiforgeryGuard.IsSafe(h.HttpMethod)))
                    routes.Add((endpoint, new HttpMethod(handler.HttpMethod), address + (handler.Name is null ? "" : "?handler=" + handler.Name)));
            }
            else
            {
                // A route that names no method takes all of them.
                var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["POST"];
                routes.AddRange(methods.Where(m => !AntiforgeryGuard.IsSafe(m)).Select(m => (endpoint, new HttpMethod(m), address)));
            }
        }
        return routes;

        static string Fill(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part) => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            _ => "1",
        };
    }
}
