using System.Buffers.Binary;

namespace NewsCorpus.Store.Copies;

/// <summary>A <see cref="CopyKeyRun"/> as it is looked up in: filter and fences in memory, some 80 bytes an article, the pairs on the disk.</summary>
internal sealed class KeyRun(CopyKeyRun row)
{
    private readonly KeyFilter _filter = KeyFilter.Of(row.Filter);

    public CopyKeyRun Row => row;

    /// <summary>Adds the articles of a key, the newest first, until there are so many.</summary>
    public void Find(uint key, KeyPages pages, List<long> articles, int most)
    {
        if (!_filter.MayHold(key))
            return;
        // Pairs of one key may lie on several pages; the newest are on the last that begins no later than the key.
        for (var page = LastPage(key); page >= 0 && articles.Count < most; page--)
        {
            var pairs = pages.Read(row.FirstPage + page).AsSpan();
            for (var at = Above(pairs, key) - 1; at >= 0; at--)
            {
                var pair = BinaryPrimitives.ReadUInt64LittleEndian(pairs[(at * sizeof(ulong))..]);
                if (KeyPages.KeyOf(pair) != key || articles.Count == most)
                    return;
                articles.Add(KeyPages.ArticleOf(pair));
            }
        }
    }

    private uint Fence(int page) => BinaryPrimitives.ReadUInt32LittleEndian(row.Fences.AsSpan(page * sizeof(uint)));

    private int LastPage(uint key)
    {
        int low = 0, high = row.PageCount;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Fence(middle) <= key)
                low = middle + 1;
            else
                high = middle;
        }
        return low - 1;
    }

    /// <summary>Number of the first pair beyond a key.</summary>
    private static int Above(ReadOnlySpan<byte> pairs, uint key)
    {
        int low = 0, high = pairs.Length / sizeof(ulong);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (KeyPages.KeyOf(BinaryPrimitives.ReadUInt64LittleEndian(pairs[(middle * sizeof(ulong))..])) <= key)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
