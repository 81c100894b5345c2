using Microsoft.Extensions.Configuration;
using NewsCorpus.Store;
using NewsCorpus.Web.Hosting;

namespace NewsCorpus.Web.Tests.Hosting;

public sealed class BoundAddressesTests
{
    [Theory]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://LOCALHOST", true)]
    [InlineData("http://corpus.localhost:5080", true)]
    [InlineData("https://127.0.0.1:5080", true)]
    [InlineData("http://127.8.9.1:0", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://localhost:5080;http://[::1]:5081", true)]
    [InlineData("http://*:80", false)]
    [InlineData("http://+:80", false)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://[::]:5080", false)]
    [InlineData("http://192.0.2.10:5080", false)]
    [InlineData("http://newsroom-server:5080", false)]
    [InlineData("http://localhost.example:5080", false)]
    [InlineData("http://localhost:5080;http://0.0.0.0:5081", false)]
    [InlineData("http://unix:/run/newscorpus.sock", false)]
    public void Knows_what_only_this_machine_can_reach(string urls, bool expected)
    {
        Assert.Equal(expected, Read(urls).OnlyLoopback);
        Assert.Equal(expected, Read(null, ("urls", urls)).OnlyLoopback);
        Assert.Equal(expected, Read(null, ("NewsCorpus:Urls", urls)).OnlyLoopback);
    }

    [Fact]
    public void Without_any_word_it_is_this_machine_on_the_usual_port()
    {
        var addresses = Read(null);

        Assert.Equal([HostSettings.DefaultUrl], addresses.Urls);
        Assert.True(addresses.OnlyLoopback);
    }

    [Fact]
    public void The_command_line_comes_before_the_environment()
    {
        var addresses = Read("http://localhost:1", ("urls", "http://*:2"), ("Kestrel:Endpoints:Public:Url", "http://*:3"));

        Assert.Equal(["http://localhost:1"], addresses.Urls);
        Assert.True(addresses.OnlyLoopback);
    }

    [Theory]
    [InlineData("http://*:5080", false)]
    [InlineData("http://localhost:5080", true)]
    public void The_web_servers_own_section_counts(string url, bool expected)
    {
        Assert.Equal(expected, Read(null, ("Kestrel:Endpoints:Main:Url", url)).OnlyLoopback);
        Assert.Equal(expected, Read(null, ("Kestrel:Endpoints:Main:Url", url), ("urls", "http://localhost:1")).OnlyLoopback);
    }

    [Fact]
    public void An_address_that_cannot_be_read_is_named()
    {
        var problem = Assert.Throws<EnvironmentProblemException>(() => Read("localhost"));

        Assert.Contains("“localhost” is not an address", problem.Message, StringComparison.Ordinal);
    }

    private static BoundAddresses Read(string? option, params (string Key, string Value)[] settings) => BoundAddresses.Read(
        new HostSettings { Urls = option },
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
}
