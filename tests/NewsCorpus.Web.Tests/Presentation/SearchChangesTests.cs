using NewsCorpus.Search;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Tests.Presentation;

public sealed class SearchChangesTests
{
    private static readonly SearchRequest Request = new()
    {
        Query = "ferry",
        People = [new FilterValue("ada"), new FilterValue("otto", Excluded: true)],
        Outlets = [new FilterValue("gazette")],
        Tags = [new FilterValue("tram")],
        From = new DateOnly(2026, 1, 1),
        Sort = SortOrder.Oldest,
        Page = 4,
        Size = 50,
    };

    [Theory]
    [InlineData(FilterField.Person)]
    [InlineData(FilterField.Outlet)]
    [InlineData(FilterField.Tag)]
    [InlineData(FilterField.Language)]
    public void Adds_and_removes_a_value_of_each_field(FilterField field)
    {
        var value = new FilterValue("new");

        var with = Request.With(field, value);

        Assert.Equal([.. Request.Values(field), value], with.Values(field));
        Assert.Equal(1, with.Page);
        var back = with.Without(field, value) with { Page = Request.Page };
        Assert.Equal(SearchUrl.QueryString(Request), SearchUrl.QueryString(back));
    }

    [Fact]
    public void Lets_a_value_give_way_to_its_opposite()
    {
        Assert.Equal([new FilterValue("ada"), new FilterValue("otto")], Request.With(FilterField.Person, new FilterValue("otto")).People);
        Assert.Equal([new FilterValue("gazette", Excluded: true)], Request.With(FilterField.Outlet, new FilterValue("gazette", Excluded: true)).Outlets);
    }

    [Fact]
    public void Removes_only_the_very_value()
    {
        Assert.Equal(Request.People, Request.Without(FilterField.Person, new FilterValue("otto")).People);
        Assert.Single(Request.Without(FilterField.Person, new FilterValue("otto", Excluded: true)).People);
    }

    [Fact]
    public void Goes_back_to_the_first_page_when_anything_else_changes()
    {
        Assert.Equal(1, Request.Between(null, null).Page);
        Assert.Equal(1, Request.WithUndated(UndatedMode.Only).Page);
        Assert.Equal(1, Request.SortedBy(SortOrder.Newest).Page);
        Assert.Equal(1, Request.Asking("tram").Page);
        Assert.Equal(7, Request.OnPage(7).Page);
    }
}
