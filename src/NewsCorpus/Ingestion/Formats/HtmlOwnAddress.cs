using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsCorpus.Extraction.Dates;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>
/// The address of a page that does not state it, where the address has a date: from the links to its other forms (AMP, the feed of its comments, its embedding), and from links and buttons of the page
/// (to its comments, to share it) whose words are those of its heading. The page's neighbours and what it recommends have other words.
/// </summary>
internal static class HtmlOwnAddress
{
    /// <summary>Words of the heading that an address has in common with it.</summary>
    private const int MinWords = 3;

    /// <summary>Their share, in percent, of the words of the address.</summary>
    private const int MinShare = 60;

    private const int MaxLength = 2000;

    private static readonly SearchValues<char> _ends = SearchValues.Create("?#& \"'|");

    private static readonly string[] _attributes = ["href", "content", "value", "data-url", "data-href", "data-link", "data-permalink", "data-share-url", "data-a2a-url", "data-disqus-url"];

    /// <summary>Address, or part of one, and where it stands; null where there is none with a date.</summary>
    public static (string Address, IElement Element)? Find(IHtmlDocument document)
    {
        var words = WordsOf($"{document.Title} {document.QuerySelector("meta[property='og:title']")?.GetAttribute("content")} {string.Join(' ', document.QuerySelectorAll("h1").Take(3).Select(h => h.TextContent))}");
        foreach (var element in document.All)
        {
            if (element.LocalName is not ("link" or "a" or "meta" or "input" or "button" or "div" or "article"))
                continue;
            foreach (var attribute in _attributes)
                if (element.GetAttribute(attribute) is { Length: > 8 and < MaxLength } value && MayHaveDate(value) && AddressIn(value) is var address && UrlDate.FindInPath(address) is not null
                    && (IsOtherForm(element) || HasWords(address, words)))
                    return (address, element);
        }
        return null;
    }

    /// <summary>Most links have no date, and this tells it at once.</summary>
    private static bool MayHaveDate(string value) => value.Contains("/20", StringComparison.Ordinal) || value.Contains("/19", StringComparison.Ordinal) || value.Contains("%2F20", StringComparison.OrdinalIgnoreCase) || value.Contains("-20", StringComparison.Ordinal);

    private static bool IsOtherForm(IElement element) =>
        element.LocalName == "link" && element.GetAttribute("rel") is { } rel && (rel.Equals("amphtml", StringComparison.OrdinalIgnoreCase) || (rel.Equals("alternate", StringComparison.OrdinalIgnoreCase) && !element.HasAttribute("media")));

    /// <summary>The last address in the value, which may be a parameter of another, without its own parameters: that of a button to share the page stands behind that of the network.</summary>
    private static string AddressIn(string value)
    {
        var text = value.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(value) : value;
        var start = text.LastIndexOf("://", StringComparison.Ordinal);
        var address = start < 0 ? text : text[(start + 3)..];
        var end = address.AsSpan().IndexOfAny(_ends);
        return end < 0 ? address : address[..end];
    }

    private static bool HasWords(string address, HashSet<string> words)
    {
        foreach (var segment in address.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            var all = WordsOf(Path.ChangeExtension(segment, null)!).Where(w => !w.All(char.IsAsciiDigit)).ToList();
            if (all.Count < MinWords)
                continue;
            var common = all.Count(words.Contains);
            if (common >= MinWords && common * 100 >= all.Count * MinShare)
                return true;
        }
        return false;
    }

    /// <summary>Words as addresses spell them: lower case, without accents.</summary>
    private static HashSet<string> WordsOf(string text)
    {
        var letters = text.Normalize(NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        var plain = string.Concat(letters.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' '));
        return [.. plain.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
