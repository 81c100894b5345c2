using System.Security.Cryptography;
using System.Text.Json;

namespace NewsCorpus.Search.Receipts;

/// <summary>SHA-256 over a receipt's head and each of its articles in turn, a line of JSON each: whoever has the file can work it out.</summary>
internal sealed class ReceiptFingerprint : IDisposable
{
    private static readonly byte[] LineEnd = [(byte)'\n'];

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public ReceiptFingerprint(ReceiptHead head) => Add(head);

    public void Add(ReceiptArticle article) => Add<ReceiptArticle>(article);

    /// <summary>Lower-case hex.</summary>
    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();

    private void Add<T>(T value)
    {
        _hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(value, ReceiptJson.Line));
        _hash.AppendData(LineEnd);
    }
}
