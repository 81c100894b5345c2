using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsCorpus.Export;
using NewsCorpus.Export.Citations;
using NewsCorpus.Search;

namespace NewsCorpus.Web.Api;

/// <summary>A reference to one article, as a file for reference managers.</summary>
internal static class CitationApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        Add("ris", "GetCitationAsRis", "A reference to the article as RIS", citations => citations.Ris);
        Add("bib", "GetCitationAsBibTex", "A reference to the article as BibTeX", citations => citations.BibTex);

        void Add(string ending, string name, string summary, Func<CitationWriter, Func<FoundArticle, string>> write) =>
            app.MapMethods("/articles/{id:long}/citation." + ending, Verbs.Read, async Task<Results<FileContentHttpResult, NotFound>> (
                    [Description("Id of the article.")] long id, FoundArticles articles, CitationWriter citations, ExportFormats formats, CancellationToken cancellationToken) =>
                    await articles.FindAsync(id, cancellationToken) is { } article
                        ? TypedResults.File(System.Text.Encoding.UTF8.GetBytes(write(citations)(article)), formats.All.First(f => f.Ending == ending).MediaType, $"newscorpus-{id}.{ending}")
                        : TypedResults.NotFound())
                .WithTags("Articles")
                .WithName(name)
                .WithSummary(summary)
                .Produces(StatusCodes.Status404NotFound);
    }
}
