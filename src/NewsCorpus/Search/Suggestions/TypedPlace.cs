using NewsCorpus.Search.Queries;

namespace NewsCorpus.Search.Suggestions;

/// <summary>What stands right before the words that a name may take the place of.</summary>
/// <param name="Before">The query up to there, without the field and opening quotation marks.</param>
/// <param name="Field">The field that the words are asked in; null where there is none.</param>
/// <param name="IsJoined">An operator, a minus or an open parenthesis binds the words: a filter beside the query would mean something else, so a name becomes part of the query.</param>
internal readonly record struct TypedPlace(string Before, QueryField? Field, bool IsJoined)
{
    public static TypedPlace Of(string typed, int start)
    {
        var before = typed[..start].TrimEnd('"', '“');
        QueryField? field = null;
        if (before.EndsWith(':'))
        {
            var name = before.Length - 1;
            while (name > 0 && char.IsAsciiLetter(before[name - 1]))
                name--;
            if (QueryFields.TryFind(before[name..^1], out var found))
                (before, field) = (before[..name], found);
        }
        var rest = before.AsSpan().TrimEnd();
        var last = rest[(rest.LastIndexOfAny(' ', '(', ')') + 1)..];
        var isJoined = last is ['-'] && rest.Length == before.Length || rest.Count('(') > rest.Count(')') || last.Length > 0 && QueryLexer.KindOf(last.ToString()) is not (QueryTokenKind.Word or QueryTokenKind.Length);
        return new(before, field, isJoined);
    }

    /// <summary>Whether names of a kind can stand here.</summary>
    public bool Takes(SuggestionKind kind) => Field switch
    {
        null => true,
        QueryField.Person or QueryField.Speaker => kind == SuggestionKind.Person,
        QueryField.Outlet => kind == SuggestionKind.Outlet,
        QueryField.Tag => kind == SuggestionKind.Tag,
        QueryField.Title or QueryField.Text or QueryField.Lead or QueryField.Caption or QueryField.Said => kind == SuggestionKind.Word,
        _ => false,
    };

    /// <summary>A name taken here: as a filter, by its slug, beside what was typed before; or in the query, where a filter cannot say it.</summary>
    public Suggestion Take(SuggestionKind kind, NameEntry name) => IsJoined || Field == QueryField.Speaker
        ? new(kind, name.Name, name.Id, "", name.Articles, $"{Before}{QueryFields.NameOf(Field ?? FieldOf(kind))}:\"{name.Name.Replace('"', ' ')}\"")
        : new(kind, name.Name, name.Id, name.Slug, name.Articles, Before.TrimEnd());

    private static QueryField FieldOf(SuggestionKind kind) => kind switch
    {
        SuggestionKind.Person => QueryField.Person,
        SuggestionKind.Outlet => QueryField.Outlet,
        _ => QueryField.Tag,
    };
}
