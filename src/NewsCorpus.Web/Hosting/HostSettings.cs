namespace NewsCorpus.Web.Hosting;

/// <summary>What the command line says before any configuration is read. A null or empty value leaves the setting to the environment, the settings file or the default.</summary>
public sealed record HostSettings
{
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>Data folder, relative to the current folder.</summary>
    public string? Data { get; init; }

    /// <summary>Corpus folders or files, relative to the current folder.</summary>
    public IReadOnlyList<string> Corpus { get; init; } = [];

    /// <summary>Addresses to serve on, parted by ";".</summary>
    public string? Urls { get; init; }

    /// <summary>Who may read: a value of <see cref="Accounts.ReadingOptions"/>.</summary>
    public string? Reading { get; init; }

    /// <summary>Whether to watch the corpus folders; null leaves it to the setting.</summary>
    public bool? Watch { get; init; }

    /// <summary>Where the defaults <c>data/</c> and <c>seeds/</c> lie: the checkout that the program was built in, else the current folder.</summary>
    public static string Home { get; } = FindHome();

    private static string FindHome()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NewsCorpus.sln")))
                return folder.FullName;
        return Directory.GetCurrentDirectory();
    }
}
