using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Tests.Http;

/// <summary>Receipts by page and by API: made, downloaded, brought in, run again, deleted.</summary>
public sealed class ReceiptPagesTests(AppFixture app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task States_the_search_and_can_be_run_again()
    {
        using var reader = await app.SignInAsync(Access.Reader);
        using var made = await reader.PostFormAsync("/receipts/new?q=harbour+-ferry&copies=all", ("Note", "For the report"));
        var address = made.Headers.Location!.ToString();
        var total = (await app.JsonAsync("/api/articles?q=harbour+-ferry&copies=all")).GetProperty("total").GetInt32();

        var page = await app.PageAsync(address);
        Assert.Contains("harbour AND NOT ferry", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("For the report", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(total, page.QuerySelectorAll("tbody tr").Length);
        Assert.Empty(page.QuerySelectorAll(".button.danger"));
        var again = await app.PageAsync(address + "/again");
        Assert.Contains("Everything is as it was", again.QuerySelector(".summary")!.TextContent, StringComparison.Ordinal);
        var json = await app.JsonAsync("/api" + address + "/again");
        Assert.Equal((total, true, false), (json.GetProperty("same").GetInt32(), json.GetProperty("intact").GetBoolean(), json.GetProperty("readOtherwise").GetBoolean()));
        Assert.Contains(address, (await app.PageAsync("/receipts")).QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")));
        Assert.Equal(address, (await app.JsonAsync("/export?format=manifest&q=harbour+-ferry&copies=all")).GetProperty("receipt").GetString());
        Assert.Equal(JsonValueKind.Null, (await app.JsonAsync("/export?format=manifest&q=tram")).GetProperty("receipt").ValueKind);
    }

    [Fact]
    public async Task Only_its_owner_or_an_admin_deletes_it_and_its_file_brings_it_back()
    {
        using var reader = await app.SignInAsync(Access.Reader);
        using var editor = await app.SignInAsync(Access.Editor);
        using var admin = await app.SignInAsync(Access.Admin);
        using var made = await reader.SendWithTokenAsync(HttpMethod.Post, "/api/receipts", JsonContent.Create(new { search = "?q=council", note = "x" }));
        var address = made.Headers.Location!.ToString();
        var file = await reader.GetByteArrayAsync(new Uri(address + "/receipt.json", UriKind.Relative), Token);

        using (var refused = await editor.PostFormAsync(address + "/delete"))
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using (var refused = await editor.SendWithTokenAsync(HttpMethod.Delete, "/api" + address))
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using (var deleted = await admin.PostFormAsync(address + "/delete", ("Note", "by mistake")))
            Assert.Equal("/receipts", deleted.Headers.Location!.ToString());

        using (var gone = await reader.GetAsync(new Uri(address, UriKind.Relative), Token))
        {
            Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
            Assert.Contains("deleted by test-admin", await gone.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }
        var log = await app.PageAsync("/admin/log?action=receipt.delete", admin);
        Assert.Contains("by mistake", log.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using (var damaged = await UploadAsync(editor, file[..^40]))
            Assert.Contains("The receipt was not brought in", await damaged.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using (var back = await UploadAsync(editor, file))
        {
            var other = back.Headers.Location!.ToString();
            Assert.NotEqual(address, other);
            Assert.Contains("Brought in from its file by test-editor", (await app.PageAsync(other)).QuerySelector(".summary")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Everything is as it was", (await app.PageAsync(other + "/again")).QuerySelector(".summary")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_of_another_corpus_is_compared_by_what_its_articles_say()
    {
        await using var other = await SmallApp.StartAsync();
        using var there = other.Visitor();
        using var made = await there.SendWithTokenAsync(HttpMethod.Post, "/api/receipts", JsonContent.Create(new { search = "?q=ferry" }));
        var file = await there.GetByteArrayAsync(new Uri(made.Headers.Location! + "/receipt.json", UriKind.Relative), Token);
        using var reader = await app.SignInAsync(Access.Reader);
        using var brought = await UploadAsync(reader, file);
        var address = brought.Headers.Location!.ToString();

        var receipt = await app.PageAsync(address);
        var page = await app.PageAsync(address + "/again");
        var json = await app.JsonAsync("/api" + address + "/again");

        // Its ids are of other articles here.
        Assert.Contains("The ferry is back", receipt.QuerySelector("tbody th")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(receipt.QuerySelectorAll("tbody a"));
        Assert.Contains("of another corpus", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((1, 0, 0), (json.GetProperty("changes").GetProperty("absent").GetArrayLength(), json.GetProperty("same").GetInt32(), json.GetProperty("theirs").EnumerateObject().Count()));
        Assert.Contains(page.QuerySelectorAll(".changes li"), li => li.TextContent.Contains("not in this corpus", StringComparison.Ordinal));
        Assert.Contains("The ferry is back", (await app.PageAsync(address + "/again?show=absent")).QuerySelector(".differences")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((await app.JsonAsync("/api/articles?q=ferry&copies=all")).GetProperty("total").GetInt32(), json.GetProperty("changes").GetProperty("added").GetArrayLength());
    }

    [Fact]
    public async Task That_nothing_was_found_can_be_stated_too()
    {
        using var reader = await app.SignInAsync(Access.Reader);
        var link = (await app.PageAsync("/?q=zeppelinxyz", reader)).QuerySelectorAll(".keep a").Single(a => a.TextContent == "Make a receipt").GetAttribute("href")!;

        using var made = await reader.PostFormAsync(link);

        var address = made.Headers.Location!.ToString();
        Assert.StartsWith("0 articles", (await app.PageAsync(address)).QuerySelector(".summary")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("Everything is as it was", (await app.PageAsync(address + "/again")).QuerySelector(".summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_that_cannot_be_read_has_no_receipt()
    {
        using var reader = app.Visitor();
        using var response = await reader.SendWithTokenAsync(HttpMethod.Post, "/api/receipts", JsonContent.Create(new { search = "?q=(harbour" }));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty((await app.PageAsync("/?q=(harbour")).QuerySelectorAll(".keep a"));
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, byte[] file)
    {
        using var form = new MultipartFormDataContent();
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        form.Add(content, "file", "receipt.json");
        return await client.SendWithTokenAsync(HttpMethod.Post, "/receipts/new?handler=upload", form);
    }
}
