using System.Buffers.Binary;

namespace NewsCorpus.Store.Copies;

/// <summary>Cuts pairs into the pages of a new run.</summary>
/// <param name="most">Pairs that there can be.</param>
internal sealed class KeyRunWriter(SequenceBlock numbers, int most)
{
    private readonly KeyFilter _filter = KeyFilter.For(most);
    private readonly List<uint> _fences = [];
    private long _first;
    private int _pairs;

    /// <summary>The rows of the pages, as the pairs come.</summary>
    /// <param name="pairs">In rising order, without repeats.</param>
    public IEnumerable<CopyKeyPage> Pages(IEnumerable<ulong> pairs)
    {
        foreach (var chunk in pairs.Chunk(KeyPages.PairsAPage))
        {
            var bytes = new byte[chunk.Length * sizeof(ulong)];
            for (var i = 0; i < chunk.Length; i++)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)), chunk[i]);
                _filter.Add(KeyPages.KeyOf(chunk[i]));
            }
            var id = numbers.Next(Sequence.CopyKeyPage);
            if (_fences.Count == 0)
                _first = id;
            _fences.Add(KeyPages.KeyOf(chunk[0]));
            _pairs += chunk.Length;
            yield return new CopyKeyPage { Id = id, Pairs = bytes };
        }
    }

    /// <summary>The run's own row, when all pages are written.</summary>
    public CopyKeyRun Run()
    {
        var fences = new byte[_fences.Count * sizeof(uint)];
        for (var i = 0; i < _fences.Count; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(fences.AsSpan(i * sizeof(uint)), _fences[i]);
        return new CopyKeyRun { Id = numbers.Next(Sequence.CopyKeyRun), Pairs = _pairs, FirstPage = _first, Fences = fences, Filter = _filter.Bytes };
    }

    /// <summary>Several rising lists as one, each pair once.</summary>
    public static IEnumerable<ulong> Merge(IReadOnlyList<IEnumerable<ulong>> lists)
    {
        var sources = lists.Select(list => list.GetEnumerator()).ToList();
        try
        {
            var heads = new PriorityQueue<IEnumerator<ulong>, ulong>();
            foreach (var source in sources)
                if (source.MoveNext())
                    heads.Enqueue(source, source.Current);
            ulong? last = null;
            while (heads.TryPeek(out var source, out var pair))
            {
                if (pair != last)
                    yield return pair;
                last = pair;
                if (source.MoveNext())
                    heads.DequeueEnqueue(source, source.Current);
                else
                    heads.Dequeue();
            }
        }
        finally
        {
            sources.ForEach(source => source.Dispose());
        }
    }
}
