using System.Net;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Hosting;

/// <summary>The addresses that the server is told to listen on, wherever that is said.</summary>
public sealed class BoundAddresses
{
    private const string Setting = NewsCorpusOptions.Section + ":Urls";

    private BoundAddresses(IEnumerable<string> urls, bool isOurs, bool isKestrels)
    {
        Urls = [.. urls];
        IsOurs = isOurs;
        IsKestrels = isKestrels;
        Hosts = [.. Urls.Select(url => Parse(url)).Where(address => !address.IsUnixPipe && !address.IsNamedPipe).Select(address => address.Host)];
        OnlyLoopback = Hosts.Count == Urls.Count && Hosts.All(IsLoopback);
    }

    public IReadOnlyList<string> Urls { get; }

    /// <summary>Given by the program's own option or setting: then nothing else counts.</summary>
    public bool IsOurs { get; }

    /// <summary>Given in the web server's own section <c>Kestrel:Endpoints</c>, which it reads by itself.</summary>
    public bool IsKestrels { get; }

    /// <summary>Names and numbers before the ports, as given.</summary>
    public IReadOnlyList<string> Hosts { get; }

    /// <summary>Whether nobody but this machine can reach any of them. A socket file is not counted as such: it is there for a proxy.</summary>
    public bool OnlyLoopback { get; }

    /// <exception cref="EnvironmentProblemException">An address cannot be read.</exception>
    public static BoundAddresses Read(HostSettings settings, IConfiguration configuration)
    {
        if ((settings.Urls ?? configuration[Setting]) is { Length: > 0 } ours)
            return new BoundAddresses(Split(ours), isOurs: true, isKestrels: false);
        var urls = Split(configuration[WebHostDefaults.ServerUrlsKey] ?? "");
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>().ToArray();
        // Which of the two the web server takes hangs on a setting of its own: for the question who can reach it, both count.
        return endpoints.Length > 0 ? new BoundAddresses([.. endpoints, .. urls], isOurs: false, isKestrels: true)
            : new BoundAddresses(urls.Length > 0 ? urls : [HostSettings.DefaultUrl], isOurs: false, isKestrels: false);
    }

    /// <summary>Whether a host is this machine and no other. A name, even this machine's own, is not: the server binds every address for it.</summary>
    public static bool IsLoopback(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var ip) ? IPAddress.IsLoopback(ip)
        : host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    public static BindingAddress Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException e)
        {
            throw new EnvironmentProblemException($"“{url}” is not an address to serve on. Write it like {HostSettings.DefaultUrl}, or http://*:5080 for every address of this machine.", e);
        }
    }

    private static string[] Split(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
