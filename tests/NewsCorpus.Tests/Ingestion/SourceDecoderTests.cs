using System.Text;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using Xunit;

namespace NewsCorpus.Tests.Ingestion;

public sealed class SourceDecoderTests
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding("windows-1252")!;

    private static DecodedSource Decode(params byte[] bytes) => SourceDecoder.Decode(new SourceDocument("a.txt", bytes));

    [Fact]
    public void Reads_UTF8_with_and_without_a_mark()
    {
        var bytes = Encoding.UTF8.GetBytes("Café — “été”");
        Assert.Equal("Café — “été”", Decode(bytes).Text);
        Assert.Equal("Café — “été”", Decode([0xEF, 0xBB, 0xBF, .. bytes]).Text);
        Assert.Empty(Decode(bytes).Notes);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    public void Reads_wide_sets_by_their_mark_or_their_zeros(string name, bool marked)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] mark = marked ? encoding.GetPreamble() : [];
        Assert.Equal("The harbour opens on “Monday”.", Decode([.. mark, .. encoding.GetBytes("The harbour opens on “Monday”.")]).Text);
    }

    [Fact]
    public void Reads_Windows_1252_where_quotation_marks_stand_at_0x80_to_0x9F()
    {
        var source = Decode(Western.GetBytes("“The ferry – it’s late,” she said. It costs €3… or more."));
        Assert.Equal("“The ferry – it’s late,” she said. It costs €3… or more.", source.Text);
        Assert.Equal("windows-1252", source.Charset);
        Assert.Contains("guessed: windows-1252", Assert.Single(source.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_accents_of_Windows_1252()
    {
        const string text = "Señora Núñez visited the café in Orléans, où il était une fois, and the façade of the Élysée. “Déjà vu,” she said.";
        Assert.Equal(text, Decode(Western.GetBytes(text)).Text);
    }

    [Fact]
    public void Believes_a_declared_set_where_the_bytes_are_no_UTF8()
    {
        var greek = CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-7")!;
        const string html = "<html><head><meta charset='ISO-8859-7'></head><body><p>Καλημέρα</p></body></html>";
        var source = Decode(greek.GetBytes(html));
        Assert.Equal(html, source.Text);
        Assert.Empty(source.Notes);
    }

    [Fact]
    public void Believes_valid_UTF8_before_a_declaration_left_over()
    {
        const string html = "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-1\"><p>Zürich’s</p>";
        Assert.Equal(html, Decode(Encoding.UTF8.GetBytes(html)).Text);
    }

    [Fact]
    public void Notes_a_declared_set_that_does_not_read_the_bytes()
    {
        var source = Decode([.. Encoding.ASCII.GetBytes("<meta charset=no-such-set><p>"), 0x93, .. "Quiet"u8, 0x94]);
        Assert.EndsWith("“Quiet”", source.Text, StringComparison.Ordinal);
        Assert.Contains(source.Notes, n => n.Contains("no-such-set", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("shift_jis", "日本の新聞は毎日たくさんの記事を掲載しています。これは試験のための文章です。")]
    [InlineData("gb18030", "这是一个用于测试的新闻句子，城市的港口今天重新开放了，市长说大家都很高兴。")]
    [InlineData("windows-1251", "Мэр города сообщил, что порт снова откроется в понедельник после долгого ремонта.")]
    public void Guesses_other_scripts(string name, string text)
    {
        var source = Decode(CodePagesEncodingProvider.Instance.GetEncoding(name)!.GetBytes(text));
        Assert.Equal(text, source.Text);
        Assert.Single(source.Notes);
    }

    [Fact]
    public void Rejects_a_broken_byte_in_UTF8_with_its_place()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("One é\r\ntwo ü — "), 0xFF, .. "three"u8];
        var fault = Assert.Throws<RejectedFileException>(() => Decode(bytes));
        Assert.Equal(bytes.AsSpan().IndexOf((byte)0xFF), fault.Byte);
        Assert.Equal(2, fault.Line);
        Assert.Contains("UTF-8", fault.Message, StringComparison.Ordinal);
        Assert.Equal(Outcome.Rejected, fault.Outcome);
    }

    [Fact]
    public void Rejects_a_byte_that_no_set_has()
    {
        var fault = Assert.Throws<RejectedFileException>(() => Decode([.. "The end "u8, 0x81]));
        Assert.Equal(8, fault.Byte);
    }

    [Fact]
    public void Rejects_UTF16_that_is_cut()
    {
        Assert.Throws<RejectedFileException>(() => Decode(0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8));
    }

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 1 }, "PNG")]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D }, "PDF")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4 }, "ZIP")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, "JPEG")]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }, "OLE")]
    [InlineData(new byte[] { 0x41, 0x42, 0, 0x43 }, "zero bytes")]
    [InlineData(new byte[0], "empty")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x20, 0x0A }, "empty")]
    public void Skips_what_is_no_text(byte[] bytes, string reason)
    {
        var fault = Assert.Throws<UnsupportedFileException>(() => Decode(bytes));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Equal(Outcome.Skipped, fault.Outcome);
    }

    [Fact]
    public void Unifies_line_ends_and_keeps_their_number()
    {
        Assert.Equal("a\nb\nc\nd\n\ne", Decode(Encoding.UTF8.GetBytes("a\r\nb\rc\u0085d\n\re")).Text);
    }

    [Fact]
    public void Composes_accents()
    {
        Assert.Equal("Jose\u0301".Normalize(), Decode(Encoding.UTF8.GetBytes("Jose\u0301")).Text);
    }

    [Fact]
    public void Notes_characters_that_were_lost_before()
    {
        Assert.Contains("Line 2", Assert.Single(Decode(Encoding.UTF8.GetBytes("a\nb\uFFFD")).Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Decodes_random_bytes_or_says_why_not()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var bytes = new byte[random.Next(1, 200)];
            random.NextBytes(bytes);
            try
            {
                Assert.DoesNotContain('\uFFFD', Decode(bytes).Text);
            }
            catch (SourceFileException e)
            {
                Assert.NotEmpty(e.Message);
            }
        }
    }
}
