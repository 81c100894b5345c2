using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Accounts;

/// <summary>Signing in by name and password, and out. The answer to a failed attempt tells nobody whether there is such an account, or whether it is locked.</summary>
public sealed class SignIns(SignInManager<Account> manager, AccountsDbContext db, FailedSignIns failures, AuditLog log, TimeProvider time)
{
    /// <summary>How long a session lasts on a device that is to be remembered; without that it ends with the browser, or after <see cref="Sessions.Idle"/>.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(14);

    /// <returns>Whether the person is signed in now.</returns>
    public async Task<bool> SignInAsync(string? name, string? password, bool remember, CancellationToken cancellation)
    {
        using var turn = await failures.TakeTurnAsync(cancellation);
        var account = await manager.UserManager.FindByNameAsync(AccountRules.Tidy(name));
        if (account is null)
        {
            Dawdle(password);
            // What was typed as a name may be a password in the wrong field: it is not written down.
            await failures.RecordAsync(null, "no account of the name that was given", cancellation);
            return false;
        }
        var result = await manager.CheckPasswordSignInAsync(account, password ?? "", lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            if (result.IsLockedOut)
                Dawdle(password);
            await failures.RecordAsync(account.UserName, result.IsLockedOut ? "locked after several wrong passwords" : "wrong password", cancellation);
            return false;
        }
        await EnterAsync(account, remember, cancellation);
        return true;
    }

    /// <summary>Opens the session of somebody who has shown who they are.</summary>
    public async Task EnterAsync(Account account, bool remember, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        // Straight to the row: two sign-ins at once must not get in each other's way.
        await db.Users.Where(u => u.Id == account.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.SignedInAt, now), cancellation);
        await manager.SignInAsync(account, remember ? new AuthenticationProperties { IsPersistent = true, ExpiresUtc = now + Remembered } : new AuthenticationProperties());
        await log.RecordAsync(account.UserName!, "account.sign-in", null, null, cancellation);
    }

    public async Task LeaveAsync(string name, CancellationToken cancellation)
    {
        await manager.SignOutAsync();
        await log.RecordAsync(name, "account.sign-out", null, null, cancellation);
    }

    /// <summary>Takes as long as checking a password does.</summary>
    private void Dawdle(string? password) => manager.UserManager.PasswordHasher.HashPassword(new Account(), password ?? "");
}
