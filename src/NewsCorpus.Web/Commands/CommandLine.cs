using System.CommandLine;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using NewsCorpus.Store;
using NewsCorpus.Web.Hosting;

namespace NewsCorpus.Web.Commands;

/// <summary>The program's verbs. Without a verb it serves.</summary>
public static class CommandLine
{
    /// <summary>How long a verb may take to end in order after Ctrl+C.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellation = default)
    {
        var common = new CommonOptions();
        var root = new RootCommand("Browse and search a corpus of news articles. Without a verb: serve.")
        {
            common.Data,
            common.Corpus,
            common.Urls,
            common.Reading,
            common.Watch,
            ServeCommand.Create(common),
            IngestCommand.Create(common),
            SearchCommand.Create(common),
            ExportCommand.Create(common),
            ReindexCommand.Create(common),
            VerifyCommand.Create(common),
            CorrectionsCommand.Create(common),
            UserCommand.Create(common),
            BackupCommand.Create(common),
            RestoreCommand.Create(common),
        };
        root.HelpName = "newscorpus";
        root.SetAction((parsed, token) => ServeCommand.RunAsync(common.Read(parsed), parsed.InvocationConfiguration.Output, token));

        var result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            foreach (var problem in result.Errors)
                await error.WriteLineAsync(problem.Message);
            await error.WriteLineAsync("newscorpus --help lists the verbs, newscorpus VERB --help their options.");
            return ExitCode.Usage;
        }
        try
        {
            return await result.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Patience }, cancellation);
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Stopped.");
            return ExitCode.Environment;
        }
        catch (Exception e) when (e is EnvironmentProblemException or SqliteException or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            using var host = WebApp.BuildPlain(common.Read(result));
            var problem = CorpusDatabase.ProblemOf(e, host.Services.GetRequiredService<IOptions<NewsCorpusOptions>>().Value.DatabasePath);
            if (problem is null)
                throw;
            await error.WriteLineAsync(problem.Message);
            return ExitCode.Environment;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Each verb says more where it knows more; a disk can fail anywhere.
            await error.WriteLineAsync($"A file could not be read or written: {e.Message} Check the disk, its space and the permissions, then try again.");
            return ExitCode.Environment;
        }
        catch (OptionsValidationException e)
        {
            foreach (var failure in e.Failures)
                await error.WriteLineAsync(failure);
            return ExitCode.Usage;
        }
    }
}
