using System.ComponentModel.DataAnnotations;

namespace NewsCorpus.Web.Accounts;

/// <summary>Who may read, said in words: setting <c>NewsCorpus:Reading</c>, option <c>--reading</c>.</summary>
public sealed record ReadingOptions
{
    /// <summary>Everybody signs in, on this machine too.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Nobody needs to sign in to read, wherever they are.</summary>
    public const string Everyone = "everyone";

    /// <summary><see cref="SignIn"/> or <see cref="Everyone"/>; without a value the address decides: this machine is open, any other address asks for a sign-in.</summary>
    [AllowedValues(null, SignIn, Everyone, ErrorMessage = "NewsCorpus:Reading (--reading) must be “sign-in” or “everyone”, or be left out.")]
    public string? Reading { get; set; }
}
