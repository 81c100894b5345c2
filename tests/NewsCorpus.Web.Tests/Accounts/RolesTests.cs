using System.Net;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Tests.Accounts;

public sealed class RolesTests(AppFixture app)
{
    [Theory]
    [InlineData("/admin", null, HttpStatusCode.Redirect)]
    [InlineData("/admin", Access.Reader, HttpStatusCode.Forbidden)]
    [InlineData("/admin", Access.Editor, HttpStatusCode.OK)]
    [InlineData("/admin", Access.Admin, HttpStatusCode.OK)]
    [InlineData("/account", null, HttpStatusCode.Redirect)]
    [InlineData("/account", Access.Reader, HttpStatusCode.OK)]
    [InlineData("/", Access.Reader, HttpStatusCode.OK)]
    [InlineData("/nothing-here", Access.Admin, HttpStatusCode.NotFound)]
    public async Task A_page_opens_to_its_role_and_those_above(string address, string? role, HttpStatusCode expected)
    {
        using var client = role is null ? app.Visitor() : await app.SignInAsync(role);

        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
        if (expected == HttpStatusCode.Redirect)
            Assert.EndsWith("/account/sign-in?returnUrl=" + Uri.EscapeDataString(address), response.Headers.Location!.ToString(), StringComparison.Ordinal);
        if (expected == HttpStatusCode.Forbidden)
            Assert.Contains("Your role does not allow this", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_session_tells_name_and_roles()
    {
        using var editor = await app.SignInAsync(Access.Editor);
        using var visitor = app.Visitor();

        var mine = await editor.SessionAsync();
        var theirs = await visitor.SessionAsync();

        Assert.Equal("test-editor", mine.GetProperty("user").GetString());
        Assert.Equal(["reader", "editor"], mine.GetProperty("roles").EnumerateArray().Select(r => r.GetString()));
        Assert.Null(theirs.GetProperty("user").GetString());
        Assert.Equal(0, theirs.GetProperty("roles").GetArrayLength());
    }
}
