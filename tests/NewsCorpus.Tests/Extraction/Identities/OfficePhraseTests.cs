using NewsCorpus.Extraction.Identities;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Identities;

public sealed class OfficePhraseTests
{
    [Theory]
    [InlineData("Skarrow City Mayor", "mayor", "skarrow")]
    [InlineData("mayor of Skarrow", "mayor", "skarrow")]
    [InlineData("Democratic Skarrow Mayor-elect", "mayor", "skarrow")]
    [InlineData("then-Mayor", "mayor", "")]
    [InlineData("deputy mayor for finance", "deputy mayor", "")]
    [InlineData("Sen.", "senator", "")]
    [InlineData("Councilwoman", "councillor", "")]
    [InlineData("president of the Dock Workers' Union of Estmark", "president", "dock workers union, estmark")]
    public void Head_and_scope_are_told_apart(string words, string head, string scopes)
    {
        var office = OfficePhrase.Read(words)!;
        Assert.Equal((head, scopes), (office.Head, string.Join(", ", office.Scopes)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("daughter of the king")]
    [InlineData("suspect")]
    public void What_is_no_office_is_none(string? words) => Assert.Null(OfficePhrase.Read(words) is { Head: not "king" } office ? office : null);

    [Fact]
    public void Offices_of_two_places_contradict_and_of_one_do_not()
    {
        var skarrow = OfficePhrase.Read("Skarrow Mayor")!;
        Assert.True(skarrow.Contradicts(OfficePhrase.Read("mayor of Corvane")!));
        Assert.False(skarrow.Contradicts(OfficePhrase.Read("mayor of Skarrow")!));
        Assert.False(skarrow.Contradicts(OfficePhrase.Read("the mayor")!));
    }
}
