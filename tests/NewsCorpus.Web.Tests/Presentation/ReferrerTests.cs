using Microsoft.AspNetCore.Http;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Tests.Presentation;

public sealed class ReferrerTests
{
    [Theory]
    [InlineData("http://localhost:5080/?q=ferry&page=2", "/?q=ferry&page=2")]
    [InlineData("http://localhost:5080/", "/")]
    [InlineData("http://localhost:5080/people", null)]
    [InlineData("https://elsewhere.example/?q=ferry", null)]
    [InlineData("http://localhost:5081/?q=ferry", null)]
    [InlineData("not an address", null)]
    [InlineData("", null)]
    public void Leads_back_only_to_our_own_results(string referrer, string? expected)
    {
        var context = new DefaultHttpContext();
        context.Request.Host = new HostString("localhost", 5080);
        context.Request.Headers.Referer = referrer;

        Assert.Equal(expected, Referrer.Results(context.Request));
    }
}
