namespace NewsCorpus.Ingestion.Containers;

/// <summary>Unpacks one kind of archive. Without state: one reader serves all threads.</summary>
internal interface IContainerReader
{
    /// <summary>Whether a file that begins with these bytes (512 or all of them) is of this kind.</summary>
    bool CanRead(ReadOnlySpan<byte> head);

    /// <summary>The files in it, one after another, in bounded memory. Folders and the system's own files are left out.</summary>
    /// <param name="name">Name of the archive, for the name of a file that has none inside.</param>
    /// <exception cref="SourceFileException">The archive as a whole cannot be read further. What was given before stands.</exception>
    IEnumerable<ContainerEntry> Read(Stream archive, string name, ExpansionBudget budget);
}

/// <summary>A file in an archive: its bytes, or why it is not read.</summary>
/// <param name="Path">Path inside the archive, forward slashes.</param>
internal sealed record ContainerEntry(string Path, byte[] Bytes, SourceFileException? Fault = null)
{
    /// <inheritdoc cref="SourceDocument.Charset"/>
    public string? Charset { get; init; }

    /// <inheritdoc cref="SourceDocument.Address"/>
    public string? Address { get; init; }

    public static ContainerEntry Faulty(string path, SourceFileException fault) => new(path, [], fault);
}
