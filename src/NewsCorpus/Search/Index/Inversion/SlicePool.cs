using System.Runtime.CompilerServices;

namespace NewsCorpus.Search.Index.Inversion;

/// <summary>
/// Memory in which many chains of bytes grow beside each other, each in slices that double; the last bytes of a full slice say where the next one begins.
/// The layout of Lucene's own buffer, with wider slices. Emptied as a whole, its pages kept.
/// </summary>
internal sealed class SlicePool
{
    private const int PageBits = 16;
    private const int PageSize = 1 << PageBits;
    private const int FirstSlice = 12;
    private const int LargestSlice = 512;

    /// <summary>Bytes of the address of the next slice.</summary>
    private const int Link = 4;

    private readonly List<byte[]> _pages = [];
    private int _next;

    /// <summary>Bytes in use.</summary>
    public long Bytes => _next;

    public void Clear() => _next = 0;

    /// <summary>Begins a chain.</summary>
    public Chain Begin()
    {
        var head = Take(FirstSlice);
        return new Chain { Head = head, At = head, End = head + FirstSlice - Link };
    }

    /// <summary>Appends a number in groups of seven bits, lowest first.</summary>
    public void Write(ref Chain chain, uint value)
    {
        while (value >= 0x80)
        {
            Write(ref chain, (byte)(value | 0x80));
            value >>= 7;
        }
        Write(ref chain, (byte)value);
    }

    /// <summary>Reads the next number; the chain's reader starts at its head.</summary>
    public uint Read(ref ChainReader reader)
    {
        uint value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = ReadByte(ref reader);
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte ReadByte(ref ChainReader reader)
    {
        if (reader.At == reader.End)
        {
            reader.Size = Wider(reader.Size);
            reader.At = BitConverter.ToInt32(_pages[reader.End >> PageBits], reader.End & (PageSize - 1));
            reader.End = reader.At + reader.Size - Link;
        }
        var at = reader.At++;
        return _pages[at >> PageBits][at & (PageSize - 1)];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(ref Chain chain, byte value)
    {
        if (chain.At == chain.End)
        {
            chain.Steps++;
            var size = SizeAt(chain.Steps);
            var next = Take(size);
            BitConverter.TryWriteBytes(_pages[chain.End >> PageBits].AsSpan(chain.End & (PageSize - 1)), next);
            chain.At = next;
            chain.End = next + size - Link;
        }
        var at = chain.At++;
        _pages[at >> PageBits][at & (PageSize - 1)] = value;
    }

    private int Take(int size)
    {
        // No slice lies over the edge of a page.
        if ((_next & (PageSize - 1)) + size > PageSize)
            _next = (_next | (PageSize - 1)) + 1;
        var start = _next;
        _next = checked(_next + size);
        if ((start >> PageBits) == _pages.Count)
            _pages.Add(GC.AllocateUninitializedArray<byte>(PageSize));
        return start;
    }

    private static int SizeAt(int step) => step >= 6 ? LargestSlice : Math.Min(LargestSlice, FirstSlice << step);

    private static int Wider(int size) => Math.Min(LargestSlice, size * 2);

    /// <summary>Where a chain begins and where it goes on.</summary>
    public struct Chain
    {
        public int Head;
        public int At;
        public int End;
        public int Steps;

        public readonly ChainReader Read() => new() { At = Head, Size = FirstSlice, End = Head + FirstSlice - Link };
    }

    public struct ChainReader
    {
        public int At;
        public int End;
        public int Size;
    }
}
