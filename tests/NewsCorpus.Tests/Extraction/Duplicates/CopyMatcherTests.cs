using NewsCorpus.Articles;
using NewsCorpus.Extraction.Duplicates;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Duplicates;

public sealed class CopyMatcherTests
{
    private static readonly CopyOptions Options = new();
    private readonly CopyMatcher matcher = new(Options);
    private readonly InventedText text = new(7);

    private CopyMatch? Compare(IEnumerable<string> left, IEnumerable<string> right) => matcher.Compare(CopyText.Of(InventedText.Content(left)), CopyText.Of(InventedText.Content(right)));

    [Fact]
    public void Finds_the_same_text_with_similarity_one()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var article = new InventedText(seed).Paragraphs(2 + seed % 9);
            var match = Compare(article, article);
            Assert.Equal((CopyKind.Exact, 1, 1), (match!.Kind, match.Similarity, match.Containment));
        }
    }

    [Fact]
    public void Finds_a_copy_with_a_new_lead()
    {
        var article = text.Paragraphs(8);
        var match = Compare(article, [text.Paragraph(), .. article[1..]]);
        Assert.Equal(CopyKind.Near, match!.Kind);
        Assert.InRange(match.Containment, 0.7, 0.95);
        Assert.InRange(match.Similarity, 0.5, 0.95);
    }

    [Fact]
    public void Finds_a_copy_with_typing_errors()
    {
        var article = text.Paragraphs(8);
        var n = 0;
        var copy = article.Select(paragraph => string.Join(' ', paragraph.Split(' ').Select(word => ++n % 25 == 0 ? word + "x" : word)));
        Assert.Equal(CopyKind.Near, Compare(article, copy)!.Kind);
    }

    [Fact]
    public void Finds_a_copy_without_a_third_of_its_sentences()
    {
        var article = text.Paragraphs(10);
        var match = Compare(article, article.Select(paragraph => paragraph[..paragraph.LastIndexOf(". ", StringComparison.Ordinal)]));
        Assert.Equal(CopyKind.Near, match!.Kind);
        Assert.InRange(match.Containment, 0.97, 1);
    }

    [Fact]
    public void Tells_an_excerpt_from_the_article_it_is_from()
    {
        var article = text.Paragraphs(10);
        Assert.Equal((CopyKind.Excerpt, true), (Compare(article[..3], article)!.Kind, Compare(article[..3], article)!.Groups));
        Assert.Equal(CopyKind.ExcerptedBy, Compare(article, article[..3])!.Kind);
    }

    [Fact]
    public void Links_one_item_of_a_digest_without_grouping_it()
    {
        var item = text.Paragraphs(2);
        var match = Compare(item, [.. text.Paragraphs(8), .. item, .. text.Paragraphs(8)]);
        Assert.Equal((CopyKind.Excerpt, false), (match!.Kind, match.Groups));
    }

    [Fact]
    public void Keeps_apart_reports_that_quote_the_same_statement()
    {
        var statement = "“" + text.Paragraph(20) + "”";
        Assert.Null(Compare([.. text.Paragraphs(2), statement, text.Paragraph()], [.. text.Paragraphs(2), statement, text.Paragraph()]));
        Assert.Null(Compare([statement.Trim('“', '”')], [.. text.Paragraphs(2), statement]));
    }

    [Fact]
    public void Keeps_apart_reports_that_hold_the_same_block_quotation()
    {
        var statement = text.Paragraph(20);
        ArticleContent Report() => InventedText.Content([(BlockKind.Paragraph, text.Paragraph(4)), (BlockKind.Quote, statement), (BlockKind.Paragraph, text.Paragraph(2))]);
        Assert.Null(matcher.Compare(CopyText.Of(Report()), CopyText.Of(Report())));
    }

    [Fact]
    public void Finds_a_copy_that_lost_its_quotation_marks()
    {
        var article = Enumerable.Range(0, 8).Select(_ => $"“{text.Sentence()}” {text.Words(3)}. {text.Sentence()}").ToArray();
        Assert.Equal(CopyKind.Exact, Compare(article, article.Select(paragraph => paragraph.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal)))!.Kind);
        Assert.Equal(CopyKind.Near, Compare(article, article.Skip(1).Select(paragraph => paragraph.Replace("”", "", StringComparison.Ordinal)).Prepend(article[0] + " " + text.Words(2)))!.Kind);
    }

    [Fact]
    public void Keeps_apart_reports_of_one_event_with_the_same_background()
    {
        var background = text.Paragraphs(6);
        Assert.Null(Compare([.. text.Paragraphs(5), .. background], [.. text.Paragraphs(4), .. background]));
    }

    [Fact]
    public void Keeps_apart_articles_over_the_same_boilerplate()
    {
        var boilerplate = text.Paragraphs(5);
        Assert.Null(Compare([.. text.Paragraphs(3), .. boilerplate], [.. text.Paragraphs(3), .. boilerplate]));
    }

    [Fact]
    public void Keeps_apart_briefs_of_one_outlet_under_a_boilerplate_longer_than_they_are()
    {
        var boilerplate = text.Paragraphs(8);
        var (left, right) = (CopyText.Of(InventedText.Content([text.Paragraph(4), .. boilerplate])), CopyText.Of(InventedText.Content([text.Paragraph(4), .. boilerplate])));
        Assert.NotNull(matcher.Compare(left, right));
        Assert.Null(matcher.Compare(left, right, isSameOutlet: true));
        CopyCandidate candidate = new(1, 1, CopyFingerprint.Of(right, Options), 5);
        Assert.Empty(matcher.Match(left, CopyFingerprint.Of(left, Options), 5, [candidate], _ => right));
        Assert.NotEmpty(matcher.Match(left, CopyFingerprint.Of(left, Options), 6, [candidate], _ => right));
        var whole = text.Paragraphs(9);
        Assert.Equal(CopyKind.Near, matcher.Compare(CopyText.Of(InventedText.Content(whole)), CopyText.Of(InventedText.Content(whole[..6])), isSameOutlet: true)!.Kind);
    }

    [Fact]
    public void Finds_an_excerpt_that_is_nearly_all_quotation()
    {
        string[] article = [$"“{text.Sentence()} {text.Sentence()} {text.Sentence()}” {text.Words(8)}.", .. text.Paragraphs(9)];
        Assert.Equal(CopyKind.Excerpt, Compare(article[..1], article)!.Kind);
        Assert.Null(Compare([$"“{text.Sentence()} {text.Sentence()} {text.Sentence()}” {text.Words(8)}."], article));
        Assert.Null(Compare([article[0][..article[0].IndexOf('”', StringComparison.Ordinal)] + "” " + text.Words(8)], article));
    }

    [Fact]
    public void Takes_a_short_notice_for_no_copy_of_itself()
    {
        Assert.Null(Compare(["Video will follow in a moment."], ["Video will follow in a moment."]));
        var brief = text.Words(30) + ".";
        Assert.Equal(CopyKind.Exact, Compare([brief], [brief])!.Kind);
        Assert.Null(Compare([brief], [brief + " " + text.Words(5)]));
    }

    [Fact]
    public void Discounts_words_that_many_stories_share()
    {
        // 50 own words over 300 of boilerplate: no pair tells that from a copy with a new lead, but many stories do.
        var boilerplate = text.Paragraphs(8);
        var texts = Enumerable.Range(1, 12).ToDictionary(id => (long)id, _ => CopyText.Of(InventedText.Content([text.Paragraph(4), .. boilerplate])));
        var fingerprint = CopyFingerprint.Of(texts[12], Options);
        List<CopyCandidate> Candidates(Func<long, long> story) => [.. texts.Where(entry => entry.Key < 12).Select(entry => new CopyCandidate(entry.Key, story(entry.Key), CopyFingerprint.Of(entry.Value, Options)))];
        Assert.Empty(matcher.Match(texts[12], fingerprint, null, Candidates(id => id), id => texts[id]));
        Assert.NotEmpty(matcher.Match(texts[12], fingerprint, null, Candidates(_ => 1), id => texts[id]));
    }

    [Fact]
    public void Does_not_discount_a_paragraph_for_a_phrase_in_use_everywhere()
    {
        var phrase = text.Words(7);
        var article = Enumerable.Range(0, 6).Select(_ => $"{text.Words(20)} {phrase} {text.Words(20)}.").ToArray();
        var mine = CopyText.Of(InventedText.Content(article));
        var others = Enumerable.Range(1, 20).ToDictionary(id => (long)id, _ => CopyText.Of(InventedText.Content([$"{phrase} {text.Words(200)}"])));
        others[21] = CopyText.Of(InventedText.Content(article[1..]));
        var candidates = others.Select(entry => new CopyCandidate(entry.Key, entry.Key, CopyFingerprint.Of(entry.Value, Options)));
        Assert.Equal([21], matcher.Match(mine, CopyFingerprint.Of(mine, Options), null, candidates, id => others[id]).Select(match => match.ArticleId));
    }

    [Fact]
    public void Reads_straight_quotation_marks_by_their_side_where_one_is_missing()
    {
        var whole = CopyText.Of(InventedText.Content("\"Ba den for gil,\" he said. Hal ko lum. \"Mer nor pes.\" Quo ran."));
        var broken = CopyText.Of(InventedText.Content("Ba den for gil,\" he said. Hal ko lum. \"Mer nor pes.\" Quo ran."));
        Assert.Equal(whole.Quoted[4..], broken.Quoted[4..]);
        Assert.Equal([true, true, true, true, false, false, false, false, false, true, true, true, false, false], whole.Quoted);
    }

    [Fact]
    public void Reads_no_text_for_candidates_that_share_too_little_and_few_of_a_large_story()
    {
        var article = text.Paragraphs(10);
        var mine = CopyText.Of(InventedText.Content(article));
        var copy = CopyText.Of(InventedText.Content([.. article[..9], text.Paragraph()]));
        var loosely = CopyText.Of(InventedText.Content([article[0][..60], .. text.Paragraphs(10)]));
        var candidates = Enumerable.Range(1, 100).Select(id => new CopyCandidate(id, 1, CopyFingerprint.Of(copy, Options)))
            .Concat(Enumerable.Range(101, 100).Select(id => new CopyCandidate(id, id, CopyFingerprint.Of(loosely, Options))));
        var loaded = new List<long>();
        var matches = matcher.Match(mine, CopyFingerprint.Of(mine, Options), null, candidates, id =>
        {
            loaded.Add(id);
            return copy;
        });
        Assert.Equal([1, 2, 3], loaded);
        Assert.Equal([1, 2, 3], matches.Select(match => match.ArticleId));
    }

    [Fact]
    public void Finds_exact_copies_without_reading_text_and_first()
    {
        var article = text.Paragraphs(6);
        var mine = CopyText.Of(InventedText.Content(article));
        var near = CopyText.Of(InventedText.Content(article[1..]));
        CopyCandidate[] candidates = [new(4, 4, CopyFingerprint.Of(near, Options)), new(9, 9, CopyFingerprint.Of(mine, Options)), new(9, 9, CopyFingerprint.Of(mine, Options))];
        var matches = matcher.Match(mine, CopyFingerprint.Of(mine, Options), null, candidates, id => id == 4 ? near : throw new InvalidOperationException());
        Assert.Equal([(9, CopyKind.Exact), (4, CopyKind.Near)], matches.Select(match => (match.ArticleId, match.Kind)));
        Assert.Empty(matcher.Match(mine, CopyFingerprint.Of(mine, Options), null, candidates[..1], _ => null));
    }
}
