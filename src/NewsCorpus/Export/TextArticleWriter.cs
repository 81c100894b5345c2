using System.Text;
using NewsCorpus.Search;

namespace NewsCorpus.Export;

/// <summary>A format of which each article is a stretch of UTF-8 text of its own.</summary>
internal sealed class TextArticleWriter(Stream stream) : IArticleWriter
{
    private readonly StreamWriter _writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024, leaveOpen: true);

    public string Before { get; init; } = "";

    /// <summary>An article, with all that ends it.</summary>
    public required Func<FoundArticle, string> Line { get; init; }

    /// <summary>What is said of the whole, where the format lets one say it.</summary>
    public Func<ExportManifest, string>? After { get; init; }

    public Task BeginAsync(CancellationToken ct) => _writer.WriteAsync(Before.AsMemory(), ct);

    public Task WriteAsync(FoundArticle article, CancellationToken ct) => _writer.WriteAsync(Line(article).AsMemory(), ct);

    public async Task FinishAsync(ExportManifest manifest, CancellationToken ct)
    {
        if (After is not null)
            await _writer.WriteAsync(After(manifest).AsMemory(), ct);
        await _writer.FlushAsync(ct);
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
