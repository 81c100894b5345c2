using Microsoft.Extensions.Logging;

namespace NewsCorpus.Store.Backups;

/// <summary>Takes up, at the program's start, what a restore left that did not come to its end.</summary>
internal static class InterruptedRestore
{
    /// <exception cref="EnvironmentProblemException">A restore is at work at this moment.</exception>
    public static void Finish(NewsCorpusOptions options, ILogger logger)
    {
        var incoming = Path.Combine(options.Data, RestoreJournal.Incoming);
        if (RestoreJournal.Read(options.Data) is null && !Directory.Exists(incoming))
            return;
        using var held = FolderLock.TryTake(options.Data, FolderLock.Restoring);
        // The lock is that of a living restore: before its journal it only prepares, and the old corpus is used.
        if (held is null && RestoreJournal.Read(options.Data) is null)
            return;
        if (held is null)
            throw new EnvironmentProblemException($"A backup is being restored into {options.Data} at this moment ({FolderLock.OwnerOf(options.Data, FolderLock.Restoring)}). Try again when it has finished.");
        Finish(options, logger, incoming);
    }

    /// <summary>For a caller that holds the restore lock.</summary>
    public static void Finish(NewsCorpusOptions options, ILogger logger, string incoming)
    {
        if (RestoreJournal.Read(options.Data) is { } journal)
        {
            journal.Complete(options);
            logger.LogWarning("A restore of {Backup} had been interrupted and is now complete: the corpus is that of the backup. What was there before is in {Aside}.", journal.Backup, Path.Combine(options.Data, journal.Aside));
        }
        else if (Directory.Exists(incoming))
        {
            Directory.Delete(incoming, recursive: true);
            logger.LogWarning("A restore had been interrupted before it replaced anything: the corpus in {Data} is the one from before. Its leftovers were removed; restore again if you want the backup.", options.Data);
        }
    }
}
