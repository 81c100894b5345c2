using NewsCorpus.Web.Tests.Killed;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(NewsCorpus.Web.Tests.LongestFirst))]

namespace NewsCorpus.Web.Tests;

/// <summary>
/// The tests that kill processes take minutes, one process after another: begun last they would run on alone, on one core, when all others are over. The other collections keep their order.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => c.TestCollectionDisplayName != KillTests.Collection)];
}
