using System.IO.Compression;

namespace NewsCorpus.Extraction.People;

/// <summary>
/// The weights of a tagger on disk, Brotli-compressed: a mark and the number of networks; for each the keys of both tables as differences of variable length,
/// their rows as 8-bit numbers with one scale a row, and the layers as 16-bit floats. What is read is what runs: measure weights that were written and read.
/// </summary>
internal static class ModelFile
{
    private const uint Mark = 0x3250434E; // "NCP2"

    private const string Resource = "NewsCorpus.Extraction.People.Data.people.bin";

    public static void Write(Stream target, IReadOnlyList<NetworkWeights> networks)
    {
        using var brotli = new BrotliStream(target, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(brotli);
        writer.Write(Mark);
        writer.Write(networks.Count);
        foreach (var network in networks)
        {
            WriteKeys(writer, network.WordKeys);
            WriteRows(writer, network.Words);
            WriteKeys(writer, network.FormKeys);
            WriteRows(writer, network.Forms);
            foreach (var layer in network.Layers)
                foreach (var value in layer)
                    writer.Write((Half)value);
        }
    }

    /// <exception cref="InvalidDataException">The stream is not a model of this version.</exception>
    public static NetworkWeights[] Read(Stream source)
    {
        using var brotli = new BrotliStream(source, CompressionMode.Decompress, leaveOpen: true);
        using var buffer = new BufferedStream(brotli, 1 << 16);
        using var reader = new BinaryReader(buffer);
        if (reader.ReadUInt32() != Mark)
            throw new InvalidDataException("The model of the person recogniser is of another version.");
        var networks = new NetworkWeights[reader.ReadInt32()];
        for (var n = 0; n < networks.Length; n++)
            networks[n] = ReadNetwork(reader);
        return networks;
    }

    /// <summary>The tagger whose weights are embedded in the library.</summary>
    public static PersonTagger LoadEmbedded()
    {
        using var stream = typeof(ModelFile).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The weights of the person recogniser are not embedded in the library.");
        return new PersonTagger(Read(stream));
    }

    private static NetworkWeights ReadNetwork(BinaryReader reader)
    {
        var wordKeys = ReadKeys(reader);
        var words = ReadRows(reader, wordKeys.Length);
        var formKeys = ReadKeys(reader);
        var forms = ReadRows(reader, formKeys.Length);
        var network = new NetworkWeights { WordKeys = wordKeys, Words = words, FormKeys = formKeys, Forms = forms };
        foreach (var layer in network.Layers)
            for (var i = 0; i < layer.Length; i++)
                layer[i] = (float)reader.ReadHalf();
        return network;
    }

    /// <summary>Keys as differences from one to the next, which are small where they ascend.</summary>
    private static void WriteKeys(BinaryWriter writer, uint[] keys)
    {
        writer.Write(keys.Length);
        var last = 0u;
        foreach (var key in keys)
        {
            writer.Write7BitEncodedInt((int)(key - last));
            last = key;
        }
    }

    private static uint[] ReadKeys(BinaryReader reader)
    {
        var keys = new uint[reader.ReadInt32()];
        var last = 0u;
        for (var i = 0; i < keys.Length; i++)
            keys[i] = last += (uint)reader.Read7BitEncodedInt();
        return keys;
    }

    private static void WriteRows(BinaryWriter writer, float[] values)
    {
        for (var from = 0; from < values.Length; from += NetworkWeights.RowWidth)
        {
            var row = values.AsSpan(from, NetworkWeights.RowWidth);
            var largest = 0f;
            foreach (var value in row)
                largest = Math.Max(largest, Math.Abs(value));
            var scale = (Half)(largest / 127f);
            writer.Write(scale);
            foreach (var value in row)
                writer.Write((sbyte)(scale == Half.Zero ? 0 : Math.Clamp(MathF.Round(value / (float)scale), -127, 127)));
        }
    }

    private static float[] ReadRows(BinaryReader reader, int count)
    {
        var values = new float[count * NetworkWeights.RowWidth];
        Span<byte> row = stackalloc byte[NetworkWeights.RowWidth];
        for (var from = 0; from < values.Length; from += row.Length)
        {
            var scale = (float)reader.ReadHalf();
            reader.BaseStream.ReadExactly(row);
            for (var k = 0; k < row.Length; k++)
                values[from + k] = (sbyte)row[k] * scale;
        }
        return values;
    }
}
