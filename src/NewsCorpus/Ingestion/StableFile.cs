using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace NewsCorpus.Ingestion;

/// <summary>Reads a file whole, and makes sure that nobody wrote to it meanwhile.</summary>
internal static class StableFile
{
    private const int Tries = 2;

    /// <summary>Bytes read at once.</summary>
    private const int Portion = 256 * 1024;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    /// <summary>What is said of a file that somebody else was writing.</summary>
    public static RejectedFileException BeingWritten(string what = "The file") =>
        new($"{what} was being written while it was read.", "The next run takes it, once it is complete.");

    /// <exception cref="SourceFileException">The file is empty, no regular file, or still changing.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <param name="max">Bytes beyond which it is not read.</param>
    /// <param name="tooLarge">What to say then; gets the length.</param>
    public static (byte[] Bytes, DateTimeOffset ModifiedAt) Read(string path, long max, Func<long, SourceFileException> tooLarge)
    {
        for (var n = 1; ; n++)
        {
            using var file = Open(path);
            var before = StateOf(file);
            if (before.Length > max)
                throw tooLarge(before.Length);
            if (ReadWhole(file, before) is { } bytes)
                return (bytes, before.ModifiedAt);
            if (n == Tries)
                throw BeingWritten();
            Thread.Sleep(BetweenTries);
        }
    }

    /// <summary>Opens a file that has something in it. A pipe, a socket or a device has a length of nothing: it is never opened, because that alone can wait for ever.</summary>
    public static SafeFileHandle Open(string path)
    {
        if (new FileInfo(path).Length == 0)
            throw new UnsupportedFileException("The file is empty, or it is no file but a pipe, a socket or a device.", "Nothing is wrong if it is meant to be so. If there should be an article in it, save it again.");
        return OpenToRead(path);
    }

    private static SafeFileHandle OpenToRead(string path) => File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);

    /// <summary>The SHA-256 of a file that was just seen to have bytes, in lower-case hex, without keeping them. Null where it has another length than expected, or changed meanwhile.</summary>
    /// <param name="length">Bytes, more than none: what has none is no file that may be opened.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static (string Sha256, DateTimeOffset ModifiedAt)? HashOf(string path, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        using var file = OpenToRead(path);
        var before = StateOf(file);
        if (before.Length != length)
            return null;
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(length, Portion));
        try
        {
            var (total, hash) = HashOf(file, length, buffer);
            return total == length && StateOf(file) == before ? (Convert.ToHexStringLower(hash), before.ModifiedAt) : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static (long Total, byte[] Hash) HashOf(SafeFileHandle file, long length, byte[] buffer)
    {
        // Most files fit whole, and need none of what a hash in steps keeps.
        var first = RandomAccess.Read(file, buffer, 0);
        if (first >= length || first == 0)
            return (first, SHA256.HashData(buffer.AsSpan(0, first)));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(buffer, 0, first);
        long total = first;
        while (total < length && RandomAccess.Read(file, buffer, total) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            total += read;
        }
        return (total, hash.GetHashAndReset());
    }

    /// <summary>What changes when somebody writes.</summary>
    public static (long Length, DateTimeOffset ModifiedAt) StateOf(SafeFileHandle file) => (RandomAccess.GetLength(file), new DateTimeOffset(File.GetLastWriteTimeUtc(file)));

    /// <summary>The bytes of a file that was in a given state before; null where it is in another one now, so that they may be of neither.</summary>
    public static byte[]? ReadWhole(SafeFileHandle file, (long Length, DateTimeOffset ModifiedAt) before)
    {
        var bytes = new byte[before.Length];
        var total = 0;
        while (total < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(total), total) is > 0 and var read)
            total += read;
        return total == bytes.Length && StateOf(file) == before ? bytes : null;
    }
}
