using System.CommandLine;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Hosting;

namespace NewsCorpus.Web.Commands;

/// <summary>Options that every verb takes.</summary>
internal sealed class CommonOptions
{
    public Option<string?> Data { get; } = new("--data")
    {
        Description = "Folder of the database, the index and the keys. Default: data/ in the checkout.",
        HelpName = "DIR",
        Recursive = true,
    };

    public Option<string[]> Corpus { get; } = new("--corpus")
    {
        Description = "Folder or file with articles; may be given several times. Default: seeds/ in the checkout.",
        HelpName = "DIR",
        Recursive = true,
        AllowMultipleArgumentsPerToken = false,
    };

    public Option<string?> Urls { get; } = new("--urls")
    {
        Description = $"Address to serve on. Default: {HostSettings.DefaultUrl}.",
        HelpName = "URL",
        Recursive = true,
    };

    public Option<string?> Reading { get; } = Words(new Option<string?>("--reading")
    {
        Description = "Who may read. Default: everyone on this machine; a sign-in wherever other machines can reach the address.",
        Recursive = true,
    });

    /// <summary>Of <c>serve</c> alone, which is also what no verb at all means.</summary>
    public Option<bool> Watch { get; } = new("--watch")
    {
        Description = "Watch the corpus folders, and ingest files that appear or change once they are complete.",
    };

    public HostSettings Read(ParseResult parsed) => new()
    {
        Data = parsed.GetValue(Data),
        Corpus = parsed.GetValue(Corpus) ?? [],
        Urls = parsed.GetValue(Urls),
        Reading = parsed.GetValue(Reading),
        Watch = parsed.GetResult(Watch) is null ? null : true,
    };

    private static Option<string?> Words(Option<string?> option) => option.AcceptOnlyFromAmong(ReadingOptions.SignIn, ReadingOptions.Everyone);
}
