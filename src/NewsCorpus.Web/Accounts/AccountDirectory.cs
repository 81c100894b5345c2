using Microsoft.EntityFrameworkCore;

namespace NewsCorpus.Web.Accounts;

/// <param name="Role">One of <see cref="Access.Roles"/>.</param>
/// <param name="SignedInAt">The last time, or null.</param>
/// <param name="IsLocked">Whether wrong passwords have locked the account for the moment.</param>
public sealed record AccountEntry(string Id, string Name, string Role, DateTimeOffset AddedAt, DateTimeOffset? SignedInAt, bool IsLocked);

/// <summary>Who has an account.</summary>
public sealed class AccountDirectory(AccountsDbContext db, TimeProvider time)
{
    /// <summary>All accounts, by name.</summary>
    public async Task<IReadOnlyList<AccountEntry>> ListAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var rows = await (
            from user in db.Users.AsNoTracking()
            join role in db.UserRoles on user.Id equals role.UserId
            select new { User = user, Role = role.RoleId }).ToListAsync(cancellation);
        return [.. rows
            .Select(row => new AccountEntry(row.User.Id, row.User.UserName!, row.Role, row.User.AddedAt, row.User.SignedInAt, row.User.LockoutEnd > now))
            .OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)];
    }

    public async Task<AccountEntry?> FindAsync(string id, CancellationToken cancellation) =>
        (await ListAsync(cancellation)).FirstOrDefault(entry => entry.Id == id);
}
