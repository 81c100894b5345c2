namespace NewsCorpus.Web.Hosting;

/// <summary>Where settings come from, weakest first: defaults, <c>appsettings.json</c> beside the program, environment variables, the command line.</summary>
internal static class HostConfiguration
{
    private const string Data = NewsCorpusOptions.Section + ":Data";
    private const string Reading = NewsCorpusOptions.Section + ":Reading";
    private const string Watch = NewsCorpusOptions.Section + ":Watch";
    private const string Corpus = NewsCorpusOptions.Section + ":Corpus";

    public static void Configure(IHostApplicationBuilder builder, HostSettings settings)
    {
        builder.Configuration.AddInMemoryCollection(CommandLineValues(settings));
        builder.Services.AddNewsCorpus(builder.Configuration);
        builder.Services.PostConfigure<NewsCorpusOptions>(options => Complete(options, builder.Configuration));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // Whatever it logs as an error it also throws, and who catches that says it in words.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical);
        // The keys lie in a folder of the owner's alone; that they are not encrypted once more is known.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // A form that is out of date is answered, and nothing for whoever runs the server to see to.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        // Standard output belongs to the verbs' own results.
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static Dictionary<string, string?> CommandLineValues(HostSettings settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (settings.Data is { Length: > 0 } data)
            values[Data] = Path.GetFullPath(data);
        if (settings.Corpus.Count > 0)
            values[Corpus] = string.Join(Path.PathSeparator, settings.Corpus.Select(Path.GetFullPath));
        if (settings.Reading is { Length: > 0 } reading)
            values[Reading] = reading;
        if (settings.Watch is { } watch)
            values[Watch] = watch.ToString();
        return values;
    }

    /// <summary>Fills in defaults, takes a corpus given as one list of paths, and makes all paths absolute.</summary>
    private static void Complete(NewsCorpusOptions options, IConfiguration configuration)
    {
        if (configuration[Corpus] is { Length: > 0 } list)
            options.Corpus = list.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (options.Corpus.Count == 0)
            options.Corpus = [Path.Combine(HostSettings.Home, "seeds")];
        options.Corpus = options.Corpus.Select(path => Path.GetFullPath(path, HostSettings.Home)).ToList();
        options.Data = Path.GetFullPath(options.Data, HostSettings.Home);
    }
}
