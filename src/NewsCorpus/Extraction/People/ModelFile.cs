using System.IO.Compression;

namespace NewsCorpus.Extraction.People;

/// <summary>
/// The weights of a tagger on disk, Brotli-compressed: a mark and the number of chains, then for each chain the transitions, the ascending keys as
/// differences of variable length, and for each key a mask of the weights that are not nought, followed by those.
/// </summary>
internal static class ModelFile
{
    private const uint Mark = 0x3150434E; // "NCP1"

    private const string Resource = "NewsCorpus.Extraction.People.Data.people.bin";

    public static void Write(Stream target, params ReadOnlySpan<ChainModel> chains)
    {
        using var brotli = new BrotliStream(target, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(brotli);
        writer.Write(Mark);
        writer.Write(chains.Length);
        foreach (var chain in chains)
        {
            foreach (var weight in chain.Transitions)
                writer.Write(weight);
            writer.Write(chain.Keys.Length);
            var last = 0u;
            foreach (var key in chain.Keys)
            {
                writer.Write7BitEncodedInt((int)(key - last));
                last = key;
            }
            for (var i = 0; i < chain.Keys.Length; i++)
            {
                var row = chain.Rows.AsSpan(i * Labels.Count, Labels.Count);
                var mask = 0;
                for (var label = 0; label < Labels.Count; label++)
                    mask |= row[label] != 0 ? 1 << label : 0;
                writer.Write((ushort)mask);
                foreach (var weight in row)
                    if (weight != 0)
                        writer.Write(weight);
            }
        }
    }

    /// <exception cref="InvalidDataException">The stream is not a model of this version.</exception>
    public static ChainModel[] Read(Stream source)
    {
        using var brotli = new BrotliStream(source, CompressionMode.Decompress, leaveOpen: true);
        using var buffer = new BufferedStream(brotli, 1 << 16);
        using var reader = new BinaryReader(buffer);
        if (reader.ReadUInt32() != Mark)
            throw new InvalidDataException("The model of the person recogniser is of another version.");
        var chains = new ChainModel[reader.ReadInt32()];
        for (var c = 0; c < chains.Length; c++)
        {
            var transitions = new short[Labels.Count * Labels.Count];
            for (var i = 0; i < transitions.Length; i++)
                transitions[i] = reader.ReadInt16();
            var keys = new uint[reader.ReadInt32()];
            var last = 0u;
            for (var i = 0; i < keys.Length; i++)
                keys[i] = last += (uint)reader.Read7BitEncodedInt();
            var rows = new sbyte[keys.Length * Labels.Count];
            for (var i = 0; i < keys.Length; i++)
            {
                int mask = reader.ReadUInt16();
                for (var label = 0; label < Labels.Count; label++)
                    if ((mask & (1 << label)) != 0)
                        rows[(i * Labels.Count) + label] = reader.ReadSByte();
            }
            chains[c] = new ChainModel(keys, rows, transitions);
        }
        return chains;
    }

    /// <summary>The tagger whose weights are embedded in the library.</summary>
    public static PersonTagger LoadEmbedded()
    {
        using var stream = typeof(ModelFile).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The weights of the person recogniser are not embedded in the library.");
        var chains = Read(stream);
        return new PersonTagger(chains[0], chains[1]);
    }
}
