using NewsCorpus.Extraction.Identities;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Identities;

public sealed class NamesakesTests
{
    [Theory]
    [InlineData("sheriff", "1971-02-01", "1978-05-01", "striker", "2021-01-01", "2024-03-01", true)]
    [InlineData("captain", "2001-02-01", "2004-05-01", "mayor", "2021-01-01", "2024-03-01", false)]
    [InlineData("Skarrow Mayor", "2021-02-01", "2024-05-01", "mayor of Corvane", "2022-01-01", "2022-03-01", true)]
    [InlineData("Skarrow Mayor", "2021-02-01", "2021-05-01", "mayor of Corvane", "2025-01-01", "2026-03-01", false)]
    [InlineData("mayor", "2021-02-01", "2024-05-01", "Mayor", "2022-01-01", "2022-03-01", false)]
    public void Offices_that_do_not_go_together_are_named(string a, string firstA, string lastA, string b, string firstB, string lastB, bool areTwo) =>
        Assert.Equal(areTwo, Namesakes.Find([Span(b, firstB, lastB), Span(a, firstA, lastA)]) is not null);

    private static OfficeSpan Span(string office, string first, string last) => new(office, DateOnly.Parse(first), DateOnly.Parse(last));
}
