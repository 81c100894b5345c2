using NewsCorpus.Ingestion;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Tests.Presentation;

public sealed class LimitTableTests(AppFixture app)
{
    [Fact]
    public async Task Help_lists_every_limit_with_its_default()
    {
        var settings = typeof(IngestionLimits).GetProperties().Where(p => p.CanWrite).Select(p => $"{IngestionLimits.Section}:{p.Name}").Append("NewsCorpus:MaxFileBytes");

        Assert.Equal(settings.Order(StringComparer.Ordinal), LimitTable.Rows.Select(r => r.Setting).Order(StringComparer.Ordinal));
        var rows = (await app.PageAsync("/help")).QuerySelectorAll("#file-limits ~ .limits tbody tr");
        Assert.Equal(LimitTable.Rows.Count, rows.Length);
        Assert.Equal("16 GiB", rows.Single(r => r.TextContent.Contains("MaxExpandedBytes", StringComparison.Ordinal)).Children[1].TextContent);
    }
}
