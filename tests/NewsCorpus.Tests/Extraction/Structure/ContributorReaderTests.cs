using NewsCorpus.Extraction.Structure;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Structure;

public sealed class ContributorReaderTests
{
    private static string[] Read(string text)
    {
        var content = Contents.Of(text);
        return [.. ContributorReader.Read(content).Select(c => $"{c.Role} {c.Name} <{content.Text[c.Start..c.End]}>")];
    }

    [Theory]
    [InlineData("By Ana Ruiz and Tom Marsh, Court Reporter", "Ana Ruiz", "Tom Marsh")]
    [InlineData("By ANA O'NEILL | The Harbour Post", "Ana O'Neill")]
    [InlineData("By J.R. Ruiz, Eva Lind-Holm & Tom Marsh Jr.", "J.R. Ruiz", "Eva Lind-Holm", "Tom Marsh Jr.")]
    [InlineData("By Ana María de la Cruz in New Port", "Ana María de la Cruz")]
    [InlineData("By ANA RUIZ Associated Press Writer", "Ana Ruiz")]
    [InlineData("By The Associated Press")]
    [InlineData("By Staff Writer")]
    public void Names_the_writers(string byline, params string[] names)
    {
        Assert.Equal(names, ContributorReader.Read(Contents.Of($"{byline}\n\nThe ferry sails again.")).Select(c => c.Name));
    }

    [Fact]
    public void Gives_role_and_place_of_each_name()
    {
        Assert.Equal(
            ["byline Ana Ruiz <ANA RUIZ>", "photo Craig Marsh <Craig Marsh>", "contributor Eva Lind <Eva Lind>", "contributor Ole Berg <Ole Berg>"],
            Read("By ANA RUIZ\n\nThe quay on Monday. Photograph: Craig Marsh/EPA\n\nThe ferry sails again.\n\nBay News' Eva Lind and Ole Berg contributed to this report."));
    }

    [Theory]
    [InlineData("The quay. © Collage: REUTERS & Tom MARSH / AFP", "Tom Marsh")]
    [InlineData("The quay. (AP Photo/Ana Ruiz, File)", "Ana Ruiz")]
    [InlineData("The quay. Photo by Ana Ruiz/The Harbour Post via Getty Images", "Ana Ruiz")]
    [InlineData("The quay. Photographs: Ana Ruiz, Tom Marsh/Getty Images", "Ana Ruiz", "Tom Marsh")]
    [InlineData("The quay. AP Ana Ruiz/AP", "Ana Ruiz")]
    [InlineData("The quay. © Bay Observer/Ana Ruiz", "Ana Ruiz")]
    [InlineData("The quay. (Ana RUIZ, Old Post, via BAY TODAY NETWORK/AP)", "Ana Ruiz")]
    [InlineData("The quay. Photograph: AWR Marsh/AP", "AWR Marsh")]
    [InlineData("The quay. Getty Images")]
    [InlineData("The quay. Photograph: Bay News Agency")]
    public void Names_the_photographers(string caption, params string[] names)
    {
        Assert.Equal(names, ContributorReader.Read(Contents.Of($"{caption}\n\nThe ferry sails again.")).Select(c => c.Name));
    }

    [Theory]
    [InlineData("(Reporting by Ana Ruiz in New York and Tom Marsh in Rio de Janeiro; Editing by Eva Lind)", "Ana Ruiz", "Tom Marsh", "Eva Lind")]
    [InlineData("Associated Press writers Ana Ruiz in New Port and Tom Marsh contributed to this report.", "Ana Ruiz", "Tom Marsh")]
    [InlineData("The Bay's Ana Ruiz contributed to this report.", "Ana Ruiz")]
    [InlineData("The Associated Press contributed to this report.")]
    [InlineData("Ana Ruiz is a court reporter for The Harbour Post.", "Ana Ruiz")]
    public void Names_the_contributors(string line, params string[] names)
    {
        Assert.Equal(names, ContributorReader.Read(Contents.Of($"The ferry sails again.\n\nThe town is glad.\n\n{line}")).Select(c => c.Name));
    }

    [Fact]
    public void Names_nobody_of_the_text()
    {
        Assert.Empty(Read("Ana Ruiz and Tom Marsh sail again.\n\nEva Lind (l.) and Ole Berg (r.) at the quay."));
    }
}
