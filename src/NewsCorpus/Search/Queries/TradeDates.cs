using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsCorpus.Search.Queries;

/// <summary>Dates as Nexis and Factiva write them: "date aft 1/31/2020", "date(geq (1/1/2020) and leq (12/31/2020))", "date from 20200101 to 20201231".</summary>
internal static partial class TradeDates
{
    private static readonly string[] Formats =
    [
        "M/d/yyyy", "M-d-yyyy", "M/d/yy", "yyyyMMdd", "yyyy-MM-dd", "MMMM d, yyyy", "MMMM d yyyy", "MMM d, yyyy", "MMM d yyyy", "d MMMM yyyy", "d MMM yyyy",
    ];

    /// <summary>Reads what begins at <paramref name="at"/> as "from..to" and says where it ends; null where no such date stands there.</summary>
    public static (string Range, int End)? Read(string query, int at, List<QueryProblem> problems)
    {
        var rest = query.AsSpan(at, Math.Min(query.Length - at, 120)).ToString();
        var match = Both().Match(rest) is { Success: true } both ? both : One().Match(rest);
        if (!match.Success)
            return null;
        // Parentheses that belong to what is around it stay.
        var length = match.Length;
        while (match.Value.AsSpan(0, length).Count(')') > match.Value.AsSpan(0, length).Count('('))
            length = match.Value.LastIndexOf(')', length - 1);
        var first = Bound(match.Groups["sign"].Value, match.Groups["day"].Value);
        var second = match.Groups["day2"].Success ? Bound(match.Groups["sign2"].Value is { Length: > 0 } sign ? sign : "leq", match.Groups["day2"].Value) : default((DateOnly? From, DateOnly? To)?);
        if (first is not var (from, to) || match.Groups["day2"].Success && second is null)
            return null;
        foreach (var day in new[] { match.Groups["day"], match.Groups["day2"] })
            if (day.Success && IsAmbiguous(day.Value))
                problems.Add(new($"\"{day.Value}\" was read as {ReadDay(day.Value)!.Value.First:d MMMM yyyy}, the month first as Nexis has it.", at + day.Index, day.Length));
        from = second?.From is { } later && (from is null || later > from) ? later : from;
        to = second?.To is { } earlier && (to is null || earlier < to) ? earlier : to;
        return (QueryWriter.WriteRange(from, to), at + length);
    }

    private static (DateOnly? From, DateOnly? To)? Bound(string sign, string text) => ReadDay(text) is not var (first, last) ? null : sign.ToLowerInvariant() switch
    {
        "aft" or "after" or ">" => (Shift(last, 1), null),
        "geq" or ">=" or "from" => (first, null),
        "bef" or "before" or "<" => (null, Shift(first, -1)),
        "leq" or "<=" or "to" => (null, last),
        _ => (first, last),
    };

    private static (DateOnly First, DateOnly Last)? ReadDay(string text)
    {
        foreach (var format in Formats)
            if (DateOnly.TryParseExact(text.Replace(".", "", StringComparison.Ordinal), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return (day, day);
        foreach (var format in (ReadOnlySpan<string>)["yyyy-MM", "M/yyyy", "MMMM yyyy", "MMM yyyy"])
            if (DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
                return (month, new(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month)));
        return text.Length == 4 && QueryOperators.ReadNumber(text) is > 0 and var year ? (new(year, 1, 1), new(year, 12, 31)) : null;
    }

    /// <summary>Day and month could be meant the other way round.</summary>
    private static bool IsAmbiguous(string text) =>
        text.Split('/', '-') is [var month, var day, _] && QueryOperators.ReadNumber(month) is <= 12 and var m && QueryOperators.ReadNumber(day) is <= 12 and var d && m != d;

    private static DateOnly Shift(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, 0, DateOnly.MaxValue.DayNumber));

    private const string Day = @"(?:[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2,4}|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|[0-9]{8}|[0-9]{1,2}/[0-9]{4}|[0-9]{4}|[a-z]{3,9}\.? [0-9]{1,2},? [0-9]{4}|[0-9]{1,2} [a-z]{3,9}\.? [0-9]{4}|[a-z]{3,9} [0-9]{4})";

    [GeneratedRegex(@"^date\s*\(?\s*(?<sign>after|aft|geq|>=|>|from|=)\s*\(?\s*(?<day>" + Day + @")\)?\s+(?:and|to)\s+(?:date\s*)?(?<sign2>before|bef|leq|<=|<)?\s*\(?\s*(?<day2>" + Day + @")(?:\s*\))*", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Both();

    [GeneratedRegex(@"^date\s*\(?\s*(?<sign>after|aft|before|bef|geq|leq|>=|<=|>|<|=|is)\s*\(?\s*(?<day>" + Day + @")(?:\s*\))*", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex One();
}
