using NewsCorpus.Store;
using Xunit;

namespace NewsCorpus.Tests.Store;

public class HeapKeeperTests
{
    private const long MiB = 1024 * 1024;

    [Theory]
    [InlineData(20, 300, false)]
    [InlineData(100, 300, false)]
    [InlineData(256, 300, true)]
    [InlineData(20, 2000, false)]
    [InlineData(32, 736, true)]
    [InlineData(31, 736, false)]
    public void Collects_once_the_process_is_large_and_the_heap_has_grown(long grown, long resident, bool isTime) =>
        Assert.Equal(isTime, HeapKeeper.IsTime(grown * MiB, resident * MiB));
}
