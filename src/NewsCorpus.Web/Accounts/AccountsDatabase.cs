using Microsoft.Extensions.Options;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Accounts;

/// <summary>Brings the tables of the accounts into being and up to the program's version.</summary>
public sealed class AccountsDatabase(IServiceScopeFactory scopes, IOptions<NewsCorpusOptions> options)
{
    /// <summary>Migrates. The corpus's own tables come first: <see cref="CorpusDatabase.PrepareAsync"/> makes the folder and the file.</summary>
    /// <exception cref="EnvironmentProblemException">A newer version of the program made the tables.</exception>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await CorpusDatabase.MigrateAsync(scope.ServiceProvider.GetRequiredService<AccountsDbContext>(), options.Value.DatabasePath, cancellation);
    }
}
