using NewsCorpus.Search.Queries;
using Xunit;

namespace NewsCorpus.Tests.Search.Queries;

public sealed class QueryParserTests
{
    private static readonly DateOnly Today = new(2026, 1, 31);

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
    [InlineData("\"city hall\"~5", "\"city hall\"~5")]
    [InlineData("storm w/5 bay AND fire", "storm w/5 bay AND fire")]
    [InlineData("(storm or gale) pre/3 bay and not fire", "(storm OR gale) pre/3 bay AND NOT fire")]
    [InlineData("storm w/s bay w/p fire", "(storm w/s bay) w/p fire")]
    [InlineData("storm near5 bay", "storm w/5 bay")]
    [InlineData("storm adj3 bay", "storm pre/3 bay")]
    [InlineData("storm /p bay", "storm w/p bay")]
    [InlineData("storm SAME bay", "storm w/p bay")]
    [InlineData("NOT storm w/5 bay", "NOT (storm w/5 bay)")]
    [InlineData("atleast3(storm or gale)", "atleast3(storm OR gale)")]
    [InlineData("allcaps(ICE) nocaps(ice) caps(ice)", "allcaps(ICE) AND nocaps(ice) AND caps(ice)")]
    [InlineData("hlead(storm bay) hlead:fire", "hlead:(storm AND bay) AND hlead:fire")]
    [InlineData("first50(storm)", "first50(storm)")]
    [InlineData("headline(storm) body(bay) by(smith)", "title:storm AND text:bay AND byline:smith")]
    [InlineData("hd=storm la=en", "title:storm AND lang:en")]
    [InlineData("immig! w/5 law", "immig* w/5 law")]
    [InlineData("storm!", "storm")]
    [InlineData("length>500 storm", "length>=501 AND storm")]
    [InlineData("length:500 storm", "length:500..500 AND storm")]
    [InlineData("wc<100", "length<=99")]
    [InlineData("length:5..10", "length:5..10")]
    [InlineData("stom~ stromy~ storm~1", "stom~1 AND stromy~2 AND storm~1")]
    [InlineData("date:2026-01", "date:2026-01-01..2026-01-31")]
    [InlineData("date:2025-12-01..2026-01-15", "date:2025-12-01..2026-01-15")]
    [InlineData("date:2025..", "date:2025-01-01..")]
    [InlineData("date:>2025-12-30", "date:2025-12-31..")]
    [InlineData("date:last-30-days", "date:2026-01-02..2026-01-31")]
    [InlineData("date:last-2-weeks", "date:2026-01-18..2026-01-31")]
    [InlineData("date:last-month", "date:2026-01-01..2026-01-31")]
    [InlineData("date:today", "date:2026-01-31")]
    [InlineData("storm and date aft 2025", "storm AND date:2026-01-01..")]
    [InlineData("storm and date(geq (2/13/2025) and leq (12/31/2025))", "storm AND date:2025-02-13..2025-12-31")]
    [InlineData("(storm and date bef 13 May 2025)", "storm AND date:..2025-05-12")]
    [InlineData("storm date from 20250101 to 20251231", "storm AND date:2025-01-01..2025-12-31")]
    [InlineData("date after christmas", "date AND after AND christmas")]
    [InlineData("headline(storm) and length(>500)", "title:storm AND length>=501")]
    [InlineData("hd=(storm or bay) and wc>100", "title:(storm OR bay) AND length>=101")]
    [InlineData("atl3(storm) and atleast2 bay", "atleast3(storm) AND atleast2(bay)")]
    [InlineData("storm/F50/ and bay", "first50(storm) AND bay")]
    [InlineData("storm adj2 bay same fire", "(storm pre/2 bay) w/p fire")]
    [InlineData("title:storm w/5 title:bay", "title:(storm w/5 bay)")]
    [InlineData("Storm: a report", "Storm AND a AND report")]
    [InlineData("length > 500 storm", "length>=501 AND storm")]
    [InlineData("(storm and wc >= 20)", "storm AND length>=20")]
    [InlineData("storm adj surge and hd=bay", "storm pre/1 surge AND title:bay")]
    [InlineData("storm /n5/ bay", "storm w/5 bay")]
    [InlineData("storm surge/N30/bay", "storm AND surge w/30 bay")]
    [InlineData("LEAD(storm) and lp=bay", "hlead:storm AND hlead:bay")]
    public void Reads_in_canonical_form_when_all_is_well(string typed, string read)
    {
        var parsed = QueryParser.Parse(typed, Today);

        Assert.Equal(read, parsed.Reading.Read);
        Assert.Empty(parsed.Reading.Problems);
        Assert.Equal(typed, parsed.Reading.Typed);
    }

    [Theory]
    [InlineData("\"city hall", "\"city hall\"", 0, 10)]
    [InlineData("storm )bay", "storm AND bay", 6, 1)]
    [InlineData("(storm)) OR bay", "storm OR bay", 7, 1)]
    [InlineData("storm) w/5 bay", "storm w/5 bay", 5, 1)]
    [InlineData("(storm bay", "storm AND bay", 0, 1)]
    [InlineData("storm ()", "storm", 6, 1)]
    [InlineData("AND storm", "storm", 0, 3)]
    [InlineData("storm AND", "storm", 6, 3)]
    [InlineData("AND: storm", "storm", 0, 4)]
    [InlineData("OR storm", "storm", 0, 2)]
    [InlineData("storm OR", "storm", 6, 2)]
    [InlineData("storm NOT", "storm", 6, 3)]
    [InlineData("storm \"\"", "storm", 6, 2)]
    [InlineData("storm ?*", "storm", 6, 2)]
    [InlineData("title:)", "", 0, 6)]
    [InlineData("nosuch:storm", "nosuch:storm", 0, 7)]
    [InlineData("!!!", "", 0, 3)]
    [InlineData("storm w/5", "storm", 6, 3)]
    [InlineData("w/5 storm", "storm", 0, 3)]
    [InlineData("storm w/seg bay", "storm AND bay", 6, 5)]
    [InlineData("storm not w/5 bay", "storm AND NOT bay", 10, 3)]
    [InlineData("storm w/999 bay", "storm w/250 bay", 6, 5)]
    [InlineData("(storm and gale) w/5 bay", "storm w/5 bay AND gale w/5 bay", 17, 3)]
    [InlineData("(not storm) w/5 bay", "NOT storm AND bay", 12, 3)]
    [InlineData("atleast2(storm and bay)", "atleast2(storm) AND atleast2(bay)", 0, 8)]
    [InlineData("atleast2(not storm)", "NOT storm", 0, 8)]
    [InlineData("singular(storm)", "storm", 0, 8)]
    [InlineData("date:soon storm", "storm", 0, 9)]
    [InlineData("st*rm~ bay", "st*rm AND bay", 0, 6)]
    [InlineData("storm~9", "storm~2", 0, 7)]
    [InlineData("allcaps()", "", 7, 1)]
    [InlineData("storm tag:*", "storm", 6, 4)]
    [InlineData("date:2026-01..2025-12-30", "date:2025-12-30..2026-01-01", 0, 24)]
    [InlineData("atleast0(storm)", "atleast1(storm)", 0, 8)]
    [InlineData("first0(storm)", "first1(storm)", 0, 6)]
    [InlineData("length>many", "length>many", 0, 11)]
    [InlineData("dateline(storm)", "storm", 0, 8)]
    public void Names_the_place_of_what_it_could_not_read(string typed, string read, int start, int length)
    {
        var parsed = QueryParser.Parse(typed, Today);

        Assert.Equal(read, parsed.Reading.Read);
        Assert.Contains(parsed.Reading.Problems, p => p.Start == start && p.Length == length);
    }

    [Theory]
    [InlineData("(storm)) AND bay")]
    [InlineData("storm) OR bay")]
    public void Parenthesis_that_closes_nothing_is_all_that_is_wrong(string typed) =>
        Assert.Equal("This parenthesis closes nothing: it was left out.", Assert.Single(QueryParser.Parse(typed, Today).Reading.Problems).Message);

    [Fact]
    public void Reads_its_own_canonical_form_the_same_way_whatever_was_typed()
    {
        string[] pieces = ["storm", "bay", "AND", "OR", "NOT", "-", "(", ")", "\"", "title:", "text:", "nosuch:", "*", "im*", "?", "w/5", " w/s ", " pre/2 ", "atleast2(", "allcaps(", "hlead(", "first50(", "length>5", "date:2026", "date:", "~", "~2", "!", "/", "and", "not", "w/seg", "singular(", " ", " ", " ", "\n", "“", "’s", "U.S.", "é", "\u0301", "\ud83d", "😀", "新聞", ":", "+", "~5", "\0", "!"];
        var random = new Random(20260102);
        for (var round = 0; round < 40_000; round++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));

            var first = QueryParser.Parse(typed, Today);
            var second = QueryParser.Parse(first.Reading.Read, Today);

            Assert.Equal(first.Reading.Read, second.Reading.Read);
            Assert.All(first.Reading.Problems, p => Assert.True(p.Start >= 0 && p.Length >= 0 && p.Start + p.Length <= typed.Length, typed));
        }
    }

    [Theory]
    [InlineData("company(storm) and bay", "storm AND bay", "company")]
    [InlineData("rst=abc and storm", "abc AND storm", "rst=")]
    [InlineData("ns:gpol storm", "gpol AND storm", "ns:")]
    [InlineData("storm$4 bay", "storm* AND bay", "storm$4")]
    [InlineData("storm^3 bay", "storm AND bay", "^3")]
    [InlineData("title:\"storm surge\"^2.5 bay", "title:\"storm surge\" AND bay", "^2.5")]
    [InlineData("(storm OR surge)^2", "storm OR surge", "^2")]
    public void Names_what_has_no_equal_at_its_place(string typed, string read, string place)
    {
        var reading = QueryParser.Parse(typed, Today).Reading;

        Assert.Equal(read, reading.Read);
        var problem = Assert.Single(reading.Problems);
        Assert.Contains("has no equal here", problem.Message);
        Assert.Equal(place, typed.Substring(problem.Start, problem.Length));
    }

    [Theory]
    [InlineData("storm surge w/5 bay", null)]
    [InlineData("storm surge and bay w/5 fire", "storm surge")]
    [InlineData("storm and date geq 3/4/2025", "3/4/2025")]
    [InlineData("storm and date geq 3/14/2025", null)]
    [InlineData("storm or bay", "or")]
    [InlineData("storm (bay or \"city hall\")", "or")]
    [InlineData("or storm", null)]
    [InlineData("storm OR bay", null)]
    [InlineData("storm not bay", "not")]
    [InlineData("why not", null)]
    [InlineData("harbo! bay", "!")]
    [InlineData("harbo! w/5 bay", null)]
    [InlineData("storm || bay", "|")]
    [InlineData("storm !bay", "!")]
    [InlineData("storm! bay", "!")]
    [InlineData("nosuch(storm)", "nosuch")]
    [InlineData("storm (bay)", null)]
    [InlineData("storm title: bay", "title:")]
    [InlineData("title:", "title:")]
    [InlineData("Storm: bay", null)]
    [InlineData("lead(storm)", "lead")]
    [InlineData("datesource:guessed", "guessed")]
    [InlineData("datesource:Stated", null)]
    [InlineData("lang:klingon flood", "klingon")]
    [InlineData("language:deu", "deu")]
    [InlineData("lang:de", null)]
    [InlineData("lang:German", null)]
    [InlineData("lang:g*", null)]
    public void Notes_what_another_engine_would_take_otherwise(string typed, string? place)
    {
        var reading = QueryParser.Parse(typed, Today).Reading;

        Assert.Empty(reading.Problems);
        Assert.Equal(place, reading.Notes.Select(n => typed.Substring(n.Start, n.Length)).SingleOrDefault());
    }

    [Fact]
    public void Bounds_what_it_reads()
    {
        var many = QueryParser.Parse(string.Join(' ', Enumerable.Repeat("storm", 10_000)), Today);
        var deep = QueryParser.Parse(new string('(', 50_000) + "storm" + new string(')', 50_000), Today);
        var not = QueryParser.Parse(string.Concat(Enumerable.Repeat("NOT ", 20_000)) + "storm", Today);

        Assert.NotEmpty(many.Reading.Problems);
        Assert.NotEmpty(deep.Reading.Problems);
        Assert.NotEmpty(not.Reading.Problems);
    }
}
