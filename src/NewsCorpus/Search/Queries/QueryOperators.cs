using System.Globalization;

namespace NewsCorpus.Search.Queries;

/// <summary>Reads the spellings of operators that carry a number.</summary>
internal static class QueryOperators
{
    private const int MaxNumber = 1_000_000;

    /// <summary>"w/5", "pre/5", "w/s", "w/p", and as others spell them: "near5", "NEAR/5", "adj5", "/5", "/n5/", "w/sent", "w/para", "SAME", "ADJ".</summary>
    public static NearRange? ReadNear(string word)
    {
        switch (word)
        {
            case "SAME":
                return new(NearUnit.Paragraph, 0, false);
            case "ADJ":
                return new(NearUnit.Words, 1, true);
            case ['/', 'n' or 'N', .. var digits, '/'] when ReadNumber(digits) is { } apart:
                return new(NearUnit.Words, apart, false);
        }
        var lower = word.ToLowerInvariant();
        switch (lower)
        {
            case "w/s" or "w/sent" or "/s":
                return new(NearUnit.Sentence, 0, false);
            case "w/p" or "w/para" or "/p":
                return new(NearUnit.Paragraph, 0, false);
            case "pre/s":
                return new(NearUnit.Sentence, 0, true);
            case "pre/p":
                return new(NearUnit.Paragraph, 0, true);
        }
        foreach (var (prefix, isOrdered) in (ReadOnlySpan<(string, bool)>)[("w/", false), ("pre/", true), ("near/", false), ("near", false), ("adj/", true), ("adj", true), ("onear/", true), ("/", false)])
        {
            if (lower.StartsWith(prefix, StringComparison.Ordinal) && ReadNumber(lower.AsSpan(prefix.Length)) is { } distance)
                return new(NearUnit.Words, distance, isOrdered);
        }
        return null;
    }

    /// <summary>"atleast3", as Nexis shortens it "atl3", and "first50": the name and the number.</summary>
    public static (string Name, int Number)? ReadFunction(string name)
    {
        foreach (var function in (ReadOnlySpan<string>)["atleast", "atl", "first"])
        {
            if (name.StartsWith(function, StringComparison.OrdinalIgnoreCase) && ReadNumber(name.AsSpan(function.Length)) is { } number)
                return (function == "atl" ? "atleast" : function, number);
        }
        return name.ToLowerInvariant() is "allcaps" or "nocaps" or "caps" ? (name.ToLowerInvariant(), 0) : null;
    }

    /// <summary>"length&gt;500", "length&gt;=500", "length&lt;500", "length=500", "length:500", and Factiva's "wc&gt;500".</summary>
    public static (int? Min, int? Max)? ReadLength(string word)
    {
        foreach (var name in (ReadOnlySpan<string>)["length", "wc"])
        {
            if (!word.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                continue;
            var rest = word.AsSpan(name.Length).TrimStart(':');
            var dots = rest.IndexOf("..");
            if (dots >= 0 && rest.Length < word.Length - name.Length)
                return ReadNumber(rest[..dots]) is { } least && ReadNumber(rest[(dots + 2)..]) is { } most ? (least, most) : null;
            // "length:500" is that many.
            if (rest.Length < word.Length - name.Length && ReadNumber(rest) is { } exactly)
                return (exactly, exactly);
            var sign = rest.StartsWith(">=") || rest.StartsWith("<=") ? 2 : rest.Length > 0 && rest[0] is '>' or '<' or '=' ? 1 : 0;
            if (sign == 0 || ReadNumber(rest[sign..]) is not { } number)
                return null;
            return (rest[0], sign) switch
            {
                ('>', 1) => (number + 1, null),
                ('>', 2) => (number, null),
                ('<', 1) => (null, number - 1),
                ('<', 2) => (null, number),
                _ => (number, number),
            };
        }
        return null;
    }

    /// <summary>Where a comparison of lengths ends that begins at <paramref name="at"/>, "length &gt; 500", and how it is written without spaces; null where there is none, or it compares with no number.</summary>
    public static (string Text, int End)? ReadSpacedLength(string query, int at)
    {
        foreach (var name in (ReadOnlySpan<string>)["length", "wc"])
        {
            if (!query.AsSpan(at).StartsWith(name, StringComparison.OrdinalIgnoreCase))
                continue;
            var sign = SkipSpace(at + name.Length);
            var afterSign = sign;
            while (afterSign < query.Length && afterSign - sign < 2 && query[afterSign] is '>' or '<' or '=')
                afterSign++;
            var digits = SkipSpace(afterSign);
            var end = digits;
            while (end < query.Length && char.IsAsciiDigit(query[end]))
                end++;
            var text = string.Concat(name, query.AsSpan(sign, afterSign - sign), query.AsSpan(digits, end - digits));
            return afterSign > sign && (end == query.Length || char.IsWhiteSpace(query[end]) || query[end] == ')') && ReadLength(text) is not null ? (text, end) : null;
        }
        return null;

        int SkipSpace(int from)
        {
            while (from < query.Length && query[from] == ' ')
                from++;
            return from;
        }
    }

    public static int? ReadNumber(ReadOnlySpan<char> digits) =>
        digits.Length is > 0 and < 10 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, MaxNumber) : null;
}
