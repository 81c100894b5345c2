using System.Globalization;
using NewsCorpus.Web.Commands;

namespace NewsCorpus.Web;

public static class Program
{
    public static Task<int> Main(string[] args)
    {
        // Dates, numbers and sort order are the same on every machine.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return CommandLine.RunAsync(args, Console.Out, Console.Error);
    }
}
