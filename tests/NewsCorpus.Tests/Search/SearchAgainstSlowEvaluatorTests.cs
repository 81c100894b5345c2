using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Search.Queries;
using Xunit;

namespace NewsCorpus.Tests.Search;

/// <summary>Generated queries and filters over a generated corpus: matches and every facet's counts are those of the slow evaluator.</summary>
public sealed class SearchAgainstSlowEvaluatorTests : IDisposable
{
    private static readonly string[] Words = ["storm", "storms", "bay", "bays", "harbour", "ferry", "ferries", "mayor's", "vote", "voted", "U.S.", "US", "us", "a.m.", "ICE", "ice", "O’Neill", "R&D", "1,500", "café"];
    private static readonly string[] People = ["Ada Okafor", "Nils Ek", "Storm Bay", "Rosa Ferry"];
    private static readonly string?[] Speakers = ["Ada Okafor", "Storm Bay", "the ferry", null];
    private static readonly string[] Outlets = ["Gazette", "Bay Herald", "Ferry Times"];
    private static readonly string[] Tags = ["Weather", "Vote"];
    private static readonly string[] Agencies = ["Wolff", "Kontinent"];
    private static readonly string?[] Dates = [null, null, "2025", "2025-12", "2026-01", "2025-12-30", "2026-01-02", "2026-01-02", "2026-01-31", "2026-02-01"];

    /// <summary>Days in the middle of windows; those of dated articles are dropped.</summary>
    private static readonly string?[] Estimates = [null, "2025-12-15", "2026-01-02", "2026-02-10"];

    private readonly SearchCorpus _corpus = new();
    private readonly Random _random = new(20260115);

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task Matches_and_counts_are_those_of_the_slow_evaluator()
    {
        var articles = new List<PlainArticle>();
        for (var i = 0; i < 120; i++)
        {
            var article = NextArticle();
            var story = _random.Next(3) == 0 ? _random.Next(1, 12) : 0;
            var speakers = article.Quotations.Select(q => q.Speaker).OfType<string>().Where(article.People.Contains).Distinct(StringComparer.Ordinal).ToList();
            articles.Add(article with { Story = story, Speakers = speakers, Id = _corpus.Add(article.Title, article.Text, article.Date, article.Outlet, article.People, article.Tags, agency: article.Agency, words: article.WordCount, estimated: article.Estimated, story: story == 0 ? null : story, quotations: article.Quotations) });
            // Several segments, some with deletions.
            if (i % 40 == 20)
                await _corpus.CatchUpAsync();
            if (i % 40 == 30)
            {
                _corpus.Retire(articles[i - 15].Id);
                articles[i - 15] = articles[i - 15] with { Id = 0 };
            }
        }
        await _corpus.CatchUpAsync();
        articles.RemoveAll(a => a.Id == 0);
        using (var db = _corpus.CreateDbContext())
            articles = articles.ConvertAll(a => a with { Revision = db.Articles.Single(x => x.Id == a.Id).Revision });

        for (var round = 0; round < 500; round++)
        {
            var request = NextRequest();
            var expected = Expected(articles, request);
            var found = await _corpus.Search.SearchAsync(request, new FacetSizes(100, 100, 100, 100, 100), TestContext.Current.CancellationToken);

            var place = $"{request.Query} -> {found.Query.Read} {string.Join(' ', request.People)} {string.Join(' ', request.Speakers)} {string.Join(' ', request.Outlets)} {string.Join(' ', request.Agencies)} {string.Join(' ', request.Months)} {request.From}..{request.To} since {request.Since} {request.Undated} {request.Estimates} {request.Copies} {request.Sort}";
            Assert.Equal(place + expected, place + Describe(found, request, articles));
        }
    }

    private static string Expected(List<PlainArticle> articles, SearchRequest request)
    {
        if (request.Estimates == EstimatesMode.Include)
            articles = articles.ConvertAll(a => a.WithEstimate);
        var root = QueryParser.Parse(request.Query, new DateOnly(2026, 1, 31)).Root;
        var core = articles.Where(a => (root is null || SlowEvaluator.Matches(a, root)) && SlowEvaluator.PassesPeopleAndTags(a, request) && (request.Since is not { } since || a.Revision > since)).ToList();
        var ofAgency = core.Where(a => SlowEvaluator.PassesAgency(a, request)).ToList();
        var ofOutlet = core.Where(a => SlowEvaluator.PassesOutlet(a, request)).ToList();
        var all = ofAgency.Intersect(ofOutlet).ToList();
        var inRange = all.Where(a => SlowEvaluator.PassesDate(a, request)).ToList();
        var hits = inRange.Where(a => SlowEvaluator.PassesMonth(a, request)).ToList();
        return Describe(
            SlowEvaluator.Count(hits, request),
            hits.Count,
            Shown(hits, request),
            Count(hits, h => h.People, request, request.People, People),
            Count(hits, h => h.Speakers, request, request.Speakers, People),
            Count(ofAgency.Where(a => SlowEvaluator.PassesDate(a, request) && SlowEvaluator.PassesMonth(a, request)), h => h.Outlet is null ? [] : [h.Outlet], request, request.Outlets, Outlets),
            Count(ofOutlet.Where(a => SlowEvaluator.PassesDate(a, request) && SlowEvaluator.PassesMonth(a, request)), h => h.Agency is null ? [] : [h.Agency], request, request.Agencies, Agencies),
            Count(hits, h => h.Tags, request, request.Tags, Tags),
            inRange.Where(h => h.Date?.Length >= 7).GroupBy(h => h.Date![..7], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {SlowEvaluator.Count(g, request)}"),
            SlowEvaluator.Count(all.Where(a => a.Date is null), request),
            all.Where(a => a.Date is not null && SlowEvaluator.PassesMonth(a, request) && request.EffectiveUndated != UndatedMode.Only).GroupBy(a => a.Date!, StringComparer.Ordinal).Select(g => $"{g.Key} {SlowEvaluator.Count(g, request)}").Order(StringComparer.Ordinal));
    }

    /// <summary>Each article shown with the number of its copies among the results. Which of a story is shown is for its own test.</summary>
    private static IEnumerable<string> Shown(List<PlainArticle> hits, SearchRequest request)
    {
        int Copies(PlainArticle hit) => hit.Story == 0 ? 0 : hits.Count(h => h.Story == hit.Story) - 1;
        if (request.Copies == CopiesMode.All)
            return hits.Select(h => $"{h.Id}+{Copies(h)}");
        var alone = hits.Where(h => h.Story == 0).Select(h => $"{h.Id}+0");
        return alone.Concat(hits.Where(h => h.Story != 0).GroupBy(h => h.Story).Select(g => $"s{g.Key}+{g.Count() - 1}"));
    }

    private static IEnumerable<string> Count(IEnumerable<PlainArticle> hits, Func<PlainArticle, IEnumerable<string>> values, SearchRequest request, IReadOnlyList<FilterValue> chosen, string[] all)
    {
        var having = hits.SelectMany(h => values(h).Select(v => (Value: v, Hit: h))).ToLookup(p => p.Value, p => p.Hit, StringComparer.Ordinal);
        // Chosen values are listed though nothing has them.
        return all.Where(v => having.Contains(v) || chosen.Any(c => c.Value == NameKey.Slug(v))).Select(v => $"{v} {SlowEvaluator.Count(having[v], request)}").Order(StringComparer.Ordinal);
    }

    private static string Describe(SearchResults found, SearchRequest request, List<PlainArticle> articles)
    {
        var stories = articles.ToDictionary(a => a.Id, a => a.Story);
        return Describe(
            found.Total,
            found.TotalCopies,
            found.Hits.Select(h => request.Copies == CopiesMode.Group && stories[h.Id] != 0 ? $"s{stories[h.Id]}+{h.Copies}" : $"{h.Id}+{h.Copies}"),
            found.Facets.People.Select(f => $"{f.Name} {f.Count}").Order(StringComparer.Ordinal),
            found.Facets.Speakers.Select(f => $"{f.Name} {f.Count}").Order(StringComparer.Ordinal),
            found.Facets.Outlets.Select(f => $"{f.Name} {f.Count}").Order(StringComparer.Ordinal),
            found.Facets.Agencies.Select(f => $"{f.Name} {f.Count}").Order(StringComparer.Ordinal),
            found.Facets.Tags.Select(f => $"{f.Name} {f.Count}").Order(StringComparer.Ordinal),
            found.Facets.Months.Select(m => $"{m.Month} {m.Count}"),
            found.Facets.Undated,
            Days(found.Timeline));
    }

    /// <summary>Each date as exactly as it is known.</summary>
    private static IEnumerable<string> Days(Timeline timeline) =>
        timeline.Days.Select(d => $"{d.Day:yyyy-MM-dd} {d.Count}").Concat(timeline.Months.Select(m => $"{m.Day:yyyy-MM} {m.Count}")).Concat(timeline.Years.Select(y => $"{y.Day:yyyy} {y.Count}")).Order(StringComparer.Ordinal);

    private static string Describe(int total, int copies, IEnumerable<string> shown, params object[] facets) =>
        $"\ntotal {total} of {copies} shown {string.Join(',', shown.Order(StringComparer.Ordinal).Take(total > 100 ? 0 : 100))}\n{string.Join('\n', facets.Select(f => f is IEnumerable<string> values ? string.Join(", ", values) : f.ToString()))}";

    /// <summary>Some paragraphs are what somebody says.</summary>
    private PlainArticle NextArticle()
    {
        var article = NextUnquoted();
        return article with { Quotations = [.. article.Paragraphs.Where(_ => _random.Next(2) == 0).Select(p => new PlainQuotation(Pick(Speakers), p))] };
    }

    private PlainArticle NextUnquoted() => new(
        1,
        NextText(4),
        [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => NextText(7))],
        [.. Enumerable.Range(0, _random.Next(0, 2)).Select(_ => NextText(4))],
        Pick(Dates),
        _random.Next(4) == 0 ? null : Pick(Outlets),
        [.. People.Where(_ => _random.Next(3) == 0)],
        [.. Tags.Where(_ => _random.Next(3) == 0)],
        _random.Next(1, 30),
        _random.Next(3) == 0 ? Pick(Agencies) : null,
        Estimated: Pick(Estimates));

    private string NextText(int length) => string.Join(_random.Next(4) == 0 ? ". " : " ", Enumerable.Range(0, _random.Next(1, length + 1)).Select(_ => Pick(Words)));

    private SearchRequest NextRequest() => new()
    {
        Query = _random.Next(8) == 0 ? null : NextQuery(4),
        People = NextFilter(People),
        Speakers = _random.Next(4) == 0 ? NextFilter(People[..3]) : [],
        Outlets = NextFilter(Outlets),
        Agencies = NextFilter(Agencies),
        Tags = NextFilter(Tags),
        From = _random.Next(3) == 0 ? new DateOnly(2025, 12, 1).AddDays(_random.Next(60)) : null,
        To = _random.Next(3) == 0 ? new DateOnly(2026, 1, 1).AddDays(_random.Next(60)) : null,
        Months = _random.Next(3) == 0 ? NextFilter(["2025-12", "2026-01", "2026-02", "2031-05"]) : [],
        Since = _random.Next(4) == 0 ? _random.Next(130) : null,
        Undated = Pick(Enum.GetValues<UndatedMode>()),
        Copies = Pick(Enum.GetValues<CopiesMode>()),
        Estimates = Pick(Enum.GetValues<EstimatesMode>()),
        Sort = Pick(Enum.GetValues<SortOrder>()),
        Size = 100,
    };

    private FilterValue[] NextFilter(string[] names) =>
        [.. Enumerable.Range(0, Math.Max(0, _random.Next(-3, 3))).Select(_ => NameKey.Slug(Pick(names))).Distinct(StringComparer.Ordinal).Select(s => new FilterValue(s, _random.Next(3) == 0))];

    private string NextQuery(int depth)
    {
        if (depth == 0)
            return NextLeaf();
        return _random.Next(15) switch
        {
            0 => $"({NextQuery(depth - 1)} OR {NextQuery(depth - 1)})",
            1 => $"{NextQuery(depth - 1)} AND {NextQuery(depth - 1)}",
            2 => $"{NextQuery(depth - 1)} {NextQuery(depth - 1)}",
            3 => $"NOT {NextQuery(depth - 1)}",
            4 => $"{Pick(["title", "text", "caption", "person", "outlet", "tag"])}:({NextQuery(depth - 1)})",
            5 => $"-({NextQuery(depth - 1)})",
            6 => $"{Pick(["hlead", "first3", "first8", "allcaps", "nocaps", "caps"])}({NextQuery(depth - 1)})",
            7 => $"atleast{_random.Next(0, 4)}({NextPlace(depth - 1)})",
            8 => NextPlace(depth),
            12 => $"{Pick(["said", "speaker"])}:({NextQuery(depth - 1)})",
            13 => $"speaker:({NextQuery(1)}) said:({NextQuery(depth - 1)})",
            14 => $"said:({NextPlace(1)} {NextPlace(1)} -{NextLeaf()})",
            9 => Pick(["length>10", "length<=20", "length:5..12", "date:2026-01", "date:..2025", "date:2025-12-30..2026-01-02"]),
            _ => NextLeaf(),
        };
    }

    /// <summary>Words near each other.</summary>
    private string NextPlace(int depth) => _random.Next(depth <= 0 ? 2 : 6) switch
    {
        0 => NextLeaf(),
        1 => $"\"{Pick(Words)} {Pick(Words)}\"~{_random.Next(4)}",
        2 => $"({NextPlace(depth - 1)} OR {NextPlace(depth - 1)})",
        3 => $"{Pick(["allcaps", "nocaps"])}({NextPlace(depth - 1)})",
        _ => $"({NextPlace(depth - 1)} {Pick(["w/1", "w/3", "pre/2", "w/s", "pre/s", "w/p"])} {NextPlace(depth - 1)})",
    };

    private string NextLeaf() => _random.Next(7) switch
    {
        6 => Pick(["strom~1", "fery~", "vot~2", "bay~1", "us~1"]),
        0 => $"\"{Pick(Words)} {Pick(Words)}\"",
        1 => $"\"{Pick(Words)}\"",
        2 => Pick(["st*", "*rr*", "b?y", "?ay*", "vo*d", "*"]),
        3 => $"{Pick(Words)}-{Pick(Words)}",
        4 => $"\"{Pick(Words)} st*\"",
        _ => Pick(Words),
    };

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];
}
