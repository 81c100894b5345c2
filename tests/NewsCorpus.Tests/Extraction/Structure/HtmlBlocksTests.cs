using System.Text;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Structure;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Structure;

public sealed class HtmlBlocksTests
{
    [Fact]
    public void Gives_blocks_parted_by_blank_lines()
    {
        var content = Contents.Html("<h2>Ferry  back</h2><p>It   sails\n again.</p><ul><li>One<ul><li>Two</li></ul></li></ul><blockquote><p>At last.</p></blockquote><figure><img src=x><figcaption>The quay.</figcaption></figure>");
        Assert.Equal("Ferry back\n\nIt sails again.\n\nOne\n\nTwo\n\nAt last.\n\nThe quay.", content.Text);
        Assert.Equal(
            [
                new(BlockKind.Heading, 0, 10, 2),
                new(BlockKind.Paragraph, 12, 27),
                new(BlockKind.List, 29, 32, 1),
                new(BlockKind.List, 34, 37, 2),
                new(BlockKind.Quote, 39, 47),
                new(BlockKind.Caption, 49, 58),
            ],
            content.Blocks);
    }

    [Fact]
    public void Keeps_links_and_emphasis_with_exact_offsets()
    {
        var content = Contents.Html("<p>The <a href='https://a.example/x?y=1&amp;z=2'> old\n<b>ferry </b></a>sails <em>now</em>, <i></i>ask <a href=mailto:a@b.example>us</a>.</p>");
        Assert.Equal("The old ferry sails now, ask us.", content.Text);
        Assert.Equal(
            [
                new(SpanKind.Link, 4, 13, "https://a.example/x?y=1&z=2"),
                new(SpanKind.Strong, 8, 13),
                new(SpanKind.Emphasis, 20, 23),
                new(SpanKind.Link, 29, 31, "mailto:a@b.example"),
            ],
            content.Spans);
    }

    [Theory]
    [InlineData("/x", "https://news.example/x")]
    [InlineData("../y#z", "https://news.example/y#z")]
    [InlineData("//cdn.example/a", "https://cdn.example/a")]
    [InlineData(" HTTP://A.example ", "http://a.example/")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("jav\tascript:alert(1)", null)]
    [InlineData("&#106;avascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("vbscript:x", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("ftp://a.example/x", null)]
    [InlineData("#top", null)]
    [InlineData("", null)]
    [InlineData("http://", null)]
    public void Keeps_only_safe_links(string href, string? expected)
    {
        var content = Contents.Html($"<p>One <a href=\"{href}\" onclick='x()' target=_blank>two</a> three.</p>", "https://news.example/a/b");
        Assert.Equal("One two three.", content.Text);
        var links = content.Spans.Select(s => s.Href);
        if (expected is null)
            Assert.All(links, l => Assert.StartsWith("https://news.example/", l, StringComparison.Ordinal));
        else
            Assert.Equal([expected], links);
    }

    [Fact]
    public void Drops_relative_links_without_an_address()
    {
        Assert.Empty(Contents.Html("<p>One <a href='/x'>two</a>.</p>").Spans);
        Assert.Empty(Contents.Html("<p>One <a href='/x'>two</a>.</p>", "javascript:x").Spans);
    }

    [Fact]
    public void Leaves_out_what_nobody_reads()
    {
        var content = Contents.Html(
            """
            <style>p { color: red }</style><p>One<script>alert("<p>no</p>")</script> two.</p><iframe src="https://t.example"><p>no</p></iframe><noscript><img src="https://t.example/pixel">no</noscript>
            <p style="display: none">no</p><p hidden>no</p><svg><text>no</text></svg><template><p>no</p></template><img src=x onerror=alert(1) alt="no"><!-- no --><object>no</object><textarea>no</textarea><p>Three.</p>
            """);
        Assert.Equal("One two.\n\nThree.", content.Text);
    }

    [Fact]
    public void Breaks_lines_and_parts_paragraphs_at_double_breaks()
    {
        Assert.Equal(["Paragraph: One\ntwo.", "Paragraph: Three."], Contents.Lines(Contents.Html("One<br> two.<br/><br>\n<br>Three.<br>")));
    }

    [Fact]
    public void Reads_tables_row_by_row()
    {
        var content = Contents.Html("<table><caption>Prices</caption><tr><th>Line</th><th>Fare</th></tr><tr><td>One</td><td><b>3</b></td></tr></table>");
        Assert.Equal("Prices\n\nLine | Fare\n\nOne | 3", content.Text);
    }

    [Fact]
    public void Keeps_the_lines_of_preformatted_text()
    {
        Assert.Equal("a b\nc\n\nd", Contents.Html("<pre>\na  b\nc\n\n\nd\n</pre>").Text);
    }

    [Fact]
    public void Keeps_text_between_and_around_elements()
    {
        Assert.Equal("One\n\ntwo\n\nthree\n\nfour", Contents.Html("One<div>two<p>three</div>four").Text);
    }

    [Fact]
    public void Parts_the_spans_of_elements_that_hold_blocks()
    {
        var content = Contents.Html("<a href='https://a.example'><p>See one thing.</p><p>See two.</p></a><p>Three.</p>");
        Assert.Equal([(0, 14), (16, 24)], content.Spans.Select(s => (s.Start, s.End)));
    }

    [Fact]
    public void Reads_entities_accents_and_invisible_characters()
    {
        Assert.Equal("Café “x” & 1 < 2 a b soft", Contents.Html("<p>Cafe&#769; &ldquo;x&rdquo; &amp; 1 &lt; 2&nbsp;&#8203;a&#x202E; b&#0; so&shy;ft</p>").Text.Replace("\uFFFD", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Moves_spans_with_composed_accents()
    {
        var content = Contents.Html("<p>Cafe&#769; <b>Jose&#769;</b> sings.</p>");
        var span = Assert.Single(content.Spans);
        Assert.Equal("José", content.Text[span.Start..span.End]);
    }

    [Theory]
    [InlineData("<p class='article__standfirst'>One.</p>", BlockKind.Standfirst)]
    [InlineData("<div class=byline>Ana Ruiz, the harbour</div>", BlockKind.Byline)]
    [InlineData("<p class='wp-caption-text caption'>One.</p>", BlockKind.Caption)]
    [InlineData("<nav><a href=/x>Home</a></nav>", BlockKind.Furniture)]
    [InlineData("<div class='newsletter-box'><p>One.</p></div>", BlockKind.Furniture)]
    [InlineData("<aside class='related'><p>One.</p></aside>", BlockKind.Furniture)]
    [InlineData("<p class='unrelated captioned'>One.</p>", BlockKind.Paragraph)]
    public void Takes_kinds_from_the_markup(string html, BlockKind kind)
    {
        Assert.Equal(kind, Assert.Single(Contents.Html(html).Blocks).Kind);
    }

    [Fact]
    public void Takes_no_kind_from_the_class_of_a_whole_article()
    {
        var html = $"<div class='related newsletter'>{string.Concat(Enumerable.Repeat("<p>The ferry sails again after the long repair.</p>", 60))}</div>";
        Assert.All(Contents.Html(html).Blocks, b => Assert.Equal(BlockKind.Paragraph, b.Kind));
    }

    [Fact]
    public void Tells_a_credit_within_a_caption()
    {
        Assert.Equal(
            ["Caption: The quay.", "Credit: Ana Ruiz"],
            Contents.Lines(Contents.Html("<figure><figcaption>The quay. <span class=credit>Ana Ruiz</span></figcaption></figure>")));
    }

    [Fact]
    public void Reads_the_article_of_a_whole_page()
    {
        var content = Contents.Html("<html><head><title>x</title></head><body><header>Menu</header><article><h1>Ferry</h1><p>It sails again, and the whole town stands on the quay.</p></article><footer>About</footer></body></html>");
        Assert.Equal("Ferry\n\nIt sails again, and the whole town stands on the quay.", content.Text);
    }

    [Theory]
    [InlineData("<div>", "</div>")]
    [InlineData("<b>", "</b>")]
    [InlineData("<font color=1>", "")]
    [InlineData("<blockquote>", "")]
    [InlineData("<ul><li>", "")]
    [InlineData("<table><tr><td>", "")]
    [InlineData("<a href=https://a.example>", "</a>")]
    [InlineData("<span x>", "")]
    [InlineData("<unknown>", "</unknown>")]
    [InlineData("<svg>", "")]
    [InlineData("<p><b><i><u>", "")]
    public void Reads_deep_nesting_without_losing_the_text_behind(string open, string close)
    {
        var html = new StringBuilder();
        for (var i = 0; i < 50_000; i++)
            html.Append(open);
        html.Append("deep");
        for (var i = 0; i < 50_000; i++)
            html.Append(close);
        html.Append("</svg><p>Behind.</p>");
        Assert.EndsWith("Behind.", Contents.Html(html.ToString()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_formatting_that_would_be_copied_into_every_paragraph()
    {
        var html = new StringBuilder();
        for (var i = 0; i < 3000; i++)
            html.Append("<div><font color=").Append(i).Append("></div><p>x");
        Assert.Equal(3000, Contents.Html(html.ToString()).Blocks.Count);
    }

    [Fact]
    public void Reads_more_tags_than_any_page_has()
    {
        var html = string.Concat(Enumerable.Repeat("<p>one</p>", HtmlGuard.MaxTags + 500));
        Assert.Equal(HtmlGuard.MaxTags + 500, Contents.Html(html).Text.Split(["\n\n", " "], StringSplitOptions.None).Length);
    }

    [Fact]
    public void Reads_huge_attributes_and_tags_that_never_end()
    {
        Assert.Equal("One.", Contents.Html($"<p title='{new string('x', 2_000_000)}'>One.</p>").Text);
        Assert.Equal("One.", Contents.Html("<p>One.</p><a href=\"" + new string('<', 200_000)).Text);
        Assert.Equal("One.", Contents.Html("<p>One.</p>" + string.Concat(Enumerable.Repeat("<!--", 50_000))).Text);
        Assert.Equal("One.", Contents.Html("<p>One.</p>" + string.Concat(Enumerable.Repeat("<script>", 50_000))).Text);
    }

    [Fact]
    public void Leaves_ordinary_markup_as_it_is()
    {
        const string html = "<!doctype html><p>One<br>two <b>3</b><i>x</i></p><script>if (a < b) { x('</p>'); }</script><ul><li>a<li>b</ul>";
        Assert.Same(html, HtmlGuard.Limit(html));
    }

    [Fact]
    public void Loses_no_word_whatever_is_cut_or_mixed()
    {
        string[] parts = ["<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<a href='https://a.example'>", "</a>", "<ul>", "<li>", "</ul>", "<br>", "<table>", "<tr>", "<td>", "</table>", "<h2>", "</h2>", "<blockquote>", "</blockquote>", "<em>", "</em>", "<section>", "&amp;", "<figure>", "</figure>"];
        var random = new Random(3);
        for (var i = 0; i < 300; i++)
        {
            var html = new StringBuilder();
            for (var n = 0; n < 30; n++)
                html.Append(parts[random.Next(parts.Length)]).Append("word").Append((char)('a' + n % 26)).Append(n / 26).Append(' ');
            var text = Contents.Html(html.ToString()).Text;
            for (var n = 0; n < 30; n++)
                Assert.Contains($"word{(char)('a' + n % 26)}{n / 26}", text, StringComparison.Ordinal);
        }
    }
}
