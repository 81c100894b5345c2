using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Accounts;

/// <summary>
/// All that can be done to accounts. Each change, the rule that there is always an admin, and the entry in the log are one transaction:
/// SQLite lets one writer in at a time, so two admins cannot remove each other at once.
/// </summary>
public sealed class AccountChanges(UserManager<Account> users, AccountsDbContext db, AccountErrors errors, TimeProvider time)
{
    public Task<IdentityResult> AddAsync(string by, string name, string role, string password, CancellationToken cancellation) =>
        ChangeAsync(new Entry(by, "user.add", AccountRules.Tidy(name), $"as {role}"), () => CreateAsync(name, role, password), cancellation);

    /// <summary>Adds an admin, unless there is one.</summary>
    public Task<IdentityResult> AddFirstAdminAsync(string name, string password, CancellationToken cancellation) =>
        ChangeAsync(
            new Entry(AuditLog.Nobody, "user.add", AccountRules.Tidy(name), "as the first admin, with the one-time code"),
            async () => await HasAdminAsync(cancellation) ? IdentityResult.Failed(errors.AdminExists()) : await CreateAsync(name, Access.Admin, password),
            cancellation);

    public Task<IdentityResult> SetRoleAsync(string by, string name, string role, CancellationToken cancellation) =>
        ChangeAsync(new Entry(by, "user.role", AccountRules.Tidy(name), $"now {role}"), () => SetRoleAsync(name, role), cancellation);

    /// <summary>Gives an account another password, and opens it again where failed attempts have locked it.</summary>
    public Task<IdentityResult> SetPasswordAsync(string by, string name, string password, CancellationToken cancellation) =>
        ChangeAsync(new Entry(by, "user.password", AccountRules.Tidy(name), null), () => SetPasswordAsync(name, password), cancellation);

    /// <summary>Gives the signed-in person another password, who must know the present one.</summary>
    public Task<IdentityResult> ChangeOwnPasswordAsync(Account account, string present, string password, CancellationToken cancellation) =>
        ChangeAsync(new Entry(account.UserName!, "account.password", null, null), () => users.ChangePasswordAsync(account, present, password), cancellation);

    public Task<IdentityResult> RemoveAsync(string by, string name, CancellationToken cancellation) =>
        ChangeAsync(
            new Entry(by, "user.remove", AccountRules.Tidy(name), null),
            () => WithAsync(name, async account => await IsLastAdminAsync(account) ? IdentityResult.Failed(errors.LastAdmin(account.UserName!)) : await DeleteAsync(account)),
            cancellation);

    public Task<bool> HasAdminAsync(CancellationToken cancellation) => db.UserRoles.AnyAsync(r => r.RoleId == Access.Admin, cancellation);

    private async Task<IdentityResult> CreateAsync(string name, string role, string password)
    {
        if (!Access.Roles.Contains(role, StringComparer.Ordinal))
            return IdentityResult.Failed(errors.NoSuchRole(role));
        var account = new Account { UserName = AccountRules.Tidy(name), AddedAt = time.GetUtcNow() };
        var created = await users.CreateAsync(account, password);
        return created.Succeeded ? await users.AddToRoleAsync(account, role) : created;
    }

    private Task<IdentityResult> SetRoleAsync(string name, string role) => WithAsync(name, async account =>
    {
        if (!Access.Roles.Contains(role, StringComparer.Ordinal))
            return IdentityResult.Failed(errors.NoSuchRole(role));
        if (await users.IsInRoleAsync(account, role))
            return IdentityResult.Failed(errors.UserAlreadyInRole(role));
        if (await IsLastAdminAsync(account))
            return IdentityResult.Failed(errors.LastAdmin(account.UserName!));
        var old = await users.GetRolesAsync(account);
        return await InTurnAsync(
            () => users.RemoveFromRolesAsync(account, old),
            () => users.AddToRoleAsync(account, role),
            // Sessions made with the old role end.
            () => users.UpdateSecurityStampAsync(account));
    });

    private Task<IdentityResult> SetPasswordAsync(string name, string password) => WithAsync(name, account => InTurnAsync(
        // A new one that breaks a rule brings the old one back: the transaction is undone.
        () => users.RemovePasswordAsync(account),
        () => users.AddPasswordAsync(account, password),
        () => users.ResetAccessFailedCountAsync(account),
        () => users.SetLockoutEndDateAsync(account, null)));

    /// <summary>With the searches that only they could see; their receipts stay, which others may lean on.</summary>
    private async Task<IdentityResult> DeleteAsync(Account account)
    {
        await using var corpus = await CorpusAsync(db.Database.CurrentTransaction!, CancellationToken.None);
        await corpus.SavedSearches.Where(s => s.Owner == account.Id).ExecuteDeleteAsync();
        return await users.DeleteAsync(account);
    }

    private async Task<IdentityResult> WithAsync(string name, Func<Account, Task<IdentityResult>> change) =>
        await users.FindByNameAsync(AccountRules.Tidy(name)) is { } account ? await change(account) : IdentityResult.Failed(errors.NoSuchAccount(name));

    /// <summary>Takes steps until one fails.</summary>
    private static async Task<IdentityResult> InTurnAsync(params Func<Task<IdentityResult>>[] steps)
    {
        foreach (var step in steps)
            if (await step() is { Succeeded: false } failed)
                return failed;
        return IdentityResult.Success;
    }

    private async Task<bool> IsLastAdminAsync(Account account)
    {
        var admins = await db.UserRoles.Where(r => r.RoleId == Access.Admin).Select(r => r.UserId).Take(2).ToListAsync();
        return admins.Count == 1 && admins[0] == account.Id;
    }

    private async Task<IdentityResult> ChangeAsync(Entry entry, Func<Task<IdentityResult>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var result = await change();
        if (!result.Succeeded)
        {
            await transaction.RollbackAsync(cancellation);
            db.ChangeTracker.Clear();
            return result;
        }
        await LogAsync(entry, transaction, cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    /// <summary>The log and the saved searches are the corpus's, the transaction is the accounts': both are the one connection.</summary>
    private async Task<CorpusDbContext> CorpusAsync(IDbContextTransaction transaction, CancellationToken cancellation)
    {
        var corpus = new CorpusDbContext(new DbContextOptionsBuilder<CorpusDbContext>().UseSqlite(db.Database.GetDbConnection()).Options);
        await corpus.Database.UseTransactionAsync(transaction.GetDbTransaction(), cancellation);
        return corpus;
    }

    private async Task LogAsync(Entry entry, IDbContextTransaction transaction, CancellationToken cancellation)
    {
        await using var corpus = await CorpusAsync(transaction, cancellation);
        AuditLog.Add(corpus, time.GetUtcNow(), entry.By, entry.Action, entry.Subject, entry.Note);
        await corpus.SaveChangesAsync(cancellation);
    }

    private sealed record Entry(string By, string Action, string? Subject, string? Note);
}
