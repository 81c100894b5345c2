using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Accounts;

/// <summary>What an account may be called, and what its password may not be. Names are those of people, in any script.</summary>
internal sealed class AccountRules(AccountErrors errors) : IUserValidator<Account>, IPasswordValidator<Account>
{
    public const int LongestName = 64;
    private const string Marks = " .-_'’@+";

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user)
    {
        var name = user.UserName ?? "";
        IdentityError? problem = null;
        if (!IsName(name))
            problem = errors.InvalidUserName(name);
        else if (AuditLog.Reserved.Contains(name, StringComparer.OrdinalIgnoreCase))
            problem = errors.ReservedName(name);
        return Task.FromResult(problem is null ? IdentityResult.Success : IdentityResult.Failed(problem));
    }

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(string.Equals(password, user.UserName, StringComparison.OrdinalIgnoreCase) ? IdentityResult.Failed(errors.PasswordIsName()) : IdentityResult.Success);

    /// <summary>A name as it is kept: without spaces around it and with composed letters, so that what looks alike is alike.</summary>
    public static string Tidy(string? name) =>
        // Going by runes makes half a surrogate pair, which cannot be composed, a sign that no name may have.
        string.Concat((name ?? "").Trim().EnumerateRunes()).Normalize(NormalizationForm.FormC);

    private static bool IsName(string name) =>
        name.Length is >= 2 and <= LongestName
        && !name.Contains("  ", StringComparison.Ordinal)
        && char.IsLetterOrDigit(name[0])
        && name.EnumerateRunes().All(rune => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark || (rune.IsAscii || rune.Value == '’') && Marks.Contains((char)rune.Value, StringComparison.Ordinal));
}
