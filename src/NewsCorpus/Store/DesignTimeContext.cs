using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace NewsCorpus.Store;

/// <summary>Lets "dotnet ef migrations add" make the context without starting the program.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<CorpusDbContext>
{
    public CorpusDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<CorpusDbContext>().UseSqlite(CorpusDatabase.ConnectionString("design.db")).Options);
}
