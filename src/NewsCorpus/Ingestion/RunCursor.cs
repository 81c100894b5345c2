using System.Globalization;

namespace NewsCorpus.Ingestion;

internal enum RunPass
{
    /// <summary>Files on disk.</summary>
    Disk = 0,

    /// <summary>Files that are gone, from their kept bytes.</summary>
    Kept = 1,
}

/// <summary>How far a run has come, in the order in which it sees files: it goes on behind this one.</summary>
/// <param name="Root">Index of the root in <see cref="SourceRoot.Of"/>.</param>
/// <param name="Entry">Documents of the archive that are done, this one included; 0 for a file that is no archive.</param>
/// <param name="DiskLength">How much of the location is the path of the file on disk.</param>
/// <param name="Location">Location of the file, or of the one in an archive.</param>
internal sealed record RunCursor(RunPass Pass, int Root, int Entry, int DiskLength, string Location)
{
    public string Disk => Location[..DiskLength];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(int)Pass} {Root} {Entry} {DiskLength} {Location}");

    /// <summary>Null for null.</summary>
    public static RunCursor? Parse(string? words)
    {
        if (words?.Split(' ', 5) is not [var pass, var root, var entry, var length, var location])
            return null;
        return new RunCursor((RunPass)Number(pass), Number(root), Number(entry), Number(length), location);

        static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
    }
}
