using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Store.Corrections;
using Xunit;
using static NewsCorpus.Tests.Store.Corrections.Newsroom;

namespace NewsCorpus.Tests.Store.Corrections;

public sealed class OutletEditorTests
{
    [Fact]
    public async Task Renamed_outlet_is_found_by_both_names_and_by_its_old_address()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Story(corpus, "a", "Quay News");
        await corpus.IngestAsync();
        var id = await corpus.OutletAsync("Quay News");

        Done(await corpus.Get<OutletEditor>().RenameAsync(id, "The Quay", Ada("New name since May."), Token));
        Story(corpus, "b", "Quay News");
        Story(corpus, "c", "The Quay");
        await corpus.IngestAsync();

        Assert.Equal([("The Quay", null, 3)], await corpus.OutletsAsync());
        foreach (var filter in new[] { "the-quay", "quay-news", "1" })
            Assert.Equal(3, (await corpus.SearchAsync(new SearchRequest { Outlets = [new FilterValue(filter)] })).Total);
        Assert.Equal(3, (await corpus.SearchAsync(new SearchRequest { Query = "outlet:\"the quay\"" })).Total);

        Done(await corpus.Get<OutletEditor>().RevertAsync(id, CorrectionFields.Name, Ada("No."), Token));
        Assert.Equal([("Quay News", null, 3)], await corpus.OutletsAsync());
        var results = await corpus.SearchAsync(new SearchRequest());
        Assert.Equal([("Quay News", "quay-news")], results.Facets.Outlets.Select(o => (o.Name, o.Slug)));
        await corpus.IngestAsync();
        // The name that was taken back is no longer this outlet's: the run has read its article again.
        Assert.Equal([("Quay News", null, 2), ("The Quay", null, 1)], await corpus.OutletsAsync());
    }

    [Fact]
    public async Task Run_never_puts_its_own_name_over_an_editors()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Story(corpus, "a", null, "https://quaynews.example/a");
        await corpus.IngestAsync();
        var id = await corpus.OutletAsync("quaynews.example");
        Done(await corpus.Get<OutletEditor>().RenameAsync(id, "The Quay", Ada("x"), Token));
        Story(corpus, "b", "Quay News Online", "https://quaynews.example/b");
        Story(corpus, "c", "Quay News Online");
        await corpus.IngestAsync();

        Assert.Equal([("The Quay", "quaynews.example", 3)], await corpus.OutletsAsync());
        Done(await corpus.Get<OutletEditor>().RevertAsync(id, CorrectionFields.Name, Ada("x"), Token));
        Assert.Equal([("Quay News Online", "quaynews.example", 3)], await corpus.OutletsAsync());
    }

    [Fact]
    public async Task Outlet_with_corrections_takes_in_the_one_known_by_its_site_rather_than_go_itself()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Story(corpus, "a", null, "https://quaynews.example/a");
        Story(corpus, "b", "Quay News");
        await corpus.IngestAsync();
        Done(await corpus.Get<OutletEditor>().RenameAsync(await corpus.OutletAsync("Quay News"), "The Quay", Ada("x"), Token));
        Story(corpus, "c", "Quay News", "https://quaynews.example/c");
        await corpus.IngestAsync();

        Assert.Equal([("The Quay", "quaynews.example", 3)], await corpus.OutletsAsync());
    }

    [Fact]
    public async Task Domains_and_aliases_bring_later_articles_and_let_them_go_again()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Story(corpus, "a", "Quay News", "https://quaynews.example/a");
        await corpus.IngestAsync();
        var id = await corpus.OutletAsync("Quay News");
        var editor = corpus.Get<OutletEditor>();
        Done(await editor.SetDomainsAsync(id, ["quaynews.example", "quay.example"], Ada("Moved."), Token));
        Done(await editor.SetAliasesAsync(id, ["The Quay Daily"], Ada("Its print name."), Token));
        Story(corpus, "b", null, "https://quay.example/b");
        Story(corpus, "c", "The Quay Daily");
        await corpus.IngestAsync();
        Assert.Equal([("Quay News", "quaynews.example", 3)], await corpus.OutletsAsync());

        Done(await editor.SetDomainsAsync(id, ["quaynews.example"], Ada("Not theirs after all."), Token));
        Done(await editor.RevertAsync(id, CorrectionFields.Aliases, Ada("Nor this."), Token));
        await corpus.IngestAsync();
        Assert.Equal([("Quay News", "quaynews.example", 1), ("The Quay Daily", null, 1), ("quay.example", "quay.example", 1)], (await corpus.OutletsAsync()).OrderBy(o => o.Name, StringComparer.Ordinal));
        Done(await editor.RevertAsync(id, CorrectionFields.Domains, Ada("x"), Token));
    }

    [Fact]
    public async Task Domain_that_was_taken_away_makes_an_outlet_of_its_own()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Story(corpus, "a", "Quay News", "https://quaynews.example/a");
        await corpus.IngestAsync();
        var id = await corpus.OutletAsync("Quay News");
        Done(await corpus.Get<OutletEditor>().SetDomainsAsync(id, [], Ada("The site is of another paper of that name."), Token));
        await corpus.IngestAsync();

        Assert.Equal([("Quay News", "quaynews.example", 1)], await corpus.OutletsAsync());
        await using var db = corpus.Database();
        Assert.NotEqual(id, (await db.Articles.SingleAsync(Token)).OutletId);
        Assert.Equal(["quay-news", "quay-news-2"], await db.Outlets.Select(o => o.Slug).OrderBy(s => s).ToListAsync(Token));
        var refused = await corpus.Get<OutletEditor>().RevertAsync(id, CorrectionFields.Domains, Ada("x"), Token);
        Assert.Contains("belongs to the outlet", refused.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_or_domain_of_another_outlet_is_refused_with_the_remedy()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Story(corpus, "a", "Quay News", "https://quaynews.example/a");
        Story(corpus, "b", "Tidewater Post", "https://tidewater.example/b");
        await corpus.IngestAsync();
        var id = await corpus.OutletAsync("Quay News");
        var editor = corpus.Get<OutletEditor>();

        Assert.Contains("Merge that outlet", (await editor.RenameAsync(id, "Tidewater post", Ada("x"), Token)).Problem, StringComparison.Ordinal);
        Assert.Contains("Merge that outlet", (await editor.SetAliasesAsync(id, ["Tidewater Post"], Ada("x"), Token)).Problem, StringComparison.Ordinal);
        Assert.Contains("Merge that outlet", (await editor.SetDomainsAsync(id, ["quaynews.example", "tidewater.example"], Ada("x"), Token)).Problem, StringComparison.Ordinal);
        Assert.Contains("no domain", (await editor.SetDomainsAsync(id, ["not a domain"], Ada("x"), Token)).Problem, StringComparison.Ordinal);
        Assert.Contains("note", (await editor.RenameAsync(id, "Other", Ada(""), Token)).Problem, StringComparison.Ordinal);
        Assert.Equal(EditState.Moved, (await editor.RenameAsync(id, "Other", Ada("x", 7), Token)).State);
        Assert.Equal(EditState.NotFound, (await editor.RenameAsync(99, "Other", Ada("x"), Token)).State);
    }

    [Fact]
    public async Task Merge_shows_all_articles_under_the_other_and_undone_gives_back_also_those_that_came_later()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Story(corpus, "a", "Quay News", "https://quaynews.example/a");
        Story(corpus, "b", "Quay Weekly", "https://quayweekly.example/b");
        await corpus.IngestAsync();
        var news = await corpus.OutletAsync("Quay News");
        var weekly = await corpus.OutletAsync("Quay Weekly");
        var editor = corpus.Get<OutletEditor>();

        Done(await editor.MergeAsync(weekly, news, Ada("One newsroom."), Token));
        Story(corpus, "c", "Quay Weekly", "https://quayweekly.example/c");
        await corpus.IngestAsync();
        await corpus.IngestAsync(force: true);

        Assert.Equal([("Quay News", "quaynews.example", 3)], await corpus.OutletsAsync());
        foreach (var filter in new[] { "quay-weekly", weekly.ToString(), "quay-news" })
            Assert.Equal(3, (await corpus.SearchAsync(new SearchRequest { Outlets = [new FilterValue(filter)] })).Total);
        Assert.Equal([("Quay News", 3)], (await corpus.SearchAsync(new SearchRequest())).Facets.Outlets.Select(o => (o.Name, o.Count)));
        Assert.Contains("already", (await editor.MergeAsync(weekly, news, Ada("x"), Token)).Problem, StringComparison.Ordinal);
        Assert.Contains("Undo that merge", (await editor.MergeAsync(news, weekly, Ada("x"), Token)).Problem, StringComparison.Ordinal);

        Done(await editor.RevertAsync(weekly, CorrectionFields.Merge, Ada("Two after all."), Token));
        Assert.Equal([("Quay News", "quaynews.example", 1), ("Quay Weekly", "quayweekly.example", 2)], await corpus.OutletsAsync());
        Assert.Equal(2, (await corpus.SearchAsync(new SearchRequest { Outlets = [new FilterValue("quay-weekly")] })).Total);
        var (_, outcomes) = await corpus.IngestAsync(force: true);
        Assert.All(outcomes.Values, o => Assert.Equal(Outcome.Unchanged, o.Outcome));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Chain_of_merges_can_be_undone_in_any_order(bool innerFirst)
    {
        await using var corpus = await TestCorpus.CreateAsync();
        foreach (var name in new[] { "Alpha", "Beta", "Gamma" })
            Story(corpus, name, name);
        await corpus.IngestAsync();
        var ids = new List<int>();
        foreach (var name in new[] { "Alpha", "Beta", "Gamma" })
            ids.Add(await corpus.OutletAsync(name));
        var editor = corpus.Get<OutletEditor>();
        Done(await editor.SetAliasesAsync(ids[0], ["First"], Ada("x"), Token));
        Done(await editor.MergeAsync(ids[0], ids[1], Ada("x"), Token));
        Done(await editor.MergeAsync(ids[1], ids[2], Ada("x"), Token));
        Story(corpus, "d", "First");
        Story(corpus, "e", "Beta");
        await corpus.IngestAsync();
        Assert.Equal([("Gamma", null, 5)], await corpus.OutletsAsync());

        Done(await editor.RevertAsync(ids[innerFirst ? 0 : 1], CorrectionFields.Merge, Ada("x"), Token));
        Assert.Equal(innerFirst ? [("Alpha", null, 2), ("Gamma", null, 3)] : [("Beta", null, 4), ("Gamma", null, 1)], await corpus.OutletsAsync());
        Done(await editor.RevertAsync(ids[innerFirst ? 1 : 0], CorrectionFields.Merge, Ada("x"), Token));
        Assert.Equal([("Alpha", null, 2), ("Beta", null, 2), ("Gamma", null, 1)], await corpus.OutletsAsync());
        Assert.Equal([("Alpha", 2), ("Beta", 2), ("Gamma", 1)], (await corpus.SearchAsync(new SearchRequest())).Facets.Outlets.Select(o => (o.Name, o.Count)));
    }

    [Fact]
    public async Task Article_set_to_an_outlet_stays_there_when_another_outlet_is_merged_in_and_out()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Story(corpus, "a", "Alpha");
        Story(corpus, "b", "Beta");
        Story(corpus, "c", "Gamma");
        await corpus.IngestAsync();
        var (alpha, beta) = (await corpus.OutletAsync("Alpha"), await corpus.OutletAsync("Beta"));
        Done(await corpus.Get<ArticleEditor>().SetOutletAsync(3, "Beta", null, Ada("x"), Token));
        Done(await corpus.Get<OutletEditor>().MergeAsync(beta, alpha, Ada("x"), Token));
        Assert.Equal("Alpha", (await corpus.ViewAsync(3)).Outlet);
        Done(await corpus.Get<ArticleEditor>().SetTitleAsync(3, "Other", Ada("x"), Token));
        Done(await corpus.Get<OutletEditor>().RevertAsync(beta, CorrectionFields.Merge, Ada("x"), Token));

        Assert.Equal("Beta", (await corpus.ViewAsync(3)).Outlet);
        Done(await corpus.Get<ArticleEditor>().RevertAsync(3, CorrectionFields.Outlet, Ada("x"), Token));
        Assert.Equal("Gamma", (await corpus.ViewAsync(3)).Outlet);
    }

    [Fact]
    public async Task Same_name_over_many_sites_gives_each_outlet_an_address_of_its_own()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        for (var i = 0; i < 9; i++)
            Story(corpus, "n" + i, "Daily News", $"https://paper{i}.example/a");
        await corpus.IngestAsync();

        await using var db = corpus.Database();
        Assert.Equal(9, await db.Outlets.Select(o => o.Slug).Distinct().CountAsync(Token));
    }

    private static void Story(TestCorpus corpus, string name, string? publisher, string? link = null) =>
        corpus.Write(name + ".md", title: "Story " + name, publisher: publisher, link: link, text: $"This is the story called {name}, and nothing much happens in it.");
}
