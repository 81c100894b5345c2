using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace NewsCorpus.Web.Accounts;

/// <summary>Registers the accounts: what every host has, and what only a web server needs.</summary>
internal static class AccountServices
{
    private const int ShortestPassword = 10;
    private const int DifferentCharacters = 4;
    private const int AttemptsUntilLock = 5;
    private static readonly TimeSpan LockTime = TimeSpan.FromMinutes(5);

    public static IdentityBuilder AddAccounts(this IServiceCollection services)
    {
        services.AddDbContext<AccountsDbContext>((provider, db) => AccountsDbContext.Configure(db, provider.GetRequiredService<IOptions<NewsCorpusOptions>>().Value.Connection));
        services.AddSingleton<AccountsDatabase>();
        services.AddSingleton<AccountErrors>();
        services.AddScoped<AccountChanges>();
        services.AddScoped<AccountDirectory>();
        return services.AddIdentityCore<Account>(identity =>
            {
                // Length protects, composition annoys.
                identity.Password = new PasswordOptions
                {
                    RequiredLength = ShortestPassword,
                    RequiredUniqueChars = DifferentCharacters,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
                identity.Lockout = new LockoutOptions { MaxFailedAccessAttempts = AttemptsUntilLock, DefaultLockoutTimeSpan = LockTime };
                // AccountRules knows better which letters a name may have.
                identity.User.AllowedUserNameCharacters = "";
            })
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<AccountsDbContext>()
            .AddClaimsPrincipalFactory<AccountPrincipals>()
            .AddErrorDescriber<AccountErrors>()
            .AddUserValidator<AccountRules>()
            .AddPasswordValidator<AccountRules>();
    }

    public static void AddSigningIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAccounts().AddSignInManager();
        services.AddOptions<ReadingOptions>().Bind(configuration.GetSection(NewsCorpusOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ReadingRule>();
        services.AddSingleton<FirstAdmin>();
        services.AddSingleton<FailedSignIns>();
        services.AddScoped<SignIns>();
        services.AddSessions();
        services.AddKeysInDataFolder();
        services.AddSingleton<Keepers>();
        services.AddSingleton<IAuthorizationHandler, MayReadHandler>();
        services.AddSingleton<IAuthorizationHandler, MayKeepHandler>();
        var authorization = services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new MayRead()).Build());
        authorization.AddPolicy(Access.Keeper, policy => policy.AddRequirements(new MayKeep()));
        foreach (var role in Access.Roles)
            authorization.AddPolicy(role, policy => policy.RequireRole(role));
    }
}
