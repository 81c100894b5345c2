using System.Buffers;
using System.IO.Compression;
using System.Numerics;

namespace NewsCorpus.Articles;

/// <summary>The bytes of an ingested file as they came, kept for as long as the corpus: nothing is lost when its folder is.</summary>
public sealed class Original
{
    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Length of the bytes before compression.</summary>
    public long Size { get; init; }

    /// <summary>The bytes, Brotli (RFC 7932).</summary>
    public required byte[] Compressed { get; init; }

    /// <summary>Quality 1 of 11: four times as quick as 4, for a tenth more bytes.</summary>
    private const int Quality = 1;

    public static Original Of(string sha256, ReadOnlySpan<byte> bytes)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        // A window no larger than the file: the encoder clears tables of its size, which for a short article costs more than its words.
        var window = Math.Clamp(BitOperations.Log2((uint)bytes.Length) + 1, 10, 22);
        if (!BrotliEncoder.TryCompress(bytes, buffer, out var length, Quality, window))
            throw new InvalidOperationException($"{bytes.Length} bytes could not be compressed.");
        var compressed = buffer[..length];
        ArrayPool<byte>.Shared.Return(buffer);
        return new Original { Sha256 = sha256, Size = bytes.Length, Compressed = compressed };
    }

    /// <summary>The bytes as they came.</summary>
    /// <exception cref="InvalidDataException">What is stored is damaged.</exception>
    public byte[] Bytes()
    {
        var bytes = new byte[Size];
        if (!BrotliDecoder.TryDecompress(Compressed, bytes, out var length) || length != Size)
            throw new InvalidDataException($"The stored original {Sha256} is damaged.");
        return bytes;
    }

    /// <summary>The bytes as they came, unpacked while they are read, so that a large file never lies unpacked in memory.</summary>
    /// <returns>A stream whose reading throws <see cref="InvalidDataException"/> where what is stored is damaged.</returns>
    public Stream Open() => new WholeStream(new BrotliStream(new MemoryStream(Compressed, writable: false), CompressionMode.Decompress), Size);
}
