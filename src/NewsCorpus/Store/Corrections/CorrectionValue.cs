using System.Text.Json;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>The values of corrections as JSON: a string, a list of strings, an outlet, or the articles that are set apart; "null" where a field is cleared.</summary>
public static class CorrectionValue
{
    public const string Null = "null";

    /// <summary>The value of <see cref="CorrectionFields.State"/> that sets an article aside.</summary>
    public const string Retired = "retired";

    /// <summary>The value of <see cref="CorrectionFields.Nobody"/>.</summary>
    public const string NotAPerson = "not a person";

    /// <summary>What <see cref="CorrectionFields.State"/> is otherwise.</summary>
    public const string Live = "live";

    public static string Of(string? text) => text is null ? Null : JsonSerializer.Serialize(text, CorrectionJson.Lines.String);

    public static string Of(IEnumerable<string> names) => JsonSerializer.Serialize([.. names], CorrectionJson.Lines.ListString);

    public static string Of(OutletIdentity? outlet) => outlet is null ? Null : JsonSerializer.Serialize(outlet, CorrectionJson.Lines.OutletIdentity);

    /// <exception cref="JsonException">The value is no string.</exception>
    public static string? Text(string value) => JsonSerializer.Deserialize(value, CorrectionJson.Lines.String);

    /// <exception cref="JsonException">The value is no list of strings.</exception>
    public static IReadOnlyList<string> Names(string value) => JsonSerializer.Deserialize(value, CorrectionJson.Lines.ListString) ?? [];

    /// <exception cref="JsonException">The value is no outlet.</exception>
    public static OutletIdentity? Outlet(string value) => value == Null ? null : JsonSerializer.Deserialize(value, CorrectionJson.Lines.OutletIdentity);

    internal static string Of(PersonSplit split) => JsonSerializer.Serialize(split, CorrectionJson.Lines.PersonSplit);

    /// <exception cref="JsonException">The value does not say which articles are set apart.</exception>
    internal static PersonSplit? Split(string value) => value == Null ? null : JsonSerializer.Deserialize(value, CorrectionJson.Lines.PersonSplit);

    public static ArticleDate? Date(string value) => Text(value) is { } text && ArticleDate.TryParse(text, out var date) ? date : null;

    /// <summary>The value as words in their canonical spelling: an ISO date, a name, names parted by commas; null where there is none.</summary>
    public static string? Describe(string field, string value) => value == Null ? null : field switch
    {
        CorrectionFields.People or CorrectionFields.Tags or CorrectionFields.Domains or CorrectionFields.Aliases or CorrectionFields.Apart => Names(value) is { Count: > 0 } names ? string.Join(", ", names) : null,
        CorrectionFields.Outlet or CorrectionFields.Merge => Outlet(value)?.Name,
        CorrectionFields.Split => Split(value) is { } split ? $"{split.Articles.Count} of {split.From}" : null,
        _ => Text(value),
    };
}
