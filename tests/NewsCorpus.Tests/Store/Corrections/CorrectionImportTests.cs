using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store.Corrections;
using Xunit;
using static NewsCorpus.Tests.Store.Corrections.Newsroom;

namespace NewsCorpus.Tests.Store.Corrections;

public sealed class CorrectionImportTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Log_imported_into_a_fresh_folder_over_the_same_files_gives_the_same_corpus(bool ingestFirst)
    {
        await using var worked = await TestCorpus.CreateAsync();
        await WorkAsync(worked);
        var log = await worked.ExportAsync();

        await using var fresh = await TestCorpus.CreateAsync();
        foreach (var file in Directory.EnumerateFiles(worked.Files))
            File.Copy(file, Path.Combine(fresh.Files, Path.GetFileName(file)));
        if (ingestFirst)
            await fresh.IngestAsync();
        var result = await fresh.ImportAsync(log);
        Assert.Empty(result.Problems);
        Assert.Equal((log.Count, 0), (result.Added, result.Known));
        Assert.Equal(ingestFirst, result.Waiting == 0);
        await fresh.IngestAsync();

        Assert.Equal(await ArticleView.AllAsync(worked), await ArticleView.AllAsync(fresh));
        Assert.Equal(await worked.OutletsAsync(), await fresh.OutletsAsync());
        Assert.Equal(log, await fresh.ExportAsync());

        // A second time there is nothing to do.
        await using var db = fresh.Database();
        var revision = await db.Articles.MaxAsync(a => a.Revision, Token);
        Assert.Equal(new ImportResult([], 0, log.Count, 0), await fresh.ImportAsync(log), (a, b) => (a.Added, a.Known, a.Waiting, a.Problems.Count) == (b.Added, b.Known, b.Waiting, b.Problems.Count));
        Assert.Equal((revision, log.Count), (await db.Articles.MaxAsync(a => a.Revision, Token), await db.Corrections.CountAsync(Token)));
        var (_, outcomes) = await fresh.IngestAsync(force: true);
        Assert.All(outcomes.Values, o => Assert.Contains(o.Outcome, new[] { Outcome.Unchanged }));
        Assert.Equal(await ArticleView.AllAsync(worked), await ArticleView.AllAsync(fresh));
    }

    [Fact]
    public async Task Corrections_wait_for_their_article_and_are_in_force_when_it_comes()
    {
        await using var worked = await TestCorpus.CreateAsync();
        worked.Write("a.md");
        await worked.IngestAsync();
        Done(await worked.Get<ArticleEditor>().SetTitleAsync(1, "Mine", Ada("x"), Token));
        Done(await worked.Get<ArticleEditor>().RetireAsync(1, Ada("y"), Token));

        await using var fresh = await TestCorpus.CreateAsync();
        Assert.Equal(2, (await fresh.ImportAsync(await worked.ExportAsync())).Waiting);
        fresh.Write("other.md", text: "This is quite another story.");
        await fresh.IngestAsync();
        Assert.NotEqual("Mine", (await fresh.ViewAsync(1)).Title);

        // Elsewhere, but the same bytes.
        fresh.Write("sub/b.md");
        await fresh.IngestAsync();
        var view = await fresh.ViewAsync(2);
        Assert.Equal(("Mine", ArticleState.Retired), (view.Title, view.State));
        await using var db = fresh.Database();
        Assert.Equal(0, await db.Corrections.CountAsync(c => c.ArticleId == null, Token));
    }

    [Fact]
    public async Task Article_whose_bytes_changed_is_recognised_by_its_path()
    {
        await using var worked = await TestCorpus.CreateAsync();
        worked.Write("a.md");
        await worked.IngestAsync();
        Done(await worked.Get<ArticleEditor>().SetTitleAsync(1, "Mine", Ada("x"), Token));

        await using var fresh = await TestCorpus.CreateAsync();
        fresh.Write("a.md", date: "2026-01-09");
        await fresh.IngestAsync();
        Assert.Equal(1, (await fresh.ImportAsync(await worked.ExportAsync())).Added);
        Assert.Equal(("Mine", "2026-01-09"), ((await fresh.ViewAsync(1)).Title, (await fresh.ViewAsync(1)).Date));
    }

    [Fact]
    public async Task Bad_line_is_named_and_nothing_of_the_file_is_imported()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.md");
        await corpus.IngestAsync();
        Done(await corpus.Get<ArticleEditor>().SetTitleAsync(1, "Mine", Ada("x"), Token));
        var good = (await corpus.ExportAsync()).Single();
        Done(await corpus.Get<ArticleEditor>().RevertAsync(1, CorrectionFields.Title, Ada("x"), Token));
        var other = good.Replace("Mine", "Other", StringComparison.Ordinal).Replace("\"x\"", "\"y\"", StringComparison.Ordinal);

        foreach (var (bad, reason) in new[]
        {
            ("{", "no correction"),
            ("[]", "no correction"),
            ("{\"v\":1}", "required"),
            (other.Replace("\"v\":1", "\"v\":2", StringComparison.Ordinal), "version 2"),
            (other.Replace("\"field\":\"title\"", "\"field\":\"colour\"", StringComparison.Ordinal), "no field of an article"),
            (other.Replace("\"field\":\"title\"", "\"field\":\"title\",\"extra\":1", StringComparison.Ordinal), "extra"),
            (other.Replace("\"field\":\"title\"", "\"field\":\"date\"", StringComparison.Ordinal), "no date that exists"),
            (other.Replace("\"field\":\"title\"", "\"field\":\"people\"", StringComparison.Ordinal), "not of its kind"),
            (other.Replace("\"note\":\"y\"", "\"note\":\"\"", StringComparison.Ordinal), "note"),
            (other.Replace("\"state\":\"active\"", "\"state\":\"reverted\"", StringComparison.Ordinal), "taken back"),
        })
        {
            var result = await corpus.ImportAsync([other, "", bad]);
            Assert.Equal(3, result.Problems.Single().Line);
            Assert.Contains(reason, result.Problems.Single().Message, StringComparison.Ordinal);
            Assert.Equal(0, result.Added);
        }
        Assert.Equal("Harbour vote put off", (await corpus.ViewAsync(1)).Title);
        Assert.Single(await corpus.ExportAsync());
    }

    [Fact]
    public async Task Dry_run_tells_what_would_be_and_writes_nothing()
    {
        await using var worked = await TestCorpus.CreateAsync();
        await WorkAsync(worked);
        var log = await worked.ExportAsync();
        await using var fresh = await TestCorpus.CreateAsync();

        Assert.Equal(log.Count, (await fresh.ImportAsync(log, dryRun: true)).Added);
        Assert.Empty(await fresh.ExportAsync());
        await using var db = fresh.Database();
        Assert.Equal(0, await db.Outlets.CountAsync(Token));
    }

    [Fact]
    public async Task Newer_correction_of_a_field_is_in_force_wherever_it_was_made()
    {
        await using var here = await TestCorpus.CreateAsync();
        await using var there = await TestCorpus.CreateAsync();
        foreach (var corpus in new[] { here, there })
        {
            corpus.Write("a.md");
            await corpus.IngestAsync();
        }
        Done(await there.Get<ArticleEditor>().SetTitleAsync(1, "Older, there", Ada("x"), Token));
        Done(await here.Get<ArticleEditor>().SetTitleAsync(1, "Newer, here", Ada("x"), Token));
        await here.ImportAsync(await there.ExportAsync());
        await there.ImportAsync(await here.ExportAsync());

        Assert.Equal(["Newer, here", "Newer, here"], new[] { (await here.ViewAsync(1)).Title, (await there.ViewAsync(1)).Title });

        Done(await here.Get<ArticleEditor>().RevertAsync(1, CorrectionFields.Title, Ada("x"), Token));
        await there.ImportAsync(await here.ExportAsync());
        Assert.Equal("Harbour vote put off", (await there.ViewAsync(1)).Title);
    }

    /// <summary>Some of everything: set, cleared, superseded, reverted, retired, merged, and articles that came after the corrections.</summary>
    private static async Task WorkAsync(TestCorpus corpus)
    {
        corpus.Write("a.md", link: "https://quaynews.example/a");
        corpus.Write("b.md", title: "Ferry fares", publisher: "Quay Weekly", link: "https://quayweekly.example/b", text: "Ferry fares rise, said Tom Vale. Vale was firm.");
        corpus.Write("c.md", title: null, date: null, publisher: "Tidewater Post", tags: null, text: "A text with hardly anything to say of the tram line at Saltmarsh.");
        corpus.Write("d.md", title: "Tram stops", publisher: "Harbour Sheet", text: "The tram stops for good.");
        corpus.Write("e.csv", "id,title,date,text\n1,First row,2026-01-01,\"The first row of a table, about boats.\"\n2,Second row,2026-01-02,\"The second row of a table, about trams.\"\n");
        await corpus.IngestAsync();
        var (articles, outlets) = (corpus.Get<ArticleEditor>(), corpus.Get<OutletEditor>());
        Done(await articles.SetTitleAsync(1, "Wrong", Ada("t1"), Token));
        Done(await articles.SetTitleAsync(1, "Vote postponed", Ada("t2"), Token));
        Done(await articles.SetDateAsync(1, "2026-01", Ada("d"), Token));
        Done(await articles.SetPeopleAsync(1, ["Thomas Vale", "Ñandú Ortega"], Ada("p “quoted” ü"), Token));
        Done(await articles.SetTagsAsync(2, ["fares"], Ada("g"), Token));
        Done(await articles.SetDateAsync(2, null, Ada("cleared"), Token));
        Done(await articles.SetTitleAsync(3, "The tram line", Ada("x"), Token));
        Done(await articles.RevertAsync(3, CorrectionFields.Title, Ada("no"), Token));
        Done(await articles.SetOutletAsync(3, "A New Outlet", null, Ada("o"), Token));
        Done(await articles.SetOutletAsync(6, "Harbour Sheet", null, Ada("o"), Token));
        Done(await articles.RetireAsync(5, Ada("doubled"), Token));
        Done(await articles.RetireAsync(4, Ada("x"), Token));
        Done(await articles.RestoreAsync(4, Ada("y"), Token));
        Done(await outlets.RenameAsync(await corpus.OutletAsync("quaynews.example"), "The Quay", Ada("n1"), Token));
        Done(await outlets.RenameAsync(await corpus.OutletAsync("The Quay"), "Quay & Harbour", Ada("n2"), Token));
        var quay = await corpus.OutletAsync("Quay & Harbour");
        Done(await outlets.SetDomainsAsync(quay, ["quaynews.example", "quay.example"], Ada("moved"), Token));
        Done(await outlets.SetAliasesAsync(quay, ["The Quay Daily"], Ada("print"), Token));
        Done(await outlets.MergeAsync(await corpus.OutletAsync("Quay Weekly"), quay, Ada("one newsroom"), Token));
        Done(await outlets.MergeAsync(await corpus.OutletAsync("Harbour Sheet"), quay, Ada("x"), Token));
        Done(await outlets.RevertAsync(await corpus.OutletAsync("Harbour Sheet"), CorrectionFields.Merge, Ada("no"), Token));
        corpus.Write("f.md", title: "From the new site", link: "https://quay.example/f", text: "This came from the new site of the paper.");
        corpus.Write("g.md", title: "From print", publisher: "The Quay Daily", text: "This came in the printed paper.");
        corpus.Write("h.md", title: "Under the name between", publisher: "The Quay", text: "This came under a name that was soon replaced.");
        corpus.Write("i.md", title: "Weekly", publisher: "Quay Weekly", link: "https://quayweekly.example/i", text: "This came from the weekly.");
        await corpus.IngestAsync();
    }
}
