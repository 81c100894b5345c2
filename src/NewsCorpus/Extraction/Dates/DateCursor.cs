using System.Globalization;

namespace NewsCorpus.Extraction.Dates;

/// <summary>A place in some text, with the few steps that dates are made of. A step that does not apply leaves the place as it was.</summary>
internal ref struct DateCursor(ReadOnlySpan<char> text, int at)
{
    public readonly ReadOnlySpan<char> Text { get; } = text;

    public int At { get; set; } = at;

    public readonly bool IsAtEnd => At >= Text.Length;

    public readonly char Current => At < Text.Length ? Text[At] : '\0';

    /// <summary>Neither letter nor digit stands here, so a word or number may end.</summary>
    public readonly bool IsAtBoundary => !char.IsLetterOrDigit(Current);

    public bool Take(char c)
    {
        if (Current != c || IsAtEnd)
            return false;
        At++;
        return true;
    }

    /// <summary>A number of so many ASCII digits; -1 where there is none.</summary>
    public int Number(int minimum, int maximum)
    {
        var end = At;
        var value = 0;
        while (end < Text.Length && char.IsAsciiDigit(Text[end]) && end - At <= maximum)
            value = value * 10 + (Text[end++] - '0');
        if (end - At < minimum || end - At > maximum)
            return -1;
        At = end;
        return value;
    }

    public ReadOnlySpan<char> Word()
    {
        var start = At;
        while (At < Text.Length && (char.IsLetter(Text[At]) || IsMark(Text[At])))
            At++;
        return Text[start..At];
    }

    /// <summary>Vowels of Indic scripts and of Thai are marks on their letters.</summary>
    private static bool IsMark(char c) => c >= '\u0300' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>The month whose name stands here with an optional full stop; 0 where there is none.</summary>
    public int Month()
    {
        var start = At;
        var month = DateVocabulary.Month(Word());
        if (month == 0)
            At = start;
        else
            Take('.');
        return month;
    }

    /// <summary>True where one of the words stands here as a whole word.</summary>
    public bool TakeWord(params ReadOnlySpan<string> words)
    {
        var start = At;
        var found = Word();
        foreach (var word in words)
            if (found.Equals(word, StringComparison.OrdinalIgnoreCase) && IsAtBoundary)
                return true;
        At = start;
        return false;
    }

    public bool Spaces()
    {
        var start = At;
        while (At < Text.Length && char.IsWhiteSpace(Text[At]))
            At++;
        return At > start;
    }

    /// <summary>What may part day, month and year in words: spaces, commas, stops, slashes, hyphens, "of" and its like. False where nothing does.</summary>
    public bool Gap()
    {
        var start = At;
        while (At < Text.Length && At - start < 6 && (char.IsWhiteSpace(Text[At]) || Text[At] is ',' or '.' or '/' or '-' or '–'))
            At++;
        if (At > start && TakeWord("of", "de", "del", "di"))
            Spaces();
        return At > start;
    }
}
