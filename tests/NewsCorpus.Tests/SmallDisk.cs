using System.Diagnostics;
using Xunit;

namespace NewsCorpus.Tests;

/// <summary>A disk of a few megabytes of its own (tmpfs), so that it can be full and read-only for real. Where this user may not mount one the test is skipped.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Mounts it over a folder.</summary>
    public static SmallDisk Mount(string folder, int kilobytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Small disks are made with tmpfs, which is Linux's.");
        Directory.CreateDirectory(folder);
        var (code, error) = Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", folder);
        Assert.SkipUnless(code == 0, $"This user may not mount a disk: {error}");
        return new SmallDisk(folder);
    }

    public void Grow(int kilobytes) => Remount($"size={kilobytes}k");

    public void MakeReadOnly() => Remount("ro");

    public void Dispose() => Run("umount", "-l", Folder);

    private void Remount(string how) => Assert.Equal((0, ""), Run("mount", "-o", "remount," + how, Folder));

    private static (int Code, string Error) Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, error);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (-1, e.Message);
        }
    }
}
