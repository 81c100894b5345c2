namespace NewsCorpus.Extraction.Structure;

/// <summary>The credit at the end of a caption or a paragraph.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="IsPhoto">True where it credits a picture, so that the words before it are a caption; false for a wire agency in brackets, which credits text as often.</param>
internal sealed record CreditLine(int Start, bool IsPhoto)
{
    private const int MaxTail = 160;

    private static readonly string[] Labels =
    [
        "photographs", "photograph", "photos", "photo", "photo credit", "photo illustration", "pictures", "picture", "picture credit", "image", "images", "image credit", "image source", "illustration", "illustrations", "photographer", "composite", "collage", "graphic", "credit", "credits", "file photo", "file photograph", "courtesy",
    ];

    /// <summary>Null where the text does not end in a credit.</summary>
    public static CreditLine? Find(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd(" \n.").Length;
        if (end == 0)
            return null;
        if (text[end - 1] is ')' or ']' && Bracket(text, end) is { } bracket)
            return bracket;
        var from = Math.Max(0, end - MaxTail);
        CreditLine? weak = null;
        for (var at = from; at < end; at++)
        {
            if (!IsBoundary(text, at))
                continue;
            var tail = text[at..end];
            if (IsPhotoCredit(tail))
                return new CreditLine(at, true);
            if (weak is null && Agencies.IsWire(tail) && tail.Length > 2)
                weak = new CreditLine(at, false);
        }
        return weak;
    }

    /// <summary>A credit in brackets at the end: "(AP Photo/Ana Ruiz)", "(Photo by Ana Ruiz/Getty Images)", "(Reuters)".</summary>
    private static CreditLine? Bracket(ReadOnlySpan<char> text, int end)
    {
        var open = text[..end].LastIndexOfAny("([");
        if (open < 0 || end - open > MaxTail)
            return null;
        var inside = text[(open + 1)..(end - 1)].Trim();
        var slash = inside.IndexOf('/');
        if (IsPhotoCredit(inside) || (slash > 0 && NameForm.IsName(inside[..slash]) && NameForm.IsList(inside)))
            return new CreditLine(open, true);
        // "CITY (AP)" alone is a place with its agency, not a paragraph with its credit.
        return Agencies.IsWire(inside) && Prose.EndsSentence(text[..open]) ? new CreditLine(open, false) : null;
    }

    /// <summary>The start of the text, of a line, of a sentence, of a part behind a bar or dash, or the sign ©.</summary>
    private static bool IsBoundary(ReadOnlySpan<char> text, int at)
    {
        if (char.IsWhiteSpace(text[at]))
            return false;
        if (at == 0 || text[at] == '©')
            return true;
        if (!char.IsWhiteSpace(text[at - 1]))
            return false;
        var before = text[..at].TrimEnd(' ');
        // "J. Marsh/AP": an initial ends no sentence.
        var isInitial = before.Length > 1 && before[^1] == '.' && char.IsUpper(before[^2]) && (before.Length == 2 || !char.IsLetter(before[^3]));
        return before.Length > 0 && !isInitial && (before[^1] is '\n' or '|' or '–' or '—' || Prose.EndsSentence(before));
    }

    private static bool IsPhotoCredit(ReadOnlySpan<char> text)
    {
        var marked = text.StartsWith("©", StringComparison.Ordinal);
        text = text.TrimStart("© ").TrimStart("([");
        if (text.IsEmpty || HasDigits(text))
            return false;
        foreach (var label in Labels)
            if (AfterLabel(text, label) is { IsEmpty: false } rest)
                return NameForm.IsList(rest) && IsShort(rest) && (!label.EndsWith('s') || StartsWithName(rest));
        if (text.IndexOf(':') is > 0 and var colon && AgencyLabel(text[..colon]))
            return NameForm.IsList(text[colon..]) && IsShort(text[colon..]);
        if (!NameForm.IsList(text) || !IsShort(text))
            return false;
        if (marked || Agencies.IsPictureAgency(text))
            return true;
        foreach (var range in text.SplitAny("/|"))
            if ((text[range].Length < text.Length && Agencies.IsKnown(text[range])) || IsPictureDesk(text[range]))
                return true;
        var via = text.IndexOf(" via ", StringComparison.OrdinalIgnoreCase);
        return via > 0 && Agencies.IsKnown(text[(via + 5)..]);
    }

    /// <summary>What follows "Photograph:", "Photo by", "Photos courtesy of"; empty where the label is a word of a sentence.</summary>
    private static ReadOnlySpan<char> AfterLabel(ReadOnlySpan<char> text, string label)
    {
        if (!text.StartsWith(label, StringComparison.OrdinalIgnoreCase))
            return [];
        var rest = text[label.Length..];
        foreach (var link in (ReadOnlySpan<string>)[":", " by:", " by ", " courtesy of ", " courtesy ", " via ", " from ", ", "])
        {
            if (!rest.StartsWith(link, StringComparison.OrdinalIgnoreCase) || (link == ", " && label != "image source"))
                continue;
            var name = rest[link.Length..].TrimStart();
            return name.Length > 1 && !char.IsLower(name[0]) ? name : [];
        }
        return label == "courtesy" && rest.StartsWith(" of ", StringComparison.OrdinalIgnoreCase) ? rest[4..] : [];
    }

    /// <summary>"Bay Photo", "Coastline Pictures": two words or more, the last of which says what is sold.</summary>
    private static bool IsPictureDesk(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var last = text[(text.LastIndexOf(' ') + 1)..];
        return last.Length < text.Length && last is "Photo" or "Photos" or "Images" or "Pictures";
    }

    /// <summary>"Reuters photo: Ana Ruiz", "AFP: Ana Ruiz".</summary>
    private static bool AgencyLabel(ReadOnlySpan<char> label)
    {
        label = label.TrimEnd();
        if (label.EndsWith(" photo", StringComparison.OrdinalIgnoreCase))
            label = label[..^6];
        return Agencies.IsKnown(label);
    }

    /// <summary>"Photos: Ana Ruiz" is a credit, "Photos: Elections in the bay" leads to a gallery.</summary>
    private static bool StartsWithName(ReadOnlySpan<char> names)
    {
        var end = names.IndexOfAny(",/&");
        var first = (end < 0 ? names : names[..end]).Trim();
        if (first.IndexOf(" and ", StringComparison.OrdinalIgnoreCase) is > 0 and var and)
            first = first[..and];
        if (first.IndexOf(" for ", StringComparison.OrdinalIgnoreCase) is > 0 and var house)
            first = first[..house];
        return NameForm.IsName(first) || Agencies.IsKnown(first) || IsPictureDesk(first);
    }

    private static bool IsShort(ReadOnlySpan<char> names) => Prose.CountWords(names) <= 14;

    private static bool HasDigits(ReadOnlySpan<char> text) => text.ContainsAnyInRange('0', '9');
}
