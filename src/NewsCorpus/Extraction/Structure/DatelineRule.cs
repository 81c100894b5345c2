using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>
/// The place, and perhaps date and agency, in front of the first sentence: "CITY, State - ", "CITY (AGENCY) —", "City, Month 3 2026 (AGENCY) - ", "(CNN) ".
/// Without an agency it needs a region, a date or capitals, and the text behind the dash starts like a sentence.
/// </summary>
internal static class DatelineRule
{
    private const int MaxLength = 90;

    private static readonly HashSet<string> NoPlace = new(StringComparer.OrdinalIgnoreCase)
    {
        "however", "finally", "meanwhile", "but", "and", "yesterday", "today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "exclusive", "breaking", "update", "updated", "watch", "opinion", "analysis", "video", "photos", "live", "correction", "note",
        "he", "she", "they", "we", "it", "this", "that", "these", "those", "there", "here", "yes", "no", "a", "an", "file", "photo",
        "with", "in", "on", "at", "after", "before", "as", "for", "from", "how", "why", "what", "when", "where", "who", "is", "are", "was", "if", "review", "interview", "explainer", "factbox", "timeline", "editorial", "comment", "podcast", "gallery", "listen", "read", "more", "related", "alert", "warning", "urgent", "poll", "quiz", "recipe", "column", "feature", "special", "report", "story", "source", "sources", "developing",
    };

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static Piece[]? Read(BlockPlace place)
    {
        if (place.Block.Kind is not (BlockKind.Paragraph or BlockKind.Quote))
            return null;
        if (place.BodySeen == 0 && IsAlone(place.Text))
            return place.Whole(BlockKind.Dateline);
        if (Find(place.Text) is not var (end, start, hasAgency))
            return null;
        // A round-up has datelines further down as well; there only the agency tells them from "Smith, Jones – two men …".
        return hasAgency || place.BodySeen == 0
            ? [new Piece(BlockKind.Dateline, 0, end), new Piece(place.Block.Kind, start, place.Text.Length)]
            : null;
    }

    private static (int End, int Start, bool HasAgency)? Find(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, MaxLength));
        var bracket = head.IndexOf('(');
        if (bracket >= 0 && head[bracket..].IndexOf(')') is > 2 and < 45 and var length)
        {
            var agency = head.Slice(bracket + 1, length - 1);
            var end = bracket + length + 1;
            var isKnown = Agencies.IsWire(agency);
            var start = SkipDash(text, end);
            // "(CNN) The", "(CNN)The": the agency alone needs to be one that is known, or a dash behind it.
            if (bracket == 0)
                return isKnown || (start > 0 && Prose.IsCapitals(agency) && agency.Length < 8) ? Opened(text, end, start > 0 ? start : end, true) : null;
            if (IsPlace(head[..bracket].TrimEnd(), out _) && (start > 0 ? isKnown || IsAgencyForm(agency) : isKnown))
                return Opened(text, end, start > 0 ? start : end, true);
        }
        if (IsoDateEnd(head) is > 0 and var dated && Prose.IsCapitals(head[..dated]))
            return Opened(text, dated, Math.Max(dated, SkipDash(text, dated)), false);
        for (var at = 2; at < head.Length; at++)
        {
            // "KUALA LUMPUR: The ferry …" is how papers of the Commonwealth write it, always in capitals.
            var isColon = text[at] == ':' && Prose.IsCapitals(head[..at]) && at + 1 < text.Length && text[at + 1] == ' ' && Prose.EndsSentence(text);
            var start = isColon ? at + 2 : SkipDash(text, at);
            if (start <= 0)
                continue;
            return IsPlace(head[..at], out var isSure) && isSure ? Opened(text, at, start, false) : null;
        }
        return null;
    }

    /// <summary>A line of its own with place and date, or place and agency: "NEW PORT 1996-08-22", "NEW PORT, March 4 (Reuter)".</summary>
    public static bool IsAlone(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength || text[^1] is '.' or '!' or '?')
            return false;
        if (IsoDateEnd(text) == text.Length)
            return true;
        var bracket = text.IndexOf('(');
        var isAgency = bracket > 0 && text[^1] == ')' && Agencies.IsWire(text[(bracket + 1)..^1]);
        return isAgency && IsPlace(text[..bracket].TrimEnd(), out _);
    }

    /// <summary>Offset behind a place and an ISO date, which agencies' archives put in front of the text: "NEW PORT 1996-08-22 The ferry …"; 0 where there is none.</summary>
    private static int IsoDateEnd(ReadOnlySpan<char> text)
    {
        var digit = text.IndexOfAnyInRange('0', '9');
        if (digit < 3 || text.Length < digit + 10 || text[digit - 1] != ' ' || text[digit] is not ('1' or '2') || (text.Length > digit + 10 && text[digit + 10] != ' '))
            return 0;
        var date = text.Slice(digit, 10);
        return DateOnly.TryParseExact(date, "yyyy-MM-dd", out _) && IsPlace(text[..digit].TrimEnd(), out _) ? digit + 10 : 0;
    }

    /// <summary>Offset behind a dash that ends at no word: " - ", " – ", "—", " -- ", " _ "; 0 where none stands there.</summary>
    private static int SkipDash(string text, int at)
    {
        if (text[at - 1] == ')' && at + 1 < text.Length && text[at] == ':' && text[at + 1] == ' ')
            return at + 2;
        var i = at;
        while (i < text.Length && text[i] == ' ')
            i++;
        var spaced = i > at;
        var dash = i;
        while (i < text.Length && text[i] is '-' or '–' or '—' or '_' or '―' or '−')
            i++;
        var isLong = i - dash > 1 || (i > dash && text[dash] is '—' or '―');
        if (i == dash || i - dash > 3 || !(spaced || isLong || text[at - 1] == ')'))
            return 0;
        var word = i;
        while (word < text.Length && text[word] is ' ' or '\n')
            word++;
        return word > i || isLong ? word : 0;
    }

    /// <summary>The text behind a dateline starts a sentence.</summary>
    private static (int, int, bool)? Opened(string text, int end, int start, bool hasAgency)
    {
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        return start < text.Length && !char.IsLower(text[start]) && text[start] is not (',' or ';' or ')' or '.') ? (end, start, hasAgency) : null;
    }

    /// <param name="isSure">False for a single place in mixed case, which could be any word.</param>
    private static bool IsPlace(ReadOnlySpan<char> text, out bool isSure)
    {
        isSure = false;
        text = text.Trim();
        if (text.Length < 2)
            return false;
        var parts = 0;
        var date = false;
        foreach (var range in text.Split(','))
        {
            var part = text[range].Trim();
            parts++;
            if (part.IsEmpty || parts > 4)
                return false;
            if (parts > 1 && IsDate(part))
                date = true;
            else if (!IsPlaceName(part))
                return false;
        }
        var first = text.IndexOf(',') is > 0 and var comma ? text[..comma] : text;
        // "CNN —", "New Port CNN —"
        var isAgency = Agencies.IsWire(text) || Agencies.IsWire(text[(text.LastIndexOf(' ') + 1)..]);
        isSure = parts > 1 || (Prose.IsCapitals(first) && first.Length > 3) || date || isAgency;
        return true;
    }

    private static bool IsPlaceName(ReadOnlySpan<char> part)
    {
        var words = 0;
        foreach (var range in part.SplitAny(" /"))
        {
            var word = part[range];
            if (++words > 4 || word.IsEmpty || NoPlace.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
                return false;
            if (!char.IsUpper(word[0]) && !NameForm.IsParticle(word) && word is not ("upon" or "on" or "of" or "the" or "sur" or "am" or "and"))
                return false;
            foreach (var c in word)
                if (!char.IsLetter(c) && c is not ('.' or '-' or '\'' or '’'))
                    return false;
        }
        return words > 0 && char.IsUpper(part[0]);
    }

    /// <summary>"Jan. 3", "May 16 2022", "3 January", "2026".</summary>
    private static bool IsDate(ReadOnlySpan<char> part)
    {
        var digits = 0;
        var month = false;
        foreach (var range in part.Split(' '))
        {
            var word = part[range].Trim('.');
            if (word.Length is > 0 and < 5 && !word.ContainsAnyExceptInRange('0', '9'))
                digits++;
            else if (word.Length >= 3 && Prose.StartsWithAny(word, Months))
                month = true;
            else if (!Prose.StartsWithAny(word, ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))
                return false;
        }
        return month || digits > 0;
    }

    private static bool IsAgencyForm(ReadOnlySpan<char> text) =>
        text.Length < 40 && char.IsUpper(text[0]) && NameForm.IsList(text) && !text.ContainsAnyInRange('0', '9');
}
