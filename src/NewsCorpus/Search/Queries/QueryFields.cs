using System.Collections.Frozen;

namespace NewsCorpus.Search.Queries;

/// <summary>The names of fields as typed.</summary>
internal static class QueryFields
{
    private static readonly FrozenDictionary<string, QueryField> Names = new Dictionary<string, QueryField>(StringComparer.Ordinal)
    {
        ["title"] = QueryField.Title,
        ["headline"] = QueryField.Title,
        ["text"] = QueryField.Text,
        ["body"] = QueryField.Text,
        ["caption"] = QueryField.Caption,
        ["person"] = QueryField.Person,
        ["outlet"] = QueryField.Outlet,
        ["source"] = QueryField.Outlet,
        ["tag"] = QueryField.Tag,
        ["agency"] = QueryField.Agency,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool TryFind(string name, out QueryField field) => Names.TryGetValue(name, out field);

    public static string NameOf(QueryField field) => field switch
    {
        QueryField.Title => "title",
        QueryField.Text => "text",
        QueryField.Caption => "caption",
        QueryField.Person => "person",
        QueryField.Outlet => "outlet",
        QueryField.Tag => "tag",
        QueryField.Agency => "agency",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "not a field"),
    };
}
