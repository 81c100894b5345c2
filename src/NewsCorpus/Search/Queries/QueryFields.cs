using System.Collections.Frozen;

namespace NewsCorpus.Search.Queries;

/// <summary>The names of fields as typed, ours first; then those of Nexis and Factiva that mean the same.</summary>
internal static class QueryFields
{
    private static readonly FrozenDictionary<string, QueryField> Names = new Dictionary<string, QueryField>(StringComparer.Ordinal)
    {
        ["title"] = QueryField.Title,
        ["text"] = QueryField.Text,
        ["hlead"] = QueryField.Lead,
        ["caption"] = QueryField.Caption,
        ["person"] = QueryField.Person,
        ["said"] = QueryField.Said,
        ["speaker"] = QueryField.Speaker,
        ["outlet"] = QueryField.Outlet,
        ["agency"] = QueryField.Agency,
        ["tag"] = QueryField.Tag,
        ["byline"] = QueryField.Byline,
        ["lang"] = QueryField.Language,
        ["datesource"] = QueryField.DateSource,
        ["file"] = QueryField.File,
        ["headline"] = QueryField.Title,
        ["hd"] = QueryField.Title,
        ["body"] = QueryField.Text,
        ["hlp"] = QueryField.Lead,
        ["lead"] = QueryField.Lead,
        ["lp"] = QueryField.Lead,
        ["source"] = QueryField.Outlet,
        ["publication"] = QueryField.Outlet,
        ["sn"] = QueryField.Outlet,
        ["author"] = QueryField.Byline,
        ["by"] = QueryField.Byline,
        ["language"] = QueryField.Language,
        ["la"] = QueryField.Language,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool TryFind(string name, out QueryField field) => Names.TryGetValue(name, out field);

    /// <summary>True for a name that only Nexis and Factiva have.</summary>
    public static bool IsOfTrade(string name) => TryFind(name, out var field) && !name.Equals(NameOf(field), StringComparison.OrdinalIgnoreCase);

    public static string NameOf(QueryField field) => field switch
    {
        QueryField.Title => "title",
        QueryField.Text => "text",
        QueryField.Lead => "hlead",
        QueryField.Caption => "caption",
        QueryField.Person => "person",
        QueryField.Said => "said",
        QueryField.Speaker => "speaker",
        QueryField.Outlet => "outlet",
        QueryField.Agency => "agency",
        QueryField.Tag => "tag",
        QueryField.Byline => "byline",
        QueryField.Language => "lang",
        QueryField.DateSource => "datesource",
        QueryField.File => "file",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "not a field"),
    };
}
