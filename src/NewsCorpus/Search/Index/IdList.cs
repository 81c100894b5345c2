using Lucene.Net.Util;

namespace NewsCorpus.Search.Index;

/// <summary>A list of ids as bytes: each id in groups of seven bits, lowest first, the top bit set where more follow.</summary>
internal static class IdList
{
    public static byte[] Write(IReadOnlyList<int> values)
    {
        var bytes = new byte[values.Count * 5];
        var length = 0;
        foreach (var id in values)
        {
            var rest = (uint)id;
            while (rest >= 0x80)
            {
                bytes[length++] = (byte)(rest | 0x80);
                rest >>= 7;
            }
            bytes[length++] = (byte)rest;
        }
        return bytes[..length];
    }

    /// <summary>Appends the ids to <paramref name="ids"/>, which grows; returns the new count.</summary>
    public static int Read(BytesRef bytes, ref int[] ids, int count)
    {
        var end = bytes.Offset + bytes.Length;
        for (var at = bytes.Offset; at < end;)
        {
            uint id = 0;
            for (var shift = 0; at < end; shift += 7)
            {
                var b = bytes.Bytes[at++];
                id |= (uint)(b & 0x7F) << shift;
                if (b < 0x80)
                    break;
            }
            if (count == ids.Length)
                Array.Resize(ref ids, ids.Length * 2);
            ids[count++] = (int)id;
        }
        return count;
    }
}
