using NewsCorpus.Articles;
using NewsCorpus.Extraction.Duplicates;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Duplicates;

public sealed class StoryGroupingTests
{
    private static PlacedMatch Match(long article, long story, CopyKind kind = CopyKind.Near, double containment = 0.9, bool groups = true, bool isExcerpt = false) =>
        new(new CopyMatch(article, story, kind, containment, containment, groups), isExcerpt);

    [Fact]
    public void Founds_a_story_where_nothing_matches()
    {
        var placement = StoryGrouping.Place(5, []);
        Assert.Equal(5, placement.StoryId);
        Assert.Empty(placement.Absorbed);
        Assert.Empty(placement.Links);
    }

    [Fact]
    public void Merges_stories_under_the_smallest_id()
    {
        var placement = StoryGrouping.Place(9, [Match(7, 6), Match(4, 3, CopyKind.Exact), Match(8, 6)]);
        Assert.Equal(3, placement.StoryId);
        Assert.Equal([6], placement.Absorbed);
        Assert.Equal([new(9, 7, CopyKind.Near), new(9, 4, CopyKind.Exact), new(9, 8, CopyKind.Near)], placement.Links);
        Assert.Equal([3, 6], StoryGrouping.Place(2, [Match(7, 6), Match(4, 3)]).Absorbed);
    }

    [Fact]
    public void Joins_one_story_by_an_excerpt_and_merges_none()
    {
        var placement = StoryGrouping.Place(9, [Match(4, 3, CopyKind.Excerpt, 0.85), Match(7, 6, CopyKind.Excerpt, 0.99)]);
        Assert.Equal(6, placement.StoryId);
        Assert.Empty(placement.Absorbed);
        Assert.Equal([new(9, 7, CopyKind.Excerpt)], placement.Links);
        Assert.Equal(3, StoryGrouping.Place(9, [Match(4, 3), Match(7, 6, CopyKind.Excerpt, 1)]).StoryId);
    }

    [Fact]
    public void Does_not_join_by_a_linked_item_or_by_an_excerpt_that_hangs_on_another_article()
    {
        Assert.Equal(9, StoryGrouping.Place(9, [Match(4, 3, CopyKind.Excerpt, groups: false)]).StoryId);
        Assert.Equal(9, StoryGrouping.Place(9, [Match(4, 3, CopyKind.ExcerptedBy, isExcerpt: true)]).StoryId);
        Assert.Equal(3, StoryGrouping.Place(9, [Match(4, 3, CopyKind.ExcerptedBy)]).StoryId);
    }

    [Fact]
    public void Comes_to_the_same_stories_in_any_order()
    {
        var random = new Random(4);
        for (var round = 0; round < 50; round++)
        {
            var edges = Enumerable.Range(0, 25).Select(_ => (Left: (long)random.Next(1, 31), Right: (long)random.Next(1, 31))).Where(edge => edge.Left != edge.Right).ToList();
            var expected = StoryGrouping.Regroup(Enumerable.Range(1, 30).Select(id => (long)id), edges.Select(edge => new StoryLink(edge.Left, edge.Right, CopyKind.Near)));
            var stories = new Dictionary<long, long>();
            var order = Enumerable.Range(1, 30).Select(id => (long)id).ToArray();
            random.Shuffle(order);
            foreach (var id in order)
            {
                var others = edges.Where(edge => edge.Left == id || edge.Right == id).Select(edge => edge.Left == id ? edge.Right : edge.Left).Where(stories.ContainsKey).Distinct();
                var placement = StoryGrouping.Place(id, [.. others.Select(other => Match(other, stories[other]))]);
                stories[id] = placement.StoryId;
                foreach (var member in stories.Where(entry => placement.Absorbed.Contains(entry.Value)).Select(entry => entry.Key).ToList())
                    stories[member] = placement.StoryId;
            }
            Assert.Equal(expected.OrderBy(entry => entry.Key), stories.OrderBy(entry => entry.Key));
        }
    }

    [Fact]
    public void Takes_a_story_apart_when_the_article_between_leaves()
    {
        StoryLink[] links = [new(2, 1, CopyKind.Near), new(3, 2, CopyKind.Near), new(5, 3, CopyKind.Excerpt)];
        Assert.Equal([1, 1, 1, 1], StoryGrouping.Regroup([1, 2, 3, 5], links).Values);
        var left = StoryGrouping.Regroup([1, 3, 5], links);
        Assert.Equal((1, 3, 3), (left[1], left[3], left[5]));
    }
}
