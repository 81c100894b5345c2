using System.Buffers;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>Who wrote the article, above its text: "By Ana Ruiz and Tom Marsh, Court Reporter", and the line with role or outlet below.</summary>
internal static class BylineRule
{
    private const int MaxLength = 160;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(",|/;&\n(–—");

    private static readonly string[] Houses = ["staff", "staff writer", "staff reporter", "staff reports", "our correspondent", "our reporter", "a staff reporter", "news desk", "agencies", "wire reports"];

    public static Piece[]? Read(BlockPlace place)
    {
        var kind = place.Block.Kind;
        var isOpen = kind is BlockKind.Paragraph or BlockKind.Heading or BlockKind.Quote && place.BodySeen == 0 && !place.IsShouted;
        return isOpen && (IsByline(place.Text) || IsSigned(place.Text) || IsNameAbove(place) || (place.Previous == BlockKind.Byline && IsRoleLine(place.Text)))
            ? place.Whole(BlockKind.Byline)
            : null;
    }

    /// <summary>"By" and a name, with nothing behind it but more names, roles, outlets and places.</summary>
    public static bool IsByline(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length > MaxLength || !text.StartsWith("by ", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("by: ", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("written by ", StringComparison.OrdinalIgnoreCase))
            return false;
        var rest = text[(text.IndexOf("by", StringComparison.OrdinalIgnoreCase) + 2)..].TrimStart(": ");
        var end = FirstEnd(rest);
        var first = rest[..end].Trim();
        return (NameForm.IsName(first) || Agencies.IsKnown(first) || IsHouse(first) || EndsWithAgency(first)) && NameForm.IsList(WithoutDate(rest[end..]));
    }

    /// <summary>"Ana Ruiz, Staff Writer", without "By".</summary>
    private static bool IsSigned(ReadOnlySpan<char> text)
    {
        var comma = text.IndexOf(',');
        return comma > 0 && text.Length <= 80 && NameForm.IsName(text[..comma]) && NameForm.IsRole(text[(text.LastIndexOf(' ') + 1)..]) && Prose.CountWords(text[comma..]) <= 6 && NameForm.IsList(text[comma..]);
    }

    /// <summary>A name alone, with the line of an outlet or a role below: "Ana Ruiz", "BAY TODAY".</summary>
    private static bool IsNameAbove(BlockPlace place)
    {
        if (place.Index > 1 || place.FromEnd < 2 || !NameForm.IsName(place.Text) || Prose.EndsSentence(place.Text))
            return false;
        var below = place.All[place.Index + 1].Text;
        return DatelineRule.IsAlone(below) || below.Length <= 40 && !Prose.EndsSentence(below) && Prose.CountWords(below) <= 4 && NameForm.IsList(below) && (Prose.IsCapitals(below) || NameForm.HasRole(below));
    }

    private static bool IsRoleLine(ReadOnlySpan<char> text) =>
        text.Length <= 60 && !Prose.EndsSentence(text) && NameForm.IsList(text) && (Prose.IsCapitals(text) || NameForm.HasRole(text) || Agencies.IsKnown(text) || text.StartsWith("The ", StringComparison.Ordinal));

    private static bool IsHouse(ReadOnlySpan<char> text)
    {
        foreach (var house in Houses)
            if (text.Equals(house, StringComparison.OrdinalIgnoreCase))
                return true;
        return text.EndsWith(" staff", StringComparison.OrdinalIgnoreCase) && NameForm.IsList(text);
    }

    /// <summary>"ANA RUIZ Associated Press Writer" on one line.</summary>
    private static bool EndsWithAgency(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf("Associated Press", StringComparison.OrdinalIgnoreCase);
        return at > 0 && NameForm.IsName(text[..at]);
    }

    /// <summary>Where the first name ends.</summary>
    private static int FirstEnd(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(NameEnds);
        end = end < 0 ? text.Length : end;
        foreach (var word in (ReadOnlySpan<string>)[" and ", " in ", " for ", " at ", " of ", " - ", " with "])
            if (text[..end].IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
                end = at;
        return end;
    }

    /// <summary>A date or time behind the names is no word of a sentence.</summary>
    private static ReadOnlySpan<char> WithoutDate(ReadOnlySpan<char> text)
    {
        var digit = text.IndexOfAnyInRange('0', '9');
        return digit < 0 ? text : text[..digit];
    }
}
