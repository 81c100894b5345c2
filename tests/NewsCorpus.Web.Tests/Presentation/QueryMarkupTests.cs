using System.Text.Encodings.Web;
using NewsCorpus.Search;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Tests.Presentation;

public sealed class QueryMarkupTests
{
    [Fact]
    public void Marks_the_places_that_could_not_be_read()
    {
        Assert.Equal("&lt;a&gt; <mark class=\"wrong\">(</mark>b <mark class=\"wrong\">&amp;</mark>", Html("<a> (b &", (7, 1), (4, 1)));
    }

    [Fact]
    public void Stays_inside_the_query_whatever_the_places_are()
    {
        Assert.Equal("a<mark class=\"wrong\">b</mark>", Html("ab", (1, 99), (1, 1), (50, 2), (-3, 3)));
    }

    private static string Html(string typed, params (int Start, int Length)[] places)
    {
        using var writer = new StringWriter();
        QueryMarkup.Of(typed, places.Select(p => new QueryProblem("", p.Start, p.Length))).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
