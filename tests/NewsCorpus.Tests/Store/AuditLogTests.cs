using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;
using Xunit;

namespace NewsCorpus.Tests.Store;

public sealed class AuditLogTests
{
    [Fact]
    public async Task Records_who_did_what_in_the_order_it_happened()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var log = corpus.Get<AuditLog>();

        await log.RecordAsync("Ada", "run.start", "7", "only what failed", TestContext.Current.CancellationToken);
        await log.RecordAsync(AuditLog.CommandLine, "user.add", null, null, TestContext.Current.CancellationToken);

        await using var db = corpus.Database();
        var entries = await db.Log.OrderBy(e => e.Id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([("Ada", "run.start", "7", "only what failed"), ("command line", "user.add", null, null)], entries.Select(e => (e.By, e.Action, e.Subject, e.Note)));
        Assert.True(entries[1].Id > entries[0].Id);
        Assert.True(entries[1].At >= entries[0].At);
    }

    [Fact]
    public async Task An_entry_goes_with_its_transaction()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        await using (var db = corpus.Database())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            AuditLog.Add(db, DateTimeOffset.UnixEpoch, "Ada", "outlet.merge", "Corvane Observer", null);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        }

        await using var after = corpus.Database();
        Assert.Equal(0, await after.Log.CountAsync(TestContext.Current.CancellationToken));
    }
}
