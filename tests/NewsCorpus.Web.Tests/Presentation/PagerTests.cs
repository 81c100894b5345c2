using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Tests.Presentation;

public sealed class PagerTests
{
    [Fact]
    public void Shows_the_ends_and_the_surroundings()
    {
        var pager = Pager.Of(10, 400, 20, page => $"?page={page}");

        Assert.Equal([1, 0, 8, 9, 10, 11, 12, 0, 20], pager.Steps.Select(s => s.Number));
        Assert.Equal("?page=9", pager.Previous);
        Assert.Equal("?page=11", pager.Next);
    }

    [Fact]
    public void Leads_back_to_the_last_page_from_one_that_does_not_exist()
    {
        var pager = Pager.Of(99, 45, 20, page => $"?page={page}");

        Assert.Equal(3, pager.Last);
        Assert.Equal("?page=3", pager.Previous);
        Assert.Null(pager.Next);
        Assert.Equal([1, 2, 3], pager.Steps.Select(s => s.Number));
    }

    [Fact]
    public void Has_one_page_when_there_is_nothing() => Assert.Equal(1, Pager.Of(1, 0, 20, _ => "").Last);
}
