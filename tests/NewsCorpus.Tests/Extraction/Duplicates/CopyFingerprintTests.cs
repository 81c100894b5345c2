using NewsCorpus.Articles;
using NewsCorpus.Extraction.Duplicates;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Duplicates;

public sealed class CopyFingerprintTests
{
    private static readonly CopyOptions Options = new();

    [Fact]
    public void Is_the_same_in_every_process()
    {
        var fingerprint = CopyFingerprint.Of(InventedText.Content("The heron of the lower weir was seen again on Tuesday by two bakers and a child."), null, Options);
        Assert.Equal("AFBBD2CD967C8DBA-17", $"{Fold(fingerprint.ToBytes()):X16}-{fingerprint.WordCount}");

        static ulong Fold(byte[] bytes) => bytes.Aggregate(17UL, (hash, value) => unchecked(hash * 31 + value));
    }

    [Fact]
    public void Ignores_case_accents_marks_and_white_space()
    {
        var plain = InventedText.Content("\"The cafe's terrace,\" he said, \"is Zoe's and Lukasz's; don't co-operate.\"");
        var typeset = InventedText.Content("“THE CAFÉ’S   terrace,” he said, “is Zoë’s and Łukasz’s; don’t\nco‑operate.”");
        Assert.Equal(CopyFingerprint.Of(plain, null, Options).TextHash, CopyFingerprint.Of(typeset, null, Options).TextHash);
        Assert.Equal(CopyFingerprint.Of(plain, null, Options).ToBytes(), CopyFingerprint.Of(typeset, null, Options).ToBytes());
    }

    [Fact]
    public void Leaves_out_what_is_not_the_articles_own_and_a_repeated_title()
    {
        var body = new InventedText(1).Paragraphs(4);
        var dressed = InventedText.Content(
        [
            (BlockKind.Standfirst, "A line above the text."), (BlockKind.Byline, "By Somebody Else"), (BlockKind.Dateline, "HALDERMOUTH (NWA) —"), (BlockKind.Paragraph, body[0]),
            (BlockKind.Caption, "A boat at anchor."), (BlockKind.Credit, "Photograph: nobody"), (BlockKind.Paragraph, body[1]), (BlockKind.Related, "READ MORE ABOUT BOATS"), (BlockKind.Heading, "What now"),
            (BlockKind.Paragraph, body[2]), (BlockKind.Paragraph, body[3]), (BlockKind.Contributor, "Nobody contributed to this report."), (BlockKind.Furniture, "Sign up for our newsletter"), (BlockKind.Note, "This article was amended."),
        ]);
        var titled = InventedText.Content(["Heron seen", .. body]);
        var expected = CopyFingerprint.Of(InventedText.Content(body), null, Options).TextHash;
        Assert.Equal(expected, CopyFingerprint.Of(dressed, "Heron seen", Options).TextHash);
        Assert.Equal(expected, CopyFingerprint.Of(titled, "Heron Seen!", Options).TextHash);
        Assert.NotEqual(expected, CopyFingerprint.Of(titled, "Other", Options).TextHash);
    }

    [Fact]
    public void Survives_its_bytes()
    {
        for (var paragraphs = 0; paragraphs < 12; paragraphs++)
        {
            var fingerprint = CopyFingerprint.Of(InventedText.Content(new InventedText(paragraphs).Paragraphs(paragraphs)), null, Options);
            var read = CopyFingerprint.FromBytes(fingerprint.ToBytes());
            Assert.Equal(fingerprint.BandKeys, read.BandKeys);
            Assert.Equal((fingerprint.TextHash, fingerprint.WordCount), (read.TextHash, read.WordCount));
            Assert.Equal(paragraphs == 0 ? 0 : 1, fingerprint.EstimateJaccard(read));
            Assert.InRange(fingerprint.BandKeys.Count, 0, 52);
        }
    }

    [Fact]
    public void Refuses_bytes_that_are_none_of_its_own()
    {
        var bytes = CopyFingerprint.Of(InventedText.Content(new InventedText(3).Paragraphs(5)), null, Options).ToBytes();
        Assert.Equal(401, bytes.Length);
        Assert.Throws<FormatException>(() => CopyFingerprint.FromBytes(bytes.AsSpan(0, 40)));
        Assert.Throws<FormatException>(() => CopyFingerprint.FromBytes([]));
        bytes[0] = 99;
        Assert.Throws<FormatException>(() => CopyFingerprint.FromBytes(bytes));
    }

    [Fact]
    public void Estimates_jaccard_near_the_exact_value()
    {
        var errors = new List<double>();
        for (var seed = 0; seed < 120; seed++)
        {
            var text = new InventedText(seed);
            var shared = text.Paragraphs(1 + seed % 12);
            var left = CopyText.Of(InventedText.Content([.. shared, .. text.Paragraphs(seed % 5)]));
            var right = CopyText.Of(InventedText.Content([.. shared, .. text.Paragraphs(seed % 7)]));
            var exact = CopyOverlap.Measure(left, right, [], Options.ShingleWords).Jaccard;
            var estimate = CopyFingerprint.Of(left, Options).EstimateJaccard(CopyFingerprint.Of(right, Options));
            errors.Add(estimate - exact);
        }
        // Sixty values: standard error at most 0.065, so nothing beyond four of it, and no bias in the mean of 120.
        Assert.All(errors, error => Assert.InRange(error, -0.26, 0.26));
        Assert.InRange(errors.Average(), -0.02, 0.02);
    }

    [Fact]
    public void Shares_a_key_with_an_excerpt_of_its_lead_however_long_it_is()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var text = new InventedText(seed).Paragraphs(100);
            var whole = CopyFingerprint.Of(InventedText.Content(text), null, Options);
            var lead = CopyFingerprint.Of(InventedText.Content(text[..2]), null, Options);
            Assert.NotEmpty(whole.BandKeys.Intersect(lead.BandKeys));
        }
    }

    [Fact]
    public void Shares_no_key_with_other_articles()
    {
        var keys = Enumerable.Range(0, 200).SelectMany(seed => CopyFingerprint.Of(InventedText.Content(new InventedText(seed).Paragraphs(8)), null, Options).BandKeys).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Theory]
    [InlineData("北京市政府星期一宣布新的河流防洪计划并邀请居民参加说明会")]
    [InlineData("ข่าวเช้าวันนี้แม่น้ำสูงขึ้นอีกครั้ง")]
    public void Reads_scripts_without_spaces_character_by_character(string text)
    {
        var fingerprint = CopyFingerprint.Of(InventedText.Content(text), null, Options);
        Assert.InRange(fingerprint.WordCount, 20, text.Length);
        Assert.NotEmpty(fingerprint.BandKeys);
    }

    [Fact]
    public void Gives_an_empty_article_no_keys() => Assert.Empty(CopyFingerprint.Of(ArticleContent.Empty, "Title", Options).BandKeys);
}
