namespace NewsCorpus.Web.Accounts;

/// <summary>The three roles. Each is also the name of the authorization policy that asks for it, and each includes those before it.</summary>
public static class Access
{
    /// <summary>May read where reading is not open to everyone.</summary>
    public const string Reader = "reader";

    /// <summary>May also correct articles and outlets.</summary>
    public const string Editor = "editor";

    /// <summary>May also run ingestion, manage users and read the log.</summary>
    public const string Admin = "admin";

    /// <summary>
    /// May keep things of their own: whoever is signed in, and the local reader, who reads at the server's machine without being signed in. A policy, no role; see <see cref="Keepers"/>.
    /// </summary>
    public const string Keeper = "keeper";

    /// <summary>From the least to the most.</summary>
    public static IReadOnlyList<string> Roles { get; } = [Reader, Editor, Admin];

    /// <summary>The role and all that it includes, from the least.</summary>
    public static IEnumerable<string> Including(string role) => Roles.TakeWhile(r => r != role).Append(role);
}
