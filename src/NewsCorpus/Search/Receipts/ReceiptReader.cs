using System.Runtime.CompilerServices;
using System.Text.Json;

namespace NewsCorpus.Search.Receipts;

/// <summary>Reads a receipt's file from its beginning, an article at a time. All that stands before the articles is the head.</summary>
internal sealed class ReceiptReader(Stream stream)
{
    /// <summary>The longest head or article, in bytes.</summary>
    private const int Most = 4 << 20;

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isOver;
    private JsonReaderState _state;

    /// <summary>Null where the file is of another kind.</summary>
    /// <exception cref="JsonException">The file is no JSON, or lacks something that a receipt states.</exception>
    public async Task<(ReceiptHead Head, string Fingerprint)?> ReadHeadAsync(CancellationToken ct)
    {
        var properties = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (await NextAsync(ct) is not { Type: JsonTokenType.StartObject })
            return null;
        while (await NextAsync(ct) is { Type: JsonTokenType.PropertyName, Name: { } name })
        {
            if (name == ReceiptFile.Articles)
                break;
            properties[name] = await ValueAsync(ct) ?? throw new JsonException("The file ends too early.");
        }
        if (!properties.Remove(ReceiptFile.Fingerprint, out var fingerprint) || fingerprint.ValueKind != JsonValueKind.String || !properties.ContainsKey("receipt") || await NextAsync(ct) is not { Type: JsonTokenType.StartArray })
            return null;
        return (JsonSerializer.Deserialize<ReceiptHead>(JsonSerializer.SerializeToUtf8Bytes(properties), ReceiptJson.Line)!, fingerprint.GetString()!);
    }

    /// <summary>After the head.</summary>
    /// <exception cref="JsonException">What follows is no list of articles in the order of their ids.</exception>
    public async IAsyncEnumerable<ReceiptArticle> ReadArticlesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var last = 0L;
        while (await ValueAsync(ct) is { } value)
        {
            var article = value.Deserialize<ReceiptArticle>(ReceiptJson.Line)!;
            if (article.Id <= last)
                throw new JsonException($"Article {article.Id} stands behind article {last}.");
            last = article.Id;
            yield return article;
        }
    }

    private async Task<(JsonTokenType Type, string? Name)?> NextAsync(CancellationToken ct)
    {
        while (true)
        {
            if (TryNext(out var token))
                return token;
            if (!await FillAsync(ct))
                return null;
        }
    }

    /// <summary>The next value as a whole; null at the end of the list.</summary>
    private async Task<JsonElement?> ValueAsync(CancellationToken ct)
    {
        while (true)
        {
            if (TryValue(out var value))
                return value;
            if (!await FillAsync(ct))
                throw new JsonException("The file ends too early.");
        }
    }

    private bool TryNext(out (JsonTokenType, string?)? token)
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isOver, _state);
        token = null;
        if (!reader.Read())
            return false;
        token = (reader.TokenType, reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : null);
        Take(reader);
        return true;
    }

    private bool TryValue(out JsonElement? value)
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isOver, _state);
        value = null;
        if (!reader.Read())
            return false;
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            Take(reader);
            return true;
        }
        if (!JsonDocument.TryParseValue(ref reader, out var document))
            return false;
        using (document)
            value = document.RootElement.Clone();
        Take(reader);
        return true;
    }

    private void Take(in Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    /// <summary>False where there is no more.</summary>
    private async Task<bool> FillAsync(CancellationToken ct)
    {
        if (_isOver)
            return false;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= Most)
                throw new JsonException($"One value is longer than {Most >> 20} MiB.");
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), ct);
        _isOver = read == 0;
        _end += read;
        return true;
    }
}
