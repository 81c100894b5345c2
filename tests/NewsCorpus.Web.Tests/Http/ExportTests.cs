using System.IO.Compression;
using System.Net;
using System.Text.Json;
using CsvHelper;

namespace NewsCorpus.Web.Tests.Http;

public sealed class ExportTests(AppFixture app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("copies=all")]
    [InlineData("from=2026-01&copies=all&sort=oldest")]
    [InlineData("undated=only")]
    public async Task Export_is_what_the_search_finds_in_its_order(string search)
    {
        var found = (await app.JsonAsync($"/api/articles?{search}&size=100")).GetProperty("articles").EnumerateArray().Select(a => a.GetProperty("id").GetRawText()).ToList();

        using var table = CsvReader.FromText(await TextAsync($"/export?format=csv&{search}&page=7&size=1"));
        var ids = new List<string>();
        while (table.Read())
            ids.Add(table.GetString("id"));

        Assert.Equal(found, ids.Take(100));
        var lines = (await TextAsync($"/export?format=jsonl&{search}&text=include")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(ids, lines.Select(l => l.GetProperty("id").GetRawText()));
        Assert.All(lines, l => Assert.NotEqual("", l.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData("csv", "text/csv", "csv")]
    [InlineData("jsonl", "application/jsonl", "jsonl")]
    [InlineData("ris", "application/x-research-info-systems", "ris")]
    [InlineData("bibtex", "application/x-bibtex", "bib")]
    [InlineData("parquet", "application/vnd.apache.parquet", "parquet")]
    public async Task File_says_what_it_is_and_where_its_manifest_stands(string format, string type, string ending)
    {
        using var response = await GetAsync($"/export?format={format}&q=ferry");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Matches($@"^newscorpus-\d{{4}}-\d\d-\d\d-r\d+\.{ending}$", response.Content.Headers.ContentDisposition!.FileName!);
        var link = response.Headers.GetValues("Link").Single();
        Assert.EndsWith("; rel=\"describedby\"; type=\"application/json\"", link, StringComparison.Ordinal);
        var manifest = await app.JsonAsync(link[1..link.IndexOf('>', StringComparison.Ordinal)]);
        Assert.Equal(("ferry", "/?q=ferry"), (manifest.GetProperty("query").GetString(), manifest.GetProperty("search").GetString()));
        Assert.Equal((await app.JsonAsync("/api/articles?q=ferry")).GetProperty("total").GetInt32(), manifest.GetProperty("total").GetInt32());
        Assert.True(manifest.GetProperty("revision").GetInt64() > 0);
        using var head = await app.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri($"/export?format={format}", UriKind.Relative)), Token);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("parquet")]
    public async Task Package_holds_file_and_manifest(string format)
    {
        await using var archive = new ZipArchive(new MemoryStream(await app.Http.GetByteArrayAsync(new Uri($"/export?format={format}&pack=zip&q=ferry", UriKind.Relative), Token)));

        Assert.Equal(2, archive.Entries.Count);
        await using var stream = await archive.GetEntry("manifest.json")!.OpenAsync(Token);
        var manifest = (await JsonDocument.ParseAsync(stream, default, Token)).RootElement;
        Assert.Equal((format, manifest.GetProperty("total").GetInt32()), (manifest.GetProperty("format").GetString(), manifest.GetProperty("written").GetInt32()));
        Assert.True(archive.Entries[0].Length > 0);
    }

    [Theory]
    [InlineData("/export", "format")]
    [InlineData("/export?format=xls", "xls")]
    [InlineData("/export?format=csv&text=maybe", "maybe")]
    [InlineData("/export?format=csv&pack=rar", "rar")]
    [InlineData("/export?format=csv&from=2026-13", "2026-13")]
    [InlineData("/export?format=csv&q=(ferry", "query")]
    [InlineData("/feed.atom?q=(ferry", "query")]
    [InlineData("/feed.atom?from=x", "x")]
    public async Task What_cannot_be_read_is_refused_with_the_reason(string address, string reason)
    {
        using var response = await GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(reason, await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_page_offers_the_export_and_the_feed_of_its_search()
    {
        var page = await app.PageAsync("/?q=ferry&copies=all&page=1&sort=oldest");

        var form = page.QuerySelector("form[action='/export']")!;
        Assert.Equal(["copies=all", "q=ferry", "sort=oldest"], form.QuerySelectorAll("input[type=hidden]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}").Order(StringComparer.Ordinal));
        Assert.Equal(["csv", "jsonl", "parquet", "ris", "bibtex"], form.QuerySelectorAll("option").Select(o => o.GetAttribute("value")));
        Assert.Equal("/feed.atom?q=ferry&copies=all", page.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href"));
        Assert.Equal("/feed.atom?q=ferry&copies=all", page.QuerySelector(".follow a")!.GetAttribute("href"));

        var unread = await app.PageAsync("/?q=(ferry");
        Assert.Null(unread.QuerySelector("form[action='/export']"));
        Assert.Null(unread.QuerySelector("link[type='application/atom+xml']"));
    }

    private Task<HttpResponseMessage> GetAsync(string address) => app.Http.GetAsync(new Uri(address, UriKind.Relative), Token);

    private Task<string> TextAsync(string address) => app.Http.GetStringAsync(new Uri(address, UriKind.Relative), Token);
}
