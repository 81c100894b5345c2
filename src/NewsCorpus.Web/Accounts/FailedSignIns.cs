using NewsCorpus.Store;

namespace NewsCorpus.Web.Accounts;

/// <summary>
/// Keeps failed sign-ins in the log and in bounds: one attempt is checked at a time, so that many at once cannot outrun the lock of an account
/// or take all cores for hashing; and at most <see cref="MostInAnHour"/> are listed, so that nobody can fill the disk.
/// </summary>
public sealed class FailedSignIns(AuditLog log, TimeProvider time) : IDisposable
{
    public const int MostInAnHour = 100;
    private const string Action = "account.sign-in-failed";

    private readonly SemaphoreSlim _gate = new(1);
    private DateTimeOffset _hour;
    private int _listed;

    /// <summary>Waits until no other attempt is being checked; disposing ends the turn.</summary>
    public async Task<IDisposable> TakeTurnAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        return new Turn(_gate);
    }

    /// <summary>Lists a failure. Called within a turn.</summary>
    /// <param name="name">The account's name; null where there is no such account.</param>
    public async Task RecordAsync(string? name, string note, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (now - _hour >= TimeSpan.FromHours(1))
            (_hour, _listed) = (now, 0);
        _listed++;
        if (_listed < MostInAnHour)
            await log.RecordAsync(AuditLog.Nobody, Action, name, note, cancellation);
        else if (_listed == MostInAnHour)
            await log.RecordAsync(AuditLog.Nobody, Action, null, $"more failures than are listed in an hour; the next is listed after {_hour + TimeSpan.FromHours(1):HH:mm} UTC", cancellation);
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
