using NewsCorpus.Search;
using Xunit;

namespace NewsCorpus.Tests.Search;

/// <summary>The ranking, held by queries that somebody has judged who read the demo corpus and not the results.</summary>
public sealed class JudgedQueriesTests
{
    /// <summary>Places that count as seen at a glance.</summary>
    private const int Glance = 5;

    [Fact]
    public async Task Ranks_first_what_a_reader_means()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        await corpus.IngestAsync(paths: Checkout.Seeds);
        await corpus.Get<IndexCatchUp>().CatchUpAsync(TestContext.Current.CancellationToken);
        var files = await FilesAsync(corpus);
        var wrong = new List<string>();

        foreach (var (query, first, among) in Table())
        {
            var found = await corpus.Get<ArticleSearch>().SearchAsync(new SearchRequest { Query = query, Copies = CopiesMode.All, Size = Glance }, TestContext.Current.CancellationToken);
            var shown = found.Hits.Select(h => files[h.Id]).ToList();
            if (shown.Count == 0 || !first.Contains(shown[0]) || among.Except(shown).Any())
                wrong.Add($"{query}: {string.Join(' ', shown)}, where {string.Join('/', first)} should be first and {string.Join(' ', among)} among them");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<(string Query, string[] First, string[] Among)> Table() =>
        File.ReadLines(Path.Combine(Checkout.Root, "tests", "NewsCorpus.Tests", "Search", "judged-queries.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(cells => (cells[0], cells[1].Split(' '), cells[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>The number at the beginning of each article's file.</summary>
    private static async Task<Dictionary<long, string>> FilesAsync(TestCorpus corpus)
    {
        var found = await corpus.Get<ArticleSearch>().FindAllAsync(new SearchRequest { Copies = CopiesMode.All }, TestContext.Current.CancellationToken);
        var files = new Dictionary<long, string>();
        await foreach (var article in corpus.Get<FoundArticles>().ReadAsync(found.Matches, withText: false, TestContext.Current.CancellationToken))
            files[article.Id] = Path.GetFileName(article.File)[..3];
        return files;
    }
}
