using System.Text;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Structure;
using NewsCorpus.Ingestion;
using Xunit;

namespace NewsCorpus.Tests.Ingestion.Formats;

public sealed class MailReadersTests
{
    private const string Reader = "mail";

    [Fact]
    public void Reads_the_HTML_of_a_message_with_alternatives()
    {
        var draft = Entries.One(
            "From: =?utf-8?Q?Caf=C3=A9?= =?utf-8?Q?_Desk?= <desk@a.example>\r\nTo: all@a.example\r\nSubject: =?iso-8859-1?Q?Quay_f=FCr?=\r\n =?iso-8859-1?B?IGltbWVy?= shut\r\nDate: Thu, 08 Jan 2026 10:33:12 +0000\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/mixed;\r\n boundary=\"out=er\"\r\n\r\nPreamble.\r\n--out=er\r\nContent-Type: multipart/alternative; boundary=inner\r\n\r\n--inner\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPlain.\r\n"
            + "--inner\r\nContent-Type: text/html; charset=\"windows-1252\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>The quay =96 soon=\r\ner than later.</p>\r\n--inner--\r\n"
            + "--out=er\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename=x.html\r\n\r\n<p>Attached.</p>\r\n--out=er--\r\n",
            Reader,
            "a.eml");
        Assert.Equal("Quay für immer shut", draft.Value("subject"));
        Assert.Equal("Café Desk", draft.Value("from"));
        Assert.Equal("Thu, 08 Jan 2026 10:33:12 +0000", draft.Value("date"));
        Assert.Equal(5, draft.Field("date")!.Line);
        Assert.Equal(BodyFormat.Html, draft.BodyFormat);
        Assert.Equal("The quay – sooner than later.", ContentReader.Read(draft).Text);
    }

    [Theory]
    [InlineData("base64", "VGhlIHF1YXkg\r\nKMOpdMOpKSBpcyBzaHV0Lg==", "utf-8")]
    [InlineData("quoted-printable", "The quay (=E9t=E9)= \r\n is shut.", "iso-8859-1")]
    [InlineData("8bit", "The quay (été) is shut.", "utf-8")]
    [InlineData("quoted-printable", "The quay (=C3=A9t=C3=A9) is shut.", "no-such-set")]
    public void Reads_plain_text_in_any_coding(string coding, string body, string set)
    {
        var draft = Entries.One($"Message-ID: <1@a.example>\nSubject: x\nContent-Type: text/plain; charset={set}\nContent-Transfer-Encoding: {coding}\n\n{body}\n", Reader);
        Assert.Equal("The quay (été) is shut.", draft.Body.Trim());
        Assert.Equal(BodyFormat.PlainText, draft.BodyFormat);
    }

    [Fact]
    public void Reads_8_bit_text_in_a_set_of_its_own()
    {
        var head = Encoding.ASCII.GetBytes("Message-ID: <1@a.example>\nSubject: x\nContent-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: 8bit\n\n");
        var koi = CodePagesEncodingProvider.Instance.GetEncoding("koi8-r")!;
        var draft = Assert.Single(Entries.Of([.. head, .. koi.GetBytes("Паром не пришёл.")], Reader));
        Assert.Equal("Паром не пришёл.", draft.Body.Trim());
    }

    [Fact]
    public void Joins_flowed_lines()
    {
        var draft = Entries.One("Message-ID: <1@a.example>\nSubject: x\nContent-Type: text/plain; format=flowed\n\nThe quay \nis shut.\n\nNext.\n", Reader);
        Assert.Equal("The quay is shut.\n\nNext.", draft.Body.Trim());
    }

    [Fact]
    public void Skips_a_message_of_attachments_alone() =>
        Assert.Throws<UnsupportedFileException>(() => Entries.Of("Message-ID: <1@a>\nSubject: x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n", Reader));

    [Fact]
    public void Leaves_header_lines_over_an_article_to_others() =>
        Assert.Equal("inline-header", Reading.Of("Title: Quay\nDate: 2026-01-08\nContent-Type: article\n\nThe quay is shut.\n").Reader);

    [Fact]
    public void Rejects_parts_nested_without_end()
    {
        var text = new StringBuilder("Message-ID: <1@a>\nSubject: x\n");
        for (var i = 0; i < 1000; i++)
            text.Append($"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n");
        Assert.Contains("MaxMailDepth", Assert.Throws<RejectedFileException>(() => Entries.Of(text.ToString(), Reader)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_parts_without_number()
    {
        var text = "Message-ID: <1@a>\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\nx\n", 10_000));
        Assert.Throws<RejectedFileException>(() => Entries.Of(text, Reader));
    }

    [Fact]
    public void Reads_the_root_page_of_a_saved_page()
    {
        var draft = Entries.One(
            "From: <Saved by a browser>\nSnapshot-Content-Location: https://a.example/news/7\nSubject: Quay\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"--b\"\n\n"
            + "----b\nContent-Type: text/html\nContent-ID: <f@m>\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://a.example/news/7\n\n<html><head><title>Quay shut</title><meta property=3D\"og:site_name\" content=3D\"Courier\"></head><body><article><p>The quay is shut.</p></article></body></html>\n"
            + "----b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n----b--\n",
            "mhtml");
        Assert.Equal("https://a.example/news/7", draft.Value("link"));
        Assert.Equal("Quay shut", draft.Value("title"));
        Assert.Equal("Courier", draft.Value("og:site_name"));
        Assert.Equal("The quay is shut.", ContentReader.Read(draft).Text);
    }
}
