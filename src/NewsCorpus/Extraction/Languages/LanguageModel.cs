using System.IO.Compression;
using System.Runtime.InteropServices;

namespace NewsCorpus.Extraction.Languages;

/// <summary>The trained tables, read once from the embedded resource; see MODEL.md beside it.</summary>
internal sealed class LanguageModel
{
    private const string Resource = "NewsCorpus.Extraction.Languages.Data.languages.bin";

    private static readonly Lazy<LanguageModel> LazyEmbedded = new(() =>
    {
        using var stream = typeof(LanguageModel).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        return Read(stream);
    });

    private readonly Dictionary<Script, LanguageTable> tables;

    private LanguageModel(Dictionary<Script, LanguageTable> tables) => this.tables = tables;

    public static LanguageModel Embedded => LazyEmbedded.Value;

    public LanguageTable this[Script script] => tables[script];

    /// <summary>The count of tables; for each its script, its languages, its bits, and its weights. All of it Brotli.</summary>
    public static LanguageModel Read(Stream stream)
    {
        using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress));
        var read = new Dictionary<Script, LanguageTable>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var script = (Script)reader.ReadInt32();
            var languages = reader.ReadString().Split(' ');
            var bits = reader.ReadInt32();
            var weights = reader.ReadBytes(languages.Length << bits);
            read.Add(script, new LanguageTable(languages, bits, MemoryMarshal.Cast<byte, sbyte>(weights)));
        }
        return new LanguageModel(read);
    }

    public static void Write(Stream stream, IReadOnlyList<(Script Script, IReadOnlyList<string> Languages, int Bits, sbyte[] Weights)> tables)
    {
        using var writer = new BinaryWriter(new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true));
        writer.Write(tables.Count);
        foreach (var (script, languages, bits, weights) in tables)
        {
            writer.Write((int)script);
            writer.Write(string.Join(' ', languages));
            writer.Write(bits);
            writer.Write(MemoryMarshal.AsBytes<sbyte>(weights));
        }
    }
}
