using System.Globalization;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion;

/// <summary>One ingestion at a time per data folder, across processes. The system drops the lock when its owner dies.</summary>
internal sealed class IngestionLock : IDisposable
{
    private readonly FileStream _file;

    private IngestionLock(FileStream file) => _file = file;

    /// <exception cref="EnvironmentProblemException">Another process is ingesting into this folder.</exception>
    public static IngestionLock Take(string dataFolder)
    {
        var path = System.IO.Path.Combine(dataFolder, "ingest.lock");
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return new IngestionLock(file);
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw new EnvironmentProblemException($"Another NewsCorpus is ingesting into {dataFolder} at this moment (it holds {path}). Wait until it has finished, then run again.", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
