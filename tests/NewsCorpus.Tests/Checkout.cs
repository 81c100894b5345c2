namespace NewsCorpus.Tests;

/// <summary>Where the sources of this checkout lie.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    public static string Seeds => Path.Combine(Root, "seeds");

    /// <summary>The five real documents beside the checkout; null in a user's clone.</summary>
    public static string? SharedSeeds
    {
        get
        {
            var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared", "seeds"));
            return Directory.Exists(folder) ? folder : null;
        }
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NewsCorpus.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests run inside a checkout: NewsCorpus.sln was not found above " + AppContext.BaseDirectory);
    }
}
