using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using NewsCorpus.Web.Commands;

namespace NewsCorpus.Web;

public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        // Dates, numbers and sort order are the same on every machine.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        // The first Ctrl+C ends in order, which the verbs see to; whoever cannot wait presses it again.
        var interrupts = 0;
        using var second = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ =>
        {
            if (Interlocked.Increment(ref interrupts) < 2)
                return;
            using var self = Process.GetCurrentProcess();
            self.Kill();
        });
        return await CommandLine.RunAsync(args, Console.Out, Console.Error);
    }
}
