using System.Globalization;

namespace NewsCorpus.Store;

/// <summary>
/// The right to do one thing in a data folder, one process at a time: a file NAME.lock that the operating system holds locked for the life of its owner, however that ends. Who it is stands
/// beside it in NAME.owner, because a locked file cannot be read everywhere.
/// </summary>
public sealed class FolderLock : IDisposable
{
    public const string Serving = "serve";
    public const string Ingesting = "ingest";
    public const string Restoring = "restore";
    public const string Migrating = "migrate";

    /// <summary>A look at the lock by another process holds it for a moment.</summary>
    private const int UsualTries = 5;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(60);

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Takes the lock; null where another process (or another part of this one) has it.</summary>
    /// <param name="tries">How often it is tried, a little apart.</param>
    /// <exception cref="EnvironmentProblemException">The folder cannot be written.</exception>
    public static FolderLock? TryTake(string folder, string name, int tries = UsualTries)
    {
        for (var n = 1; ; n++)
        {
            try
            {
                Directory.CreateDirectory(folder);
                var taken = new FolderLock(new FileStream(PathOf(folder, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
                Sign(OwnerPath(folder, name));
                return taken;
            }
            catch (IOException e) when (IsHeldElsewhere(e))
            {
                if (n == tries)
                    return null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new EnvironmentProblemException($"The data folder {folder} cannot be written: {e.Message} Make it writable, free some space, or give another with --data.", e);
            }
            Thread.Sleep(BetweenTries);
        }
    }

    /// <summary>Whether somebody has the lock at this moment.</summary>
    public static bool IsHeld(string folder, string name)
    {
        try
        {
            using var look = new FileStream(PathOf(folder, name), FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException e) when (IsHeldElsewhere(e))
        {
            return true;
        }
    }

    /// <summary>Who has the lock, as in "process 4711, since 2026-01-08 09:30:00 UTC". Of use only while it is held.</summary>
    public static string OwnerOf(string folder, string name)
    {
        try
        {
            return File.ReadAllText(OwnerPath(folder, name)).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }

    public static string PathOf(string folder, string name) => Path.Combine(folder, name + ".lock");

    public void Dispose() => _file.Dispose();

    private static string OwnerPath(string folder, string name) => Path.Combine(folder, name + ".owner");

    private static void Sign(string path)
    {
        try
        {
            File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}, since {DateTime.UtcNow:yyyy-MM-dd HH:mm:ss} UTC"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk takes no name, but the lock holds without one.
        }
    }

    /// <summary>What "in use by another" is on Linux, on macOS and on Windows.</summary>
    private static bool IsHeldElsewhere(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021);
}
