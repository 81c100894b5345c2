using System.Buffers;

namespace NewsCorpus.Extraction.People;

/// <summary>Labels the tokens of a document by the sum of what one or more networks say, each label in the light of those beside it. Safe for many threads.</summary>
internal sealed class PersonTagger
{
    /// <summary>Longest stretch decoded at once; only texts that are one endless run of capitals reach it.</summary>
    private const int Longest = 512;

    private readonly NameNetwork[] _networks;
    private readonly ChainDecoder _decoder;

    public PersonTagger(IReadOnlyList<NetworkWeights> networks)
    {
        _networks = [.. networks.Select(n => new NameNetwork(n))];
        var transitions = new float[Labels.Count * Labels.Count];
        foreach (var network in networks)
            for (var k = 0; k < transitions.Length; k++)
                transitions[k] += network.Transitions[k];
        _decoder = new ChainDecoder(transitions);
    }

    public byte[] Label(TokenisedText document)
    {
        var labels = new byte[document.Tokens.Length];
        var layout = new NetworkLayout(document);
        if (layout.Tokens.Count == 0)
            return labels;
        var scores = new float[layout.Tokens.Count * Labels.Count];
        foreach (var network in _networks)
            network.Score(document, layout, scores);
        var back = ArrayPool<byte>.Shared.Rent(Longest * Labels.Count);
        foreach (var (from, to) in layout.Stretches)
            _decoder.Decode(scores.AsSpan(from * Labels.Count, (to - from) * Labels.Count), labels.AsSpan(layout.Tokens[from].Token, to - from), back);
        ArrayPool<byte>.Shared.Return(back);
        return labels;
    }

    /// <summary>The stretches of tokens that the networks look at, each with the block it is in.</summary>
    public static IEnumerable<(int First, int End, int From, int To)> Stretches(TokenisedText document)
    {
        var first = 0;
        foreach (var end in document.BlockEnds)
        {
            for (var i = first; i < end; i++)
            {
                if (!document.Tokens[i].Active)
                    continue;
                var to = i;
                while (to < end && to - i < Longest && document.Tokens[to].Active)
                    to++;
                yield return (first, end, i, to);
                i = to - 1;
            }
            first = end;
        }
    }
}
