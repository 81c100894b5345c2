using NewsCorpus.Extraction.Identities;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Identities;

public sealed class NameVariantsTests
{
    [Theory]
    [InlineData("Muhammad Gaddari", "Mohammed Qaddari", "another spelling of the same name")]
    [InlineData("Oleksandr Zelenko", "Aleksandr Zelenko", "another spelling of the same name")]
    [InlineData("Volo Zalensky", "Volo Zalenskyy", "another spelling of the same name")]
    [InlineData("William Brackett", "Bill Brackett", "a short form of the given name")]
    [InlineData("Ada Mae Wren", "Ada Wren", "the same name with and without a middle name")]
    [InlineData("A. Wren", "Ada Wren", "the same name with an initial")]
    [InlineData("Bartholomew \"Barty\" Quill", "Barty Quill", "a nickname that an article gives")]
    [InlineData("Greta Solheim-Vance", "Greta Vance", "the same name with one of two joined surnames")]
    [InlineData("Cormac O'Hanrahan", "Cormac O Hanrahan", "another spelling of the same name")]
    [InlineData("Eilidh McCorrie", "Eilidh MacCorrie", "another spelling of the same name")]
    [InlineData("Ada Wren", "Ida Wren", null)]
    [InlineData("Ada B. Wren", "Ada C. Wren", null)]
    [InlineData("Ada Wren Jr.", "Ada Wren", null)]
    [InlineData("Leopold Fennick", "Rosalind Fennick", null)]
    public void Rule_says_why_two_names_may_be_one(string a, string b, string? rule)
    {
        var (one, other) = (NameVariants.Read(a)!, NameVariants.Read(b)!);
        Assert.Equal(rule, NameVariants.RuleOf(one, other));
        Assert.Equal(rule, NameVariants.RuleOf(other, one));
        if (rule is not null)
            Assert.NotEmpty(one.Keys().Intersect(other.Keys(), StringComparer.Ordinal));
    }
}
