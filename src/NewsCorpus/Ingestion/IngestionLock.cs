using System.Globalization;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion;

/// <summary>One ingestion at a time per data folder, across processes. The system drops the lock when its owner dies.</summary>
internal sealed class IngestionLock : IDisposable
{
    private readonly FileStream _file;

    private IngestionLock(FileStream file) => _file = file;

    /// <exception cref="EnvironmentProblemException">Another process is ingesting into this folder.</exception>
    public static IngestionLock Take(string dataFolder) =>
        TryTake(dataFolder, out var refused) ?? throw new EnvironmentProblemException(
            $"Another NewsCorpus is ingesting into {dataFolder} at this moment (it holds {PathIn(dataFolder)}). Wait until it has finished, then run again.", refused!);

    /// <summary>Null where another holds it.</summary>
    public static IngestionLock? TryTake(string dataFolder, out IOException? refused)
    {
        var path = PathIn(dataFolder);
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException e) when (File.Exists(path))
        {
            refused = e;
            return null;
        }
        refused = null;
        try
        {
            // For a person who wonders who holds it.
            file.SetLength(0);
            file.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            return new IngestionLock(file);
        }
        catch (IOException e)
        {
            file.Dispose();
            throw new EnvironmentProblemException($"The file {path} cannot be written: {e.Message} Free some space, or make the data folder writable.", e);
        }
    }

    public void Dispose() => _file.Dispose();

    private static string PathIn(string dataFolder) => System.IO.Path.Combine(dataFolder, "ingest.lock");
}
