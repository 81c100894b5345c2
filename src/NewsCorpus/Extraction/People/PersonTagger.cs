using System.Buffers;

namespace NewsCorpus.Extraction.People;

/// <summary>
/// Labels the tokens of a document by the mean of what one or more networks say, each label in the light of those beside it and, in a second look, of what was found
/// at the other places of the word. Safe for many threads.
/// </summary>
internal sealed class PersonTagger
{
    /// <summary>Longest stretch decoded at once; only texts that are one endless run of capitals reach it.</summary>
    private const int Longest = 512;

    /// <summary>
    /// Taken from the scores by which a person's name begins, in nats: what was learnt from some outlets finds too many persons in others. Chosen on the training outlets.
    /// </summary>
    private const float Caution = 0.6f;

    private readonly NameNetwork[] _networks;
    private readonly ChainDecoder _decoder;
    private readonly ChainMarginals _marginals;

    public PersonTagger(IReadOnlyList<NetworkWeights> networks)
    {
        _networks = [.. networks.Select(n => new NameNetwork(n))];
        var transitions = new float[Labels.Count * Labels.Count];
        foreach (var network in networks)
            for (var k = 0; k < transitions.Length; k++)
                transitions[k] += network.Transitions[k] / networks.Count;
        _decoder = new ChainDecoder(transitions);
        _marginals = new ChainMarginals(transitions);
    }

    public byte[] Label(TokenisedText document)
    {
        var labels = new byte[document.Tokens.Length];
        var layout = new NetworkLayout(document);
        if (layout.Tokens.Count == 0)
            return labels;
        var scores = Scores(document, layout);
        LookAgain(layout, scores);
        var back = ArrayPool<byte>.Shared.Rent(Longest * Labels.Count);
        foreach (var (from, to) in layout.Stretches)
            _decoder.Decode(scores.AsSpan(from * Labels.Count, (to - from) * Labels.Count), labels.AsSpan(layout.Tokens[from].Token, to - from), back);
        ArrayPool<byte>.Shared.Return(back);
        return labels;
    }

    private float[] Scores(TokenisedText document, NetworkLayout layout)
    {
        var scores = new float[layout.Tokens.Count * Labels.Count];
        foreach (var network in _networks)
            network.Score(document, layout, scores);
        if (_networks.Length > 1)
            for (var k = 0; k < scores.Length; k++)
                scores[k] /= _networks.Length;
        for (var n = 0; n < layout.Tokens.Count; n++)
        {
            scores[(n * Labels.Count) + Labels.PersonBegin] -= Caution;
            scores[(n * Labels.Count) + Labels.PersonSingle] -= Caution;
        }
        return scores;
    }

    private void LookAgain(NetworkLayout layout, float[] scores)
    {
        if (layout.Sizes.TrueForAll(size => size == 1))
            return;
        var marginals = ArrayPool<float>.Shared.Rent(scores.Length);
        var work = ArrayPool<float>.Shared.Rent(3 * Longest * Labels.Count);
        foreach (var (from, to) in layout.Stretches)
        {
            var (at, length) = (from * Labels.Count, (to - from) * Labels.Count);
            _marginals.Fill(scores.AsSpan(at, length), marginals.AsSpan(at, length), work.AsSpan(0, length), work.AsSpan(length, length), work.AsSpan(2 * length, length));
        }
        OtherPlaces.Weigh(layout, marginals.AsSpan(0, scores.Length), scores);
        ArrayPool<float>.Shared.Return(work);
        ArrayPool<float>.Shared.Return(marginals);
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
