using NewsCorpus.Search;
using Xunit;

namespace NewsCorpus.Tests.Search;

/// <summary>Queries that ask for too much are answered with what was found, and say so.</summary>
public sealed class CostlyQueriesTests : IDisposable
{
    private readonly SearchCorpus _corpus = new();

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task Patterns_of_one_query_share_what_they_may_stand_for()
    {
        for (var i = 0; i < 30; i++)
            _corpus.Add($"Article {i}", string.Join(' ', Enumerable.Range(0, 200).Select(w => $"a{i}x{w}b")));
        await _corpus.CatchUpAsync();

        var one = await _corpus.FindAsync(new SearchRequest { Query = "*a*" });
        var many = await _corpus.FindAsync(new SearchRequest { Query = string.Join(" OR ", Enumerable.Range(0, 400).Select(i => i % 10 == 0 ? "*a*" : $"*{i / 10}x{i % 10}*")) });

        Assert.Equal(30, many.Total);
        Assert.Empty(many.Query.Problems);
        Assert.Contains("cut short", Assert.Single(one.Query.Notes).Message);
        Assert.NotEmpty(many.Query.Notes);
        Assert.True(one.IsCutShort && many.IsCutShort);
        Assert.False((await _corpus.FindAsync(new SearchRequest { Query = "article" })).IsCutShort);
    }

    [Fact]
    public async Task Ten_thousand_clauses_are_read_up_to_a_limit()
    {
        _corpus.Add("One", "storm");
        await _corpus.CatchUpAsync();

        var found = await _corpus.FindAsync(new SearchRequest { Query = string.Join(" OR ", Enumerable.Range(0, 10_000).Select(i => i == 0 ? "storm" : $"word{i}")) });

        Assert.Equal(1, found.Total);
        Assert.Contains(found.Query.Problems, p => p.Message.Contains("too long", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_page_is_the_next_part_of_one_order()
    {
        for (var i = 0; i < 130; i++)
            _corpus.Add("Same", "storm", i % 3 == 0 ? null : "2026-01-02");
        await _corpus.CatchUpAsync();
        foreach (var sort in Enum.GetValues<SortOrder>())
        {
            var ids = new List<long>();
            for (var page = 1; page <= 20; page++)
                ids.AddRange((await _corpus.FindAsync(new SearchRequest { Query = "storm", Sort = sort, Page = page, Size = 7 })).Hits.Select(h => h.Id));

            var all = (await _corpus.Search.FindAllAsync(new SearchRequest { Query = "storm", Sort = sort }, TestContext.Current.CancellationToken)).Matches.Select(m => m.Id);
            Assert.Equal(all, ids);
        }
    }

    [Fact]
    public async Task Neighbours_of_a_result_are_those_of_the_order_wherever_it_is_expected()
    {
        for (var i = 0; i < 120; i++)
            _corpus.Add("Same", "storm", "2026-01-02", story: i is 3 or 7 ? 4 : null);
        await _corpus.CatchUpAsync();
        var request = new SearchRequest { Query = "storm", Sort = SortOrder.Newest };
        var order = (await _corpus.Search.FindAllAsync(request, TestContext.Current.CancellationToken)).Matches.Select(m => m.Id).ToList();

        foreach (var (at, expected) in new (int, int?)[] { (0, 1), (60, 61), (60, 1), (60, null), (118, 119), (118, 5000) })
        {
            var found = (await _corpus.Search.FindNeighboursAsync(request, order[at], expected, TestContext.Current.CancellationToken))!;
            Assert.Equal((at + 1, 119, at == 0 ? null : order[at - 1], at == 118 ? null : order[at + 1]), (found.Number, found.Total, found.Previous?.Id, found.Next?.Id));
        }
        Assert.Equal(4, (await _corpus.Search.FindNeighboursAsync(request, 8, null, TestContext.Current.CancellationToken))!.Number);
        Assert.Null(await _corpus.Search.FindNeighboursAsync(request with { Query = "bay" }, order[0], 1, TestContext.Current.CancellationToken));
    }
}
