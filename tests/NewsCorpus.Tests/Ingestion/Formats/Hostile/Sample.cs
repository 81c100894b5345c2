using System.Text;

namespace NewsCorpus.Tests.Ingestion.Formats.Hostile;

/// <summary>A small good file of one format, to be damaged.</summary>
/// <param name="Reader">Name of the reader that takes it while it is whole.</param>
internal sealed record Sample(string Reader, string Path, string Text)
{
    private const string Story = "The ferry is back on the harbour line, said Ines Calloway, who runs it. “Nobody is happier than I am,” she said on Thursday.";

    public byte[] Bytes => Encoding.UTF8.GetBytes(Text);

    public static IReadOnlyList<Sample> All { get; } =
    [
        new("front-matter", "a.md", $"---\ntitle: 'Ferry back'\ndate: 2026-01-08T09:30:00+01:00\ntags:\n- harbour\n- \"ferry\"\nsite: {{name: Harbour Post, url: 'https://harbourpost.example/x'}}\n---\n\n# Ferry\n\n<p>{Story}</p>\n\n- one\n- two\n"),
        new("toml-front-matter", "a.md", $"+++\ntitle = \"Ferry back\"\ndate = 2026-01-08\ntags = [\"harbour\"]\n[extra]\noutlet = \"Harbour Post\"\n+++\n{Story}\n"),
        new("json-front-matter", "a.md", $"{{\n\"title\": \"Ferry back\",\n\"date\": \"2026-01-08\"\n}}\n\n{Story}\n"),
        new("feed", "a.xml", $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Harbour Post</title><item><title>Ferry back</title><link>https://harbourpost.example/1</link><pubDate>Thu, 08 Jan 2026 09:30:00 +0100</pubDate><description><![CDATA[<p>{Story}</p>]]></description></item></channel></rss>"),
        new("json-feed", "a.json", $"{{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Harbour Post\",\"items\":[{{\"id\":\"1\",\"title\":\"Ferry back\",\"content_html\":\"<p>{Story}</p>\",\"date_published\":\"2026-01-08T09:30:00Z\"}}]}}"),
        new("nitf", "a.xml", $"<?xml version=\"1.0\"?><nitf><head><title>Ferry back</title></head><body><body.head><hedline><hl1>Ferry back</hl1></hedline><dateline><story.date norm=\"20260108T093000Z\"/></dateline></body.head><body.content><p>{Story}</p></body.content></body></nitf>"),
        new("ninjs", "a.json", $"{{\"uri\":\"urn:x:1\",\"type\":\"text\",\"versioncreated\":\"2026-01-08T09:30:00Z\",\"headline\":\"Ferry back\",\"body_text\":\"{Story}\"}}"),
        new("json-lines", "a.jsonl", $"{{\"title\":\"Ferry back\",\"date\":\"2026-01-08\",\"body\":\"{Story}\"}}\n{{\"title\":\"Tram back\",\"date\":1767862200,\"body\":\"{Story}\"}}\n"),
        new("json", "a.json", $"[{{\"title\":\"Ferry back\",\"source\":{{\"name\":\"Harbour Post\"}},\"body\":\"{Story}\"}},{{\"title\":\"Tram back\",\"body\":\"{Story}\"}}]"),
        new("html", "a.html", $"<!DOCTYPE html><html lang=\"en\"><head><title>Ferry back | Harbour Post</title><meta property=\"og:site_name\" content=\"Harbour Post\"><script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-01-08\"}}</script></head><body><nav><a href=\"/\">Home</a></nav><article><h1>Ferry back</h1><p>{Story}</p><p>{Story}</p></article></body></html>"),
        new("table", "a.csv", $"title;date;text\n\"Ferry; back\";2026-01-08;\"{Story}\nSecond line\"\nTram back;2026-01-09;{Story}\n"),
        new("mail", "a.eml", $"From: =?utf-8?Q?In=C3=A9s?= <ines@harbourpost.example>\nSubject: Ferry back\nDate: Thu, 8 Jan 2026 09:30:00 +0100\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{Story}\n--x\nContent-Type: text/html\n\n<p>{Story}</p>\n--x--\n"),
        new("mhtml", "a.mht", $"From: <Saved by a browser>\nSubject: Ferry back\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\n\n--x\nContent-Type: text/html; charset=utf-8\nContent-Location: https://harbourpost.example/ferry\n\n<html><head><title>Ferry back</title></head><body><article><h1>Ferry back</h1><p>{Story}</p></article></body></html>\n--x--\n"),
        new("newsml-g2", "a.xml", $"<?xml version=\"1.0\"?><newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:x:1\" version=\"1\"><itemMeta><versionCreated>2026-01-08T09:30:00Z</versionCreated></itemMeta><contentMeta><headline>Ferry back</headline></contentMeta><contentSet><inlineXML contenttype=\"application/xhtml+xml\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>{Story}</p></body></html></inlineXML></contentSet></newsItem>"),
        new("inline-header", "a.txt", $" date 2026-01-08 {Story}\n\n{Story}\n"),
        new("plain-text", "a.txt", $"{Story}\n\nContact: desk@harbourpost.example\n\n\n{Story}"),
    ];
}
