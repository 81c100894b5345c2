using System.Buffers;

namespace NewsCorpus.Extraction.People;

/// <summary>Labels the tokens of a document: once by themselves, once more with what the first labels said over the whole document. Safe for many threads.</summary>
internal sealed class PersonTagger(ChainModel first, ChainModel? second)
{
    /// <summary>Longest stretch decoded at once; only texts that are one endless run of capitals reach it.</summary>
    private const int Longest = 512;

    public byte[] Label(TokenisedText document)
    {
        var labels = Pass(document, first, null);
        return second is null ? labels : Pass(document, second, new DocumentMemory(document, labels));
    }

    /// <summary>The stretches of tokens that the model looks at, each with the block it is in.</summary>
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

    private static byte[] Pass(TokenisedText document, ChainModel model, DocumentMemory? memory)
    {
        var labels = new byte[document.Tokens.Length];
        var scores = ArrayPool<short>.Shared.Rent(Longest * Labels.Count);
        var back = ArrayPool<byte>.Shared.Rent(Longest * Labels.Count);
        Span<uint> features = stackalloc uint[FeatureExtractor.Capacity];
        foreach (var (first, end, from, to) in Stretches(document))
        {
            var stretch = scores.AsSpan(0, (to - from) * Labels.Count);
            stretch.Clear();
            for (var i = from; i < to; i++)
            {
                var count = FeatureExtractor.Extract(document, first, end, i, features);
                if (memory is not null)
                    count = memory.Extract(first, end, i, features, count);
                model.Score(features[..count], stretch[((i - from) * Labels.Count)..]);
            }
            model.Decode(stretch, labels.AsSpan(from, to - from), back);
        }
        ArrayPool<short>.Shared.Return(scores);
        ArrayPool<byte>.Shared.Return(back);
        return labels;
    }
}
