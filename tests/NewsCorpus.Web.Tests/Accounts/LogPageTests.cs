using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsCorpus.Store;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Tests.Accounts;

public sealed class LogPageTests
{
    [Fact]
    public async Task Shows_the_newest_first_by_page_person_and_action()
    {
        await using var app = await SmallApp.StartAsync();
        using var admin = await AdminAsync(app);
        await FillAsync(app, 150);

        Assert.Equal("article.correct 150", await FirstAsync(admin, "/admin/log?by=Carl"));
        Assert.Equal("article.correct 50", await FirstAsync(admin, "/admin/log?by=Carl&page=2"));
        Assert.Equal("article.correct 75", await FirstAsync(admin, "/admin/log?by=Carl&action=article.correct&page=1", row: 75));
        Assert.Equal("account.sign-in", (await FirstAsync(admin, "/admin/log?action=account.sign-in")).Trim());
        Assert.Contains("No entries here", await admin.GetStringAsync(new Uri("/admin/log?by=Nobody+here", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Downloads_what_the_filter_shows()
    {
        await using var app = await SmallApp.StartAsync();
        using var admin = await AdminAsync(app);
        await FillAsync(app, 3);
        await app.Services.GetRequiredService<AuditLog>().RecordAsync("Carl", "article.correct", "=1+1", "said \"no\",\nthen yes", TestContext.Current.CancellationToken);

        var lines = (await admin.GetStringAsync(new Uri("/admin/log.jsonl?by=Carl", UriKind.Relative), TestContext.Current.CancellationToken)).TrimEnd('\n').Split('\n');
        var csv = await admin.GetStringAsync(new Uri("/admin/log.csv?by=Carl", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(4, lines.Length);
        using var newest = JsonDocument.Parse(lines[0]);
        Assert.Equal("=1+1", newest.RootElement.GetProperty("subject").GetString());
        Assert.Equal("said \"no\",\nthen yes", newest.RootElement.GetProperty("note").GetString());
        Assert.StartsWith("id,at,by,action,subject,note\r\n", csv, StringComparison.Ordinal);
        // A spreadsheet must not take what somebody typed for a formula.
        Assert.Contains(",\"Carl\",\"article.correct\",\"'=1+1\",\"said \"\"no\"\",\nthen yes\"\r\n", csv, StringComparison.Ordinal);
        Assert.Equal(5, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Failed_sign_ins_fill_the_log_only_so_far_in_an_hour()
    {
        await using var app = await SmallApp.StartAsync();
        var clock = new Clock();
        using var failures = new FailedSignIns(app.Services.GetRequiredService<AuditLog>(), clock);

        for (var i = 0; i < 3 * FailedSignIns.MostInAnHour; i++)
            await failures.RecordAsync("Carl", "wrong password", TestContext.Current.CancellationToken);
        Assert.Equal(FailedSignIns.MostInAnHour, await CountAsync());

        clock.Now += TimeSpan.FromHours(1);
        await failures.RecordAsync("Carl", "wrong password", TestContext.Current.CancellationToken);
        Assert.Equal(FailedSignIns.MostInAnHour + 1, await CountAsync());

        async Task<int> CountAsync()
        {
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<CorpusDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
            return await db.Log.CountAsync(e => e.Action == "account.sign-in-failed", TestContext.Current.CancellationToken);
        }
    }

    private static async Task<HttpClient> AdminAsync(SmallApp app)
    {
        await app.AddAsync("Ada", Access.Admin);
        return await app.SignInAsync("Ada");
    }

    private static async Task FillAsync(SmallApp app, int entries)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<CorpusDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        for (var i = 1; i <= entries; i++)
            AuditLog.Add(db, DateTimeOffset.UnixEpoch.AddDays(i), "Carl", "article.correct", i.ToString(System.Globalization.CultureInfo.InvariantCulture), null);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Action and subject of a row, from 0.</summary>
    private static async Task<string> FirstAsync(HttpClient client, string address, int row = 0)
    {
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));
        var cells = page.QuerySelectorAll("tbody tr")[row].QuerySelectorAll("td");
        return $"{cells[2].TextContent} {cells[3].TextContent}";
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch.AddYears(50);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
