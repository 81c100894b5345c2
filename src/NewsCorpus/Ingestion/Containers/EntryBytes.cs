namespace NewsCorpus.Ingestion.Containers;

/// <summary>Takes files out of archives.</summary>
internal static class EntryBytes
{
    /// <summary>All bytes of a stream, or why there are too many. The memory taken grows with what is there, never with what an archive claims.</summary>
    public static ContainerEntry Read(string path, Stream stream, ExpansionBudget budget)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; (count = stream.Read(buffer, 0, buffer.Length)) > 0;)
        {
            if (bytes.Length + count > budget.MaxFileBytes)
                return ContainerEntry.Faulty(path, TooLarge(budget));
            bytes.Write(buffer, 0, count);
        }
        return new ContainerEntry(path, bytes.ToArray());
    }

    public static RejectedFileException TooLarge(ExpansionBudget budget) =>
        new($"The entry has more than {budget.MaxFileBytes:N0} bytes.", "Split it, or raise NewsCorpus:MaxFileBytes.");

    /// <summary>The path as it is shown, and what is wrong with it. Nothing is ever written under it; a path that would lead out of the archive's folder tells of an archive made to do harm.</summary>
    public static (string Path, SourceFileException? Fault) PathOf(string written)
    {
        var path = string.Concat(written.Select(c => char.IsControl(c) ? '_' : c == '\\' ? '/' : c));
        if (path.StartsWith("./", StringComparison.Ordinal))
            path = path[2..];
        var leaves = path.StartsWith('/') || (path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0])) || path.Split('/').Contains("..", StringComparer.Ordinal);
        return (path, leaves ? new RejectedFileException("The entry's path leads out of the archive. It was not read.", "Be careful with this archive; if it is right, make it again with paths that lie in it.") : null);
    }

    /// <summary>Files that systems and editors put into archives for themselves, as <see cref="SourceFolder"/> leaves them out of folders.</summary>
    public static bool IsSystems(string path) =>
        path.Length == 0 || path.Split('/').Any(part => part.Length > 1 && part[0] == '.' && part is not "..") || path.StartsWith("__MACOSX/", StringComparison.Ordinal);

    public static UnsupportedFileException Link() => new("The entry is a link, and links are never followed.", "Make the archive again with the file itself in its place.");

    public static RejectedFileException Damaged(string kind, Exception e) =>
        new($"The {kind} archive is damaged or cut short ({e.Message.TrimEnd('.')}).", "Make it again, or fetch it again.", null, null, e);
}
