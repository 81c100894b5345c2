using System.Diagnostics;
using Microsoft.Data.Sqlite;
using NewsCorpus.Store;
using NewsCorpus.Web.Commands;

namespace NewsCorpus.Web.Tests.Commands;

/// <summary>The verb as a script calls it: with a password, as a process of its own, for the sake of its standard input; else in this one.</summary>
public sealed class UserCommandTests : IDisposable
{
    private const string Password = "correct horse battery";
    private readonly string _data = Path.Combine(Path.GetTempPath(), "newscorpus-user-" + Guid.NewGuid().ToString("N"));

    [Fact]
    public async Task Adds_changes_lists_and_removes_accounts()
    {
        Assert.Equal((0, "Added “Ada” as admin.", ""), await RunAsync(Password, "add", "Ada", "--role", "admin"));
        Assert.Equal((0, "Added “Zoë Müller” as reader.", ""), await RunAsync(Password, "add", "Zoë Müller", "--role", "reader"));
        Assert.Equal((0, "“Zoë Müller” is now editor.", ""), await RunAsync(null, "role", "Zoë Müller", "editor"));
        Assert.Equal((0, "“Zoë Müller” has the new password.", ""), await RunAsync("another long password", "password", "Zoë Müller"));

        var (code, list, _) = await RunAsync(null, "list");
        Assert.Equal(0, code);
        Assert.Equal(["Ada         admin   never signed in", "Zoë Müller  editor  never signed in"], list.Split('\n'));

        Assert.Equal((0, "Removed “Zoë Müller”.", ""), await RunAsync(null, "remove", "Zoë Müller"));
        Assert.DoesNotContain("Zoë", (await RunAsync(null, "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_with_the_remedy_and_exit_code_2()
    {
        Assert.Equal(0, (await RunAsync(Password, "add", "Ada", "--role", "admin")).Code);

        await RefusesAsync("There is an account “ada” already", Password, "add", "ada", "--role", "reader");
        await RefusesAsync("at least 10 characters", "short", "add", "Bea", "--role", "reader");
        await RefusesAsync("at least 4 different characters", "aaaaaaaaaaaa", "add", "Bea", "--role", "reader");
        await RefusesAsync("must not be the name", "Beatrix Long", "add", "beatrix long", "--role", "reader");
        await RefusesAsync("cannot be a name", Password, "add", "<b>Bea</b>", "--role", "reader");
        await RefusesAsync("the log uses these words", Password, "add", "Command Line", "--role", "reader");
        await RefusesAsync("'boss' not recognized", null, "add", "Bea", "--role", "boss");
        await RefusesAsync("There is no account “Bea”", null, "remove", "Bea");
        await RefusesAsync("is the only admin", null, "remove", "Ada");
        await RefusesAsync("is the only admin", null, "role", "Ada", "reader");
        await RefusesAsync("has the role admin already", null, "role", "Ada", "admin");
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(CorpusDatabase.ConnectionString(Path.Combine(_data, "newscorpus.db"))))
            SqliteConnection.ClearPool(connection);
        Directory.Delete(_data, recursive: true);
    }

    private async Task RefusesAsync(string reason, string? input, params string[] arguments)
    {
        var (code, _, error) = await RunAsync(input, arguments);
        Assert.Equal(2, code);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string? input, params string[] arguments)
    {
        if (input is null)
        {
            using var said = new StringWriter();
            using var complained = new StringWriter();
            var exit = await CommandLine.RunAsync(["user", .. arguments, "--data", _data], said, complained, TestContext.Current.CancellationToken);
            return (exit, said.ToString().Trim().ReplaceLineEndings("\n"), complained.ToString().Trim());
        }
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "user", .. arguments, "--data", _data])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (await output).Trim().ReplaceLineEndings("\n"), (await error).Trim());
    }
}
