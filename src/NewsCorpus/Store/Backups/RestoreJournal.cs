using System.Text.Json;

namespace NewsCorpus.Store.Backups;

/// <summary>
/// What a restore that has checked everything is about to do, written down before it does it: <c>restore.json</c> in the data folder. Until that file is there the old corpus holds, and from
/// then on the new one: whoever finds it takes the work up where it stopped. Each step can be taken twice.
/// </summary>
/// <param name="Backup">The file that is restored, for the report.</param>
/// <param name="Aside">Folder below the data folder for what was there before.</param>
/// <param name="IsAside">False while the old files go out; true while the new ones come in.</param>
internal sealed record RestoreJournal(string Backup, string Aside, bool IsAside)
{
    private const string FileName = "restore.json";

    /// <summary>Where the checked files of the backup lie, below the data folder.</summary>
    public const string Incoming = "restore-incoming";

    /// <summary>What a corpus is made of, the database's log before the database; the index is not among it.</summary>
    private static readonly string[] Parts =
        [NewsCorpusOptions.DatabaseName + "-wal", NewsCorpusOptions.DatabaseName + "-shm", NewsCorpusOptions.DatabaseName + "-journal", NewsCorpusOptions.DatabaseName, NewsCorpusOptions.KeysName];

    public static RestoreJournal? Read(string data)
    {
        var path = Path.Combine(data, FileName);
        return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), BackupJson.Default.RestoreJournal) : null;
    }

    /// <summary>Writes it down, in one step and on the disk.</summary>
    public void Write(string data)
    {
        var part = Path.Combine(data, FileName + ".part");
        using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(file, this, BackupJson.Default.RestoreJournal);
            file.Flush(flushToDisk: true);
        }
        File.Move(part, Path.Combine(data, FileName), overwrite: true);
    }

    /// <summary>Does what is left to do.</summary>
    public void Complete(NewsCorpusOptions options)
    {
        var journal = this;
        var aside = Path.Combine(options.Data, Aside);
        var incoming = Path.Combine(options.Data, Incoming);
        if (!journal.IsAside)
        {
            Directory.CreateDirectory(aside);
            foreach (var part in Parts)
                Move(Path.Combine(options.Data, part), Path.Combine(aside, part));
            journal = journal with { IsAside = true };
            journal.Write(options.Data);
        }
        foreach (var part in Parts)
            Move(Path.Combine(incoming, part), Path.Combine(options.Data, part));
        if (Directory.Exists(options.IndexPath))
            Directory.Delete(options.IndexPath, recursive: true);
        // The journal last: without it what lies in this folder would be taken for a restore that replaced nothing.
        if (Directory.Exists(incoming))
            Directory.Delete(incoming, recursive: true);
        File.Delete(Path.Combine(options.Data, FileName));
    }

    private static void Move(string from, string to)
    {
        if (File.Exists(from))
            File.Move(from, to);
        else if (Directory.Exists(from))
            Directory.Move(from, to);
    }
}
