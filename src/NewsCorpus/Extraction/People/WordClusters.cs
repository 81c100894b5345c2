using System.IO.Compression;

namespace NewsCorpus.Extraction.People;

/// <summary>Groups of words that stand among the same neighbours, learnt from text without labels: a name never met in training may be in a group that was.</summary>
internal sealed class WordClusters(Dictionary<uint, byte> groups)
{
    private const string Resource = "NewsCorpus.Extraction.People.Data.clusters.bin";

    private static readonly Lazy<WordClusters> _embedded = new(() =>
    {
        using var stream = typeof(WordClusters).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The word groups of the person recogniser are not embedded in the library.");
        return Read(stream);
    });

    public static WordClusters Embedded => _embedded.Value;

    public int Count => groups.Count;

    /// <summary>Capitalised and small spellings are different words.</summary>
    public static uint Key(uint word, bool isCapital) => isCapital ? WordHash.Mix(word + 1) : word;

    /// <summary>The group, from 1, or 0 for a word in none.</summary>
    public byte Of(uint key) => groups.GetValueOrDefault(key);

    public void Write(Stream target)
    {
        using var brotli = new BrotliStream(target, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(brotli);
        writer.Write(groups.Count);
        var last = 0u;
        foreach (var (key, _) in groups.OrderBy(g => g.Key))
        {
            writer.Write7BitEncodedInt((int)(key - last));
            last = key;
        }
        foreach (var (_, group) in groups.OrderBy(g => g.Key))
            writer.Write(group);
    }

    public static WordClusters Read(Stream source)
    {
        using var brotli = new BrotliStream(source, CompressionMode.Decompress, leaveOpen: true);
        using var buffer = new BufferedStream(brotli, 1 << 16);
        using var reader = new BinaryReader(buffer);
        var keys = new uint[reader.ReadInt32()];
        var last = 0u;
        for (var i = 0; i < keys.Length; i++)
            keys[i] = last += (uint)reader.Read7BitEncodedInt();
        var groups = new Dictionary<uint, byte>(keys.Length);
        foreach (var key in keys)
            groups.Add(key, reader.ReadByte());
        return new WordClusters(groups);
    }
}
