using System.Buffers.Binary;
using Lucene.Net.Util;

namespace NewsCorpus.Search.Index;

/// <param name="Start">Offset into the article's text.</param>
/// <param name="SpeakerId">0 where nobody known speaks.</param>
/// <param name="Keys">See <see cref="QuotationKeys"/>.</param>
internal readonly record struct ListedQuotation(int Start, int End, int SpeakerId, bool IsDirect, ulong[] Keys);

/// <summary>The quotations of one document as bytes, in the order of their stretches of positions.</summary>
internal static class QuotationList
{
    public static byte[] Write(IReadOnlyList<ListedQuotation> quotations)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        foreach (var (start, end, speaker, isDirect, keys) in quotations)
        {
            writer.Write7BitEncodedInt(start);
            writer.Write7BitEncodedInt(end - start);
            writer.Write7BitEncodedInt(speaker);
            writer.Write((byte)((keys.Length << 1) | (isDirect ? 1 : 0)));
            foreach (var key in keys)
            {
                writer.Write((uint)key);
                writer.Write((byte)(key >> 32));
            }
        }
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads them into <paramref name="quotations"/>, which is emptied first.</summary>
    public static void Read(BytesRef bytes, List<ListedQuotation> quotations)
    {
        quotations.Clear();
        var data = bytes.Bytes.AsSpan(bytes.Offset, bytes.Length);
        while (data.Length > 0)
        {
            var (start, length, speaker) = (Number(ref data), Number(ref data), Number(ref data));
            var keys = new ulong[data[0] >> 1];
            var isDirect = (data[0] & 1) != 0;
            data = data[1..];
            foreach (ref var key in keys.AsSpan())
            {
                key = BinaryPrimitives.ReadUInt32LittleEndian(data) | ((ulong)data[sizeof(uint)] << 32);
                data = data[QuotationKeys.Bytes..];
            }
            quotations.Add(new ListedQuotation(start, start + length, speaker, isDirect, keys));
        }
    }

    private static int Number(ref Span<byte> data)
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = data[0];
            data = data[1..];
            number |= (part & 0x7F) << shift;
            if (part < 0x80)
                return number;
        }
    }
}
