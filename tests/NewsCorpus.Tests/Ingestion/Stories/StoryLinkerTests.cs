using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Duplicates;
using NewsCorpus.Ingestion.Stories;
using NewsCorpus.Store.Corrections;
using NewsCorpus.Tests.Store.Corrections;
using Xunit;
using static NewsCorpus.Tests.Ingestion.Stories.WireDesk;
using static NewsCorpus.Tests.Store.Corrections.Newsroom;

namespace NewsCorpus.Tests.Ingestion.Stories;

public sealed class StoryLinkerTests
{
    [Fact]
    public async Task Copies_become_a_story_within_the_run_and_others_stay_alone()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.File("a", Story(1));
        corpus.File("b", Story(2));
        corpus.File("c", Story(1).Take(4));
        corpus.File("d", Story(3));
        corpus.File("e", [.. Story(1).Skip(1), "A last line of another desk."]);
        corpus.File("f", Story(2).Append("And one more."));

        await corpus.IngestAsync();

        Assert.Equal("a c e, b f", await corpus.StoriesAsync());
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task A_second_run_over_the_same_files_writes_nothing()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.File("a", Story(1));
        corpus.File("b", Story(1).Take(5));
        corpus.File("c", Story(2));
        await corpus.IngestAsync();
        var before = await corpus.StateAsync();

        await corpus.IngestAsync();
        Assert.Equal(before, await corpus.StateAsync());
        await corpus.IngestAsync(force: true);
        Assert.Equal(before, await corpus.StateAsync());
    }

    [Fact]
    public async Task Only_articles_whose_story_changes_take_a_revision_and_the_first_one_does_too()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.File("a", Story(1));
        corpus.File("b", Story(2));
        await corpus.IngestAsync();
        var before = await RevisionsAsync(corpus);
        corpus.File("c", Story(1).Take(5));
        await corpus.IngestAsync();
        var after = await RevisionsAsync(corpus);

        Assert.Equal(before["b"], after["b"]);
        Assert.True(after["a"] > before["b"]);
        corpus.File("d", Story(1).Skip(1));
        await corpus.IngestAsync();
        Assert.Equal(after["a"], (await RevisionsAsync(corpus))["a"]);
    }

    [Fact]
    public async Task A_story_falls_apart_when_the_article_that_held_it_together_changes_and_comes_back_with_it()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var whole = Story(1, 12);
        // Two thirds of each of the outer ones stand in the middle one, and a third in each other.
        corpus.File("a", whole[..7]);
        corpus.File("b", whole[5..]);
        await corpus.IngestAsync();
        Assert.Equal("", await corpus.StoriesAsync());
        var both = whole[2..10];
        corpus.File("c", both);
        await corpus.IngestAsync();
        Assert.Equal("a b c", await corpus.StoriesAsync());

        corpus.File("c", Story(3));
        await corpus.IngestAsync();
        Assert.Equal("", await corpus.StoriesAsync());
        Assert.Empty(await corpus.LinksAsync());

        corpus.File("c", both);
        await corpus.IngestAsync();
        Assert.Equal("a b c", await corpus.StoriesAsync());
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task A_retired_article_leaves_its_story_and_a_restored_one_returns()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        foreach (var (name, cut) in new[] { ("a", 6), ("b", 5), ("c", 4) })
            corpus.File(name, Story(1).Take(cut));
        await corpus.IngestAsync();
        var first = await corpus.IdAsync("a");

        Done(await corpus.Get<ArticleEditor>().RetireAsync(first, Ada("not ours"), Token));
        await LinkAsync(corpus);
        Assert.Equal("b c", await corpus.StoriesAsync());

        Done(await corpus.Get<ArticleEditor>().RestoreAsync(first, Ada("ours after all"), Token));
        await LinkAsync(corpus);
        Assert.Equal("a b c", await corpus.StoriesAsync());
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Copies_that_were_never_compared_stay_together_when_those_between_them_go()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        // An article is compared with three of a story: of nine that are all alike, most pairs are known only through others.
        for (var i = 0; i < 9; i++)
            corpus.File($"{i}", Story(1, 12).Where((_, n) => n != i));
        await corpus.IngestAsync();
        var links = await corpus.LinksAsync();
        Assert.True(links.Count < 9 * 8 / 2);

        foreach (var id in links.SelectMany(l => new[] { l.ArticleId, l.OtherId }).CountBy(id => id).OrderByDescending(c => c.Value).Take(3).Select(c => c.Key).ToList())
            Done(await corpus.Get<ArticleEditor>().RetireAsync(id, Ada("not ours"), Token));
        await LinkAsync(corpus);

        Assert.Equal(6, (await corpus.StoriesAsync()).Split(' ').Length);
        Assert.DoesNotContain(',', await corpus.StoriesAsync());
    }

    [Fact]
    public async Task What_an_outlet_prints_under_every_article_makes_no_story()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var boilerplate = Story(99, 3);
        for (var i = 0; i < 8; i++)
            corpus.File($"a{i}", Story(i, 3).Concat(boilerplate), outlet: "The Tidewater Courier");
        await corpus.IngestAsync();

        Assert.Equal("", await corpus.StoriesAsync());
    }

    [Fact]
    public async Task A_corrected_outlet_is_looked_at_again()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        // Half of each is the same ending: boilerplate within one outlet, a copy with a new lead between two.
        var ending = Story(9, 12);
        corpus.File("a", ending.Prepend(Story(1, 1)[0]), outlet: "Tidewater Courier");
        corpus.File("b", ending.Prepend(Story(2, 4)[0]).Prepend(Story(2, 4)[1]), outlet: "Upland Mail");
        await corpus.IngestAsync();
        var together = await corpus.StoriesAsync();
        var before = await corpus.StateAsync();
        Done(await corpus.Get<ArticleEditor>().SetOutletAsync(await corpus.IdAsync("b"), "Tidewater Courier", null, Ada("so it says in print"), Token));
        await using (var db = corpus.Database())
            Assert.True((await db.CopyTasks.SingleAsync(Token)).IsAnew);
        await LinkAsync(corpus);

        Assert.Equal("a b", together);
        Done(await corpus.Get<ArticleEditor>().RevertAsync(await corpus.IdAsync("b"), CorrectionFields.Outlet, Ada("no"), Token));
        await LinkAsync(corpus);
        Assert.Equal(together, await corpus.StoriesAsync());
        Assert.NotEqual("", before);
    }

    [Fact]
    public async Task An_excerpt_is_linked_as_one()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.File("a", Story(1, 20));
        corpus.File("b", Story(1, 20).Take(3));
        await corpus.IngestAsync();

        var link = Assert.Single(await corpus.LinksAsync());
        Assert.Equal((CopyKind.Excerpt, true), (link.Kind, link.Groups));
        Assert.True(link.Containment > 0.95 && link.Similarity < 0.3);
        Assert.Equal("a b", await corpus.StoriesAsync());
    }

    [Fact]
    public async Task A_database_from_before_is_linked_by_the_next_run()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.File("a", Story(1));
        corpus.File("b", Story(1).Take(5));
        await corpus.IngestAsync();
        await using (var db = corpus.Database())
        {
            await db.Fingerprints.ExecuteDeleteAsync(Token);
            await db.CopyLinks.ExecuteDeleteAsync(Token);
            await db.CopyKeyRuns.ExecuteDeleteAsync(Token);
            await db.CopyKeyPages.ExecuteDeleteAsync(Token);
            await db.Articles.ExecuteUpdateAsync(s => s.SetProperty(a => a.StoryId, (long?)null), Token);
            await db.Info.ExecuteUpdateAsync(s => s.SetProperty(i => i.CopySignature, 0), Token);
        }

        await corpus.IngestAsync();

        Assert.Equal("a b", await corpus.StoriesAsync());
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Other_settings_make_all_stories_anew_under_the_same_ids()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.File("a", Story(1, 20));
        corpus.File("b", Story(1, 20).Take(3));
        corpus.File("c", Story(2));
        corpus.File("d", Story(2));
        await corpus.IngestAsync();
        Assert.Equal("a b, c d", await corpus.StoriesAsync());
        var strict = new CopyOptions { MinWords = 900 };
        using var linker = new StoryLinker(corpus.Get<IDbContextFactory<NewsCorpus.Store.CorpusDbContext>>(), Microsoft.Extensions.Options.Options.Create(strict));

        await linker.PrepareAsync(evenSo: false, Token);
        await linker.LinkAsync(isFollowed: false, Token);
        Assert.Equal("c d", await corpus.StoriesAsync());

        await corpus.IngestAsync();
        Assert.Equal("a b, c d", await corpus.StoriesAsync());
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Theory]
    [InlineData("UPDATE Articles SET StoryId = 2 WHERE StoryId = 1", "StoryWrong article 1")]
    [InlineData("UPDATE Articles SET StoryId = NULL WHERE Id = 1", "StoryWrong article 2")]
    [InlineData("UPDATE Articles SET StoryId = 1 WHERE Id = 3", "StoryWrong article 1")]
    [InlineData("DELETE FROM CopyLinks", "StoryWrong article 1")]
    [InlineData("UPDATE Articles SET State = 1 WHERE Id = 2", "StoryWrong article 2")]
    [InlineData("DELETE FROM Fingerprints WHERE ArticleId = 3", "StoryWrong article 3")]
    public async Task Verify_names_a_story_that_is_not_what_its_links_say_and_linking_anew_makes_it_good(string damage, string expected)
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.File("a", Story(1));
        corpus.File("b", Story(1).Take(5));
        corpus.File("c", Story(2));
        await corpus.IngestAsync();
        await using (var db = corpus.Database())
            await db.Database.ExecuteSqlRawAsync(damage, Token);
        Assert.Contains(expected, await corpus.VerifyAsync());
        await using (var db = corpus.Database())
            await db.Articles.ExecuteUpdateAsync(s => s.SetProperty(a => a.State, ArticleState.Live), Token);

        await corpus.Get<StoryLinker>().PrepareAsync(evenSo: true, Token);
        await LinkAsync(corpus);

        Assert.Equal("a b", await corpus.StoriesAsync());
        Assert.DoesNotContain(await corpus.VerifyAsync(), d => d.StartsWith("Story", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_that_was_cut_off_before_linking_is_made_good_by_the_next()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.File("a", Story(1));
        await corpus.IngestAsync();
        corpus.File("b", Story(1).Take(5));
        await corpus.IngestAsync();
        // As a process that was killed between the two transactions leaves it.
        await using (var db = corpus.Database())
        {
            var id = await corpus.IdAsync("b");
            await db.CopyLinks.ExecuteDeleteAsync(Token);
            await db.Articles.ExecuteUpdateAsync(s => s.SetProperty(a => a.StoryId, (long?)null), Token);
            db.CopyTasks.Add(new NewsCorpus.Store.Copies.CopyTask { ArticleId = id });
            await db.SaveChangesAsync(Token);
        }

        await corpus.IngestAsync();

        Assert.Equal("a b", await corpus.StoriesAsync());
    }

    [Fact]
    public async Task Corrections_of_another_folder_come_to_the_same_stories()
    {
        await using var there = await TestCorpus.CreateAsync();
        await using var here = await TestCorpus.CreateAsync();
        foreach (var corpus in new[] { there, here })
        {
            for (var i = 0; i < 5; i++)
                corpus.File($"{i}", Story(1, 8).Where((_, n) => n != i), outlet: $"Paper {i}");
            corpus.File("x", Story(2), outlet: "Paper 1");
            await corpus.IngestAsync();
        }
        Done(await there.Get<ArticleEditor>().RetireAsync(await there.IdAsync("0"), Ada("not ours"), Token));
        Done(await there.Get<OutletEditor>().MergeAsync(await there.OutletAsync("Paper 1"), await there.OutletAsync("Paper 2"), Ada("one house"), Token));
        await LinkAsync(there);

        await here.ImportAsync(await there.ExportAsync());
        await LinkAsync(here);

        Assert.Equal("1 2 3 4", await here.StoriesAsync());
        Assert.Equal(await there.StoriesAsync(), await here.StoriesAsync());
        Assert.Empty(await here.VerifyAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Stories_are_those_of_a_fresh_corpus_whatever_happened_on_the_way(int seed)
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var random = new Random(seed);
        var files = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var round = 0; round < 6; round++)
        {
            for (var i = 0; i < 5; i++)
            {
                var name = $"{(char)('a' + random.Next(12))}";
                files[name] = random.Next(4);
                corpus.File(name, Story(files[name], 9).Where((_, n) => n != name[0] % 9));
            }
            await corpus.IngestAsync();
        }
        await using var fresh = await TestCorpus.CreateAsync();
        foreach (var (name, story) in files)
            fresh.File(name, Story(story, 9).Where((_, n) => n != name[0] % 9));
        await fresh.IngestAsync();

        Assert.Equal(await fresh.StoriesAsync(), await corpus.StoriesAsync());
        Assert.Empty(await corpus.VerifyAsync());
    }

    private static Task<int> LinkAsync(TestCorpus corpus) => corpus.Get<StoryLinker>().LinkAsync(isFollowed: false, Token);

    private static async Task<Dictionary<string, long>> RevisionsAsync(TestCorpus corpus)
    {
        await using var db = corpus.Database();
        return await db.Articles.Select(a => new { a.SourceFile!.Path, a.Revision }).ToDictionaryAsync(a => a.Path.Replace(".md", "", StringComparison.Ordinal), a => a.Revision, Token);
    }
}
