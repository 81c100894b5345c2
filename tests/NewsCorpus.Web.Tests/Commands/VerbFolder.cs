using Microsoft.Data.Sqlite;
using NewsCorpus.Store;
using NewsCorpus.Web.Commands;

namespace NewsCorpus.Web.Tests.Commands;

/// <summary>A data folder and a folder of files, for the verbs of the command line; gone when disposed.</summary>
internal sealed class VerbFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newscorpus-verb-").FullName;

    public string Data => Below("data");

    public string Files => Directory.CreateDirectory(Below("files")).FullName;

    public string Below(string name) => Path.Combine(_folder, name);

    /// <summary>An article of a made-up ferry.</summary>
    public Task WriteAsync(string name) => File.WriteAllTextAsync(
        Path.Combine(Files, name + ".txt"), $"date 2026-02-03\n\nThe {name} ferry sails again\n\nThe ferry called {name} left on Tuesday.\n", TestContext.Current.CancellationToken);

    /// <summary>What a verb printed, and its exit code.</summary>
    public async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await CommandLine.RunAsync([.. arguments, "--data", Data, "--corpus", Files], output, error, TestContext.Current.CancellationToken);
        // Each verb is a process of its own outside of these tests.
        Release();
        return (code, output.ToString().Trim(), error.ToString().Trim());
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = Connection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task<long> NumberAsync(string sql)
    {
        await using var connection = Connection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public void Dispose()
    {
        Release();
        Directory.Delete(_folder, recursive: true);
    }

    private SqliteConnection Connection() => new(CorpusDatabase.ConnectionString(Path.Combine(Data, "newscorpus.db")));

    private void Release()
    {
        using var connection = Connection();
        SqliteConnection.ClearPool(connection);
    }
}
