using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Tests.Http;

public sealed class RunsApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Starts_a_run_and_tells_what_became_of_each_file()
    {
        await using var app = await SmallApp.StartAsync();
        using var admin = await AdminAsync(app);
        app.Write(1, 2, 3);
        await File.WriteAllTextAsync(Path.Combine(app.Files, "broken.md"), "---\ntitle: \"never closed\n\ttags: [a, \"b\n---\n<p>Words.</p>\n", Token);

        using var response = await PostAsync(admin, "/api/runs", new { select = "new", paths = new[] { app.Files } });

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var queued = await JsonAsync(response);
        var id = queued.GetProperty("id").GetInt64();
        Assert.Equal($"/api/runs/{id}", response.Headers.Location!.ToString());
        Assert.Equal(("queued", "ada", "new", false), (
            queued.GetProperty("state").GetString(), queued.GetProperty("startedBy").GetString(), queued.GetProperty("options").GetProperty("select").GetString(), queued.GetProperty("options").GetProperty("dryRun").GetBoolean()));
        var run = await app.OverAsync(id);
        Assert.Equal((5, 3, 1, 1), (run.GetProperty("files").GetInt32(), Count(run, "added"), Count(run, "unchanged"), Count(run, "rejected")));
        Assert.Equal(5, run.GetProperty("outcomes").GetArrayLength());
        Assert.Equal(5, run.GetProperty("filesFound").GetInt32());
        Assert.Equal(JsonValueKind.Null, run.GetProperty("outcomesPage").ValueKind);

        var page = await GetAsync(admin, $"/api/runs/{id}?outcome=rejected&size=10");
        Assert.Equal(1, page.GetProperty("outcomesPage").GetProperty("total").GetInt32());
        Assert.Equal("broken.md", page.GetProperty("outcomes")[0].GetProperty("path").GetString());
        Assert.NotEqual(JsonValueKind.Null, page.GetProperty("outcomes")[0].GetProperty("line").ValueKind);
        page = await GetAsync(admin, $"/api/runs/{id}?page=3&size=2");
        Assert.Equal(1, page.GetProperty("outcomes").GetArrayLength());
        var lines = await admin.GetStringAsync(new Uri($"/api/runs/{id}/outcomes.jsonl", UriKind.Relative), Token);
        Assert.Equal(5, lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line)).Count());
    }

    [Fact]
    public async Task Outcomes_can_be_had_as_a_table_in_which_no_name_is_a_formula()
    {
        await using var app = await SmallApp.StartAsync();
        using var admin = await AdminAsync(app);
        await File.WriteAllTextAsync(Path.Combine(app.Files, "=1+2.md"), "---\ntitle: \"never closed\n\ttags: [a, \"b\n---\n<p>Words.</p>\n", Token);
        using var response = await PostAsync(admin, "/api/runs", new { });
        var id = (await JsonAsync(response)).GetProperty("id").GetInt64();
        await app.OverAsync(id);

        using var table = await admin.GetAsync(new Uri($"/api/runs/{id}/outcomes.csv", UriKind.Relative), Token);

        Assert.Equal("text/csv", table.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"newscorpus-run-{id}.csv", table.Content.Headers.ContentDisposition!.FileName);
        var rows = (await table.Content.ReadAsStringAsync(Token)).Split("\r\n");
        Assert.Equal("path,outcome,reason,remedy,line,byte,articleId", rows[0]);
        Assert.Equal("\"'=1+2.md\",\"rejected\",\"Line 3 of the front matter is indented with a tab, which YAML does not allow.\",\"Use spaces.\",3,,", rows[1]);
        Assert.Equal("\"ferry.txt\",\"unchanged\",,,,,1", rows[2]);
        using var none = await admin.GetAsync(new Uri("/api/runs/99/outcomes.csv", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Previews_and_applies()
    {
        await using var app = await SmallApp.StartAsync();
        using var admin = await AdminAsync(app);
        await File.WriteAllTextAsync(Path.Combine(app.Files, "ferry.txt"), "date 2026-01-09\n\nThe ferry is back\n\nThe ferry crossed the harbour again on Friday.\n", Token);
        app.Write(1);
        using var response = await PostAsync(admin, "/api/runs", new { dryRun = true });
        var id = (await JsonAsync(response)).GetProperty("id").GetInt64();

        var preview = await app.OverAsync(id);

        Assert.Equal((1, 1), (Count(preview, "added"), Count(preview, "updated")));
        var changes = await GetAsync(admin, $"/api/runs/{id}/changes?field=date");
        Assert.Equal(1, changes.GetProperty("total").GetInt32());
        Assert.Equal(("2026-01-08", "2026-01-09"), (changes.GetProperty("changes")[0].GetProperty("before").GetString(), changes.GetProperty("changes")[0].GetProperty("after").GetString()));
        Assert.Equal("2026-01-08", (await GetAsync(admin, "/api/articles/1")).GetProperty("date").GetString());

        using var applied = await PostAsync(admin, $"/api/runs/{id}/apply", null);
        Assert.Equal(HttpStatusCode.Accepted, applied.StatusCode);
        await app.OverAsync((await JsonAsync(applied)).GetProperty("id").GetInt64());
        Assert.Equal("2026-01-09", (await GetAsync(admin, "/api/articles/1")).GetProperty("date").GetString());
    }

    [Fact]
    public async Task Events_tell_the_run_up_to_its_end()
    {
        await using var app = await SmallApp.StartAsync();
        using var admin = await AdminAsync(app);
        app.Write(Enumerable.Range(1, 30));
        using var response = await PostAsync(admin, "/api/runs", null);
        var id = (await JsonAsync(response)).GetProperty("id").GetInt64();

        var events = await admin.GetStringAsync(new Uri($"/api/runs/{id}/events", UriKind.Relative), Token);

        var last = events.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)[^1].Split('\n');
        Assert.Equal("event: end", last[0]);
        using var run = JsonDocument.Parse(last[1]["data: ".Length..]);
        Assert.Equal(("finished", 31), (run.RootElement.GetProperty("state").GetString(), run.RootElement.GetProperty("files").GetInt32()));
    }

    [Theory]
    [InlineData("""{"select": "most"}""", "select")]
    [InlineData("""{"paths": ["/no/such/folder"]}""", "paths")]
    [InlineData("""{"paths": [""]}""", "paths")]
    public async Task Refuses_what_cannot_be_read_by_its_field(string body, string field)
    {
        await using var app = await SmallApp.StartAsync();
        using var admin = await AdminAsync(app);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await admin.SendWithTokenAsync(HttpMethod.Post, "/api/runs", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await JsonAsync(response)).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Tells_what_cannot_be_asked_and_of_whom_nothing_can()
    {
        await using var app = await SmallApp.StartAsync();
        using var admin = await AdminAsync(app);
        using var visitor = app.Visitor();
        await app.OverAsync(1);

        foreach (var order in new[] { "pause", "resume", "cancel", "apply" })
        {
            using var refused = await PostAsync(admin, $"/api/runs/1/{order}", null);
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.NotEmpty((await JsonAsync(refused)).GetProperty("detail").GetString()!);
            using var unknown = await PostAsync(admin, $"/api/runs/99/{order}", null);
            Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
            using var nobody = await PostAsync(visitor, $"/api/runs/1/{order}", null);
            Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        }
        using var start = await PostAsync(visitor, "/api/runs", new { });
        Assert.Equal(HttpStatusCode.Unauthorized, start.StatusCode);
        using var unproven = await admin.PostAsJsonAsync("/api/runs", new { }, Token);
        Assert.Equal(HttpStatusCode.BadRequest, unproven.StatusCode);
    }

    [Fact]
    public async Task Run_under_way_ends_with_the_server_and_goes_on_when_it_is_started_again()
    {
        await using var app = await SmallApp.StartAsync();
        using var admin = await AdminAsync(app);
        app.Write(Enumerable.Range(1, 400));
        using var response = await PostAsync(admin, "/api/runs", new { });
        var id = (await JsonAsync(response)).GetProperty("id").GetInt64();

        await app.RestartAsync();

        var run = await app.OverAsync(id);
        Assert.Equal(("finished", 401), (run.GetProperty("state").GetString(), run.GetProperty("files").GetInt32()));
        Assert.Equal(400, Count(run, "added"));
        using var runs = JsonDocument.Parse(await app.Visitor().GetStringAsync(new Uri("/api/runs", UriKind.Relative), Token));
        var latest = await app.OverAsync(runs.RootElement.GetProperty("runs")[0].GetProperty("id").GetInt64());
        Assert.Equal((401, 401), (latest.GetProperty("files").GetInt32(), Count(latest, "unchanged")));
    }

    private static async Task<HttpClient> AdminAsync(SmallApp app)
    {
        await app.AddAsync("ada", Access.Admin);
        return await app.SignInAsync("ada");
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string address, object? body)
    {
        using var content = body is null ? null : JsonContent.Create(body);
        return await client.SendWithTokenAsync(HttpMethod.Post, address, content);
    }

    private static async Task<JsonElement> GetAsync(HttpClient client, string address)
    {
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative), Token));
        return document.RootElement.Clone();
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        return document.RootElement.Clone();
    }

    private static int Count(JsonElement run, string outcome) => run.GetProperty("counts").GetProperty(outcome).GetInt32();
}
