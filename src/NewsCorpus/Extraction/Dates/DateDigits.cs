using System.Buffers;
using System.Globalization;

namespace NewsCorpus.Extraction.Dates;

/// <summary>Digits of other scripts (Arabic, Persian, Devanagari, Bengali, full-width), which dates are written in too: ٨ يناير ٢٠٢٦.</summary>
internal static class DateDigits
{
    private static readonly SearchValues<char> _ascii = SearchValues.Create("0123456789");

    private static readonly SearchValues<char> _others = SearchValues.Create([.. new[] { '\u0660', '\u06F0', '\u0966', '\u09E6', '\uFF10' }.SelectMany(zero => Enumerable.Range(0, 10).Select(i => (char)(zero + i)))]);

    private static readonly SearchValues<char> _all = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue).Select(i => (char)i).Where(c => _ascii.Contains(c) || _others.Contains(c))]);

    public static bool AreIn(ReadOnlySpan<char> text) => text.ContainsAny(_all);

    /// <summary>The same text, character by character, with ASCII digits.</summary>
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(_others))
            return text;
        var folded = text.ToArray();
        foreach (ref var c in folded.AsSpan())
            if (_others.Contains(c))
                c = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c));
        return folded;
    }
}
