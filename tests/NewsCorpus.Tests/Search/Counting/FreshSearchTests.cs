using NewsCorpus.Search;
using NewsCorpus.Search.Counting;
using Xunit;

namespace NewsCorpus.Tests.Search.Counting;

public sealed class FreshSearchTests : IDisposable
{
    private static readonly string?[] Dates = [null, "2019-05-01", "2025-12", "2026-01-02", "2026-01-05"];

    private readonly SearchCorpus _corpus = new();

    private FreshSearch Fresh => new(_corpus.Index, _corpus, TimeProvider.System) { MostTime = TimeSpan.FromMinutes(5) };

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task Old_article_that_comes_today_is_new_and_one_that_was_seen_is_not()
    {
        var known = _corpus.Add("Ferry", "The ferry.", "2026-01-05");
        await _corpus.CatchUpAsync();
        var search = await LookAsync(new SearchRequest { Query = "ferry" });
        _corpus.Add("Old ferry", "The ferry.", "1999-01-01");
        _corpus.Add("Tram", "The tram.", "2026-01-06");
        await _corpus.CatchUpAsync();

        Assert.Equal(new FreshCount(1, 0), await CountAsync(search));

        search = await LookAsync(search.Request);
        _corpus.Retitle(known, "Ferry renamed");
        await _corpus.CatchUpAsync();

        Assert.Equal(new FreshCount(0, 1), await CountAsync(search));
        Assert.Equal(new FreshCount(0, 0), await CountAsync(await LookAsync(search.Request)));
    }

    [Fact]
    public async Task Retired_article_is_no_news()
    {
        var id = _corpus.Add("Ferry", "The ferry.");
        await _corpus.CatchUpAsync();
        var search = await LookAsync(new SearchRequest());
        _corpus.Retire(id);
        await _corpus.CatchUpAsync();

        Assert.Equal(new FreshCount(0, 0), await CountAsync(search));
    }

    [Fact]
    public async Task Each_count_is_what_its_search_finds_with_the_filter_of_revisions()
    {
        var random = new Random(11);
        string[] words = ["ferry", "harbour vote", "mayor", "bay", "storm"];
        SearchRequest[] requests =
        [
            new() { Query = "ferry" },
            new() { Query = "mayor OR bay", Copies = CopiesMode.All },
            new() { Query = "\"harbour vote\" -storm", Outlets = [new("gazette")] },
            new() { From = new DateOnly(2026, 1, 1) },
            new() { Months = [new("2025-12", true)], People = [new("ada-okafor")] },
            new() { Copies = CopiesMode.All, Undated = UndatedMode.Only },
        ];
        var searches = new List<FollowedSearch>();
        for (var i = 0; i < 120; i++)
        {
            var id = _corpus.Add($"T{i}", $"The {words[random.Next(5)]} and the {words[random.Next(5)]}.", Dates[random.Next(Dates.Length)], random.Next(2) == 0 ? "Gazette" : "Bay Herald",
                people: random.Next(3) == 0 ? ["Ada Okafor"] : [], story: random.Next(3) == 0 ? random.Next(1, 9) : null);
            if (i % 7 == 3)
                _corpus.Retitle(id - random.Next(3), $"Renamed {i}");
            if (i % 20 == 10)
                await _corpus.CatchUpAsync();
            if (i % 20 == 11)
                foreach (var request in requests)
                    searches.Add(await LookAsync(request));
        }
        await _corpus.CatchUpAsync();

        var found = await Fresh.CountAsync(searches, TestContext.Current.CancellationToken);

        Assert.Equal(_corpus.Index.Revision, found.Revision);
        foreach (var (search, count) in searches.Zip(found.Counts))
            Assert.Equal((search, (await _corpus.FindAsync(search.Request with { Since = search.Revision })).Total), (search, count!.Total));
        Assert.Contains(found.Counts, c => c is { Added: > 0, Changed: > 0 });
    }

    [Fact]
    public async Task What_cannot_be_read_or_takes_too_long_is_told_as_not_counted()
    {
        _corpus.Add("Ferry", "The ferry.");
        await _corpus.CatchUpAsync();
        FollowedSearch[] searches = [new(new SearchRequest { Query = "( " }, 0, 0), new(new SearchRequest { Query = "ferry" }, 0, 0)];
        var hurried = new FreshSearch(_corpus.Index, _corpus, TimeProvider.System) { MostTime = TimeSpan.FromTicks(-1) };

        Assert.Equal([null, new FreshCount(1, 0)], (await Fresh.CountAsync(searches, TestContext.Current.CancellationToken)).Counts);
        Assert.All((await hurried.CountAsync(searches, TestContext.Current.CancellationToken)).Counts, Assert.Null);
    }

    private async Task<FollowedSearch> LookAsync(SearchRequest request)
    {
        var now = await Fresh.CountAsync([], TestContext.Current.CancellationToken);
        return new FollowedSearch(request, now.Revision, now.Article);
    }

    private async Task<FreshCount?> CountAsync(FollowedSearch search) => (await Fresh.CountAsync([search], TestContext.Current.CancellationToken)).Counts[0];
}
