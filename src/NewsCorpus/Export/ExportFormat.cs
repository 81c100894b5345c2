using NewsCorpus.Search;

namespace NewsCorpus.Export;

/// <summary>How articles are written.</summary>
/// <param name="WithText">With the whole text of each article.</param>
/// <param name="AddressOf">Address of an article's page.</param>
public sealed record ExportOptions(bool WithText, Func<FoundArticle, string> AddressOf);

/// <summary>A format in which articles can be taken away.</summary>
/// <param name="Name">As addresses and the command line spell it: "csv".</param>
/// <param name="Title">As people call it: "CSV".</param>
/// <param name="Ending">Of a file's name, without the dot.</param>
/// <param name="MediaType">With its character set, for text.</param>
/// <param name="Use">What it is good for, in a few words.</param>
/// <param name="Open">Begins to write to a stream, which is written only asynchronously and never sought in.</param>
public sealed record ExportFormat(string Name, string Title, string Ending, string MediaType, string Use, Func<Stream, ExportOptions, IArticleWriter> Open);

/// <summary>Writes articles to a stream, one after another. The stream stays open.</summary>
public interface IArticleWriter : IAsyncDisposable
{
    /// <summary>What stands before the first article.</summary>
    Task BeginAsync(CancellationToken ct);

    Task WriteAsync(FoundArticle article, CancellationToken ct);

    /// <summary>What stands behind the last one; what is written is then whole.</summary>
    /// <param name="manifest">Where the articles come from; written too where the format has a place for it.</param>
    Task FinishAsync(ExportManifest manifest, CancellationToken ct);
}
