using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using NewsCorpus.Store;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Hosting;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Commands;

/// <summary>Accounts from the command line: whoever may write the data folder may do this.</summary>
internal static class UserCommand
{
    public static Command Create(CommonOptions common)
    {
        var command = new Command("user", "Add, change and remove the accounts that can sign in.");

        var name = new Argument<string>("name") { Description = "Name of the account." };
        var role = new Option<string>("--role") { Description = "What the account may do; each role includes those before it.", Required = true };
        role.AcceptOnlyFromAmong([.. Access.Roles]);
        var add = new Command("add", "Add an account. The password is asked for, or is the first line of standard input.") { name, role };
        Handle(add, async (changes, parsed, token) =>
            (await changes.AddAsync(AuditLog.CommandLine, parsed.GetValue(name)!, parsed.GetValue(role)!, await PasswordInput.ReadAsync(token), token),
                $"Added “{AccountRules.Tidy(parsed.GetValue(name))}” as {parsed.GetValue(role)}."));

        var newRole = new Argument<string>("role") { Description = "The new role." };
        newRole.AcceptOnlyFromAmong([.. Access.Roles]);
        var change = new Command("role", "Give an account another role. Its sessions end.") { name, newRole };
        Handle(change, async (changes, parsed, token) =>
            (await changes.SetRoleAsync(AuditLog.CommandLine, parsed.GetValue(name)!, parsed.GetValue(newRole)!, token), $"“{parsed.GetValue(name)}” is now {parsed.GetValue(newRole)}."));

        var password = new Command("password", "Give an account another password, and unlock it. Its sessions end.") { name };
        Handle(password, async (changes, parsed, token) =>
            (await changes.SetPasswordAsync(AuditLog.CommandLine, parsed.GetValue(name)!, await PasswordInput.ReadAsync(token), token), $"“{parsed.GetValue(name)}” has the new password."));

        var remove = new Command("remove", "Remove an account. What it did stays in the log.") { name };
        Handle(remove, async (changes, parsed, token) =>
            (await changes.RemoveAsync(AuditLog.CommandLine, parsed.GetValue(name)!, token), $"Removed “{parsed.GetValue(name)}”."));

        var list = new Command("list", "List all accounts.");
        list.SetAction((parsed, token) => ListAsync(common.Read(parsed), parsed.InvocationConfiguration.Output, token));
        command.Add(list);
        return command;

        void Handle(Command verb, Func<AccountChanges, ParseResult, CancellationToken, Task<(IdentityResult Result, string Done)>> act)
        {
            verb.SetAction((parsed, token) => ChangeAsync(common.Read(parsed), changes => act(changes, parsed, token), parsed.InvocationConfiguration, token));
            command.Add(verb);
        }
    }

    private static async Task<int> ChangeAsync(HostSettings settings, Func<AccountChanges, Task<(IdentityResult Result, string Done)>> act, InvocationConfiguration console, CancellationToken cancellation)
    {
        using var host = await OpenAsync(settings, cancellation);
        await using var scope = host.Services.CreateAsyncScope();
        var (result, done) = await act(scope.ServiceProvider.GetRequiredService<AccountChanges>());
        foreach (var error in result.Errors)
            await console.Error.WriteLineAsync(error.Description);
        if (!result.Succeeded)
            return ExitCode.Usage;
        await console.Output.WriteLineAsync(done);
        return ExitCode.Ok;
    }

    private static async Task<int> ListAsync(HostSettings settings, TextWriter output, CancellationToken cancellation)
    {
        using var host = await OpenAsync(settings, cancellation);
        await using var scope = host.Services.CreateAsyncScope();
        var entries = await scope.ServiceProvider.GetRequiredService<AccountDirectory>().ListAsync(cancellation);
        var width = entries.Select(entry => entry.Name.Length).DefaultIfEmpty().Max();
        foreach (var entry in entries)
            await output.WriteLineAsync($"{entry.Name.PadRight(width)}  {entry.Role,-6}  {(entry.SignedInAt is { } at ? $"last signed in on {Words.Moment(at)}" : "never signed in")}{(entry.IsLocked ? ", locked" : "")}");
        if (entries.Count == 0)
            await output.WriteLineAsync("There are no accounts yet. newscorpus user add NAME --role admin makes the first.");
        return ExitCode.Ok;
    }

    private static async Task<IHost> OpenAsync(HostSettings settings, CancellationToken cancellation)
    {
        var host = await WebApp.OpenPlainAsync(settings, cancellation);
        await host.Services.GetRequiredService<AccountsDatabase>().PrepareAsync(cancellation);
        return host;
    }
}
