using System.Diagnostics;
using System.Text;

namespace NewsCorpus.Web.Tests.Killed;

/// <summary>The program as a process of its own, to be killed.</summary>
internal sealed class Child : IDisposable
{
    /// <summary>What the system gives for a process that SIGKILL ended.</summary>
    public const int Killed = 128 + 9;

    private readonly Process _process;
    private readonly StringBuilder _printed = new();

    public Child(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // Small batches: many commits, and many moments between them.
        start.Environment["NEWSCORPUS__BATCHSIZE"] = "4";
        start.Environment["DOTNET_TieredPGO"] = "0";
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public bool HasEnded => _process.HasExited;

    public string Printed
    {
        get
        {
            lock (_printed)
                return _printed.ToString();
        }
    }

    /// <summary>SIGKILL. Returns the exit code: another than <see cref="Killed"/> where the process was quicker.</summary>
    public async Task<int> KillAsync()
    {
        _process.Kill();
        return await EndAsync();
    }

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Whether the process ends by itself in this time, which is waited for at most.</summary>
    public async Task<bool> EndsWithinAsync(TimeSpan time)
    {
        var ended = _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await Task.WhenAny(ended, Task.Delay(time, TestContext.Current.CancellationToken)) == ended;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_printed)
            _printed.AppendLine(line.Data);
    }
}
