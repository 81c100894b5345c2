using NewsCorpus.Articles;
using NewsCorpus.Extraction.Outlets;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Outlets;

public sealed class WellKnownOutletsTests
{
    [Fact]
    public void Has_some_hundreds_of_sites_each_with_a_sound_domain()
    {
        Assert.True(WellKnownOutlets.Count > 500);
        foreach (var line in NewsCorpus.Extraction.Text.EmbeddedLines.Read("Extraction.Outlets.well-known-outlets.tsv"))
            Assert.All(line.Split('\t')[0].Split('|'), host => Assert.Equal(host, HostName.Normalize(host)));
    }

    [Theory]
    [InlineData("The New York Times")]
    [InlineData("new york times")]
    [InlineData("NYT")]
    [InlineData("nytimes.com")]
    public void Knows_an_outlet_by_any_of_its_names(string name) => Assert.Equal(new OutletReading("The New York Times", "nytimes.com"), WellKnownOutlets.ByName(name));

    [Fact]
    public void Knows_an_outlet_by_any_host_below_it_and_the_nearest_one()
    {
        Assert.Equal("CNN", WellKnownOutlets.ByHost("edition.cnn.com")?.Name);
        Assert.Equal("ABC News", WellKnownOutlets.ByHost("abcnews.go.com")?.Name);
        Assert.Equal("ESPN", WellKnownOutlets.ByHost("www.espn.go.com")?.Name);
        Assert.Null(WellKnownOutlets.ByHost("notcnn.com"));
    }

    [Fact]
    public void Does_not_take_a_name_of_many_for_one() => Assert.Null(WellKnownOutlets.ByName("The Times"));
}
