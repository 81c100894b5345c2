using System.Collections.Frozen;
using System.Globalization;

namespace NewsCorpus.Extraction.People;

/// <summary>
/// Cuts a stretch of text into words and marks the way names need it: possessive endings stand alone, initials and abbreviated titles keep their
/// dot, hyphenated names stay whole, while "Kern-backed", "anti-Kern" and "U.S.-led" come apart.
/// </summary>
internal static class Tokeniser
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _abbreviations = Set(
        "mr mrs ms mx dr drs prof profs gov govs sen sens rep reps gen lt col sgt maj capt cmdr cdr cpl pvt adm brig cmsgt st ste jr sr rev revd fr hon pres atty det insp supt " +
        "messrs mme mlle sra srta amb sec dep asst assoc dir inc corp ltd co bros vs no jan feb mar apr jun jul aug sept sep oct nov dec mt ft ave blvd");

    /// <summary>What may follow a name after a hyphen without being part of it; participles are known by their ending.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _tails = Set(
        "led run era like style based born owned free friendly esque ish wide only type shaped sized lite mania bound time day year week month hour man woman member level speak skeptic sceptic");

    /// <summary>Lower-case beginnings that belong to the name after the hyphen.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _particles = Set(
        "al el ul ur ud ad an ar as at az es ez ash esh bin ben bint abu ibn de da di du la le van von der d l o");

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Appends the tokens of <paramref name="text"/> between the offsets, in order. Linear in the length.</summary>
    public static void Tokenise(string text, int start, int end, List<Token> tokens)
    {
        for (var i = start; i < end;)
        {
            if (char.IsWhiteSpace(text[i]) || char.IsControl(text[i]))
            {
                i++;
                continue;
            }
            var next = IsWord(text[i]) ? WordEnd(text, i, end) : MarkEnd(text, i, end);
            tokens.Add(new Token(i, next));
            i = next;
        }
    }

    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '′';

    private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static int MarkEnd(string text, int i, int end)
    {
        if (IsApostrophe(text[i]) && i + 1 < end && text[i + 1] is 's' or 'S' && (i + 2 >= end || !IsWord(text[i + 2])) && i > 0 && IsWord(text[i - 1]))
            return i + 2;
        return char.IsHighSurrogate(text[i]) && i + 1 < end && char.IsLowSurrogate(text[i + 1]) ? i + 2 : i + 1;
    }

    private static int WordEnd(string text, int start, int end)
    {
        if (IsAddress(text, start, end))
        {
            var stop = start;
            while (stop < end && !char.IsWhiteSpace(text[stop]) && text[stop] is not ('<' or '>' or '"' or ')'))
                stop++;
            return stop;
        }
        if (DottedEnd(text, start, end) is var dotted && dotted > start)
            return dotted;
        var i = start;
        while (i < end)
        {
            var c = text[i];
            if (IsWord(c))
                i++;
            else if (i + 1 < end && IsWord(text[i + 1]) && Joins(text, start, i, end))
                i++;
            else
                break;
        }
        return i < end && text[i] == '.' && _abbreviations.Contains(text.AsSpan(start, i - start)) && char.IsUpper(text[start]) ? i + 1 : i;
    }

    /// <summary>The end of "J.", "J.D." or "U.S." when it starts here, else <paramref name="start"/>.</summary>
    private static int DottedEnd(string text, int start, int end)
    {
        var i = start;
        while (i + 1 < end && char.IsUpper(text[i]) && text[i + 1] == '.')
            i += 2;
        return i < end && i > start && char.IsLower(text[i]) ? start : i;
    }

    /// <summary>Whether the mark at <paramref name="i"/>, which has word characters on both sides, keeps them together.</summary>
    private static bool Joins(string text, int start, int i, int end)
    {
        var c = text[i];
        if (c is '.' or ',' or ':')
            return char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]);
        if (IsApostrophe(c))
            return text[i + 1] is not ('s' or 'S') || (i + 2 < end && IsWord(text[i + 2]));
        if (c == '&')
            return char.IsUpper(text[i + 1]);
        if (!IsHyphen(c))
            return false;
        var head = text.AsSpan(start, i - start);
        var tailEnd = i + 1;
        while (tailEnd < end && IsWord(text[tailEnd]))
            tailEnd++;
        var tail = text.AsSpan(i + 1, tailEnd - i - 1);
        var capitalHead = char.IsUpper(head[0]);
        if (capitalHead && char.IsLower(tail[0]))
            return !IsTail(tail);
        return capitalHead || !char.IsUpper(tail[0]) || _particles.Contains(head);
    }

    private static bool IsTail(ReadOnlySpan<char> tail) =>
        _tails.Contains(tail) || (tail.Length >= 5 && tail.EndsWith("ed")) || (tail.Length >= 6 && (tail.EndsWith("ing") || tail.EndsWith("ism") || tail.EndsWith("ist")));

    private static bool IsAddress(string text, int start, int end)
    {
        var rest = text.AsSpan(start, Math.Min(8, end - start));
        return rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }
}
