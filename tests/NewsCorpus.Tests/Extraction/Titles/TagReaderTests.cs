using NewsCorpus.Extraction.Titles;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Titles;

public sealed class TagReaderTests
{
    [Fact]
    public void Takes_each_tag_once_in_file_order_with_its_line()
    {
        var finding = TagReader.Read(Draft.With("categories=Harbour", "tags= ferry ", "tags=FERRY", "tags=Paris, France", "tags=café", "tags=Cafe"));

        Assert.Equal(["Harbour", "ferry", "Paris, France", "café"], finding.Tags);
        Assert.Equal((3, "ferry", "front matter: tags"), (finding.Evidence[1].Line, finding.Evidence[1].Value, finding.Evidence[1].Rule));
    }

    [Fact]
    public void Splits_a_single_value_at_its_commas() => Assert.Equal(["ferry", "harbour", "strike"], TagReader.Read(Draft.With("keywords=ferry, harbour; strike,")).Tags);

    [Theory]
    [InlineData("categories=feeds.harbourpost.com")]
    [InlineData("tags=https://harbourpost.example/tag")]
    [InlineData("tags=--")]
    [InlineData("title=Ferry")]
    public void Takes_no_tag_from_a_host_an_address_or_another_field(string field) => Assert.Empty(TagReader.Read(Draft.With(field)).Tags);

    [Fact]
    public void Stops_at_a_number_of_tags_no_reader_needs() =>
        Assert.Equal(50, TagReader.Read(Draft.With([.. Enumerable.Range(0, 5000).Select(i => $"tags=tag {i}")])).Tags.Count);
}
