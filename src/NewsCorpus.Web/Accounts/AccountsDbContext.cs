using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Accounts;

/// <summary>The accounts, in tables of their own in the corpus's database file. The library knows nothing of them.</summary>
public sealed class AccountsDbContext(DbContextOptions<AccountsDbContext> options) : IdentityDbContext<Account, IdentityRole, string>(options)
{
    /// <summary>Two contexts migrate one file, so each keeps its own list of what it did.</summary>
    private const string History = "__AccountsMigrations";

    /// <summary>The newest shape of Identity's tables; set here so that it does not hang on who makes the context.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    public static void Configure(DbContextOptionsBuilder builder, string connection) =>
        builder.UseSqlite(connection, sqlite => sqlite.MigrationsHistoryTable(History));

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<IdentityRole>().HasData(Access.Roles.Select(role => new IdentityRole
        {
            Id = role,
            Name = role,
            NormalizedName = role.ToUpperInvariant(),
            ConcurrencyStamp = role,
        }));
    }
}

/// <summary>Lets "dotnet ef migrations add" make the context without starting the program.</summary>
internal sealed class DesignTimeAccounts : IDesignTimeDbContextFactory<AccountsDbContext>
{
    public AccountsDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<AccountsDbContext>();
        AccountsDbContext.Configure(builder, CorpusDatabase.ConnectionString("design.db"));
        return new AccountsDbContext(builder.Options);
    }
}
