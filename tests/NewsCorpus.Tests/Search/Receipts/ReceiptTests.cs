using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search;
using NewsCorpus.Search.Receipts;
using NewsCorpus.Store.Corrections;
using NewsCorpus.Store.Keeping;
using NewsCorpus.Tests.Store.Corrections;
using Xunit;

namespace NewsCorpus.Tests.Search.Receipts;

/// <summary>Receipts over the whole program: files are ingested, editors correct, and what a receipt says of it is read.</summary>
public sealed class ReceiptTests
{
    private static readonly Keeper Ada = new("ada-id", "ada");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task States_the_search_and_every_match_as_it_was()
    {
        await using var corpus = await CorpusAsync();
        var request = new SearchRequest { Query = "ferry -strike", From = new DateOnly(2026, 1, 1), Copies = CopiesMode.All };

        var receipt = await MakeAsync(corpus, request, "For the report");

        var head = ReceiptContents.HeadOf(receipt);
        Assert.Equal(("ferry -strike", "ferry AND NOT strike", "For the report", "ada", 3, 3), (head.Query, head.Reading, head.Note, head.By, head.Total, head.TotalCopies));
        Assert.Equal("Articles with any form of “ferry”, but without any form of “strike”.", head.Words);
        Assert.Equal((new DateOnly(2026, 1, 1), UndatedMode.Exclude, corpus.Get<NewsCorpus.Search.Index.CorpusIndex>().Revision), (head.From!.Value, head.Undated, head.Revision));
        var articles = await corpus.Get<ReceiptContents>().PageAsync(receipt, 1, 100, Token);
        await using var db = corpus.Database();
        foreach (var article in articles)
        {
            var row = await db.Articles.Include(a => a.Outlet).SingleAsync(a => a.Id == article.Id, Token);
            Assert.Equal((row.TextHash, row.Title, row.Date?.ToString(), row.Outlet?.Name), (article.Hash, article.Title, article.Date, article.Outlet));
        }
        Assert.Equal(["receipt.make"], await db.Log.Select(l => l.Action).ToListAsync(Token));
    }

    [Fact]
    public async Task Run_again_over_the_same_corpus_everything_is_as_it_was()
    {
        await using var corpus = await CorpusAsync();
        var request = new SearchRequest { Query = "ferry" };
        var receipt = await MakeAsync(corpus, request);

        var again = await AgainAsync(corpus, receipt, request);

        Assert.True(again is { IsSame: true, IsIntact: true, IsReadOtherwise: false });
        Assert.Equal((3, 3), (again.Same, again.Total));
    }

    [Fact]
    public async Task Tells_what_is_new_changed_redated_moved_and_gone_and_why()
    {
        await using var corpus = await CorpusAsync();
        corpus.Write("four.md", title: "Ferry four", publisher: "The Quay Post", date: "2026-01-04", text: "The ferry came a fourth time, and the crew of the fourth boat waved.");
        corpus.Write("five.md", title: "Ferry five", publisher: "The Quay Post", date: "2026-01-05", text: "The ferry came a fifth time and nobody on the fifth pier looked up.");
        await corpus.IngestAsync();
        await CatchUpAsync(corpus);
        var request = new SearchRequest { Query = "ferry", To = new DateOnly(2026, 1, 31) };
        var receipt = await MakeAsync(corpus, request);
        var ids = await IdsAsync(corpus);
        var editor = corpus.Get<ArticleEditor>();
        Newsroom.Done(await editor.SetDateAsync(ids["one.md"], "2026-01-20", new Edit("bea", "the masthead says so", null), Token));
        Newsroom.Done(await editor.SetDateAsync(ids["two.md"], "2026-03-01", new Edit("bea", "it was March", null), Token));
        Newsroom.Done(await editor.RetireAsync(ids["three.md"], new Edit("bea", "a test page", null), Token));
        Newsroom.Done(await editor.SetOutletAsync(ids["five.md"], "The Bay Herald", null, new Edit("bea", "see the footer", null), Token));
        corpus.Write("four.md", title: "Ferry four, late", publisher: "The Quay Post", date: "2026-01-04", text: "The ferry came a fourth time, and the crew of the fourth boat did not wave.");
        corpus.Write("six.md", title: "Ferry six", publisher: "The Quay Post", date: "2019-05-01", text: "The ferry of old had a sixth mate whom nobody remembers.");
        await corpus.IngestAsync();
        await CatchUpAsync(corpus);
        ids = await IdsAsync(corpus);

        var again = await AgainAsync(corpus, receipt, request);

        Assert.False(again.IsSame);
        Assert.Equal([ids["six.md"]], again.Changes[ReceiptChange.Added]);
        Assert.Equal(new[] { ids["two.md"], ids["three.md"] }.Order(), again.Changes[ReceiptChange.Gone]);
        Assert.Equal([ids["four.md"]], again.Changes[ReceiptChange.Text]);
        Assert.Equal([ids["four.md"]], again.Changes[ReceiptChange.Title]);
        Assert.Equal([ids["one.md"]], again.Changes[ReceiptChange.Date]);
        Assert.Equal([ids["five.md"]], again.Changes[ReceiptChange.Outlet]);
        Assert.Equal(0, again.Same);

        Assert.Contains("ingested since, from", await WhyAsync(ReceiptChange.Added, "six.md"));
        Assert.Contains("it no longer matches: its date is not in ..2026-01-31", await WhyAsync(ReceiptChange.Gone, "two.md"));
        Assert.Contains("an editor corrected the date (bea: it was March)", await WhyAsync(ReceiptChange.Gone, "two.md"));
        Assert.Contains("an editor set it aside (bea: a test page)", await WhyAsync(ReceiptChange.Gone, "three.md"));
        Assert.Contains("changed the text: the file has changed", await WhyAsync(ReceiptChange.Text, "four.md"));
        Assert.Contains("changed the title from Ferry four to Ferry four, late", await WhyAsync(ReceiptChange.Title, "four.md"));
        Assert.Equal("an editor corrected the date (bea: the masthead says so)", await WhyAsync(ReceiptChange.Date, "one.md"));
        Assert.Equal("an editor corrected the outlet (bea: see the footer)", await WhyAsync(ReceiptChange.Outlet, "five.md"));

        async Task<string> WhyAsync(ReceiptChange change, string file)
        {
            var told = Assert.Single(await corpus.Get<ReceiptDifferences>().ReadAsync(receipt.Id, again, request, change, [ids[file]], Token));
            return string.Join("; ", told.Reasons.Select(r => r.By is null ? r.Text : $"{r.Text} ({r.By}: {r.Note})"));
        }
    }

    [Fact]
    public async Task Comes_back_from_its_file_and_only_unchanged()
    {
        await using var corpus = await CorpusAsync();
        var request = new SearchRequest { Query = "ferry" };
        var receipt = await MakeAsync(corpus, request);
        var file = await WriteAsync(corpus, receipt);
        Assert.Equal(3, JsonDocument.Parse(file).RootElement.GetProperty("articles").GetArrayLength());

        var known = await ReadAsync(corpus, file);
        await corpus.Get<ReceiptStore>().DeleteAsync(receipt.Id, "ada", null, Token);
        var back = await ReadAsync(corpus, file);

        Assert.Equal(receipt.Id, known.Value!.Id);
        Assert.NotEqual(receipt.Id, back.Value!.Id);
        Assert.Equal(receipt.Fingerprint, back.Value.Fingerprint);
        Assert.NotNull(back.Value.UploadedAt);
        Assert.True((await AgainAsync(corpus, back.Value, request)).IsSame);
        Assert.Equal(file, await WriteAsync(corpus, back.Value));

        await corpus.Get<ReceiptStore>().DeleteAsync(back.Value.Id, "ada", null, Token);
        Assert.Contains("not as it was written", (await ReadAsync(corpus, file.Replace("Ferry two", "Ferry too", StringComparison.Ordinal))).Problem);
        Assert.Contains("not as it was written", (await ReadAsync(corpus, file.Replace("\"total\": 3", "\"total\": 4", StringComparison.Ordinal))).Problem);
        await using var db = corpus.Database();
        Assert.Equal(0, await db.ReceiptParts.CountAsync(Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"a\": 1}")]
    [InlineData("not JSON")]
    [InlineData("{\"receipt\": 1, \"fingerprint\": \"x\", \"articles\": []}")]
    public async Task File_that_is_no_receipt_is_refused_with_words(string file)
    {
        await using var corpus = await TestCorpus.CreateAsync();

        var read = await ReadAsync(corpus, file);

        Assert.Null(read.Value);
        Assert.NotNull(read.Problem);
    }

    [Fact]
    public async Task File_that_ends_too_early_is_refused()
    {
        await using var corpus = await CorpusAsync();
        var receipt = await MakeAsync(corpus, new SearchRequest { Query = "ferry" });
        var file = await WriteAsync(corpus, receipt);
        await corpus.Get<ReceiptStore>().DeleteAsync(receipt.Id, "ada", null, Token);

        Assert.NotNull((await ReadAsync(corpus, file[..^20])).Problem);
        await using var db = corpus.Database();
        Assert.Equal([receipt.Id], await db.Receipts.Select(r => r.Id).ToListAsync(Token));
    }

    [Fact]
    public async Task Query_of_which_a_part_cannot_be_read_has_no_receipt()
    {
        await using var corpus = await CorpusAsync();

        var (receipt, problems) = await corpus.Get<ReceiptMaker>().MakeAsync(new SearchRequest { Query = "(ferry" }, "/", Ada, null, Token);

        Assert.Null(receipt);
        Assert.NotEmpty(problems);
    }

    [Fact]
    public async Task Receipt_of_another_corpus_is_compared_by_text_and_else_by_title_outlet_and_date()
    {
        await using var there = await CorpusAsync();
        there.Write("four.md", title: "Ferry four", publisher: "The Quay Post", date: "2026-01-04", text: "The ferry came a fourth time, and the crew of the fourth boat waved.");
        there.Write("five.md", title: "Ferry five", publisher: "The Quay Post", date: "2026-01-05", text: "The ferry came a fifth time and nobody on the fifth pier looked up.");
        there.Write("six.md", title: "Ferry six", publisher: "The Quay Post", date: "2026-01-06", text: "The sixth ferry was seen by the keeper of the light and by nobody else.");
        await there.IngestAsync();
        await CatchUpAsync(there);
        var request = new SearchRequest { Query = "ferry", To = new DateOnly(2026, 1, 31) };
        var file = await WriteAsync(there, await MakeAsync(there, request));
        await using var here = await TestCorpus.CreateAsync();
        here.Write("other.md", title: "Ferry seven", publisher: "The Quay Post", date: "2026-01-07", text: "A seventh ferry is only told of in this corpus, by a child with a kite.");
        here.Write("a1.md", title: "Ferry one", publisher: "The Quay Post", date: "2026-01-01", text: "The ferry left the quay at noon with all its lights on.");
        here.Write("a2.md", title: "Ferry two!", publisher: "The Bay Herald", date: "2026-01-12", text: "A second boat was asked to follow the ferry over the bay.");
        here.Write("a3.md", title: "Ferry three", publisher: "The Bay Herald", date: "2026-05-03", text: "Nobody knew where the third one went, least of all the ferry office.");
        here.Write("a4.md", title: "Ferry four", publisher: "The Quay Post", date: "2026-01-04", text: "The ferry came a fourth time, and the crew of the fourth boat did not wave.");
        here.Write("a5.md", title: "Ferry five", publisher: "The Quay Post", date: "2026-01-06", text: "The ferry came a fifth time and somebody on the fifth pier did look up.");
        await here.IngestAsync();
        await CatchUpAsync(here);
        var receipt = (await ReadAsync(here, file)).Value!;
        var (ids, theirs) = (await IdsAsync(here), await IdsAsync(there));

        var again = await AgainAsync(here, receipt, request with { Since = 3 });

        Assert.True(again is { IsSame: false, IsIntact: true, Same: 1 });
        Assert.Equal(new[] { ids["other.md"], ids["a5.md"] }.Order(), again.Changes[ReceiptChange.Added]);
        Assert.Equal([ids["a3.md"]], again.Changes[ReceiptChange.Gone]);
        Assert.Equal(new[] { theirs["five.md"], theirs["six.md"] }.Order(), again.Changes[ReceiptChange.Absent]);
        Assert.Equal([ids["a4.md"]], again.Changes[ReceiptChange.Text]);
        Assert.Equal([ids["a2.md"]], again.Changes[ReceiptChange.Title]);
        Assert.Equal([ids["a2.md"]], again.Changes[ReceiptChange.Date]);
        Assert.Equal([ids["a2.md"]], again.Changes[ReceiptChange.Outlet]);
        Assert.Equal(theirs["two.md"], again.Theirs![ids["a2.md"]]);
        Assert.Contains("its date is not in ..2026-01-31", await WhyAsync(ReceiptChange.Gone, ids["a3.md"], "Ferry three"));
        Assert.Contains("same title, outlet and date, and another text", await WhyAsync(ReceiptChange.Text, ids["a4.md"], "Ferry four"));
        Assert.Contains("no article here has its text", await WhyAsync(ReceiptChange.Absent, theirs["six.md"], "Ferry six"));
        Assert.Contains("other.md", await WhyAsync(ReceiptChange.Added, ids["other.md"], null));

        async Task<string> WhyAsync(ReceiptChange change, long id, string? then)
        {
            var told = Assert.Single(await here.Get<ReceiptDifferences>().ReadAsync(receipt.Id, again, request, change, [id], Token));
            Assert.Equal(then, told.Then?.Title);
            return string.Join("; ", told.Reasons.Select(r => r.Text));
        }
    }

    [Fact]
    public async Task Articles_of_one_text_are_told_apart_by_outlet_and_compared_one_for_one()
    {
        await using var there = await TestCorpus.CreateAsync();
        await using var here = await TestCorpus.CreateAsync();
        foreach (var (corpus, outlets) in new[] { (there, new[] { "The Quay Post", "The Bay Herald", "Radio Low Fields" }), (here, ["Radio Low Fields", "The Quay Post"]) })
        {
            foreach (var outlet in outlets)
                corpus.Write(outlet + ".md", title: "The ferry is back", publisher: outlet, date: "2026-01-01", text: "The ferry is back at its quay after eleven days in the dock, the port said.");
            await corpus.IngestAsync();
            await CatchUpAsync(corpus);
        }
        var request = new SearchRequest { Query = "ferry" };
        var receipt = (await ReadAsync(here, await WriteAsync(there, await MakeAsync(there, request)))).Value!;

        var again = await AgainAsync(here, receipt, request);

        Assert.Equal(2, again.Same);
        Assert.Equal([(await IdsAsync(there))["The Bay Herald.md"]], again.Changes[ReceiptChange.Absent]);
        Assert.All(again.Changes.Where(c => c.Key != ReceiptChange.Absent), c => Assert.Empty(c.Value));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("DELETE FROM ReceiptParts", "ReceiptWrong receipt 1 lacks articles")]
    [InlineData("UPDATE ReceiptParts SET Number = 1", "ReceiptWrong receipt 1 lacks articles")]
    [InlineData("UPDATE ReceiptParts SET LastId = 99", "ReceiptWrong receipt 1 not in order")]
    [InlineData("UPDATE ReceiptParts SET Bytes = x'00112233'", "ReceiptWrong receipt 1 cannot be read")]
    [InlineData("UPDATE Receipts SET Fingerprint = 'aa'", "ReceiptWrong receipt 1 fingerprint differs")]
    [InlineData("UPDATE Receipts SET Head = replace(Head, 'For the report', 'For a report')", "ReceiptWrong receipt 1 fingerprint differs")]
    [InlineData("UPDATE Receipts SET Head = '{'", "ReceiptWrong receipt 1 cannot be read")]
    [InlineData("UPDATE Receipts SET Total = 1", "ReceiptWrong receipt 1 does not state")]
    [InlineData("UPDATE Receipts SET DeletedAt = MadeAt", "ReceiptWrong receipt 1 still there")]
    [InlineData("UPDATE Receipts SET Fingerprint = NULL", "")]
    [InlineData("UPDATE SavedSearches SET SeenRevision = 900", "SavedSearchWrong saved search 1 not be told as new")]
    [InlineData("UPDATE SavedSearches SET Address = 'ferry'", "SavedSearchWrong saved search 1 no search")]
    public async Task Verification_tells_what_is_not_as_it_was_kept(string tampering, string expected)
    {
        await using var corpus = await CorpusAsync();
        await MakeAsync(corpus, new SearchRequest { Query = "ferry" }, "For the report");
        await corpus.Get<SavedSearches>().AddAsync("ada-id", "Ferries", null, "/?q=ferry", 3, 3, Token);
        await using (var db = corpus.Database())
            if (tampering.Length > 0)
                await db.Database.ExecuteSqlRawAsync(tampering.Replace("{", "{{", StringComparison.Ordinal), Token);

        var found = await corpus.Get<KeepingVerifier>().VerifyAsync(null, Token).ToListAsync(Token);

        if (expected.Length == 0)
        {
            Assert.Empty(found);
            return;
        }
        var difference = Assert.Single(found);
        Assert.StartsWith($"{difference.Kind} {difference.Subject} ", expected, StringComparison.Ordinal);
        Assert.Contains(expected[$"{difference.Kind} {difference.Subject} ".Length..], difference.Message, StringComparison.Ordinal);
        Assert.NotEmpty(difference.Remedy);
    }

    [Fact]
    public async Task Holds_many_articles_in_rows_of_a_thousand()
    {
        using var corpus = new SearchCorpus();
        for (var i = 0; i < 1100; i++)
            corpus.Add($"Ferry {i}", "The ferry.", "2026-01-05", "Gazette");
        await corpus.CatchUpAsync();
        var request = new SearchRequest { Query = "ferry" };
        var (receipt, _) = await new ReceiptMaker(corpus.Search, corpus, TimeProvider.System).MakeAsync(request, "/?q=ferry", Ada, null, Token);
        corpus.Retire(1050);
        corpus.Retitle(7, "Tram 7");
        corpus.Redate(1090, "2026-01-06");
        var added = corpus.Add("Ferry at last", "The ferry.");
        await corpus.CatchUpAsync();

        var again = await new ReceiptRerun(corpus.Search, corpus).CompareAsync(receipt!, request, Token);

        await using var db = corpus.CreateDbContext();
        Assert.Equal([(0, 1L, 1000L), (1, 1001L, 1100L)], (await db.ReceiptParts.OrderBy(p => p.Number).ToListAsync(Token)).Select(p => (p.Number, p.FirstId, p.LastId)));
        Assert.Equal([added], again.Changes[ReceiptChange.Added]);
        Assert.Equal([1050L], again.Changes[ReceiptChange.Gone]);
        Assert.Equal([7L], again.Changes[ReceiptChange.Title]);
        Assert.Equal([1090L], again.Changes[ReceiptChange.Date]);
        Assert.Equal(1097, again.Same);
        Assert.Equal(Enumerable.Range(995, 7).Select(i => (long)i), (await new ReceiptContents(corpus).PageAsync(receipt!, 143, 7, Token)).Select(a => a.Id));
    }

    private static async Task<TestCorpus> CorpusAsync()
    {
        var corpus = await TestCorpus.CreateAsync();
        corpus.Write("one.md", title: "Ferry one", publisher: "The Quay Post", date: "2026-01-01", text: "The ferry left the quay at noon with all its lights on.");
        corpus.Write("two.md", title: "Ferry two", publisher: "The Quay Post", date: "2026-01-02", text: "A second boat was asked to follow the ferry over the bay.");
        corpus.Write("three.md", title: "Ferry three", publisher: "The Bay Herald", date: "2026-01-03", text: "Nobody knew where the third one went, least of all the ferry office.");
        corpus.Write("tram.md", title: "The tram", publisher: "The Bay Herald", date: "2026-01-03", text: "The tram is late again and its driver had nothing to say about it.");
        await corpus.IngestAsync();
        await CatchUpAsync(corpus);
        return corpus;
    }

    private static Task<int> CatchUpAsync(TestCorpus corpus) => corpus.Get<IndexCatchUp>().CatchUpAsync(Token);

    private static async Task<Dictionary<string, long>> IdsAsync(TestCorpus corpus)
    {
        await using var db = corpus.Database();
        return await db.Articles.Select(a => new { a.Id, a.SourceFile!.Path }).ToDictionaryAsync(a => Path.GetFileName(a.Path), a => a.Id, Token);
    }

    private static async Task<Receipt> MakeAsync(TestCorpus corpus, SearchRequest request, string? note = null)
    {
        var (receipt, problems) = await corpus.Get<ReceiptMaker>().MakeAsync(request, "/?q=ferry", Ada, note, Token);
        Assert.Empty(problems);
        return receipt!;
    }

    private static Task<ReceiptComparison> AgainAsync(TestCorpus corpus, Receipt receipt, SearchRequest request) =>
        corpus.Get<ReceiptRerun>().CompareAsync(receipt, request, Token);

    private static async Task<string> WriteAsync(TestCorpus corpus, Receipt receipt)
    {
        using var stream = new MemoryStream();
        await corpus.Get<ReceiptFile>().WriteAsync(receipt, stream, Token);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Task<Kept<Receipt>> ReadAsync(TestCorpus corpus, string file) => corpus.Get<ReceiptFile>().ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), Ada, Token);
}
