namespace NewsCorpus.Extraction.People;

/// <summary>The best sequence of <see cref="Labels"/> under scores for each token and for each pair of labels (Viterbi). Immutable, safe for many threads.</summary>
internal sealed class ChainDecoder
{
    private const float Impossible = -1e9f;

    private readonly float[] _before = new float[Labels.Count * Labels.Count];

    /// <param name="transitions">Score of label b after label a at [a * 16 + b]; what comes before and after a stretch is outside of names.</param>
    public ChainDecoder(ReadOnlySpan<float> transitions)
    {
        for (var before = 0; before < Labels.Count; before++)
            for (var label = 0; label < Labels.Count; label++)
                _before[(label * Labels.Count) + before] = Labels.CanFollow(before, label) ? transitions[(before * Labels.Count) + label] : Impossible;
    }

    /// <summary>Fills the labels of one stretch.</summary>
    /// <param name="scores">Sixteen a token.</param>
    /// <param name="back">Work space of sixteen a token.</param>
    public void Decode(ReadOnlySpan<float> scores, Span<byte> labels, Span<byte> back)
    {
        const int L = Labels.Count;
        Span<float> best = stackalloc float[L];
        Span<float> next = stackalloc float[L];
        for (var label = 0; label < L - 1; label++)
            best[label] = _before[label * L] + scores[label];
        for (var i = 1; i < labels.Length; i++)
        {
            for (var label = 0; label < L - 1; label++)
            {
                var before = _before.AsSpan(label * L, L - 1);
                var top = float.MinValue;
                var from = 0;
                for (var k = 0; k < before.Length; k++)
                {
                    var score = best[k] + before[k];
                    if (score > top)
                        (top, from) = (score, k);
                }
                next[label] = Math.Max(top, Impossible) + scores[(i * L) + label];
                back[(i * L) + label] = (byte)from;
            }
            next.CopyTo(best);
        }
        var last = 0;
        var winner = float.MinValue;
        for (var label = 0; label < L - 1; label++)
        {
            var score = best[label] + _before[label];
            if (Labels.CanEnd(label) && score > winner)
                (winner, last) = (score, label);
        }
        for (var i = labels.Length - 1; i >= 0; i--)
        {
            labels[i] = (byte)last;
            last = back[(i * L) + last];
        }
    }
}
