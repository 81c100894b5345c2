using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace NewsCorpus.Web.Accounts;

public enum SetupState
{
    /// <summary>There is an admin: the page is gone.</summary>
    Closed,

    /// <summary>The code on the console makes the first admin.</summary>
    Open,

    /// <summary>Too many wrong codes: only a restart gives another.</summary>
    Exhausted,
}

/// <summary>
/// Makes the first admin with a one-time code that the server prints at its start. The code lives in memory only: it is of this process,
/// works once, and dies after <see cref="MostAttempts"/> wrong ones.
/// </summary>
public sealed class FirstAdmin(IServiceScopeFactory scopes)
{
    public const int MostAttempts = 10;

    /// <summary>Without letters and digits that look alike. 20 of 31 signs are 99 bits.</summary>
    private const string Signs = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Length = 20;
    private const int Group = 4;

    private readonly Lock _lock = new();
    private string? _code;
    private int _attempts;

    /// <summary>Makes the code, in groups as it is printed; null where there is an admin.</summary>
    public async Task<string?> IssueAsync(CancellationToken cancellation)
    {
        if (await HasAdminAsync(cancellation))
            return null;
        var code = RandomNumberGenerator.GetString(Signs, Length);
        lock (_lock)
            (_code, _attempts) = (code, 0);
        return string.Join('-', code.Chunk(Group).Select(signs => new string(signs)));
    }

    public async Task<SetupState> StateAsync(CancellationToken cancellation)
    {
        if (await HasAdminAsync(cancellation))
            return SetupState.Closed;
        lock (_lock)
            return _code is null || _attempts >= MostAttempts ? SetupState.Exhausted : SetupState.Open;
    }

    /// <summary>Whether the code is right. A wrong one counts as an attempt; the right one stays good until an admin is made with it.</summary>
    public bool Accepts(string? typed)
    {
        var plain = string.Concat((typed ?? "").ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
        lock (_lock)
        {
            if (_code is null || _attempts >= MostAttempts)
                return false;
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(plain), Encoding.UTF8.GetBytes(_code)))
                return true;
            _attempts++;
            return false;
        }
    }

    /// <summary>Makes the admin, whose code has been accepted. Of two at once one is told that there is an admin.</summary>
    public async Task<IdentityResult> MakeAsync(string name, string password, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<AccountChanges>().AddFirstAdminAsync(name, password, cancellation);
        if (result.Succeeded)
            lock (_lock)
                _code = null;
        return result;
    }

    private async Task<bool> HasAdminAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccountChanges>().HasAdminAsync(cancellation);
    }
}
