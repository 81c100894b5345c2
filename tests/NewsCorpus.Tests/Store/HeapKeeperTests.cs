using System.Runtime.CompilerServices;
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
    [InlineData(24, 736, true)]
    [InlineData(23, 736, false)]
    public void Collects_once_the_process_is_large_and_what_lasts_has_grown(long grown, long resident, bool isTime) =>
        Assert.Equal(isTime, HeapKeeper.IsTime(grown * MiB, resident * MiB));

    [Fact]
    public async Task What_died_old_is_collected_while_somebody_watches_and_nobody_allocates()
    {
        var died = Die();
        // Left alone the runtime lets it lie until there is a need.
        using (HeapKeeper.Watch())
        using (HeapKeeper.Watch())
        {
            for (var looked = 0; died.IsAlive && looked < 1000; looked++)
                await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        Assert.False(died.IsAlive);
    }

    /// <summary>Large objects that have been looked at once, and are not needed from now on.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Die()
    {
        var large = Enumerable.Range(0, 80).Select(_ => new byte[16 * MiB]).ToArray();
        GC.Collect(0);
        GC.KeepAlive(large);
        return new WeakReference(large);
    }
}
