using System.Collections.Frozen;

namespace NewsCorpus.Search.Analysis;

/// <summary>Where sentences of news text begin: after a full stop, question or exclamation mark, unless the stop belongs to an abbreviation or an initial.</summary>
internal static class SentenceBreaks
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = new[]
    {
        "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "fr", "sr", "jr", "st", "ste", "mt", "ft", "hon", "messrs",
        "gov", "sen", "sens", "rep", "reps", "del", "pres", "sec", "supt", "dist", "atty", "asst", "assn", "dept",
        "gen", "lt", "col", "maj", "capt", "cmdr", "adm", "sgt", "cpl", "pvt", "det", "insp",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
        "no", "nos", "vs", "v", "inc", "co", "corp", "ltd", "bros", "etc", "approx", "est", "ave", "blvd", "rd", "vol", "pp",
        "calif", "fla", "mass", "minn", "conn", "ill", "mich", "ariz", "wash", "wis", "pa", "va", "ga", "tex", "ore", "okla", "tenn", "ala", "ky", "la", "md", "colo",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The offset at which the sentence after the one at <paramref name="start"/> begins; <paramref name="end"/> where there is none.</summary>
    public static int Next(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] == '\n' && i + 1 < end)
            {
                var line = i + 1;
                while (line < end && char.IsWhiteSpace(text[line]))
                    line++;
                return line;
            }
            if (text[i] is not ('.' or '!' or '?' or '…'))
                continue;
            var after = i + 1;
            while (after < end && text[after] is '.' or '!' or '?' or '"' or '\'' or '”' or '’' or ')' or ']' or '»')
                after++;
            if (after >= end || !char.IsWhiteSpace(text[after]))
                continue;
            var next = after;
            while (next < end && char.IsWhiteSpace(text[next]))
                next++;
            if (next >= end)
                return end;
            if (!char.IsLower(text[next]) && !(text[i] == '.' && after == i + 1 && IsAbbreviation(text, start, i)))
                return next;
            i = after - 1;
        }
        return end;
    }

    private static bool IsAbbreviation(string text, int start, int stop)
    {
        var first = stop;
        while (first > start && char.IsLetter(text[first - 1]))
            first--;
        var word = text.AsSpan(first, stop - first);
        // An initial ("John F. Kennedy") or the end of an initialism ("U.S. Senate"): one letter before the stop.
        return word.Length == 1 && char.IsUpper(word[0]) || word.Length > 1 && char.IsUpper(word[0]) && Abbreviations.Contains(word) || word is "vs" or "v";
    }
}
