using System.Security.Cryptography;

namespace NewsCorpus.Store.Backups;

/// <summary>Copies a stream and says what went through.</summary>
internal static class HashedCopy
{
    /// <param name="max">Bytes after which the copy ends, so that a false archive cannot fill the disk.</param>
    /// <returns>Bytes copied, and their SHA-256 in lower-case hex.</returns>
    public static async Task<(long Size, string Sha256)> CopyAsync(Stream source, Stream target, long max, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        var size = 0L;
        while (size <= max && await source.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
            size += read;
        }
        return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
