using System.Text.Encodings.Web;
using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Tests.Presentation;

public sealed class InlineMarkupTests
{
    [Fact]
    public void Encodes_all_text_and_keeps_typography()
    {
        Assert.Equal("&lt;b&gt; &amp; “José”", Html("<b> & “José”"));
    }

    [Fact]
    public void Marks_a_person_as_a_link_to_their_page()
    {
        Assert.Equal(
            "Mayor <a class=\"person\" id=\"m6\" href=\"/people/7/ada-quill\">Ada Quill</a> spoke.",
            Html("Mayor Ada Quill spoke.", mentions: [(6, 15)]));
    }

    [Fact]
    public void Shows_a_link_with_a_referrer_for_nobody()
    {
        Assert.Equal(
            "see <a class=\"out\" rel=\"noreferrer noopener nofollow\" href=\"https://example.org/?a=&quot;1&amp;b\">this</a>",
            Html("see this", spans: [new(SpanKind.Link, 4, 8, "https://example.org/?a=\"1&b")]));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//example.org/x")]
    [InlineData("/admin")]
    [InlineData(null)]
    public void Shows_no_link_to_anything_but_web_and_mail(string? href)
    {
        Assert.Equal("see this", Html("see this", spans: [new(SpanKind.Link, 4, 8, href)]));
    }

    [Fact]
    public void Prefers_the_person_inside_a_longer_link()
    {
        var html = Html("ask Ada Quill today", mentions: [(4, 13)], spans: [new(SpanKind.Link, 0, 19, "https://example.org/x")]);

        Assert.Equal(
            "<a class=\"out\" rel=\"noreferrer noopener nofollow\" href=\"https://example.org/x\">ask </a>"
            + "<a class=\"person\" id=\"m4\" href=\"/people/7/ada-quill\">Ada Quill</a>"
            + "<a class=\"out\" rel=\"noreferrer noopener nofollow\" href=\"https://example.org/x\"> today</a>",
            html);
    }

    [Fact]
    public void Keeps_a_link_that_is_nothing_but_a_name_as_an_arrow()
    {
        var html = Html("Ada Quill", mentions: [(0, 9)], spans: [new(SpanKind.Link, 0, 9, "https://example.org/x")]);

        Assert.StartsWith("<a class=\"person\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.org/x\"><span aria-hidden=\"true\">↗</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Cuts_annotations_that_cross()
    {
        var html = Html("one two three", spans: [new(SpanKind.Emphasis, 0, 7), new(SpanKind.Strong, 4, 13)]);

        Assert.Equal("<em>one </em><strong><em>two</em></strong><strong> three</strong>", html);
    }

    [Fact]
    public void Gives_each_evidence_a_place_inside_out()
    {
        var html = Html("Mayor Ada Quill said", mentions: [(6, 15)], evidence: [(0, 20), (0, 15), (6, 20)]);

        // The third crosses the second and cannot be an element; the page links to nothing for it.
        Assert.Equal(
            "<span class=\"evidence\" id=\"t0-20\"><span class=\"evidence\" id=\"t0-15\">Mayor "
            + "<a class=\"person\" id=\"m6\" href=\"/people/7/ada-quill\">Ada Quill</a></span> said</span>",
            html);
    }

    [Fact]
    public void Passes_over_offsets_outside_of_the_text()
    {
        Assert.Equal("short", Html("short", mentions: [(3, 99)], spans: [new(SpanKind.Strong, -1, 2), new(SpanKind.Emphasis, 4, 4)], evidence: [(5, 9)]));
    }

    [Fact]
    public void Marks_the_first_of_two_mentions_that_overlap()
    {
        Assert.Equal("<a class=\"person\" id=\"m0\" href=\"/people/7/ada-quill\">Ada Quill</a>", Html("Ada Quill", mentions: [(4, 9), (0, 9)]));
    }

    [Fact]
    public void Turns_line_ends_inside_a_block_into_breaks() => Assert.Equal("a<br>b", Html("a\nb"));

    private static string Html(string text, (int Start, int End)[]? mentions = null, InlineSpan[]? spans = null, (int Start, int End)[]? evidence = null)
    {
        var stored = (mentions ?? []).Select(m => new StoredMention(7, "", m.Start, m.End, MentionRole.Mentioned, "full name")).ToList();
        var details = new ArticleDetails
        {
            Blocks = [new Block(BlockKind.Paragraph, 0, text.Length)],
            Mentions = stored,
            Spans = spans ?? [],
            Evidence = [.. (evidence ?? []).Select(e => new Evidence(EvidenceFields.Person, "x", FactKind.Derived, "rule", "", e.Start, e.End))],
        };
        var article = new Article { Title = "T", Slug = "t", TextHash = "", EntryKey = "" };
        var loaded = new LoadedArticle(
            article,
            new ArticleBody { Text = text, Details = details },
            [new ArticlePersonView(new NamedRef(7, "Ada Quill", "ada-quill"), null, true, stored)]);
        using var writer = new StringWriter();
        new InlineMarkup(loaded).Of(0, text.Length).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
