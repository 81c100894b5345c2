using NewsCorpus.Store;

namespace NewsCorpus.Ingestion;

/// <summary>One ingestion at a time per data folder, across processes. The system drops the lock when its owner dies.</summary>
internal static class IngestionLock
{
    /// <exception cref="EnvironmentProblemException">Another process is ingesting into this folder, or it cannot be written.</exception>
    public static FolderLock Take(string dataFolder) =>
        FolderLock.TryTake(dataFolder, FolderLock.Ingesting)
        ?? throw new EnvironmentProblemException(
            $"Another NewsCorpus is ingesting into {dataFolder} at this moment ({FolderLock.OwnerOf(dataFolder, FolderLock.Ingesting)}; it holds {FolderLock.PathOf(dataFolder, FolderLock.Ingesting)}). Wait until it has finished, then run again.");

    /// <summary>Null where another holds it at this moment; the caller asks again.</summary>
    public static FolderLock? TryTake(string dataFolder) => FolderLock.TryTake(dataFolder, FolderLock.Ingesting, tries: 1);
}
