using System.Text.Json;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>What a value must be, for the editor's forms and for a file that is imported alike. Answers are sentences for whoever typed the value; null where nothing is wrong.</summary>
internal static class CorrectionCheck
{
    private const int MaxTitle = 500;
    private const int MaxName = 200;
    private const int MaxNames = 500;
    private const int MaxNote = 2000;
    private const int MostSplit = 5000;

    /// <summary>Before the first newspapers.</summary>
    private const int FirstYear = 1600;

    public static string? Note(string note) => note.Length switch
    {
        0 => "Write a note: why is this so? Others will want to know.",
        > MaxNote => $"The note is too long: at most {MaxNote} characters.",
        _ => null,
    };

    /// <param name="value">JSON as <see cref="CorrectionValue"/> writes it.</param>
    /// <param name="today">By the clock of the machine in UTC; one day more is let through, since it is tomorrow somewhere.</param>
    public static string? Value(string field, string value, DateOnly today)
    {
        try
        {
            return field switch
            {
                CorrectionFields.Title => Title(CorrectionValue.Text(value)),
                CorrectionFields.Date => Date(CorrectionValue.Text(value), today),
                CorrectionFields.Outlet => CorrectionValue.Outlet(value) is { } outlet ? Outlet(outlet) : null,
                CorrectionFields.People => Names(CorrectionValue.Names(value), "person"),
                CorrectionFields.Tags => Names(CorrectionValue.Names(value), "tag"),
                CorrectionFields.State => CorrectionValue.Text(value) == CorrectionValue.Retired ? null : $"The state of an article can only be set to “{CorrectionValue.Retired}”; to restore it, take that back.",
                CorrectionFields.Name => Name(CorrectionValue.Text(value) ?? "", "outlet or person"),
                CorrectionFields.SameAs => Name(CorrectionValue.Text(value) ?? "", "person"),
                CorrectionFields.Apart => CorrectionValue.Names(value).Count == 0 ? "Say from whom the person is told apart." : Names(CorrectionValue.Names(value), "person"),
                CorrectionFields.Nobody => CorrectionValue.Text(value) == CorrectionValue.NotAPerson ? null : $"The value can only be “{CorrectionValue.NotAPerson}”.",
                CorrectionFields.Split => Split(CorrectionValue.Split(value)),
                CorrectionFields.Domains => CorrectionValue.Names(value).Select(Domain).FirstOrDefault(p => p is not null),
                CorrectionFields.Aliases => Names(CorrectionValue.Names(value), "outlet or person"),
                CorrectionFields.Merge => CorrectionValue.Outlet(value) is { } target ? Outlet(target) : "A merge names the outlet that takes the articles.",
                _ => $"“{field}” is no field that can be corrected.",
            };
        }
        catch (JsonException e)
        {
            return $"The value of “{field}” is not of its kind: {e.Message}";
        }
    }

    private static string? Split(PersonSplit? split) => split switch
    {
        null or { Articles.Count: 0 } => "Choose the articles that mean the other person.",
        { Articles.Count: > MostSplit } => $"Too many articles: at most {MostSplit} at once. Split them off in several goes.",
        _ => Name(split.From, "person"),
    };

    private static string? Title(string? title) => title switch
    {
        null or "" => "A title cannot be empty.",
        { Length: > MaxTitle } => $"The title is too long: at most {MaxTitle} characters.",
        _ when NameKey.Of(title).Length == 0 => "A title needs a letter or a digit.",
        _ => null,
    };

    private static string? Date(string? text, DateOnly today)
    {
        if (text is null)
            return null;
        if (!ArticleDate.TryParse(text, out var date))
            return $"“{text}” is no date that exists, or none that can be told. Write a day (2026-01-08), a month (2026-01) or a year (2026).";
        if (date.Day.Year < FirstYear)
            return $"“{text}” is before the first newspapers.";
        return date.Day > today.AddDays(1) ? $"“{text}” is in the future: today is {today:yyyy-MM-dd}." : null;
    }

    private static string? Outlet(OutletIdentity outlet) =>
        Name(outlet.Name, "outlet") ?? (outlet.Domain is { } domain ? Domain(domain) : null);

    private static string? Names(IReadOnlyList<string> names, string what)
    {
        if (names.Count > MaxNames)
            return $"Too many: at most {MaxNames}.";
        if (names.GroupBy(NameKey.Of, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return $"“{twice.First()}” is named twice.";
        return names.Select(n => Name(n, what)).FirstOrDefault(p => p is not null);
    }

    private static string? Name(string name, string what) => name switch
    {
        "" => $"The name of the {what} is empty.",
        { Length: > MaxName } => $"“{name[..40]}…” is too long for the name of a {what}: at most {MaxName} characters.",
        _ when NameKey.Of(name).Length == 0 => $"“{name}” has neither a letter nor a digit.",
        _ => null,
    };

    private static string? Domain(string domain) =>
        domain.Length is > 3 and < 254 && domain.Contains('.') && !domain.Any(char.IsUpper) && domain.Split('.').All(label => label.Length > 0 && label.All(c => char.IsLetterOrDigit(c) || c is '-' or '_'))
            ? null
            : $"“{domain}” is no domain. Write it like “harbourpost.example”.";
}
