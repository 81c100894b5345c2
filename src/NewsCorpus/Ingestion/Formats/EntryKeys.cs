using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>Gives each entry of a file a key of its own that does not depend on its place, so that a file whose entries move updates the articles it already has.</summary>
internal sealed class EntryKeys
{
    private const int MaxLength = 500;

    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>The first of the candidates that is not blank, e.g. a GUID or an address; else a digest of the words that make the entry what it is.</summary>
    public string Next(ReadOnlySpan<string?> candidates, params ReadOnlySpan<string?> words)
    {
        string? key = null;
        foreach (var candidate in candidates)
            if (!string.IsNullOrWhiteSpace(candidate))
            {
                key = FieldList.Clean(candidate);
                break;
            }
        if (string.IsNullOrEmpty(key))
            key = "sha256:" + Digest(string.Join('\n', words!));
        else if (key.Length > MaxLength)
            key = string.Concat(key.AsSpan(0, MaxLength - 70), "…", Digest(key));
        var count = seen[key] = seen.GetValueOrDefault(key) + 1;
        return count == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key} ({count})");
    }

    private static string Digest(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 16));
}
