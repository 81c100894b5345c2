namespace NewsCorpus.Store.Backups;

internal static class DiskSpace
{
    /// <exception cref="EnvironmentProblemException">The disk that holds the folder has not so much room left.</exception>
    public static void Check(string folder, long needed, string what)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        if (free < needed)
            throw new EnvironmentProblemException($"There is not enough room for {what} in {folder}: it takes up to {needed / 1e6:N1} MB, and {free / 1e6:N1} MB are free. Free some space, or choose another place.");
    }
}
