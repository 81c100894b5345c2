using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

/// <summary>The search parameters, for the API description alone: <see cref="SearchUrl"/> reads them, for the API as for the pages.</summary>
internal sealed record ArticlesParameters(
    [property: Description("The query as one would type it; none browses."), FromQuery(Name = SearchUrl.Query)] string? Query,
    [property: Description("Slug or id; all must occur. A leading “-” excludes."), FromQuery(Name = SearchUrl.Person)] string[]? Person,
    [property: Description("Somebody who says something in the article, by slug or id; all must. A leading “-” excludes."), FromQuery(Name = SearchUrl.Speaker)] string[]? Speaker,
    [property: Description("Slug or id; any will do. A leading “-” excludes."), FromQuery(Name = SearchUrl.Outlet)] string[]? Outlet,
    [property: Description("Wire agency by name or slug; any will do. A leading “-” excludes."), FromQuery(Name = SearchUrl.Agency)] string[]? Agency,
    [property: Description("Slug or id; all must be there. A leading “-” excludes."), FromQuery(Name = SearchUrl.Tag)] string[]? Tag,
    [property: Description("Code of a language (en, no); any will do. A leading “-” excludes."), FromQuery(Name = SearchUrl.Language)] string[]? Language,
    [property: Description("2026-01; any will do. A leading “-” excludes."), FromQuery(Name = SearchUrl.Month)] string[]? Month,
    [property: Description("First day, inclusive: 2026-01-08, 2026-01 or 2026."), FromQuery(Name = SearchUrl.From)] string? From,
    [property: Description("Last day, inclusive; a month or year stands for its end."), FromQuery(Name = SearchUrl.To)] string? To,
    [property: Description("A revision of the corpus: only articles that a later one brought or changed."), FromQuery(Name = SearchUrl.Since)] string? Since,
    [property: Description("include, exclude or only. With from, to or a month the default is exclude, else include."), FromQuery(Name = SearchUrl.Undated)] string? Undated,
    [property: Description("exclude (default): articles without a date lie in no range and no month. include: an undated article with an estimate counts as of the middle day of its window."), FromQuery(Name = SearchUrl.Estimates)] string? Estimates,
    [property: Description("group (default): a story counts and shows once, by its best match; all: every copy does."), FromQuery(Name = SearchUrl.Copies)] string? Copies,
    [property: Description("relevance (default with a query), newest (default without) or oldest."), FromQuery(Name = SearchUrl.Sort)] string? Sort,
    [property: Description("From 1."), FromQuery(Name = SearchUrl.Page)] string? Page,
    [property: Description("Results a page, 1 to 100."), FromQuery(Name = SearchUrl.Size)] string? Size);

/// <summary>The parameters of a directory; <see cref="SearchUrl"/> reads page and size.</summary>
internal sealed record PeopleParameters(
    [property: Description("Words of the name, in any order; capitals and accents make no difference."), FromQuery(Name = SearchUrl.Query)] string? Query,
    [property: Description("From 1."), FromQuery(Name = SearchUrl.Page)] string? Page,
    [property: Description("People a page, 1 to 100; default 20."), FromQuery(Name = SearchUrl.Size)] string? Size);
