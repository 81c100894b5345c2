using System.ComponentModel.DataAnnotations;

namespace NewsCorpus;

/// <summary>Settings of one corpus, section <c>NewsCorpus</c>; each is also an environment variable (<c>NEWSCORPUS__DATA</c>) and a command-line option (<c>--data</c>).</summary>
public sealed record NewsCorpusOptions
{
    public const string Section = "NewsCorpus";

    /// <summary>Folder of the database, the index and the keys. Created when missing.</summary>
    [Required]
    public string Data { get; set; } = "data";

    /// <summary>Folders or files that <c>serve</c> and a bare <c>ingest</c> read.</summary>
    [MinLength(1)]
    public IList<string> Corpus { get; set; } = [];

    /// <summary>Largest file that is read, in bytes. Default 32 MiB.</summary>
    [Range(1024, int.MaxValue)]
    public long MaxFileBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>Articles that commit together. More is faster, fewer shows sooner. Default 200.</summary>
    [Range(1, 10_000)]
    public int BatchSize { get; set; } = 200;

    /// <summary>Whether people are recognised in the texts. Without them ingestion is faster; quotations then have their speakers' words only. Default true.</summary>
    public bool People { get; set; } = true;

    /// <summary>Whether a serving process watches the configured folders and ingests what appears or changes in them. Default false.</summary>
    public bool Watch { get; set; }

    /// <summary>Seconds between two scans of watched folders, for changes that the system does not tell of, as on network drives. Default 300.</summary>
    [Range(1, 86_400)]
    public int WatchRescanSeconds { get; set; } = 300;

    public const int DefaultLockTimeout = 30;

    /// <summary>Seconds that a write waits for another program that is writing to the database. Default 30.</summary>
    [Range(1, 3600)]
    public int LockTimeout { get; set; } = DefaultLockTimeout;

    public const string DatabaseName = "newscorpus.db";

    public string DatabasePath => Path.Combine(Data, DatabaseName);

    /// <summary>The connection string of the database.</summary>
    public string Connection => Store.CorpusDatabase.ConnectionString(DatabasePath, LockTimeout);

    public const string KeysName = "keys";

    public string IndexPath => Path.Combine(Data, "index");

    /// <summary>Keys that sign sessions and forms. Whoever has them can pose as anybody.</summary>
    public string KeysPath => Path.Combine(Data, KeysName);
}
