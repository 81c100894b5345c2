using System.Text.Json.Serialization;

namespace NewsCorpus.Store.Backups;

/// <summary>What a backup says of itself: <c>manifest.json</c> in the archive.</summary>
public sealed record BackupManifest
{
    public const string FileName = "manifest.json";

    /// <summary>Grows when a program of before could not restore the backup any more.</summary>
    public const int CurrentVersion = 1;

    /// <summary>What tells a backup from any other archive.</summary>
    public const string Kind = "newscorpus-backup";

    /// <summary>Version of this program. What a newer one stored, in whatever table, this one may not understand.</summary>
    public static Version CurrentProgram { get; } = new(typeof(BackupManifest).Assembly.GetName().Version!.ToString(3));

    public required string Format { get; init; }

    public required int FormatVersion { get; init; }

    /// <summary>Version of the program that made it.</summary>
    public required string Program { get; init; }

    public required Guid CorpusId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last change that the backup holds.</summary>
    public required long Revision { get; init; }

    public required int Articles { get; init; }

    public required int Files { get; init; }

    public required IReadOnlyList<BackupEntry> Entries { get; init; }
}

/// <summary>A file of the data folder in a backup.</summary>
/// <param name="Name">Path below the data folder, forward slashes.</param>
/// <param name="Size">Bytes, unpacked.</param>
/// <param name="Sha256">Of the bytes, lower-case hex.</param>
public sealed record BackupEntry(string Name, long Size, string Sha256);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(BackupManifest))]
[JsonSerializable(typeof(RestoreJournal))]
internal sealed partial class BackupJson : JsonSerializerContext;
