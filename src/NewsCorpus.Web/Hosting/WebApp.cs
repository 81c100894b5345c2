using System.Net;
using System.Net.Sockets;
using NewsCorpus.Store;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Hosting;

/// <summary>Builds the two hosts of the program: with a web server for <c>serve</c>, without for the other verbs.</summary>
public static class WebApp
{
    public static WebApplication Build(HostSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(WebApp).Assembly.GetName().Name,
        });
        HostConfiguration.Configure(builder, settings);
        var addresses = BoundAddresses.Read(settings, builder.Configuration);
        builder.Services.AddSingleton(addresses);
        if (!addresses.IsKestrels)
            builder.WebHost.UseUrls([.. addresses.Urls]);
        builder.WebHost.PreferHostingUrls(addresses.IsOurs);
        // The files of wwwroot are found from any current folder and in any environment.
        builder.WebHost.UseStaticWebAssets();
        if (addresses.OnlyLoopback && builder.Configuration["AllowedHosts"] is null)
            // A page of another site must not reach this server through a name of its own that points here.
            builder.Services.Configure<Microsoft.AspNetCore.HostFiltering.HostFilteringOptions>(o => o.AllowedHosts = ["localhost", "127.0.0.1", "[::1]", .. addresses.Hosts]);
        builder.Services.AddNewsCorpusWeb(builder.Configuration);
        builder.Services.AddSingleton<ServeLock>();
        builder.Services.AddHostedService(services => services.GetRequiredService<NewsCorpus.Search.IndexFollower>());
        builder.Services.AddHostedService(services => services.GetRequiredService<NewsCorpus.Search.SearchWarmUp>());
        builder.Services.AddHostedService(services => services.GetRequiredService<NewsCorpus.Ingestion.RunWorker>());
        builder.Services.AddHostedService(services => services.GetRequiredService<NewsCorpus.Ingestion.EditFollower>());
        if (settings.Watch ?? builder.Configuration.GetValue<bool>($"{NewsCorpusOptions.Section}:{nameof(NewsCorpusOptions.Watch)}"))
            builder.Services.AddHostedService(services => services.GetRequiredService<NewsCorpus.Ingestion.Watching.FolderWatcher>());
        var app = builder.Build();
        app.MapNewsCorpusWeb();
        return app;
    }

    /// <summary>The host of a verb that does not serve. Touches no file yet.</summary>
    public static IHost BuildPlain(HostSettings settings)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        HostConfiguration.Configure(builder, settings);
        builder.Services.AddAccounts();
        return builder.Build();
    }

    /// <summary>The host of a verb that does not serve, with the database ready.</summary>
    /// <param name="evenDamaged">True for a verb that looks for damage: only a database that cannot be opened at all is refused then.</param>
    /// <exception cref="EnvironmentProblemException">The data folder or the database cannot be used.</exception>
    public static async Task<IHost> OpenPlainAsync(HostSettings settings, CancellationToken cancellation, bool evenDamaged = false)
    {
        var host = BuildPlain(settings);
        await host.Services.GetRequiredService<CorpusDatabase>().PrepareAsync(cancellation, evenDamaged);
        return host;
    }

    /// <summary>Finds out before any work is done that an address is taken.</summary>
    /// <exception cref="EnvironmentProblemException">The port is in use or not allowed.</exception>
    public static void CheckPorts(WebApplication app)
    {
        // The server lists its addresses only once it is started.
        foreach (var url in app.Services.GetRequiredService<BoundAddresses>().Urls)
        {
            var address = BoundAddresses.Parse(url);
            if (address.Port == 0 || address.IsUnixPipe || address.IsNamedPipe)
                continue;
            foreach (var ip in Addresses(address.Host))
                Try(ip, address.Port, url);
        }
    }

    private static void Try(IPAddress ip, int port, string url)
    {
        try
        {
            // Elsewhere than on Windows "exclusive" would also be refused for a minute after a server of ours has stopped there.
            using var listener = new TcpListener(ip, port) { ExclusiveAddressUse = OperatingSystem.IsWindows() };
            listener.Start();
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new EnvironmentProblemException($"Port {port} is taken: another program, perhaps another NewsCorpus, already serves there. Stop it, or choose another address, for example --urls http://localhost:{port + 1}.", e);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AccessDenied)
        {
            throw new EnvironmentProblemException($"This user may not open port {port} ({url}). Choose a port above 1023, for example --urls {HostSettings.DefaultUrl}.", e);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressNotAvailable && ip.AddressFamily == AddressFamily.InterNetworkV6)
        {
            // A machine without IPv6: the server itself passes over it too.
        }
    }

    private static IEnumerable<IPAddress> Addresses(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var ip) ? [ip]
        : BoundAddresses.IsLoopback(host) ? [IPAddress.Loopback, IPAddress.IPv6Loopback]
        : [IPAddress.Any];
}
