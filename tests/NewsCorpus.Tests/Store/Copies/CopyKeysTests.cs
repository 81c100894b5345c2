using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;
using NewsCorpus.Store.Copies;
using Xunit;

namespace NewsCorpus.Tests.Store.Copies;

public sealed class CopyKeysTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finds_what_a_plain_list_finds_however_the_runs_were_merged()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var random = new Random(4);
        var plain = new List<(uint Key, long Article)>();
        var keys = new CopyKeys();
        var article = 0L;
        for (var step = 0; step < 20; step++)
        {
            var pairs = new List<ulong>();
            for (var i = random.Next(1, 60); i > 0; i--)
            {
                article++;
                // Some keys are everybody's: their pairs fill pages.
                foreach (var key in new[] { (uint)random.Next(3), (uint)random.Next(3) + 500, (uint)random.Next(100_000), (uint)random.NextInt64(uint.MaxValue) }.Distinct())
                {
                    plain.Add((key, article));
                    pairs.Add(KeyPages.Pair(key, article));
                }
            }
            await StoreAsync(corpus, keys, pairs);
        }
        await using var db = corpus.Database();
        await using var transaction = await db.Database.BeginTransactionAsync(Token);
        using var pages = new KeyPages(db);
        // Another process, which reads all from the database.
        foreach (var looking in new[] { keys, new CopyKeys() })
        {
            await looking.LoadAsync(db, Token);
            foreach (var key in plain.Select(p => p.Key).Concat([7u, uint.MaxValue]).Distinct())
                foreach (var most in new[] { 1, 64, int.MaxValue })
                {
                    var found = new List<long>();
                    looking.Find(key, pages, found, most);
                    Assert.Equal(plain.Where(p => p.Key == key).Select(p => p.Article).OrderDescending().Take(most), found);
                }
        }
        Assert.InRange(await db.CopyKeyRuns.CountAsync(Token), 1, 6);
        Assert.Equal((await db.CopyKeyRuns.ToListAsync(Token)).Sum(r => r.PageCount), await db.CopyKeyPages.CountAsync(Token));
    }

    [Fact]
    public void Filter_never_denies_a_key_and_seldom_passes_another()
    {
        var random = new Random(1);
        var keys = Enumerable.Range(0, 20_000).Select(_ => (uint)random.NextInt64(uint.MaxValue)).ToHashSet();
        var filter = KeyFilter.For(keys.Count);
        foreach (var key in keys)
            filter.Add(key);

        Assert.All(keys, key => Assert.True(KeyFilter.Of(filter.Bytes).MayHold(key)));
        var wrong = Enumerable.Range(0, 20_000).Select(_ => (uint)random.NextInt64(uint.MaxValue)).Count(key => !keys.Contains(key) && filter.MayHold(key));
        Assert.InRange(wrong, 1, 400);
    }

    private static async Task StoreAsync(TestCorpus corpus, CopyKeys keys, List<ulong> pairs)
    {
        await using var db = corpus.Database();
        await using var transaction = await db.Database.BeginTransactionAsync(Token);
        var numbers = new SequenceBlock(db);
        await numbers.LoadAsync(Token);
        await keys.LoadAsync(db, Token);
        await keys.AddAsync(db, numbers, pairs, Token);
        await db.SaveChangesAsync(Token);
        await transaction.CommitAsync(Token);
    }
}
