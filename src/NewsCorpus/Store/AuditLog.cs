using Microsoft.EntityFrameworkCore;

namespace NewsCorpus.Store;

/// <summary>The log of who did what. Whoever changes something over HTTP or on the command line writes one entry, where it can be in the transaction of the change.</summary>
public sealed class AuditLog(IDbContextFactory<CorpusDbContext> contexts, TimeProvider time)
{
    /// <summary>Stands for the person at the keyboard of the server. No account may have this name.</summary>
    public const string CommandLine = "command line";

    /// <summary>Stands for the program itself, at its start. No account may have this name.</summary>
    public const string Server = "serve";

    /// <summary>Stands for the program that watches folders. No account may have this name.</summary>
    public const string Watch = "watch";

    /// <summary>Stands for the rules by which the program reads articles. No account may have this name.</summary>
    public const string Rules = "rules";

    /// <summary>Stands for whoever reads at the machine of the server without being signed in, where that is open. No account may have this name.</summary>
    public const string LocalReader = "local reader";

    /// <summary>All names that stand for no account.</summary>
    public static IReadOnlyList<string> Reserved { get; } = [CommandLine, Server, Watch, Rules, LocalReader];

    /// <summary>Stands for somebody who was not signed in. No account can have this name, for the brackets.</summary>
    public const string Nobody = "(not signed in)";

    /// <summary>Writes one entry in a transaction of its own.</summary>
    /// <param name="action">Dotted words, e.g. "run.pause".</param>
    public async Task RecordAsync(string by, string action, string? subject, string? note, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        Add(db, time.GetUtcNow(), by, action, subject, note);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Puts one entry among the changes of a context, to be saved with them.</summary>
    public static void Add(CorpusDbContext db, DateTimeOffset at, string by, string action, string? subject, string? note) =>
        db.Log.Add(new LogEntry { At = at, By = by, Action = action, Subject = subject, Note = note });
}
