using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsCorpus.Articles;
using NewsCorpus.Store;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Hosting;

namespace NewsCorpus.Web.Tests.Http;

public sealed class OriginalsTests(AppFixture app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_article_gives_the_very_bytes_of_its_file()
    {
        var seeds = Directory.GetFiles(Path.Combine(HostSettings.Home, "seeds")).ToDictionary(f => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f))), f => f, StringComparer.Ordinal);
        foreach (var summary in (await app.JsonAsync("/api/articles?size=100")).GetProperty("articles").EnumerateArray())
        {
            var source = (await app.JsonAsync($"/api/articles/{summary.GetProperty("id")}")).GetProperty("source");
            var address = source.GetProperty("original").GetString()!;
            Assert.Equal($"/articles/{summary.GetProperty("id")}/original", address);

            using var response = await GetAsync(address);

            var bytes = await response.Content.ReadAsByteArrayAsync(Token);
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
            Assert.Equal(source.GetProperty("sha256").GetString(), sha256);
            Assert.Equal($"\"{sha256}\"", response.Headers.ETag!.Tag);
            Assert.Equal(bytes.Length, response.Content.Headers.ContentLength);
            Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.MediaType);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            var disposition = response.Content.Headers.ContentDisposition!;
            Assert.Equal("attachment", disposition.DispositionType);
            if (seeds.TryGetValue(sha256, out var file))
                Assert.Equal(Path.GetFileName(file), disposition.FileNameStar ?? disposition.FileName);
        }
    }

    [Fact]
    public async Task Answers_HEAD_without_a_body_and_304_to_whoever_has_it()
    {
        using var whole = await GetAsync("/articles/1/original");
        using var head = await app.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri("/articles/1/original", UriKind.Relative)), Token);
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri("/articles/1/original", UriKind.Relative));
        again.Headers.IfNoneMatch.Add(whole.Headers.ETag!);
        using var cached = await app.Http.SendAsync(again, Token);

        Assert.Equal((HttpStatusCode.OK, whole.Content.Headers.ContentLength, whole.Headers.ETag), (head.StatusCode, head.Content.Headers.ContentLength, head.Headers.ETag));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(HttpStatusCode.NotModified, cached.StatusCode);
    }

    [Fact]
    public async Task Article_page_links_to_the_original_beside_its_source()
    {
        var url = (await app.JsonAsync("/api/articles/1")).GetProperty("url").GetString()!;

        var page = await app.PageAsync(url);

        var link = page.QuerySelector("section[aria-labelledby=file] a[href='/articles/1/original']");
        Assert.NotNull(link);
        Assert.Contains("byte for byte", link.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Article_of_an_archive_gives_its_own_file_and_earlier_states_stay_within_reach()
    {
        await using var small = await SmallApp.StartAsync();
        var factory = small.Services.GetRequiredService<IDbContextFactory<CorpusDbContext>>();
        var (now, then, foreign) = (Hash("now"), Hash("then"), Hash("another file's"));
        await using (var db = await factory.CreateDbContextAsync(Token))
        {
            foreach (var text in new[] { "now", "then", "another file's" })
                db.Originals.Add(Original.Of(Hash(text), Encoding.UTF8.GetBytes(text)));
            await db.SaveChangesAsync(Token);
            db.SourceVersions.Add(new SourceVersion { SourceFileId = 1, Sha256 = then, IngestedAt = DateTimeOffset.UnixEpoch, RunId = 1 });
            await db.SaveChangesAsync(Token);
            await db.SourceFiles.ExecuteUpdateAsync(s => s.SetProperty(f => f.Sha256, now).SetProperty(f => f.Path, "desk.zip!/täglich/Größe 5%.txt"), Token);
        }
        using var visitor = small.Visitor();

        using var response = await visitor.GetAsync(new Uri("/articles/1/original", UriKind.Relative), Token);

        Assert.Equal("now", await response.Content.ReadAsStringAsync(Token));
        Assert.Equal("Größe 5%.txt", response.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("then", await visitor.GetStringAsync(new Uri($"/articles/1/original?sha256={then}", UriKind.Relative), Token));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(new Uri($"/articles/1/original?sha256={foreign}", UriKind.Relative), Token)).StatusCode);
        var page = await visitor.GetStringAsync(new Uri((await small.UrlAsync(1)), UriKind.Relative), Token);
        Assert.Contains($"/articles/1/original?sha256={then}", page, StringComparison.Ordinal);

        // The feed of which the article was dropped is the one that it came from.
        await using (var db = await factory.CreateDbContextAsync(Token))
            await db.Articles.ExecuteUpdateAsync(s => s.SetProperty(a => a.OriginalSha256, then), Token);
        Assert.Equal("then", await visitor.GetStringAsync(new Uri("/articles/1/original", UriKind.Relative), Token));
    }

    [Fact]
    public async Task Original_of_an_article_that_was_set_aside_is_for_editors_only()
    {
        await using var small = await SmallApp.StartAsync();
        await using (var db = await small.Services.GetRequiredService<IDbContextFactory<CorpusDbContext>>().CreateDbContextAsync(Token))
            await db.Articles.ExecuteUpdateAsync(s => s.SetProperty(a => a.State, ArticleState.Retired), Token);
        await small.AddAsync("Ada", Access.Reader);
        await small.AddAsync("Eve", Access.Editor);
        using var visitor = small.Visitor();
        using var reader = await small.SignInAsync("Ada");
        using var editor = await small.SignInAsync("Eve");

        foreach (var (client, status) in new[] { (visitor, HttpStatusCode.Gone), (reader, HttpStatusCode.Gone), (editor, HttpStatusCode.OK) })
            using (var response = await client.GetAsync(new Uri("/articles/1/original", UriKind.Relative), Token))
                Assert.Equal(status, response.StatusCode);
        using var nothing = await visitor.GetAsync(new Uri("/articles/99/original", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private async Task<HttpResponseMessage> GetAsync(string address)
    {
        var response = await app.Http.GetAsync(new Uri(address, UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response;
    }
}
