using Microsoft.AspNetCore.Identity;

namespace NewsCorpus.Web.Accounts;

/// <summary>What can be wrong with an account, in plain words with the remedy; pages and command line show the same.</summary>
public sealed class AccountErrors : IdentityErrorDescriber
{
    public override IdentityError DuplicateUserName(string userName) =>
        Error(nameof(DuplicateUserName), $"There is an account “{userName}” already. Choose another name, or change that account: newscorpus user password, user role.");

    public override IdentityError InvalidUserName(string? userName) =>
        Error(nameof(InvalidUserName), $"“{userName}” cannot be a name: use 2 to {AccountRules.LongestName} letters and digits, with spaces and . - _ ' @ between them.");

    public override IdentityError PasswordTooShort(int length) =>
        Error(nameof(PasswordTooShort), $"The password is too short: it needs at least {length} characters. A few words in a row do well.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Error(nameof(PasswordRequiresUniqueChars), $"The password repeats itself too much: it needs at least {uniqueChars} different characters.");

    public override IdentityError UserAlreadyInRole(string role) =>
        Error(nameof(UserAlreadyInRole), $"The account has the role {role} already.");

    public override IdentityError PasswordMismatch() =>
        Error(nameof(PasswordMismatch), "The present password is not right.");

    public override IdentityError ConcurrencyFailure() =>
        Error(nameof(ConcurrencyFailure), "Somebody else has changed this account just now. Look at it again, then repeat what is still wanted.");

    public IdentityError ReservedName(string name) =>
        Error(nameof(ReservedName), $"“{name}” cannot be a name: the log uses these words for the program itself.");

    public IdentityError PasswordIsName() =>
        Error(nameof(PasswordIsName), "The password must not be the name of the account.");

    public IdentityError NoSuchAccount(string name) =>
        Error(nameof(NoSuchAccount), $"There is no account “{name}”. newscorpus user list shows all.");

    public IdentityError NoSuchRole(string role) =>
        Error(nameof(NoSuchRole), $"There is no role “{role}”: the roles are {string.Join(", ", Access.Roles)}.");

    public IdentityError LastAdmin(string name) =>
        Error(nameof(LastAdmin), $"“{name}” is the only admin, and there must be one. Make another account an admin first.");

    public IdentityError AdminExists() =>
        Error(nameof(AdminExists), "There is an admin already. Ask them for an account.");

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}
