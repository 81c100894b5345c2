using System.CommandLine;
using Microsoft.Extensions.Primitives;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Commands;

/// <summary>One option for each parameter of the page; <see cref="SearchUrl"/> reads both, so they cannot drift apart.</summary>
internal sealed class SearchParameters(bool withPages)
{
    private readonly (string Name, Option<string[]> Option)[] _options =
    [
        Parameter(SearchUrl.Person, "A person by slug or id; all must occur, a leading - excludes. May be given several times."),
        Parameter(SearchUrl.Speaker, "A person who says something, by slug or id; all must, a leading - excludes. May be given several times."),
        Parameter(SearchUrl.Outlet, "An outlet by slug or id; any will do, a leading - excludes. May be given several times."),
        Parameter(SearchUrl.Agency, "A wire agency by name; any will do, a leading - excludes. May be given several times."),
        Parameter(SearchUrl.Tag, "A tag by slug or id; all must be there, a leading - excludes. May be given several times."),
        Parameter(SearchUrl.Language, "A language by code or name; any will do, a leading - excludes. May be given several times."),
        Parameter(SearchUrl.Month, "A month, 2026-01; any will do, a leading - excludes. May be given several times."),
        Parameter(SearchUrl.From, "First day: 2026-01-08, 2026-01 or 2026."),
        Parameter(SearchUrl.To, "Last day, inclusive."),
        Parameter(SearchUrl.Since, "A revision of the corpus: only articles that a later one brought or changed."),
        Parameter(SearchUrl.Undated, "include, exclude or only."),
        Parameter(SearchUrl.Estimates, "exclude or include: whether undated articles count by their estimated dates."),
        Parameter(SearchUrl.Copies, "group or all."),
        Parameter(SearchUrl.Sort, "relevance, newest or oldest."),
        .. withPages ? [Parameter(SearchUrl.Page, "Page, from 1."), Parameter(SearchUrl.Size, "Results a page, at most 100.")] : Array.Empty<(string, Option<string[]>)>(),
    ];

    public void AddTo(Command command)
    {
        foreach (var (_, option) in _options)
            command.Add(option);
    }

    /// <summary>As an address would have them.</summary>
    public QueryCollection Read(ParseResult parsed, string? query)
    {
        var values = _options.ToDictionary(p => p.Name, p => new StringValues(parsed.GetValue(p.Option)), StringComparer.Ordinal);
        values[SearchUrl.Query] = query;
        return new QueryCollection(values);
    }

    private static (string Name, Option<string[]> Option) Parameter(string name, string description) =>
        (name, new Option<string[]>("--" + name) { Description = description, AllowMultipleArgumentsPerToken = false });
}
