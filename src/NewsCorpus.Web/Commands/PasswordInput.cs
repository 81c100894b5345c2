using Spectre.Console;

namespace NewsCorpus.Web.Commands;

/// <summary>A password for the command line: never an argument, which other users of the machine could see.</summary>
internal static class PasswordInput
{
    /// <summary>Asks twice without showing what is typed, or reads the first line where standard input is a file or a pipe.</summary>
    public static async Task<string> ReadAsync(CancellationToken cancellation)
    {
        if (Console.IsInputRedirected)
            // Some shells begin what they pipe with a byte order mark.
            return (await Console.In.ReadLineAsync(cancellation) ?? "").TrimStart('\uFEFF');
        while (true)
        {
            var first = await Ask("Password:").ShowAsync(AnsiConsole.Console, cancellation);
            if (first == await Ask("Once more:").ShowAsync(AnsiConsole.Console, cancellation))
                return first;
            AnsiConsole.WriteLine("The two differ. Again:");
        }
    }

    private static TextPrompt<string> Ask(string label) => new TextPrompt<string>(label).Secret(mask: null).AllowEmpty();
}
