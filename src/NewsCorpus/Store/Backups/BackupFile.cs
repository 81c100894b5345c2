using System.IO.Compression;
using System.Text.Json;

namespace NewsCorpus.Store.Backups;

/// <summary>A backup opened for reading. Believes nothing that it has not checked.</summary>
internal sealed class BackupFile : IDisposable
{
    /// <summary>Bytes that a manifest may have: room for thousands of keys.</summary>
    private const int MaxManifest = 4 << 20;

    private readonly string _path;
    private readonly ZipArchive _zip;

    private BackupFile(string path, ZipArchive zip, BackupManifest manifest)
    {
        _path = path;
        _zip = zip;
        Manifest = manifest;
    }

    public BackupManifest Manifest { get; }

    /// <exception cref="EnvironmentProblemException">There is no such file, or it is no backup that this version can restore.</exception>
    public static BackupFile Open(string path)
    {
        if (!File.Exists(path))
            throw new EnvironmentProblemException($"There is no file {path}. Check the name of the backup.");
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(path);
            var manifest = ReadManifest(zip) ?? throw NoBackup(path, "it has no manifest");
            if (manifest.Format != BackupManifest.Kind)
                throw NoBackup(path, "it is an archive of another program");
            if (manifest.FormatVersion > BackupManifest.CurrentVersion || !Version.TryParse(manifest.Program, out var program) || program > BackupManifest.CurrentProgram)
                throw new EnvironmentProblemException($"The backup {path} was made by a newer version of NewsCorpus ({manifest.Program}). Restore it with that version.");
            if (!manifest.Entries.Any(e => e.Name == NewsCorpusOptions.DatabaseName))
                throw NoBackup(path, "it holds no database");
            if (manifest.Entries.FirstOrDefault(e => !IsOurs(e.Name)) is { } stray)
                throw NoBackup(path, $"“{stray.Name}” does not belong in one");
            return new BackupFile(path, zip, manifest);
        }
        catch (Exception e)
        {
            zip?.Dispose();
            throw e switch
            {
                InvalidDataException or JsonException or EndOfStreamException => NoBackup(path, e.Message.TrimEnd('.')),
                IOException or UnauthorizedAccessException => new EnvironmentProblemException($"The backup {path} cannot be read: {e.Message}", e),
                _ => e,
            };
        }
    }

    /// <summary>Unpacks all into a folder, and checks each file against the manifest.</summary>
    public async Task ExtractAsync(string folder, CancellationToken cancellation)
    {
        foreach (var entry in Manifest.Entries)
        {
            var target = Path.Combine(folder, entry.Name.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            try
            {
                var packed = _zip.GetEntry(entry.Name) ?? throw new InvalidDataException("it is missing");
                await using var source = await packed.OpenAsync(cancellation);
                await using var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous);
                var (size, sha256) = await HashedCopy.CopyAsync(source, file, entry.Size, cancellation);
                if (size != entry.Size || sha256 != entry.Sha256)
                    throw new InvalidDataException("it is not what the manifest says");
                file.Flush(flushToDisk: true);
            }
            catch (InvalidDataException e)
            {
                throw new EnvironmentProblemException($"The backup {_path} is damaged, in {entry.Name}: {e.Message.TrimEnd('.')}. Nothing was replaced. Take another copy of the backup.", e);
            }
        }
    }

    public void Dispose() => _zip.Dispose();

    private static BackupManifest? ReadManifest(ZipArchive zip)
    {
        if (zip.GetEntry(BackupManifest.FileName) is not { Length: <= MaxManifest } entry)
            return null;
        using var stream = entry.Open();
        return JsonSerializer.Deserialize(stream, BackupJson.Default.BackupManifest);
    }

    /// <summary>The database, or a file right in the folder of the keys: nothing that could lead elsewhere.</summary>
    private static bool IsOurs(string name) =>
        name == NewsCorpusOptions.DatabaseName
        || (name.StartsWith(NewsCorpusOptions.KeysName + "/", StringComparison.Ordinal) && name[(NewsCorpusOptions.KeysName.Length + 1)..] is { Length: > 0 } key
            && key == Path.GetFileName(key) && key is not (".." or ".") && key.IndexOfAny(['\\', ':', '\0']) < 0);

    private static EnvironmentProblemException NoBackup(string path, string why) => new($"{path} is no backup of NewsCorpus: {why}. Nothing was replaced.");
}
