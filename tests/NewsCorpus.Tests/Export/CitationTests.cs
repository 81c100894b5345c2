using NewsCorpus.Articles;
using NewsCorpus.Export.Citations;
using NewsCorpus.Extraction.People;
using NewsCorpus.Search;
using Xunit;

namespace NewsCorpus.Tests.Export;

public sealed class CitationTests
{
    private static readonly CitationWriter Writer = new(FullName.Read);
    private static readonly NamedRef Post = new(1, "The Harbour Post", "the-harbour-post");

    private static readonly FoundArticle Signed = new()
    {
        Id = 7,
        Slug = "ferry",
        Revision = 9,
        Title = "Mayor calls the “night ferry” a success",
        TitleKind = FactKind.Stated,
        Date = new ArticleDate(new DateOnly(2026, 1, 8)),
        DateKind = FactKind.Derived,
        Outlet = Post,
        OutletKind = FactKind.Stated,
        Bylines = ["Ines Calloway", "Bruno van der Berg"],
        Link = "https://harbourpost.example/ferry",
        File = "ferry.md",
    };

    private static string Of(FoundArticle article, string style) => Writer.Styles(article).Single(c => c.Style == style).ToString();

    [Fact]
    public void Signed_article_is_cited_in_each_style()
    {
        Assert.Equal("Calloway, I., & van der Berg, B. (2026, January 8). Mayor calls the “night ferry” a success. The Harbour Post. https://harbourpost.example/ferry", Of(Signed, "APA"));
        Assert.Equal("Calloway, Ines, and Bruno van der Berg. “Mayor calls the ‘night ferry’ a success.” The Harbour Post, January 8, 2026. https://harbourpost.example/ferry.", Of(Signed, "Chicago"));
        Assert.Equal("Calloway, Ines, and Bruno van der Berg. “Mayor calls the ‘night ferry’ a success.” The Harbour Post, 8 Jan. 2026, https://harbourpost.example/ferry.", Of(Signed, "MLA"));
        Assert.All(Writer.Styles(Signed), c => Assert.Equal("The Harbour Post", Assert.Single(c.Parts, p => p.IsItalic).Text));
    }

    [Fact]
    public void Date_that_is_not_known_is_said_to_be_none()
    {
        var undated = Signed with { Date = null, DateKind = FactKind.Unknown, DateEstimate = new DateEstimate(new DateOnly(2025, 5, 1), new DateOnly(2025, 5, 9), ["a clue"]) };

        Assert.Contains("(n.d.). Mayor", Of(undated, "APA"), StringComparison.Ordinal);
        Assert.Contains("The Harbour Post, n.d. https", Of(undated, "Chicago"), StringComparison.Ordinal);
        Assert.Contains("The Harbour Post, n.d., https", Of(undated, "MLA"), StringComparison.Ordinal);
        Assert.Contains("PY  - n.d.\r\n", Writer.Ris(undated), StringComparison.Ordinal);
        Assert.DoesNotContain("DA  - ", Writer.Ris(undated), StringComparison.Ordinal);
        Assert.Contains("year = {n.d.}", Writer.BibTex(undated), StringComparison.Ordinal);
        Assert.DoesNotContain("2025", Writer.Ris(undated) + Writer.BibTex(undated) + string.Concat(Writer.Styles(undated)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatePrecision.Month, "(2026, January)", "January 2026", "Jan. 2026", "2026/01//", "date = {2026-01}", "month = jan")]
    [InlineData(DatePrecision.Year, "(2026)", "Post, 2026", "Post, 2026", "2026///", "date = {2026}", "year = {2026}")]
    public void Date_is_cited_as_exactly_as_it_is_known(DatePrecision precision, string apa, string chicago, string mla, string ris, string date, string part)
    {
        var article = Signed with { Date = new ArticleDate(new DateOnly(2026, 1, 1), precision) };

        Assert.Contains(apa, Of(article, "APA"), StringComparison.Ordinal);
        Assert.Contains(chicago, Of(article, "Chicago"), StringComparison.Ordinal);
        Assert.Contains(mla, Of(article, "MLA"), StringComparison.Ordinal);
        Assert.Contains($"PY  - 2026\r\nDA  - {ris}\r\n", Writer.Ris(article), StringComparison.Ordinal);
        Assert.Contains(date, Writer.BibTex(article), StringComparison.Ordinal);
        Assert.Contains(part, Writer.BibTex(article), StringComparison.Ordinal);
        Assert.Equal(precision == DatePrecision.Month, Writer.BibTex(article).Contains("month =", StringComparison.Ordinal));
    }

    [Fact]
    public void Agency_is_the_author_of_an_unsigned_article_and_never_the_outlet()
    {
        var unsigned = Signed with { Bylines = [], Agency = "Northwind Wire" };
        Assert.StartsWith("Northwind Wire. (2026, January 8). Mayor", Of(unsigned, "APA"), StringComparison.Ordinal);
        Assert.Contains("AU  - Northwind Wire\r\nT2  - The Harbour Post\r\n", Writer.Ris(unsigned), StringComparison.Ordinal);
        Assert.Contains("author = {{Northwind Wire}}", Writer.BibTex(unsigned), StringComparison.Ordinal);
        Assert.Contains("journal = {The Harbour Post}", Writer.BibTex(unsigned), StringComparison.Ordinal);

        var signed = Signed with { Agency = "Northwind Wire" };
        Assert.Contains("success [Northwind Wire report]. The Harbour Post.", Of(signed, "APA"), StringComparison.Ordinal);
        Assert.Contains("January 8, 2026. Northwind Wire report.", Of(signed, "Chicago"), StringComparison.Ordinal);

        // Its own site: named once.
        var own = unsigned with { Outlet = new NamedRef(2, "Northwind Wire", "northwind-wire") };
        Assert.Equal("Mayor calls the “night ferry” a success. (2026, January 8). Northwind Wire. https://harbourpost.example/ferry", Of(own, "APA"));
    }

    [Fact]
    public void What_is_not_known_is_left_out()
    {
        var bare = Signed with { Bylines = [], Outlet = null, Date = null, Link = "javascript:alert(1)", Title = "Is the ferry late?" };

        Assert.Equal("Is the ferry late? (n.d.).", Of(bare, "APA"));
        Assert.Equal("“Is the ferry late?” n.d.", Of(bare, "Chicago"));
        Assert.Equal("“Is the ferry late?” n.d.", Of(bare, "MLA"));
        Assert.DoesNotContain("javascript", Writer.Ris(bare) + Writer.BibTex(bare), StringComparison.Ordinal);
        Assert.StartsWith("@misc{", Writer.BibTex(bare), StringComparison.Ordinal);
    }

    [Fact]
    public void Unsigned_article_begins_with_what_the_style_wants()
    {
        var unsigned = Signed with { Bylines = [], Link = null };

        Assert.Equal("Mayor calls the “night ferry” a success. (2026, January 8). The Harbour Post.", Of(unsigned, "APA"));
        Assert.Equal("The Harbour Post. “Mayor calls the ‘night ferry’ a success.” January 8, 2026.", Of(unsigned, "Chicago"));
        Assert.Equal("“Mayor calls the ‘night ferry’ a success.” The Harbour Post, 8 Jan. 2026.", Of(unsigned, "MLA"));
    }

    [Fact]
    public void Many_authors_are_cut_as_each_style_cuts_them()
    {
        var crowd = Signed with { Bylines = [.. Enumerable.Range(0, 22).Select(i => $"Ann{(char)('a' + i)} Berg{(char)('a' + i)}")] };

        Assert.Contains("Bergs, A., . . . Bergv, A. (2026", Of(crowd, "APA"), StringComparison.Ordinal);
        Assert.StartsWith("Berga, Anna, Annb Bergb, Annc Bergc, Annd Bergd, Anne Berge, Annf Bergf, Anng Bergg, et al. “", Of(crowd, "Chicago"), StringComparison.Ordinal);
        Assert.StartsWith("Berga, Anna, et al. “", Of(crowd, "MLA"), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_cannot_break_out_of_their_record()
    {
        var hostile = Signed with { Title = "50% off\r\nER  - \r\nTY  - BOOK } {x\\y ~ & _a # $", Bylines = ["Ann and Co"], Tags = ["a}b"], Summary = "one\ntwo" };

        var ris = Writer.Ris(hostile).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(ris, line => Assert.Matches("^[A-Z][A-Z0-9]  - ", line));
        Assert.Equal("ER  - ", Assert.Single(ris, l => l.StartsWith("ER", StringComparison.Ordinal)));
        Assert.Equal("AB  - one two", Assert.Single(ris, l => l.StartsWith("AB", StringComparison.Ordinal)));

        var bibtex = Writer.BibTex(hostile);
        Assert.Contains(@"50\% off ER - TY - BOOK \} \{x\textbackslash{}y \textasciitilde{} \& \_a \# \$", bibtex, StringComparison.Ordinal);
        Assert.Equal(0, bibtex.Replace(@"\{", "", StringComparison.Ordinal).Replace(@"\}", "", StringComparison.Ordinal).Sum(c => c == '{' ? 1 : c == '}' ? -1 : 0));
    }

    [Theory]
    [InlineData("Martin Lowell King Jr.", "King, M. L., Jr.")]
    [InlineData("Jean-Luc Moreau", "Moreau, J.-L.")]
    [InlineData("Zieba", "Zieba")]
    public void Names_are_turned_as_their_parts_want(string byline, string apa) =>
        Assert.StartsWith(apa + (apa.EndsWith('.') ? " (" : ". ("), Of(Signed with { Bylines = [byline] }, "APA"), StringComparison.Ordinal);
}
