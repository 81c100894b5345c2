using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace NewsCorpus.Web.Presentation;

/// <summary>The HTML encoder of all pages: markup is always encoded, letters of any script and typographic quotes stay themselves.</summary>
public static class PageEncoder
{
    public static TextEncoderSettings Settings { get; } = new(UnicodeRanges.All);

    public static HtmlEncoder Html { get; } = HtmlEncoder.Create(Settings);
}
