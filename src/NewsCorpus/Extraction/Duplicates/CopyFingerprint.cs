using System.Buffers.Binary;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Duplicates;

/// <summary>
/// What is kept of an article to find its copies among millions: a hash of all its words, a MinHash signature (Broder, "On the resemblance and containment of documents", 1997; kept to
/// 16 bits a value after Li and König, "b-bit minwise hashing", 2010), whose bands are keys for near copies (Indyk and Motwani 1998), and its smallest shingle hashes (bottom-k sketch, Cohen and
/// Kaplan 2007), which are keys for excerpts. Immutable and the same on every platform. <see cref="ToBytes"/> gives 401 bytes for an article of a hundred words or more at the default sizes.
/// </summary>
public sealed class CopyFingerprint
{
    private const byte Version = 1;
    private const int HeaderBytes = 1 + 4 + 16 + 1 + 1 + 1 + 1;

    private readonly ushort[] signature;
    private readonly ulong[] samples;
    private readonly ulong[] leads;
    private readonly int rows;
    private long[]? keys;

    private CopyFingerprint(int words, UInt128 textHash, int rows, ushort[] signature, ulong[] samples, ulong[] leads)
    {
        WordCount = words;
        TextHash = textHash;
        this.rows = rows;
        this.signature = signature;
        this.samples = samples;
        this.leads = leads;
    }

    /// <summary>Words of the body.</summary>
    public int WordCount { get; }

    /// <summary>Hash of the body's words in order: equal for the same normalised text.</summary>
    public UInt128 TextHash { get; }

    /// <summary>Keys under which the article is looked up and stored, without repeats: articles that share none are not copies. At most 52 at the default sizes; none for an article of no shingle.</summary>
    public IReadOnlyList<long> BandKeys => keys ??= Keys();

    /// <summary>The sampled shingles, which are among <see cref="BandKeys"/>.</summary>
    internal IEnumerable<ulong> SampledShingles => samples.Concat(leads);

    public static CopyFingerprint Of(ArticleContent content, string? title, CopyOptions options) => Of(CopyText.Of(content, title), options);

    public static CopyFingerprint Of(CopyText text, CopyOptions options)
    {
        var shingles = text.Shingles(options.ShingleWords);
        ulong low = Hash64.Start, high = ~Hash64.Start;
        foreach (var word in text.Words)
        {
            low = Hash64.Add(low, word);
            high = Hash64.Add(high, ulong.RotateLeft(word, 32));
        }
        var opening = shingles.AsSpan(0, Math.Min(shingles.Length, Math.Max(1, options.LeadWords - options.ShingleWords + 1)));
        return new CopyFingerprint(
            text.WordCount,
            new UInt128(Hash64.Finish(high), Hash64.Finish(low)),
            options.Rows,
            shingles.Length == 0 ? [] : MinHash.Signature(shingles, options.Bands * options.Rows),
            MinHash.Smallest(shingles, options.SampleKeys),
            MinHash.Smallest(opening, options.LeadKeys));
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are no fingerprint of this version.</exception>
    public static CopyFingerprint FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes || bytes[0] != Version)
            throw new FormatException("Not a fingerprint of this version: fingerprint the article again.");
        int perBand = bytes[21], values = bytes[22], sampled = bytes[23], leading = bytes[24];
        if (perBand == 0 || values % perBand != 0 || bytes.Length != HeaderBytes + 2 * values + 8 * (sampled + leading))
            throw new FormatException("A fingerprint cut short: fingerprint the article again.");
        var rest = bytes[HeaderBytes..];
        var minima = new ushort[values];
        for (var i = 0; i < values; i++, rest = rest[2..])
            minima[i] = BinaryPrimitives.ReadUInt16LittleEndian(rest);
        var hashes = new ulong[sampled + leading];
        for (var i = 0; i < hashes.Length; i++, rest = rest[8..])
            hashes[i] = BinaryPrimitives.ReadUInt64LittleEndian(rest);
        return new CopyFingerprint(
            BinaryPrimitives.ReadInt32LittleEndian(bytes[1..]), BinaryPrimitives.ReadUInt128LittleEndian(bytes[5..]), perBand, minima, hashes[..sampled], hashes[sampled..]);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderBytes + 2 * signature.Length + 8 * (samples.Length + leads.Length)];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1), WordCount);
        BinaryPrimitives.WriteUInt128LittleEndian(bytes.AsSpan(5), TextHash);
        bytes[21] = (byte)rows;
        bytes[22] = (byte)signature.Length;
        bytes[23] = (byte)samples.Length;
        bytes[24] = (byte)leads.Length;
        var rest = bytes.AsSpan(HeaderBytes);
        foreach (var value in signature)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(rest, value);
            rest = rest[2..];
        }
        foreach (var hash in SampledShingles)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(rest, hash);
            rest = rest[8..];
        }
        return bytes;
    }

    /// <summary>Estimate of the Jaccard similarity of the two articles' sets of shingles, 0 to 1; standard error at most 0.065 at 60 values. 0 where either has none or the sizes differ.</summary>
    public double EstimateJaccard(CopyFingerprint other)
    {
        if (signature.Length == 0 || signature.Length != other.signature.Length)
            return 0;
        var equal = 0;
        for (var i = 0; i < signature.Length; i++)
            if (signature[i] == other.signature[i])
                equal++;
        return (double)equal / signature.Length;
    }

    private long[] Keys()
    {
        var distinct = new HashSet<long>(signature.Length / rows + samples.Length + leads.Length);
        for (var band = 0; band * rows < signature.Length; band++)
        {
            var hash = Hash64.Add(Hash64.Start, (ulong)band);
            foreach (var value in signature.AsSpan(band * rows, rows))
                hash = Hash64.Add(hash, value);
            distinct.Add((long)Hash64.Finish(hash));
        }
        foreach (var hash in SampledShingles)
            distinct.Add((long)hash);
        return [.. distinct];
    }
}
