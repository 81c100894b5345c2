using NewsCorpus.Search.Queries;
using Xunit;

namespace NewsCorpus.Tests.Search.Queries;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("storm harbour", "storm AND harbour")]
    [InlineData("storm and harbour", "storm AND and AND harbour")]
    [InlineData("storm AND harbour OR bay", "(storm AND harbour) OR bay")]
    [InlineData("storm (harbour OR bay)", "storm AND (harbour OR bay)")]
    [InlineData("“city hall” fire", "\"city hall\" AND fire")]
    [InlineData("-storm bay", "NOT storm AND bay")]
    [InlineData("NOT NOT storm", "storm")]
    [InlineData("storm - bay", "storm AND bay")]
    [InlineData("title:(storm OR bay) -caption:\"a b\"", "title:(storm OR bay) AND NOT caption:\"a b\"")]
    [InlineData("TITLE:storm headline:bay", "title:storm AND title:bay")]
    [InlineData("immig* wom?n", "immig* AND wom?n")]
    [InlineData("who is the mayor?", "who AND is AND the AND mayor")]
    [InlineData("mayo?", "mayo?")]
    [InlineData("U.S.-led", "U.S.-led")]
    [InlineData("10:30", "10:30")]
    [InlineData("storm title: bay", "storm AND title AND bay")]
    [InlineData("AND: storm", "and AND storm")]
    [InlineData("Storm: a report", "Storm AND a AND report")]
    public void Reads_in_canonical_form_when_all_is_well(string typed, string read)
    {
        var parsed = QueryParser.Parse(typed);

        Assert.Equal(read, parsed.Reading.Read);
        Assert.Empty(parsed.Reading.Problems);
        Assert.Equal(typed, parsed.Reading.Typed);
    }

    [Theory]
    [InlineData("\"city hall", "\"city hall\"", 0, 10)]
    [InlineData("storm )bay", "storm AND bay", 6, 1)]
    [InlineData("(storm bay", "storm AND bay", 0, 1)]
    [InlineData("storm ()", "storm", 6, 1)]
    [InlineData("AND storm", "storm", 0, 3)]
    [InlineData("storm AND", "storm", 6, 3)]
    [InlineData("OR storm", "storm", 0, 2)]
    [InlineData("storm OR", "storm", 6, 2)]
    [InlineData("storm NOT", "storm", 6, 3)]
    [InlineData("storm \"\"", "storm", 6, 2)]
    [InlineData("storm ?*", "storm", 6, 2)]
    [InlineData("title:)", "", 0, 6)]
    [InlineData("nosuch:storm", "nosuch:storm", 0, 7)]
    [InlineData("!!!", "", 0, 3)]
    public void Names_the_place_of_what_it_could_not_read(string typed, string read, int start, int length)
    {
        var parsed = QueryParser.Parse(typed);

        Assert.Equal(read, parsed.Reading.Read);
        Assert.Contains(parsed.Reading.Problems, p => p.Start == start && p.Length == length);
    }

    [Fact]
    public void Reads_its_own_canonical_form_the_same_way_whatever_was_typed()
    {
        string[] pieces = ["storm", "bay", "AND", "OR", "NOT", "-", "(", ")", "\"", "title:", "text:", "nosuch:", "*", "im*", "?", " ", " ", " ", "\n", "“", "’s", "U.S.", "é", "\u0301", "\ud83d", "😀", "新聞", ":", "+", "~5", "\0", "!"];
        var random = new Random(20260102);
        for (var round = 0; round < 20_000; round++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));

            var first = QueryParser.Parse(typed);
            var second = QueryParser.Parse(first.Reading.Read);

            Assert.Equal(first.Reading.Read, second.Reading.Read);
            Assert.All(first.Reading.Problems, p => Assert.True(p.Start >= 0 && p.Length >= 0 && p.Start + p.Length <= typed.Length, typed));
        }
    }

    [Fact]
    public void Bounds_what_it_reads()
    {
        var many = QueryParser.Parse(string.Join(' ', Enumerable.Repeat("storm", 10_000)));
        var deep = QueryParser.Parse(new string('(', 50_000) + "storm" + new string(')', 50_000));
        var not = QueryParser.Parse(string.Concat(Enumerable.Repeat("NOT ", 20_000)) + "storm");

        Assert.NotEmpty(many.Reading.Problems);
        Assert.NotEmpty(deep.Reading.Problems);
        Assert.NotEmpty(not.Reading.Problems);
    }
}
