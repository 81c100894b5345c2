using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using Xunit;

namespace NewsCorpus.Tests.Ingestion;

/// <summary>The demo corpus, read the whole way and compared with its answer key.</summary>
public sealed class SeedsTests(SeedsTests.Corpus corpus) : IClassFixture<SeedsTests.Corpus>
{
    public static IEnumerable<TheoryDataRow<string>> Files() => Key().Keys.Select(file => new TheoryDataRow<string>(file));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_reads_as_its_key_says(string file)
    {
        var expected = Key()[file];
        var outcome = corpus.Outcomes[file];
        Assert.Equal(expected.Outcome, outcome.Outcome.ToString().ToLowerInvariant());
        if (outcome.ArticleId is not { } id)
            return;

        await using var db = corpus.Data.Database();
        var article = await db.Articles.Include(a => a.Outlet).Include(a => a.Body).SingleAsync(a => a.Id == id, TestContext.Current.CancellationToken);
        Assert.Equal(expected.Date, article.Date?.ToString());
        Assert.Equal(expected.DateKind, article.DateKind.ToString().ToLowerInvariant());
        Assert.Equal(expected.TitleKind, article.TitleKind.ToString().ToLowerInvariant());
        if (expected.Title is { } title)
            Assert.Equal(title, article.Title);
        if (expected.OutletDomain is { } domain)
            Assert.Equal(domain, article.Outlet?.Domain);
        else if (expected.Outlet is null || expected.OutletNameInFile)
            Assert.Equal(expected.Outlet, article.Outlet?.Name);
        Assert.Equal(expected.Contributors.Order(StringComparer.Ordinal), article.Body!.Details.Contributors.Where(c => c.Role == "contributor").Select(c => c.Name).Order(StringComparer.Ordinal));
        foreach (var byline in expected.Bylines)
            Assert.Contains(new Contributor(byline, "byline"), article.Body.Details.Contributors);
    }

    [Fact]
    public async Task People_are_found_with_few_faults()
    {
        int found = 0, missed = 0, wrong = 0;
        var faults = new List<string>();
        await using var db = corpus.Data.Database();
        foreach (var (file, expected) in Key())
        {
            if (corpus.Outcomes[file].ArticleId is not { } id)
                continue;
            var names = await db.ArticlePeople
                .Where(p => p.ArticleId == id && (p.Role == MentionRole.Mentioned || p.Role == MentionRole.Quoted))
                .Select(p => p.Person!.Name).Distinct().ToListAsync(TestContext.Current.CancellationToken);
            var got = names.Select(Comparable).ToHashSet(StringComparer.Ordinal);
            var want = expected.People.Select(Comparable).ToHashSet(StringComparer.Ordinal);
            found += got.Intersect(want, StringComparer.Ordinal).Count();
            var less = want.Except(got, StringComparer.Ordinal).ToList();
            var more = got.Except(want, StringComparer.Ordinal).ToList();
            missed += less.Count;
            wrong += more.Count;
            if (less.Count + more.Count > 0)
                faults.Add($"{file}: missed {string.Join(", ", less)}; wrong {string.Join(", ", more)}");
        }
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', faults));
        var precision = (double)found / (found + wrong);
        var recall = (double)found / (found + missed);
        Assert.True(precision > 0.95 && recall > 0.93, $"precision {precision:0.000}, recall {recall:0.000}\n{string.Join('\n', faults)}");
    }

    [Fact]
    public async Task Wire_copies_and_nothing_else_are_stories()
    {
        var expected = Key().Values.Where(e => e.CopyGroup is not null).GroupBy(e => e.CopyGroup!, StringComparer.Ordinal).Select(g => string.Join(' ', g.Select(e => e.File).Order(StringComparer.Ordinal)));
        await using var db = corpus.Data.Database();
        var rows = await db.Articles.Where(a => a.StoryId != null).Select(a => new { a.StoryId, a.SourceFile!.Path }).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            rows.GroupBy(r => r.StoryId).Select(g => string.Join(' ', g.Select(r => Path.GetFileName(r.Path)).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
    }

    /// <summary>A name as the key may spell it: without a nickname in quotation marks, accents or marks.</summary>
    private static string Comparable(string name)
    {
        var words = name.Split(' ').Where(w => !(w.Length > 2 && "\"“'‘".Contains(w[0], StringComparison.Ordinal)));
        return NameKey.Of(string.Join(' ', words));
    }

    private static Dictionary<string, Expected> Key()
    {
        var path = Path.Combine(Checkout.Root, "tests", "NewsCorpus.Tests", "Fixtures", "seeds-expected.json");
        var entries = JsonSerializer.Deserialize<List<Expected>>(File.ReadAllText(path), JsonSerializerOptions.Web)!;
        return entries.ToDictionary(e => e.File, StringComparer.Ordinal);
    }

    /// <summary>One entry of the answer key; the seeds' README explains the corpus.</summary>
    private sealed record Expected(
        string File,
        string Outcome,
        string? Date,
        string DateKind,
        string? Outlet,
        string? OutletDomain,
        bool OutletNameInFile,
        string? Title,
        string TitleKind,
        IReadOnlyList<string> People,
        IReadOnlyList<string> Contributors,
        IReadOnlyList<string> Bylines,
        string? CopyGroup);

    public sealed class Corpus : IAsyncLifetime
    {
        public TestCorpus Data { get; private set; } = null!;

        public Dictionary<string, RunOutcome> Outcomes { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            Data = await TestCorpus.CreateAsync();
            (_, Outcomes) = await Data.IngestAsync(paths: Checkout.Seeds);
        }

        public ValueTask DisposeAsync() => Data.DisposeAsync();
    }
}
