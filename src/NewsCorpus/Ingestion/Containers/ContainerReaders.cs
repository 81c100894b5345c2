namespace NewsCorpus.Ingestion.Containers;

/// <summary>The kinds of archive that are unpacked.</summary>
internal static class ContainerReaders
{
    private static readonly TarContainerReader Tar = new();
    private static readonly WarcContainerReader Warc = new();

    /// <summary>Bytes that tell the kind.</summary>
    public const int HeadLength = 512;

    public static IReadOnlyList<IContainerReader> All { get; } = [new ZipContainerReader(), new GzipContainerReader([Tar, Warc]), Warc, Tar];

    /// <summary>The reader of an archive; null for any other file.</summary>
    public static IContainerReader? Find(ReadOnlySpan<byte> head)
    {
        foreach (var reader in All)
            if (reader.CanRead(head))
                return reader;
        return null;
    }
}
