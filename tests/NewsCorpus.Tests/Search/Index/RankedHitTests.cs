using NewsCorpus.Search.Index;
using Xunit;

namespace NewsCorpus.Tests.Search.Index;

public sealed class RankedHitTests
{
    [Fact]
    public void Slices_are_those_of_all_hits_in_order()
    {
        var random = new Random(20260103);
        for (var round = 0; round < 300; round++)
        {
            // Many ties, and hits that come in order or the other way round.
            var hits = Enumerable.Range(1, random.Next(1, 6000)).Select(i => new RankedHit(round % 3 == 0 ? i : round % 3 == 1 ? -i : random.Next(40), i, 0, 0, 0)).ToList();
            var (skip, take) = (random.Next(hits.Count + 10), random.Next(1, 50));
            var expected = hits.OrderByDescending(h => h.Key).ThenBy(h => h.Id).Skip(skip).Take(take).Select(h => h.Id);
            var top = new TopHits(skip + take);
            foreach (var hit in hits)
            {
                if (top.Admits(hit.Key))
                    top.Offer(hit);
            }

            Assert.Equal(expected, RankedHit.Slice(top.Kept.ToArray(), skip, take).Select(h => h.Id));
        }
    }
}
