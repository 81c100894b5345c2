using NewsCorpus.Extraction.People;
using Xunit;

namespace NewsCorpus.Tests.Extraction.People;

public sealed class FullNameTests
{
    [Theory]
    [InlineData("Ines Calloway", "Ines Calloway", "Calloway", "Calloway")]
    [InlineData("Dr. Ines Calloway", "Dr. Ines Calloway", "Calloway", "Calloway")]
    [InlineData("Pieter van der Berg", "Pieter van der Berg", "van der Berg", "van der Berg|Berg")]
    [InlineData("Berg, Pieter van der", "Pieter van der Berg", "van der Berg", "van der Berg|Berg")]
    [InlineData("van der Berg, Pieter", "Pieter van der Berg", "van der Berg", "van der Berg|Berg")]
    [InlineData("Ludo von und zu Wren", "Ludo von und zu Wren", "zu Wren", "zu Wren|Wren")]
    [InlineData("John Wren Jr.", "John Wren Jr.", "Wren", "Wren")]
    [InlineData("John Wren, Jr.", "John Wren Jr.", "Wren", "Wren")]
    [InlineData("Wren, John, III", "John Wren III", "Wren", "Wren")]
    [InlineData("Gabriel García Márquez", "Gabriel García Márquez", "Márquez", "García Márquez|Márquez")]
    [InlineData("García Márquez, Gabriel", "Gabriel García Márquez", "Márquez", "García Márquez|Márquez")]
    [InlineData("José Ortega y Gasset", "José Ortega y Gasset", "Ortega y Gasset", "Ortega y Gasset|Gasset")]
    [InlineData("Mary Jane Wren", "Mary Jane Wren", "Wren", null)]
    [InlineData("Zhang Weihua", "Zhang Weihua", "Zhang", "Zhang")]
    [InlineData("Ines Calloway, harbour master", "Ines Calloway, harbour master", "master", null)]
    [InlineData("Ines Calloway, Mayor", "Ines Calloway, Mayor", "Mayor", null)]
    [InlineData("Wren, Dean", "Dean Wren", "Wren", "Wren")]
    [InlineData("Lenka", "Lenka", "Lenka", "")]
    public void Tells_a_name_apart(string name, string full, string surname, string? shorter)
    {
        var parts = FullName.Read(name);

        Assert.Equal((full, surname), (parts.Full, parts.Surname));
        if (shorter is not null)
            Assert.Equal(shorter, string.Join('|', parts.ShortForms));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" , ,")]
    [InlineData("Jr.")]
    [InlineData("van der")]
    [InlineData("J. R. R.")]
    public void Never_fails(string name) => Assert.NotNull(FullName.Read(name).Surname);
}
