using NewsCorpus.Extraction.People;

namespace NewsCorpus.Benchmarks.People;

/// <summary>The mean of networks that learnt on from the same weights: about as good as all of them together, at the cost of one (Wortsman and others 2022).</summary>
internal static class WeightMean
{
    public static NetworkWeights Of(IReadOnlyList<NetworkWeights> networks)
    {
        var mean = Copy(networks[0]);
        var all = networks.Select(n => Arrays(n).ToList()).ToList();
        foreach (var (target, at) in Arrays(mean).Select((values, at) => (values, at)))
            for (var k = 0; k < target.Length; k++)
                target[k] = all.Average(network => network[at][k]);
        return mean;
    }

    public static NetworkWeights Copy(NetworkWeights network)
    {
        var copy = new NetworkWeights { WordKeys = network.WordKeys, Words = [.. network.Words], FormKeys = network.FormKeys, Forms = [.. network.Forms] };
        foreach (var (from, to) in network.Layers.Zip(copy.Layers))
            from.CopyTo(to, 0);
        return copy;
    }

    private static IEnumerable<float[]> Arrays(NetworkWeights network) => [network.Words, network.Forms, .. network.Layers];
}
