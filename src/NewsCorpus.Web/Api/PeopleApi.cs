using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search;
using NewsCorpus.Search.Quotations;
using NewsCorpus.Store;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

internal static class PeopleApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/people").WithTags("People");
        group.MapMethods("/", Verbs.Read, ListAsync)
            .WithName("ListPeople")
            .WithSummary("People who appear in articles, the most articles first")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapMethods("/{id:int}", Verbs.Read, FindAsync)
            .WithName("GetPerson")
            .WithSummary("One person: articles and quotations over time, offices, other names, what they said and what was said of them")
            .WithDescription("A name that was merged answers with the person as whom it is shown.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<PeopleResponse>, ProblemHttpResult>> ListAsync(
        [AsParameters] PeopleParameters parameters, HttpRequest request, PeopleDirectory directory, CancellationToken cancellationToken)
    {
        var (paging, problems) = SearchUrl.Read(request.Query);
        if (problems.Count > 0)
            return ApiProblems.Parameters(problems);
        var people = await directory.ListAsync(parameters.Query, null, DirectorySort.Articles, paging.Page, paging.Size, cancellationToken);
        return TypedResults.Ok(new PeopleResponse(
            people.Total, people.Page, people.Size, [.. people.Entries.Select(p => new DirectoryItem(p.Id, p.Name, p.Slug, Addresses.Person(p.Id, p.Slug), p.Articles))]));
    }

    private static async Task<Results<Ok<PersonResponse>, ProblemHttpResult>> FindAsync(
        [Description("Id of the person.")] int id, IDbContextFactory<CorpusDbContext> contexts, ArticleSearch search, QuotationSearch quotations, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await PersonProfile.FindAsync(db, search, quotations, id, cancellationToken) is not { } profile)
            return ApiProblems.NotFound("person", id);
        var (person, results) = (profile.Person, profile.Results);
        return TypedResults.Ok(new PersonResponse(
            person.Id,
            person.Name,
            person.Slug,
            Addresses.Person(person.Id, person.Slug),
            person.IsPartial,
            results.TotalCopies,
            [.. profile.Activity.Offices.Select(o => new OfficeResponse(o.Office, o.Articles, o.First, o.Last))],
            Mapping.Facets(results.Facets.Outlets),
            Mapping.Facets(profile.Companions),
            Mapping.Months(results.Facets.Months),
            results.Facets.Undated,
            [.. results.Hits.Select(Mapping.Summary)],
            [.. profile.Activity.Months.Select(m => new ActivityResponse(m.Month, m.Articles, m.Mentions, m.Quoted))],
            [.. profile.Activity.Outlets.Select(o => new OutletActivityResponse(Mapping.Ref(o.Outlet), o.Articles, o.Mentions, o.Quoted))],
            profile.Activity.Roles.ToDictionary(r => r.Role.ToString().ToLowerInvariant(), r => r.Articles, StringComparer.Ordinal),
            [.. profile.Aliases.Select(a => new AliasResponse(Mapping.Ref(new NamedRef(a.Other.Id, a.Other.NameByRules, a.Other.Slug))!, a.State, a.Rule, a.Articles, a.ArticleId, a.Sentence))],
            [.. profile.Namesakes.Select(n => new NamesakeResponse(Mapping.Ref(n.Other)!, n.Rule, n.Own?.Text, n.Own?.ArticleId, n.Theirs?.Text, n.Theirs?.ArticleId))],
            profile.Said.Total,
            [.. profile.Said.Entries.Select(QuotationsApi.Entry)],
            profile.About.Total,
            [.. profile.About.Entries.Select(QuotationsApi.Entry)]));
    }
}
