using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Tests.Http;

public sealed class StorageFaultsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Database_that_breaks_while_serving_is_answered_with_503_and_what_does_not_need_it_goes_on()
    {
        await using var small = await SmallApp.StartAsync();
        var article = await small.UrlAsync(1);
        await BreakAsync(small);
        using var visitor = small.Visitor();

        using var page = await visitor.GetAsync(new Uri(article, UriKind.Relative), Token);
        using var api = await visitor.GetAsync(new Uri("/api/articles/1", UriKind.Relative), Token);
        using var help = await visitor.GetAsync(new Uri("/help", UriKind.Relative), Token);
        using var alive = await visitor.GetAsync(new Uri("/healthz", UriKind.Relative), Token);

        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.OK], new[] { page, api, help, alive }.Select(r => r.StatusCode));
        var html = await page.Content.ReadAsStringAsync(Token);
        var json = await api.Content.ReadAsStringAsync(Token);
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType!.MediaType);
        Assert.All([html, json], answer => Assert.Contains("cannot be read just now", answer, StringComparison.Ordinal));
        // What failed where is for the log, not for whoever asks.
        Assert.All([html, json], answer => Assert.DoesNotContain(small.Data, answer, StringComparison.Ordinal));
        Assert.All([html, json], answer => Assert.DoesNotContain("SqliteException", answer, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Server_on_a_database_that_cannot_be_written_goes_on_reading()
    {
        await using var small = await SmallApp.StartAsync();
        var article = await small.UrlAsync(1);
        await using var other = new Microsoft.Data.Sqlite.SqliteConnection(CorpusDatabase.ConnectionString(Path.Combine(small.Data, "newscorpus.db")));
        await other.OpenAsync(Token);
        await using var writing = await other.BeginTransactionAsync(Token);
        using var visitor = small.Visitor();

        foreach (var address in new[] { "/", "/?q=ferry", article, "/people", "/outlets", "/articles/1/original", "/api/runs", "/readyz" })
            using (var response = await visitor.GetAsync(new Uri(address, UriKind.Relative), Token))
                Assert.Equal((address, HttpStatusCode.OK), (address, response.StatusCode));
    }

    /// <summary>Overwrites the pages of the texts while the server has the file open.</summary>
    private static async Task BreakAsync(SmallApp small)
    {
        long page, size;
        await using (var db = await small.Services.GetRequiredService<IDbContextFactory<CorpusDbContext>>().CreateDbContextAsync(Token))
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Token);
            page = await db.Database.SqlQueryRaw<long>("SELECT rootpage AS Value FROM sqlite_schema WHERE name = 'Bodies'").SingleAsync(Token);
            size = await db.Database.SqlQueryRaw<long>("SELECT page_size AS Value FROM pragma_page_size").SingleAsync(Token);
        }
        await using var file = new FileStream(Path.Combine(small.Data, "newscorpus.db"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Seek((page - 1) * size, SeekOrigin.Begin);
        await file.WriteAsync(Enumerable.Repeat((byte)0x5A, (int)size).ToArray(), Token);
        await file.FlushAsync(Token);
        // What connections have in memory is not read again.
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(new Microsoft.Data.Sqlite.SqliteConnection(CorpusDatabase.ConnectionString(Path.Combine(small.Data, "newscorpus.db"))));
    }
}
