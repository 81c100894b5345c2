using NewsCorpus.Search;
using Parquet;
using Parquet.Schema;

namespace NewsCorpus.Export;

/// <summary>Parquet, Snappy, in groups of rows that fit into a few megabytes. The manifest stands in the file's own metadata under <see cref="ManifestKey"/>.</summary>
internal sealed class ParquetArticleWriter(Stream stream, ExportOptions options) : IArticleWriter
{
    public const string ManifestKey = "newscorpus.manifest";

    /// <summary>A group ends with either.</summary>
    private const int MostRows = 2_000;
    private const int MostCharacters = 4 << 20;

    private readonly IReadOnlyList<ExportColumn> _columns = ExportColumns.Of(options);
    private readonly ForwardStream _stream = new(stream);
    private readonly List<FoundArticle> _rows = [];
    private int _characters;
    private DataField[] _fields = [];
    private ParquetWriter? _writer;

    public async Task BeginAsync(CancellationToken ct)
    {
        _fields = [.. _columns.Select(c => new DataField(c.Name, c.Type, isNullable: c.Type == typeof(string)))];
        _writer = await ParquetWriter.CreateAsync(new ParquetSchema(_fields), _stream, cancellationToken: ct);
    }

    public async Task WriteAsync(FoundArticle article, CancellationToken ct)
    {
        _rows.Add(article);
        _characters += article.Text?.Length ?? 0;
        if (_rows.Count >= MostRows || _characters >= MostCharacters)
            await FlushAsync(ct);
    }

    public async Task FinishAsync(ExportManifest manifest, CancellationToken ct)
    {
        await FlushAsync(ct);
        _writer!.CustomMetadata = new Dictionary<string, string>(StringComparer.Ordinal) { [ManifestKey] = manifest.ToString() };
        // The footer makes the file whole; one that was broken off must not get it.
        await _writer.DisposeAsync();
        await _stream.FlushAsync(ct);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task FlushAsync(CancellationToken ct)
    {
        if (_rows.Count == 0)
            return;
        using (var group = _writer!.CreateRowGroup())
        {
            for (var i = 0; i < _columns.Count; i++)
            {
                var (field, values) = (_fields[i], _rows.Select(_columns[i].Value));
                if (_columns[i].Type == typeof(long))
                    await group.WriteAsync<long>(field, values.Cast<long>().ToArray(), cancellationToken: ct);
                else if (_columns[i].Type == typeof(int))
                    await group.WriteAsync<int>(field, values.Cast<int>().ToArray(), cancellationToken: ct);
                else
                    await group.WriteAsync(field, values.Cast<string?>().ToArray()!);
            }
        }
        _rows.Clear();
        _characters = 0;
        await _stream.FlushAsync(ct);
    }
}
