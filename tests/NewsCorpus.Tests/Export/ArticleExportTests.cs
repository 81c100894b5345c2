using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CsvHelper;
using NewsCorpus.Export;
using NewsCorpus.Export.Citations;
using NewsCorpus.Extraction.People;
using NewsCorpus.Search;
using NewsCorpus.Search.Receipts;
using NewsCorpus.Tests.Search;
using Parquet;
using Xunit;

namespace NewsCorpus.Tests.Export;

/// <summary>What is written, read again by the readers of others.</summary>
public sealed class ArticleExportTests : IDisposable
{
    private static readonly ExportFormats Formats = new(new CitationWriter(FullName.Read));
    private readonly SearchCorpus _corpus = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task Table_says_of_each_article_what_the_corpus_knows()
    {
        _corpus.Add("=HYPERLINK(\"x\") ferry", "The ferry, \"late\"\n\nas ever.", "2026-01", "The Harbour Post", ["Ines Calloway", "Bruno Berg"], ["ferry", "harbour"], agency: "Northwind Wire", words: 5);
        _corpus.Add("Ferry twice", "The ferry again.", estimated: "2026-02-01");
        _corpus.Add("Something else", "A tram.");

        var rows = await CsvAsync(new SearchRequest { Query = "ferry", Sort = SortOrder.Newest }, withText: true);

        Assert.Equal(2, rows.Count);
        Assert.Equal("'=HYPERLINK(\"x\") ferry", rows[0]["title"]);
        Assert.Equal(("2026-01", "stated", "The Harbour Post", "Northwind Wire"), (rows[0]["date"], rows[0]["dateKind"], rows[0]["outlet"], rows[0]["agency"]));
        Assert.Equal(("Ines Calloway; Bruno Berg", "ferry; harbour", "5"), (rows[0]["people"], rows[0]["tags"], rows[0]["words"]));
        Assert.Equal("The ferry, \"late\"\n\nas ever.", rows[0]["text"]);
        Assert.Equal("/articles/1", rows[0]["url"]);
        Assert.Equal(("", "unknown", "2026-01-22", "2026-02-12"), (rows[1]["date"], rows[1]["dateKind"], rows[1]["estimatedFrom"], rows[1]["estimatedTo"]));
        Assert.DoesNotContain("text", (await CsvAsync(new SearchRequest(), withText: false))[0].Keys);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [InlineData("\uFF1D1+1")]
    [InlineData("\uFF20SUM(A1)")]
    public async Task Cell_that_a_spreadsheet_would_run_is_defused(string title)
    {
        _corpus.Add(title, "Words.");

        Assert.Equal("'" + title, Assert.Single(await CsvAsync(new SearchRequest(), withText: false))["title"]);
    }

    [Fact]
    public async Task Copies_and_undated_articles_are_exported_as_they_are_searched()
    {
        _corpus.Add("Ferry", "The ferry.", "2026-01-08", story: 1);
        _corpus.Add("Ferry", "The ferry.", "2026-01-09", story: 1);
        _corpus.Add("Ferry undated", "The ferry.");

        Assert.Equal(["3", "2"], (await CsvAsync(new SearchRequest { Sort = SortOrder.Oldest, Undated = UndatedMode.Include }, withText: false)).Select(r => r["id"]).OrderDescending().Select(id => id == "1" ? "2" : id));
        Assert.Equal("1", (await CsvAsync(new SearchRequest { Undated = UndatedMode.Exclude }, withText: false)).Single()["copies"]);
        Assert.Equal(["2", "1"], (await CsvAsync(new SearchRequest { From = new DateOnly(2026, 1, 1), Copies = CopiesMode.All }, withText: false)).Select(r => r["id"]));
        Assert.Equal(["3"], (await CsvAsync(new SearchRequest { Undated = UndatedMode.Only }, withText: false)).Select(r => r["id"]));
    }

    [Fact]
    public async Task Lines_of_JSON_are_the_articles_of_the_API()
    {
        _corpus.Add("Fähre \u2028 \"spät\"", "Text.", "2026-01-08T14:05:00-05:00", "The Harbour Post", ["Ines Calloway"]);

        var (bytes, _) = await WriteAsync("jsonl", new SearchRequest(), withText: true);

        var line = Assert.Single(Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var article = JsonDocument.Parse(line).RootElement;
        Assert.Equal("Fähre \u2028 \"spät\"", article.GetProperty("title").GetString());
        Assert.Equal(("2026-01-08", "2026-01-08T14:05:00-05:00", "stated"), (article.GetProperty("date").GetString(), article.GetProperty("time").GetString(), article.GetProperty("dateKind").GetString()));
        Assert.Equal("the-harbour-post", article.GetProperty("outlet").GetProperty("slug").GetString());
        Assert.Equal("Ines Calloway", article.GetProperty("people")[0].GetProperty("name").GetString());
        Assert.Equal("Text.", article.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Columns_of_Parquet_keep_their_types_and_the_manifest()
    {
        _corpus.Add("One", "First.", "2026-01-08", words: 3);
        _corpus.Add("Two", "Second.");

        var (bytes, manifest) = await WriteAsync("parquet", new SearchRequest { Sort = SortOrder.Oldest }, withText: true);

        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(bytes), cancellationToken: Token);
        using var group = reader.OpenRowGroupReader(0);
        var (ids, words, dates, texts) = (new long[2], new int[2], new string?[2], new string?[2]);
        await group.ReadAsync<long>(reader.Schema.DataFields.Single(f => f.Name == "id"), ids.AsMemory(), cancellationToken: Token);
        await group.ReadAsync<int>(reader.Schema.DataFields.Single(f => f.Name == "words"), words.AsMemory(), cancellationToken: Token);
        await group.ReadAsync(reader.Schema.DataFields.Single(f => f.Name == "date"), dates.AsMemory(), cancellationToken: Token);
        await group.ReadAsync(reader.Schema.DataFields.Single(f => f.Name == "text"), texts.AsMemory(), cancellationToken: Token);
        Assert.Equal((1, 1L, 3), (reader.RowGroupCount, ids[0], words[0]));
        Assert.Equal(["2026-01-08", null], dates);
        Assert.Equal(["First.", "Second."], texts);
        Assert.Equal(manifest.ToString(), reader.CustomMetadata["newscorpus.manifest"]);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    [InlineData("parquet")]
    [InlineData("ris")]
    [InlineData("bibtex")]
    public async Task No_results_make_a_file_that_is_whole(string format)
    {
        _corpus.Add("One", "First.");

        var (bytes, manifest) = await WriteAsync(format, new SearchRequest { Query = "nowhere" }, withText: false);

        Assert.Equal((0, 0), (manifest.Total, manifest.Written));
        if (format == "parquet")
            await using (var reader = await ParquetReader.CreateAsync(new MemoryStream(bytes), cancellationToken: Token))
                Assert.Equal(0, reader.RowGroupCount);
        else if (format == "csv")
            Assert.StartsWith("id,url,title,", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manifest_states_query_reading_filters_revision_and_time()
    {
        _corpus.Add("Ferry", "The ferry.", "2026-01-08", "The Harbour Post", ["Ines Calloway"]);
        var before = DateTimeOffset.UtcNow;

        var (_, manifest) = await WriteAsync("ris", new SearchRequest { Query = "FERRY ", People = [new("ines-calloway")], Outlets = [new("nobody", Excluded: true)], From = new DateOnly(2026, 1, 1) }, withText: false);

        var json = JsonDocument.Parse(manifest.ToString()).RootElement;
        Assert.Equal(("FERRY ", "ris", 1, 1), (json.GetProperty("query").GetString(), json.GetProperty("format").GetString(), json.GetProperty("total").GetInt32(), json.GetProperty("written").GetInt32()));
        Assert.Equal((await _corpus.FindAsync(new SearchRequest { Query = "FERRY " })).Query.Read, json.GetProperty("reading").GetString());
        Assert.Equal(["person Ines Calloway", "outlet nobody"], json.GetProperty("filters").EnumerateArray().Select(f => $"{f.GetProperty("filter").GetString()} {f.GetProperty("name").GetString()}"));
        Assert.Equal(("2026-01-01", "exclude", "group"), (json.GetProperty("from").GetString(), json.GetProperty("undated").GetString(), json.GetProperty("copies").GetString()));
        Assert.Equal(_corpus.Index.Revision, json.GetProperty("revision").GetInt64());
        Assert.InRange(json.GetProperty("madeAt").GetDateTimeOffset(), before, DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task What_changes_between_search_and_writing_is_counted()
    {
        for (var i = 0; i < 3; i++)
            _corpus.Add($"Ferry {i}", "The ferry.");
        await _corpus.CatchUpAsync();
        var export = new ArticleExport(_corpus.Search, new FoundArticles(_corpus), new ReceiptContents(_corpus), TimeProvider.System);
        var plan = await export.PlanAsync(new SearchRequest(), "/", Token);
        _corpus.Retitle(1, "Ferry renamed");
        _corpus.Retire(2);

        var manifest = await export.WriteAsync(plan, Formats.Find("csv")!, new ExportOptions(false, a => "/" + a.Id), Stream.Null, Token);

        Assert.Equal((3, 2, 1, 1), (manifest.Total, manifest.Written, manifest.ChangedSince, manifest.Gone));
    }

    [Fact]
    public async Task Package_holds_the_file_and_its_manifest()
    {
        _corpus.Add("Ferry", "The ferry.");
        await _corpus.CatchUpAsync();
        var export = new ArticleExport(_corpus.Search, new FoundArticles(_corpus), new ReceiptContents(_corpus), TimeProvider.System);
        var plan = await export.PlanAsync(new SearchRequest(), "/", Token);
        await using var stream = new MemoryStream();

        await ExportPackage.WriteAsync(export, plan, Formats.Find("csv")!, new ExportOptions(false, a => "/" + a.Id), "ferry.csv", stream, Token);

        await using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        Assert.Equal(["ferry.csv", "manifest.json"], archive.Entries.Select(e => e.FullName));
        using var text = new StreamReader(archive.Entries[1].Open());
        Assert.Equal(1, JsonDocument.Parse(await text.ReadToEndAsync(Token)).RootElement.GetProperty("written").GetInt32());
    }

    [Theory]
    [InlineData("csv", 200)]
    [InlineData("parquet", 2_200)]
    public async Task Articles_that_are_written_are_not_kept(string format, int most)
    {
        for (var i = 0; i < 100; i++)
            _corpus.Add($"Ferry {i}", "The ferry.");
        var written = new List<WeakReference>();
        await using var writer = Formats.Find(format)!.Open(Stream.Null, new ExportOptions(true, a => "/" + a.Id));
        await writer.BeginAsync(Token);
        await foreach (var article in new FoundArticles(_corpus).ReadAsync(Enumerable.Range(0, 5_000).Select(i => new Match((i % 100) + 1)), withText: true, Token))
        {
            await writer.WriteAsync(article, Token);
            written.Add(new WeakReference(article));
        }

        GC.Collect();

        Assert.Equal(5_000, written.Count);
        Assert.InRange(written.Count(w => w.IsAlive), 0, most);
    }

    private async Task<List<Dictionary<string, string>>> CsvAsync(SearchRequest request, bool withText)
    {
        var (bytes, _) = await WriteAsync("csv", request, withText);
        using var reader = CsvReader.FromText(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
            rows.Add(reader.Headers.ToDictionary(h => h, h => reader.GetString(h), StringComparer.Ordinal));
        return rows;
    }

    private async Task<(byte[] Bytes, ExportManifest Manifest)> WriteAsync(string format, SearchRequest request, bool withText)
    {
        await _corpus.CatchUpAsync();
        var export = new ArticleExport(_corpus.Search, new FoundArticles(_corpus), new ReceiptContents(_corpus), TimeProvider.System);
        await using var stream = new MemoryStream();
        var manifest = await export.WriteAsync(await export.PlanAsync(request, "/", Token), Formats.Find(format)!, new ExportOptions(withText, a => $"/articles/{a.Id}"), stream, Token);
        return (stream.ToArray(), manifest);
    }
}
