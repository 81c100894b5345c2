using NewsCorpus.Extraction.Outlets;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Outlets;

public sealed class HostNameTests
{
    [Theory]
    [InlineData("www.harbourpost.example", "harbourpost.example")]
    [InlineData("feeds.harbourpost.co.uk", "harbourpost.co.uk")]
    [InlineData("m.edition.harbourpost.com.au", "harbourpost.com.au")]
    [InlineData("harbourpost.com", "harbourpost.com")]
    [InlineData("vesper.substack.com", "vesper.substack.com")]
    [InlineData("www.vesper.blogspot.co.uk", "vesper.blogspot.co.uk")]
    [InlineData("www.substack.com", "substack.com")]
    [InlineData("news.port-elm.gov.za", "port-elm.gov.za")]
    [InlineData("co.uk", null)]
    public void Gives_the_registrable_domain(string host, string? expected) => Assert.Equal(expected, HostName.Registrable(host));

    [Theory]
    [InlineData("WWW.HarbourPost.Example.", "www.harbourpost.example")]
    [InlineData("harbourpost.example:8080", "harbourpost.example")]
    [InlineData("xn--hfenpost-0za.example", "häfenpost.example")]
    [InlineData("192.168.0.1", null)]
    [InlineData("localhost", null)]
    [InlineData("a..b", null)]
    [InlineData("-", null)]
    public void Normalises_a_host_or_refuses_it(string host, string? expected) => Assert.Equal(expected, HostName.Normalize(host));

    [Theory]
    [InlineData("feeds.harbourpost.com", true)]
    [InlineData("https://harbourpost.example/latest", true)]
    [InlineData("harbourpost.com/rss", true)]
    [InlineData("Harbour Post", false)]
    [InlineData("politics", false)]
    [InlineData("St.Petersburg", false)]
    [InlineData("editor@harbourpost.com", false)]
    [InlineData("3.14", false)]
    public void Tells_a_host_from_words(string words, bool expected) => Assert.Equal(expected, HostName.IsHostOrAddress(words));
}
