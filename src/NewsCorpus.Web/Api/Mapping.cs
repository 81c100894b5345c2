using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

/// <summary>From what search and store give to what the contract says.</summary>
internal static class Mapping
{
    /// <summary>Characters of text in the snippet of an article that no search has cut one for.</summary>
    private const int SnippetLength = 240;

    public static RefResponse? Ref(NamedRef? named) => named is null ? null : new RefResponse(named.Id, named.Name, named.Slug);

    public static FacetResponse Facet(FacetValue value) => new(value.Id, value.Name, value.Slug, value.Count);

    public static IReadOnlyList<FacetResponse> Facets(IEnumerable<FacetValue> values) => [.. values.Select(Facet)];

    public static IReadOnlyList<MonthResponse> Months(IEnumerable<MonthCount> months) => [.. months.Select(m => new MonthResponse(m.Month, m.Count))];

    private static List<OutletHintResponse>? Hints(LoadedArticle loaded) =>
        loaded.OutletHints.Select(h => new OutletHintResponse(h.Value!, h.Excerpt, h.Start!.Value, h.End!.Value)).ToList() is { Count: > 0 } hints ? hints : null;

    private static DateEstimateResponse? Estimate(DateEstimate? estimate) => estimate is null ? null : new DateEstimateResponse(estimate.From, estimate.To, estimate.Reasons);

    public static ArticleSummary Summary(SearchHit hit) => new(
        hit.Id,
        Addresses.Of(hit),
        hit.Title,
        hit.TitleKind,
        hit.Date?.ToString(),
        hit.DateKind,
        Estimate(hit.DateEstimate),
        Ref(hit.Outlet),
        hit.OutletKind,
        hit.Agency,
        hit.SnippetHtml,
        [.. hit.People.Select(p => Ref(p)!)],
        hit.Copies,
        hit.Language,
        hit.LanguageKind,
        hit.Words,
        ReadingTime.Minutes(hit.Words, hit.Language));

    public static QueryResponse Query(QueryReading query) => new(query.Typed, query.Read, Problems([.. query.Problems, .. query.Notes]));

    /// <summary>What could not be read, and with an answer also what was read but should be known.</summary>
    public static IReadOnlyList<ProblemResponse> Problems(IEnumerable<QueryProblem> problems) => [.. problems.Select(p => new ProblemResponse(p.Message, p.Start, p.Length))];

    public static ArticlesResponse Articles(SearchResults results) => new(
        Query(results.Query),
        results.Total,
        results.TotalCopies,
        results.Page,
        results.Size,
        [.. results.Hits.Select(Summary)],
        new FacetsResponse(
            Facets(results.Facets.People),
            Facets(results.Facets.Outlets),
            [.. results.Facets.Agencies.Select(a => new TagResponse(a.Name, a.Count))],
            [.. results.Facets.Tags.Select(t => new TagResponse(t.Name, t.Count))],
            [.. results.Facets.Languages.Select(l => new LanguageResponse(l.Slug, l.Name, l.Count))],
            Months(results.Facets.Months),
            results.Facets.Undated,
            Facets(results.Facets.Speakers)));

    /// <param name="story">The story it shares with its copies, or null.</param>
    /// <param name="excerpts">Articles of other stories that hold it as a part, or the other way round.</param>
    public static ArticleResponse Article(LoadedArticle loaded, StoryView? story, IReadOnlyList<ExcerptLink> excerpts)
    {
        var article = loaded.Article;
        var details = loaded.Details;
        var source = article.SourceFile!;
        return new ArticleResponse(
            article.Id,
            Addresses.Of(article),
            article.Title,
            article.TitleKind,
            article.Date?.ToString(),
            article.DateKind,
            Estimate(article.Estimate?.Estimate),
            Ref(loaded.Outlet),
            article.OutletKind,
            article.Agency,
            Hints(loaded),
            Snippet(loaded),
            [.. loaded.Appearing.Select(p => Ref(p.Person)!)],
            loaded.Text,
            [.. details.Blocks.Select(b => new BlockResponse(b.Kind, b.Start, b.End))],
            [.. details.Mentions.Select(m => new MentionResponse(Ref(loaded.PersonOf(m)), m.Text, m.Start, m.End, m.Role))],
            [.. details.Quotations.Select(q => new QuotationResponse(loaded.Text[q.Start..q.End], q.Start, q.End, Ref(loaded.SpeakerOf(q)), q.SpeakerText, q.Cue, q.IsDirect))],
            [.. details.Contributors.Select(c => new ContributorResponse(c.Name, c.Role))],
            [.. loaded.Evidence.Where(e => e.Field != EvidenceFields.OutletHint).Select(e => new EvidenceResponse(e.Field, e.Value, e.Kind, e.Rule, e.Excerpt, e.Start, e.End, e.Note, e.By, e.At, e.Before))],
            new SourceResponse(source.Path, source.Format, article.OriginalSha256 ?? source.Sha256, source.IngestedAt, article.RunId, loaded.Original is null ? null : Addresses.Original(article.Id)),
            [.. loaded.Tags],
            [.. story?.Others.Select(c => new CopyResponse(c.Id, Ref(c.Outlet), c.Date?.ToString(), Math.Round(c.Similarity, 3))) ?? []],
            [.. excerpts.Select(e => new ExcerptResponse(e.Id, e.Title, Ref(e.Outlet), e.Date?.ToString(), e.Kind == CopyKind.Excerpt ? ExcerptKind.ContainedIn : ExcerptKind.Contains, Math.Round(e.Containment, 3)))],
            article.Link,
            article.Language,
            article.LanguageKind,
            article.WordCount,
            ReadingTime.Minutes(article.WordCount, article.Language));
    }

    private static string Snippet(LoadedArticle loaded)
    {
        var first = loaded.Details.Blocks.FirstOrDefault(b => b.Kind is BlockKind.Paragraph or BlockKind.Standfirst);
        var text = first is null ? loaded.Text : loaded.Text[first.Start..first.End];
        return PageEncoder.Html.Encode(Words.Shorten(text, SnippetLength));
    }
}
