using Microsoft.Extensions.Options;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Hosting;

/// <summary>One server at a time per data folder. Held until the host is disposed, or the process ends in whatever way.</summary>
internal sealed class ServeLock(IOptions<NewsCorpusOptions> options) : IDisposable
{
    private FolderLock? _held;

    /// <exception cref="EnvironmentProblemException">Another server uses the data folder, or it cannot be written.</exception>
    public void Take()
    {
        var data = options.Value.Data;
        _held = FolderLock.TryTake(data, FolderLock.Serving)
            ?? throw new EnvironmentProblemException(
                $"Another NewsCorpus serves {data} already ({FolderLock.OwnerOf(data, FolderLock.Serving)}; it holds {FolderLock.PathOf(data, FolderLock.Serving)}). Use that one, stop it, or give another folder with --data.");
    }

    public void Dispose() => _held?.Dispose();
}
