using Microsoft.AspNetCore.Identity;

namespace NewsCorpus.Web.Accounts;

/// <summary>A person who can sign in. Has exactly one role of <see cref="Access"/>.</summary>
public sealed class Account : IdentityUser
{
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>The last time that somebody signed in with the password, or null.</summary>
    public DateTimeOffset? SignedInAt { get; set; }
}
