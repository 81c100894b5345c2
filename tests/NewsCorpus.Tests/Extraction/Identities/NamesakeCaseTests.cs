using NewsCorpus.Articles;
using NewsCorpus.Extraction.Identities;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Identities;

/// <summary>Offices of one name: office, day, and the words of the article besides the office.</summary>
public sealed class NamesakeCaseTests
{
    [Fact]
    public void Senator_in_one_place_and_goalkeeper_elsewhere_are_two()
    {
        var people = Judge(("Skarrow Senator", "2024-03-01", "The bill failed."), ("Corvane Rovers goalkeeper", "2024-05-01", "Two penalties were saved."), ("Senator", "2024-06-01", "The bill passed."));
        Assert.Equal(["senator", "goalkeeper"], people.Select(p => p.Labels[0]));
        Assert.Equal([2, 1], people.Select(p => p.Offices.Count));
        Assert.Equal("“Corvane Rovers goalkeeper” in 2024 and “Skarrow Senator” in 2024 are hardly one person", people[1].Rule);
    }

    [Fact]
    public void Senator_of_1985_keeps_no_goal_in_2025() =>
        Assert.Equal(2, Judge(("Senator", "1985-03-01", "The bill failed."), ("goalkeeper", "2025-05-01", "Two penalties were saved.")).Count);

    [Fact]
    public void Mayors_of_two_towns_in_one_year_are_two_and_each_is_called_by_the_town()
    {
        var people = Judge(("Skarrow Mayor", "2024-03-01", "The quay is closed."), ("mayor of Corvane", "2024-05-01", "The bridge is open."), ("Corvane Mayor", "2024-07-01", "The bridge is closed."));
        Assert.Equal(["mayor of Corvane", "mayor of Skarrow"], people.Select(p => p.Labels[0]));
    }

    [Fact]
    public void Players_of_two_sports_a_generation_apart_are_two()
    {
        Assert.Equal(2, Judge(("striker", "1984-03-01", "A goal."), ("quarterback", "2022-03-01", "A throw.")).Count);
        Assert.Empty(Judge(("striker", "2004-03-01", "A goal."), ("quarterback", "2022-03-01", "A throw.")));
        Assert.Empty(Judge(("striker", "1984-03-01", "A goal."), ("midfielder", "2022-03-01", "A pass.")));
    }

    [Fact]
    public void Without_places_two_articles_on_two_days_are_wanted_of_each()
    {
        (string, string, string)[] offices = [("Senator", "2024-03-01", "A bill."), ("Senator", "2024-04-01", "A law."), ("striker", "2024-05-01", "A goal."), ("striker", "2024-06-01", "A miss.")];
        Assert.Equal(2, Judge(offices).Count);
        foreach (var left in offices)
            Assert.Empty(Judge([.. offices.Where(o => o != left)]));
    }

    /// <summary>Wrongly told apart is worse than not at all.</summary>
    [Theory]
    // A career: player, then senator; captain, then mayor; councillor, then mayor, then senator.
    [InlineData("Corvane Rovers goalkeeper|2004-03-01|A match.", "Skarrow Senator|2015-03-01|A bill.", "Skarrow Senator|2016-03-01|A law.", "Corvane Rovers goalkeeper|2005-03-01|A match.")]
    [InlineData("Corvane Rovers captain|1985-03-01|A match.", "Skarrow Mayor|2025-03-01|A bill.", "coach|2002-01-01|A team.", "coach|2002-02-01|A team.")]
    [InlineData("Skarrow councillor|2004-03-01|A road.", "Skarrow Mayor|2012-03-01|A quay.", "Estmark senator|2020-03-01|A bill.", "Estmark senator|2021-03-01|A bill.")]
    // Mayor of one town, years later of another.
    [InlineData("Skarrow Mayor|2004-03-01|A road.", "Corvane Mayor|2012-03-01|A quay.", "Corvane Mayor|2013-03-01|A quay.", "Skarrow Mayor|2003-03-01|A road.")]
    // Two offices at one time.
    [InlineData("Skarrow Mayor|2024-03-01|A road.", "leader of the Estmark Greens|2024-03-02|A party.", "senator|2024-04-01|A bill.", "minister|2024-04-05|A law.")]
    // An article knows of both.
    [InlineData("Skarrow Senator|2024-03-01|A bill of the goalkeeper of the Rovers.", "Corvane Rovers goalkeeper|2024-05-01|A match.", "Senator|2024-06-01|A law.", "goalkeeper|2024-06-09|A match.")]
    // Articles that look back.
    [InlineData("Skarrow Senator|2024-03-01|A bill.", "former goalkeeper|2024-05-01|A match.", "Senator|2024-06-01|A law.", "retired goalkeeper|2024-06-09|A match.")]
    [InlineData("Skarrow Senator|1985-03-01|A bill.", "goalkeeper|2025-05-01|of the cup of 1961.", "Senator|1986-06-01|A law.", "Senator|1987-06-09|A match.")]
    // One town by two names, each article with both.
    [InlineData("Estmark Mayor|2024-03-01|The mayor of Skarrow in Estmark.", "Skarrow Mayor|2024-05-01|Skarrow, Estmark.", "Mayor|2024-06-01|A law.", "Mayor|2024-06-09|A road.")]
    // Nothing is dated.
    [InlineData("Skarrow Senator||A bill.", "Corvane Rovers goalkeeper||A match.", "Senator||A law.", "goalkeeper||A match.")]
    public void One_career_and_what_is_not_certain_stay_one(params string[] offices) =>
        Assert.Empty(Judge([.. offices.Select(o => o.Split('|')).Select(o => (o[0], o[1], o[2]))]));

    [Fact]
    public void Nothing_depends_on_the_order()
    {
        (string, string, string)[] offices =
        [
            ("Skarrow Senator", "2024-03-01", "A bill."), ("Senator", "2024-04-01", "A law."), ("minister", "2025-04-01", "A law."), ("minister", "2025-05-01", "A tax."), ("Corvane Rovers goalkeeper", "2024-05-01", "A match."),
            ("goalkeeper", "2024-06-01", "A miss."), ("captain of the Corvane Rovers", "2025-01-01", "A goal."), ("captain", "2025-01-02", "A ship."),
        ];
        var wanted = Told(offices);
        Assert.Equal("senator: Senator, Skarrow Senator, minister, minister | goalkeeper: Corvane Rovers goalkeeper, captain of the Corvane Rovers, goalkeeper", wanted);
        var random = new Random(7);
        for (var i = 0; i < 20; i++)
        {
            random.Shuffle(offices);
            Assert.Equal(wanted, Told(offices));
        }
    }

    private static string Told((string, string, string)[] offices) =>
        string.Join(" | ", Judge(offices).Select(p => $"{p.Labels[0]}: {string.Join(", ", p.Offices.Select(o => o.Office.Words).Order(StringComparer.Ordinal))}"));

    private static IReadOnlyList<Namesake> Judge(params (string Words, string Day, string Text)[] offices)
    {
        var named = offices.Select((o, i) => new NamedOffice(i, o.Day.Length == 0 ? null : DateOnly.Parse(o.Day), OfficePhrase.Read(o.Words)!)).ToList();
        var witnesses = offices.Select((o, i) => (Id: (long)i, Sentence: $"{o.Words} John Carver, {o.Text}")).ToDictionary(o => o.Id, o => new Witness(o.Sentence, $" {NameKey.Of(o.Sentence)} "));
        return NamesakeCase.Open(named)?.Judge(witnesses) ?? [];
    }
}
