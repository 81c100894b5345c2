using NewsCorpus.Articles;
using NewsCorpus.Extraction.People;
using Xunit;

namespace NewsCorpus.Tests.Extraction.People;

/// <summary>The rules alone: names are given in brackets, [like this], places and other things in braces, as if a tagger had found them.</summary>
public sealed class WithinArticleResolverTests
{
    private static PeopleFinding Resolve(string marked)
    {
        var names = new List<(int Start, int End, int Class)>();
        var text = new System.Text.StringBuilder();
        var start = 0;
        foreach (var c in marked)
        {
            if (c is '[' or '{')
                start = text.Length;
            else if (c is ']' or '}')
                names.Add((start, text.Length, c == ']' ? 1 : 2));
            else
                text.Append(c);
        }
        var plain = text.ToString();
        var blocks = new List<(int, int)>();
        for (var at = 0; at < plain.Length;)
        {
            var end = plain.IndexOf('\n', at) is var found and >= 0 ? found : plain.Length;
            blocks.Add((at, end));
            at = end + 1;
        }
        var document = new TokenisedText(plain, blocks);
        var labels = new byte[document.Tokens.Length];
        foreach (var (from, to, nameClass) in names)
        {
            var tokens = Enumerable.Range(0, labels.Length).Where(i => document.Tokens[i].Start >= from && document.Tokens[i].End <= to).ToArray();
            for (var i = 0; i < tokens.Length; i++)
                labels[tokens[i]] = (byte)Labels.Of(nameClass, i, tokens.Length);
        }
        return new WithinArticleResolver(document, labels, WordLists.Embedded).Resolve();
    }

    private static string[] Names(PeopleFinding finding) => [.. finding.People.Select(p => p.Name)];

    private static string Who(PeopleFinding finding) => string.Join(' ', finding.Mentions.Select(m => m.Person));

    [Fact]
    public void Joins_surnames_with_and_without_title_to_the_full_name()
    {
        var finding = Resolve("Mayor [Ada Wren] spoke. [Wren]'s plan failed.\nMs [Wren] left. “Mayor [Wren] is late,” he joked. [Ada] laughed.");
        Assert.Equal(["Ada Wren"], Names(finding));
        Assert.Equal("0 0 0 0 0", Who(finding));
        Assert.Equal("Mayor", finding.People[0].Office);
        Assert.Equal(["Ada Wren", "Wren", "Wren", "Wren", "Ada"], [.. finding.Mentions.Select(m => m.Text)]);
    }

    [Fact]
    public void Names_people_of_a_long_list_whose_words_all_have_capitals()
    {
        var team = string.Join(", ", Enumerable.Range(0, 12).Select(i => $"[Zubriq Vantel{(char)('a' + i)}] (Harbour)"));
        Assert.Equal(12, Names(Resolve($"The league met.\nDefenders: {team}.")).Length);
        Assert.Empty(Names(Resolve("The league met.\n[Zubriq Vantel] Quits Harbour Board")));
    }

    [Fact]
    public void Takes_the_administration_of_somebody_for_that_person_and_a_library_for_a_thing() =>
        Assert.Equal(["Wren"], [.. Resolve("[Ada Wren] spoke. The [Wren] Administration paid. The [Wren] Library closed.").Mentions.Skip(1).Select(m => m.Text)]);

    [Fact]
    public void Tells_two_apart_whom_the_tagger_took_for_one()
    {
        var finding = Resolve("[Ada Wren] spoke. [Ada and Tobias Wren] left, and so did [Ines Pell & Jon Vale].");
        Assert.Equal(["Ada Wren", "Tobias Wren", "Ines Pell", "Jon Vale"], Names(finding));
        Assert.Equal("0 0 1 2 3", Who(finding));
    }

    [Theory]
    [InlineData("[Ada Wren Ada Louise WrenHouse] members met, she said.", "Ada Wren")]
    [InlineData("[Ada Wren Ada Wren2020] spoke.", "Ada Wren")]
    [InlineData("[Ali Hassan Ali] spoke.", "Ali Hassan Ali")]
    public void Cuts_a_name_where_it_begins_anew(string text, string name) => Assert.Equal([name], Names(Resolve(text)));

    [Theory]
    [InlineData("She played in [Noah’s Ark] at school.")]
    [InlineData("The house was on [Tar Street], he said.")]
    [InlineData("[Skarrow Transit] put the cost at a million.")]
    public void Drops_what_its_own_words_show_to_be_a_thing(string text) => Assert.Empty(Names(Resolve(text)));

    [Theory]
    [InlineData("[Hydrologist Ada Wren] measured it.", "Ada Wren")]
    [InlineData("[Democrat Ada Wren] won.", "Ada Wren")]
    [InlineData("[Della Street] took the call.", "Della Street")]
    public void Keeps_who_stands_behind_a_profession_and_who_is_called_like_a_place(string text, string name) => Assert.Equal([name], Names(Resolve(text)));

    [Fact]
    public void Keeps_a_given_name_that_is_a_title_elsewhere() =>
        Assert.Equal(["Nana Okwe-Addai"], Names(Resolve("President [Nana Okwe-Addai] spoke.")));

    [Fact]
    public void Cuts_a_title_of_letters_from_a_name() =>
        Assert.Equal(["Ada Wren", "Wren"], [.. Resolve("[Ada Wren] won. The house rose when [PM Wren] spoke.").Mentions.Select(m => m.Text)]);

    [Fact]
    public void Joins_a_surname_that_stands_before_the_full_name() =>
        Assert.Equal("0 0", Who(Resolve("[Wren] border chief [Ada Wren] quit.")));

    [Fact]
    public void Names_a_person_by_title_and_surname_when_no_full_name_stands()
    {
        var person = Assert.Single(Resolve("It was agreed when Mayor [Wren] ruled. [Wren] lost.").People);
        Assert.Equal(new PersonReading("Mayor Wren", "Wren", IsPartial: true, Office: "Mayor"), person);
    }

    [Fact]
    public void Drops_a_bare_surname_that_nothing_introduces() => Assert.Empty(Resolve("The [Wren] years are over, and [Pell] knows.").Mentions);

    [Fact]
    public void Tells_two_of_one_surname_apart_by_honorific()
    {
        var finding = Resolve("[John Wren] and his wife [Mary Wren] sued. Mr [Wren] wept. Mrs [Wren] did not. [Wren] appealed.");
        Assert.Equal("0 1 0 1", Who(finding));
    }

    [Fact]
    public void Gives_a_shared_surname_to_the_one_named_last()
    {
        var finding = Resolve("[Ada Wren] won.\n[Tobias Wren] lost. [Wren] said nothing.");
        Assert.Equal("0 1 1", Who(finding));
    }

    [Fact]
    public void Keeps_father_and_son_apart() => Assert.Equal(["John Wren", "John Wren Jr."], Names(Resolve("[John Wren] taught [John Wren Jr.] to sail.")));

    [Fact]
    public void Takes_the_fullest_form_as_the_name()
    {
        var finding = Resolve("[John Wren] rose. [John F. Wren] of the council sat. [J. Wren] stood.");
        Assert.Equal(["John F. Wren"], Names(finding));
        Assert.Equal("0 0 0", Who(finding));
    }

    [Fact]
    public void Reads_a_nickname_in_quotation_marks()
    {
        var finding = Resolve("[Bartholomew “Barty” Quill] sells fish. [Barty] is known for it.");
        Assert.Equal(["Bartholomew “Barty” Quill"], Names(finding));
        Assert.Equal("0 0", Who(finding));
    }

    [Fact]
    public void Things_named_after_people_are_nobody() =>
        Assert.Empty(Resolve("[Operation Wren] began at the [Ada Wren] Bridge, after Hurricane [Ada].").People);

    [Fact]
    public void Agreement_over_the_document_outvotes_one_label() =>
        Assert.Empty(Resolve("[Halder Transit] is late. {Halder Transit} said so. {Halder Transit} is sorry.").People);

    [Fact]
    public void Finds_the_mentions_that_the_tagger_passed_over()
    {
        var finding = Resolve("[Ada Wren] sat. Wren stood. The Wren administration fell. WREN street is far from {Wren Hall}, and the Wren-led party.");
        Assert.Equal(["Ada Wren", "Wren", "Wren", "WREN", "Wren"], [.. finding.Mentions.Select(m => m.Text)]);
    }

    [Fact]
    public void Finds_a_surname_after_a_title_that_the_tagger_passed_over() => Assert.Equal(["Ms Wren"], Names(Resolve("Nobody asked Ms Wren about it.")));

    [Fact]
    public void A_relative_does_not_get_the_title_of_the_namesake()
    {
        var finding = Resolve("First lady [Ada Wren] sat down.\nPresident [Wren] spoke. [Wren] left.");
        Assert.Equal(["Ada Wren", "President Wren"], Names(finding));
        Assert.Equal("0 1 1", Who(finding));
        Assert.Equal("0 0", Who(Resolve("Senator [Ada Wren] sat down.\nSenator [Wren] spoke.")));
    }

    [Fact]
    public void A_street_is_no_king() => Assert.Empty(Resolve("They marched down King [Street] and past Bishop [Hill].").People);

    [Fact]
    public void A_headline_names_somebody_by_a_given_name_only()
    {
        Assert.Empty(Resolve("[Pellamby Seeks Harbour] Changes For Next Year").People);
        Assert.Equal(["Ada Wren"], Names(Resolve("[Ada Wren] Seeks Harbour Changes For Next Year")));
    }

    [Theory]
    [InlineData("Secretary of State [Ada Wren] left.", "Secretary of State")]
    [InlineData("The Secretary of the Navy [Ada Wren] left.", "Secretary of the Navy")]
    [InlineData("The suspect [Ada Wren] left.", null)]
    [InlineData("[Ada Wren], the daughter of mayor [Tobias Wren], left.", null)]
    [InlineData("New York City Mayor [Ada Wren] left.", "New York City Mayor")]
    [InlineData("Her “border czar” [Ada Wren] left.", "border czar")]
    [InlineData("The senior political and national reporter [Ada Wren] left.", "senior political and national reporter")]
    [InlineData("[Ada Wren], president of the Halder city council, left.", "president of the Halder city council")]
    [InlineData("[Ada Wren], the elected prosecutor in Estmark county, left.", "elected prosecutor in Estmark county")]
    [InlineData("[Ada Wren], a Democrat whose district floods, left.", null)]
    [InlineData("Mr [Ada Wren] left.", null)]
    [InlineData("The mayor met [Ada Wren].", null)]
    public void Reads_the_office_beside_the_name(string text, string? office) => Assert.Equal(office, Resolve(text).People[0].Office);

    [Theory]
    [InlineData("“No,” said [Ada Wren].", true)]
    [InlineData("“No,” [Ada Wren] said.", true)]
    [InlineData("[Ada Wren] told the council it was late.", true)]
    [InlineData("[Ada Wren], head of the port, said it was late.", true)]
    [InlineData("“No,” said council president [Ada Wren].", true)]
    [InlineData("He told [Ada Wren] it was late.", false)]
    [InlineData("[Ada Wren]'s office said it was late.", false)]
    [InlineData("[Ada Wren] left.", false)]
    public void Quotes_the_speaker_only(string text, bool quoted) =>
        Assert.Equal(quoted ? MentionRole.Quoted : MentionRole.Mentioned, Assert.Single(Resolve(text).Mentions).Role);

    [Fact]
    public void Gives_the_words_that_name_the_person_as_evidence()
    {
        var finding = Resolve("[Wren] left early.\nIn the end the old Mayor [Ada Wren] came back to the very same town.");
        var evidence = Assert.Single(finding.Evidence);
        Assert.Equal((EvidenceFields.Person, "Ada Wren", FactKind.Derived, "full name"), (evidence.Field, evidence.Value, evidence.Kind, evidence.Rule));
        Assert.Contains("Mayor Ada Wren came back", evidence.Excerpt, StringComparison.Ordinal);
        Assert.Equal(evidence.Excerpt.Length, evidence.End - evidence.Start);
    }

    [Fact]
    public void A_name_in_a_line_of_capitals_needs_the_text_to_name_it_too()
    {
        Assert.Empty(Resolve("[ADA WREN] LEAVES TOWN HALL").People);
        Assert.Equal(["Ada Wren"], Names(Resolve("[ADA WREN] LEAVES TOWN HALL\nMayor [Ada Wren] left.")));
    }
}
