using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using Xunit;

namespace NewsCorpus.Tests.Ingestion;

/// <summary>The five real documents that the product was asked for with, where they are at hand: the way of a whole run, and what must come of it.</summary>
public sealed class FiveDocumentsTests
{
    public static TheoryData<string, string?, string?, string, string> Documents => new()
    {
        { "000_", "2026-01-08", null, "derived", "Donald Trump, Kristi Noem, Zohran Mamdani" },
        { "001_", null, null, "derived", "Donald Trump, Jacob Soboroff, Zohran Mamdani" },
        { "002_", "2026-01-13", "Fox News", "stated", "Donald Trump, Kristi Noem, Mayor Adams, Tom Homan, Zohran Mamdani" },
        { "003_", "2026-01-07", "The New York Times", "derived", "Donald Trump, Elliott Payne, George Floyd, Ilhan Omar, Jacob Frey, Mary Moriarty, Tim Walz, Tina Smith" },
        { "004_", "2025-02-14", null, "derived", "Donald Trump, Eric Adams, Tom Homan" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Document_is_read_as_asked(string prefix, string? date, string? outlet, string titleKind, string people)
    {
        Assert.SkipWhen(Checkout.SharedSeeds is null, "The real documents are not part of a clone.");
        await using var corpus = await TestCorpus.CreateAsync();
        var (run, outcomes) = await corpus.IngestAsync(paths: Checkout.SharedSeeds!);
        Assert.Equal((5, 5), (run.Files, run.Added));
        var id = outcomes.Single(o => o.Key.StartsWith(prefix, StringComparison.Ordinal)).Value.ArticleId;

        await using var db = corpus.Database();
        var article = await db.Articles.Include(a => a.Outlet).SingleAsync(a => a.Id == id, TestContext.Current.CancellationToken);
        Assert.Equal(date, article.Date?.ToString());
        Assert.Equal(date is null ? FactKind.Unknown : FactKind.Stated, article.DateKind);
        Assert.Equal(outlet, article.Outlet?.Name);
        Assert.Equal(outlet is null, article.OutletKind == FactKind.Unknown);
        Assert.Equal(titleKind, article.TitleKind.ToString().ToLowerInvariant());
        var names = await db.ArticlePeople
            .Where(p => p.ArticleId == id && (p.Role == MentionRole.Mentioned || p.Role == MentionRole.Quoted))
            .Select(p => p.Person!.Name).Distinct().ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(people, string.Join(", ", names.Order(StringComparer.Ordinal)));
    }
}
