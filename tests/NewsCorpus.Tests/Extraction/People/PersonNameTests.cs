using NewsCorpus.Extraction.People;
using Xunit;

namespace NewsCorpus.Tests.Extraction.People;

public sealed class PersonNameTests
{
    private static PersonName Name(string name, string? suffix = null, string? nickname = null) => new(name.Split(' '), nickname, suffix, WordLists.Embedded);

    [Theory]
    [InlineData("Ada Wren", "Wren")]
    [InlineData("Ada Quill Wren", "Wren")]
    [InlineData("Willem van der Loo", "van der Loo")]
    [InlineData("Karim al-Hadi", "al-Hadi")]
    [InlineData("Yoon Jae-seok", "Yoon")]
    [InlineData("Zhang Weiping", "Zhang")]
    [InlineData("Lee Harper", "Harper")]
    public void Knows_the_part_that_later_mentions_use(string name, string surname) => Assert.Equal(surname, Name(name).Surname);

    [Theory]
    [InlineData("John F. Wren", "John Wren")]
    [InlineData("J. Wren", "John Wren")]
    [InlineData("J.D. Wren", "James Wren")]
    [InlineData("Bob Wren", "Robert Wren")]
    [InlineData("José Wrén", "Jose Wren")]
    [InlineData("Ada Maria Wren", "Ada Wren")]
    [InlineData("Joaquín Pell", "Joaquín Pell Loera")]
    public void Are_compatible_when_one_says_less(string a, string b)
    {
        Assert.True(Name(a).IsCompatible(Name(b)));
        Assert.True(Name(b).IsCompatible(Name(a)));
    }

    [Theory]
    [InlineData("John A. Wren", "John B. Wren")]
    [InlineData("John Wren", "Jane Wren")]
    [InlineData("John Wren", "John Pell")]
    [InlineData("Al Wren", "Ada Wren")]
    public void Are_not_compatible_when_they_differ(string a, string b) => Assert.False(Name(a).IsCompatible(Name(b)));

    [Fact]
    public void Father_and_son_are_two_people() => Assert.False(Name("John Wren", "Jr.").IsCompatible(Name("John Wren")));

    [Theory]
    [InlineData("Wren", (int)NameFit.Surname)]
    [InlineData("Quill", (int)NameFit.Inner)]
    [InlineData("Bartholomew", (int)NameFit.Given)]
    [InlineData("Barty", (int)NameFit.Given)]
    [InlineData("Pell", (int)NameFit.None)]
    public void Fits_a_bare_name_by_its_part(string bare, int fit) => Assert.Equal((NameFit)fit, Name("Bartholomew Quill Wren", nickname: "Barty").Fit([PersonName.Key(bare)]));
}
