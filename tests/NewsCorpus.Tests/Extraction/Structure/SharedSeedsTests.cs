using NewsCorpus.Articles;
using NewsCorpus.Extraction.Structure;
using NewsCorpus.Ingestion;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Structure;

/// <summary>What the blocks of the five real documents are, where they lie beside the checkout.</summary>
public sealed class SharedSeedsTests
{
    [Theory]
    [InlineData("000_", "inline-header", "", "")]
    [InlineData("001_", "plain-text", "", "")]
    [InlineData("002_", "front-matter", "Related Related Contributor", "contributor contributor")]
    [InlineData("003_", "inline-header", "Caption Credit Furniture", "photo")]
    [InlineData("004_", "inline-header", "Dateline Caption Credit", "photo")]
    public void Blocks_are_told_apart(string name, string reader, string apart, string roles)
    {
        var folder = Checkout.SharedSeeds;
        Assert.SkipWhen(folder is null, "The five documents do not lie beside this checkout.");
        var path = Assert.Single(Directory.GetFiles(folder!, name + "*"));
        var source = SourceDecoder.Decode(new SourceDocument(path, File.ReadAllBytes(path)));
        var found = FormatDetector.Detect(source);
        var content = ContentReader.Read(Assert.Single(found.Read(source)));
        Assert.Equal(reader, found.Name);
        Assert.Equal(apart, string.Join(' ', content.Blocks.Where(b => b.Kind != BlockKind.Paragraph).Select(b => b.Kind)));
        Assert.Equal(roles, string.Join(' ', ContributorReader.Read(content).Select(c => c.Role)));
    }
}
