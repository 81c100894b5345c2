using NewsCorpus.Articles;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Structure.Pages;

/// <summary>Whole pages as sites build them, with the article among all that stands around it.</summary>
public sealed class PageArticleTests
{
    private const string First = "The ferry sails again after a repair that took the yard most of the year, the harbour master said on Monday.";
    private const string Second = "The whole town came to the quay to see it, and the school gave its children the morning off to wave from the wall.";
    private const string Third = "“We had nearly given up on it,” said the captain, who has crossed the sound twice a day for thirty years.";
    private const string Other = "A teaser of another story, long enough to look like prose, about the price of herring and what it means for the co-operative this spring.";

    private static readonly string Text = $"<p>{First}</p><p>{Second}</p><p>{Third}</p>";

    private static string[] Body(string page) =>
        [.. Read(page) is var content ? content.Blocks.Where(b => b.IsBody && b.Kind is not (BlockKind.Heading or BlockKind.Byline or BlockKind.Standfirst)).Select(b => content.Of(b).ToString()) : []];

    private static ArticleContent Read(string body) => Contents.Html($"<!doctype html><html><head><title>Ferry sails</title></head><body>{body}</body></html>");

    [Theory]
    [InlineData("<div class=\"story-body\">{0}</div>")]
    [InlineData("<article><h1>Ferry sails</h1>{0}</article>")]
    [InlineData("<main><div><div id=\"x1\">{0}</div></div></main>")]
    [InlineData("<div itemprop=\"articleBody\">{0}</div>")]
    [InlineData("<table><tr><td width=150><a href=/a>Home</a><br><a href=/b>News</a></td><td>{0}</td></tr></table>")]
    [InlineData("<form action=/ method=post>{0}</form>")]
    [InlineData("<noscript><div>Switch on scripts</noscript><div class=\"c7\">{0}</div>")]
    public void Finds_the_text_however_it_is_wrapped(string wrapped) => Assert.Equal(
        [First, Second, Third],
        Body($"<header><nav><a href=/>Home</a> <a href=/news>News</a></nav></header>{string.Format(System.Globalization.CultureInfo.InvariantCulture, wrapped, Text)}<footer><p>© 2026 The Harbour Post, registered in Bay, number 1234567, all rights reserved.</p></footer>"));

    [Theory]
    [InlineData("<div class=\"related-stories\"><h3>Related</h3><p><a href=/x>Herring</a></p><p>{0}</p></div>")]
    [InlineData("<aside class=\"newsletter-signup\"><p>Get the harbour news in your inbox every morning, free of charge, from our desk.</p></aside>")]
    [InlineData("<div id=\"comments\"><p>{0}</p><p>I was there too, and it was a great day for all of us who live by the water.</p></div>")]
    [InlineData("<section class=\"commentsSection\"><p>{0}</p></section>")]
    [InlineData("<ul class=\"share-tools\"><li><a href=/f>Facebook</a></li><li><a href=/t>Twitter</a></li></ul>")]
    [InlineData("<div class=\"sidebar\"><p>{0}</p></div>")]
    [InlineData("<div class=\"cookie-banner\"><p>We use cookies to measure how our pages are read, and so do our partners.</p></div>")]
    [InlineData("<div class=\"author-bio\"><p>She has written about the harbour, its ferries and its people since the year 2009.</p></div>")]
    [InlineData("<div class=\"tags\"><a href=/t/ferry>Ferry</a><a href=/t/quay>Quay</a></div>")]
    [InlineData("<h2>Comments</h2><div><p>{0}</p><p>Well said, and high time that somebody did.</p></div>")]
    [InlineData("<h3>More from The Harbour Post</h3><div><h4>Herring</h4><p>{0}</p></div>")]
    [InlineData("<div aria-hidden=\"true\"><p>{0}</p></div>")]
    public void Leaves_out_what_stands_around_the_text(string around)
    {
        around = string.Format(System.Globalization.CultureInfo.InvariantCulture, around, Other);
        Assert.Equal([First, Second, Third], Body($"<div class=\"content\"><h1>Ferry sails</h1><div>{Text}{around}</div></div>"));
    }

    [Fact]
    public void Keeps_a_body_that_sites_cut_into_parts()
    {
        Assert.Equal([First, Second, Third], Body($"<div><section class=\"story-body\"><p>{First}</p></section><div class=\"ad-slot\">Advertisement</div><section class=\"story-body\"><p>{Second}</p></section><section class=\"story-body\"><p>{Third}</p></section></div>"));
        Assert.Equal([First, Second, Third], Body($"<div><div class=\"k1\"><p>{First}</p></div><div class=\"k1\"><p>{Second}</p></div><div class=\"k1\"><p>{Third}</p></div></div>"));
    }

    [Fact]
    public void Keeps_an_article_whose_wrapper_is_named_for_something_else() =>
        Assert.Equal([First, Second, Third], Body($"<div class=\"newsletter sidebar-left\"><div class=\"promo\">{Text}</div></div><div class=\"sidebar\"><p>{Other}</p></div>"));

    [Fact]
    public void Reads_heading_standfirst_and_byline_above_the_body_and_no_more()
    {
        var content = Read($"<h1 class=\"logo\">The Harbour Post</h1><div class=\"top\"><span>News</span><h1>Ferry sails</h1><p class=\"article-summary\">A year of repair is over.</p><div class=\"byline\">By Ana Ruiz</div><div>12 shares</div></div><div class=\"article-body\">{Text}</div>");
        Assert.Equal(["Heading: Ferry sails", "Standfirst: A year of repair is over.", "Byline: By Ana Ruiz", $"Paragraph: {First}", $"Paragraph: {Second}", $"Paragraph: {Third}"], Contents.Lines(content));
    }

    [Fact]
    public void Takes_the_site_s_small_print_off_the_top()
    {
        var content = Read($"<article><ul><li>Home</li><li>News</li></ul><h1>Ferry sails</h1><p>Jan. 8, 2026</p><p>Harbour desk</p>{Text}</article>");
        Assert.Equal(["Furniture", "Furniture", "Heading", "Furniture", "Furniture", "Paragraph", "Paragraph", "Paragraph"], content.Blocks.Select(b => b.Kind.ToString()));
    }

    [Fact]
    public void Takes_the_stated_body_where_the_page_shows_only_its_beginning()
    {
        var stated = string.Join("\\n", First, Second, Third, First.Replace("ferry", "tram", StringComparison.Ordinal));
        var content = Contents.Html($"<html><head><script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"articleBody\":\"{stated}\"}}</script></head><body><p>{First}</p><p>Subscribe to read on.</p></body></html>");
        Assert.Contains(Third, content.Text, StringComparison.Ordinal);
        Assert.Contains("The tram sails again", content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Believes_the_stated_body_about_which_of_two_texts_is_the_article()
    {
        var stated = $"{First} {Second} {Third}";
        var teasers = string.Concat(Enumerable.Range(0, 6).Select(i => $"<p>{Other} It is number {i} of them, and just as long.</p>"));
        var page = $"<html><head><script type=\"application/ld+json\">{{\"@graph\":[{{\"@type\":\"NewsArticle\",\"articleBody\":\"{stated}\"}}]}}</script></head><body><div class=\"c1\">{teasers}</div><div class=\"c2\">{Text}</div></body></html>";
        Assert.Equal([First, Second, Third], Contents.Html(page).Blocks.Where(b => b.Kind == BlockKind.Paragraph).Select(b => Contents.Html(page).Of(b).ToString()).ToArray()[^3..]);
        Assert.DoesNotContain("herring", Contents.Html(page).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_the_slides_of_a_show_of_which_only_the_opening_is_stated()
    {
        var opening = $"{First} {Second} {Third}";
        var slides = string.Concat(Enumerable.Range(1, 12).Select(i => $"<div class=\"slide\"><div class=\"layout\"><h2>Picture {i}</h2><div><p>The ferry on its way number {i} over the sound, with the old quay behind it and the whole town on the wall to wave.</p></div></div></div>"));
        var page = $"<html><head><script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"articleBody\":\"{opening}\"}}</script></head><body><article><h1>Ferry sails</h1><div class=\"intro\">{Text}</div><section>{slides}</section></article></body></html>";
        var text = Contents.Html(page).Text;
        Assert.Contains(Third, text, StringComparison.Ordinal);
        Assert.Contains("on its way number 12 over", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script type=\"application/ld+json\">{ not json</script>")]
    [InlineData("<script type=\"application/ld+json\">{\"articleBody\": 7}</script>")]
    [InlineData("<script type=\"application/ld+json\">{\"articleBody\": \"short\"}</script>")]
    public void Reads_pages_whose_metadata_is_of_no_use(string head) =>
        Assert.Contains(Second, Contents.Html($"<html><head>{head}</head><body><div>{Text}</div></body></html>").Text, StringComparison.Ordinal);

    [Fact]
    public void Reads_a_page_without_any_prose() => Assert.Equal("Ferry\n\nTram", Read("<ul><li>Ferry</li><li>Tram</li></ul>").Text);

    [Fact]
    public void Reads_sentences_of_scripts_with_other_full_stops()
    {
        const string hindi = "नौका सोमवार को फिर से चली और पूरा शहर घाट पर उसे देखने आया था, कप्तान ABC ने कहा।";
        Assert.Equal([hindi, hindi], Body($"<div><p>{hindi}</p><p>{hindi}</p></div>"));
    }
}
