using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace NewsCorpus.Web.Accounts;

/// <summary>The keys of sessions and forms, in the data folder so that they survive a restart, and readable by the server's own user only.</summary>
internal static class KeyFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static void AddKeysInDataFolder(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("NewsCorpus");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<NewsCorpusOptions>, ILoggerFactory>((keys, corpus, loggers) =>
            keys.XmlRepository = new FileSystemXmlRepository(Prepare(corpus.Value.KeysPath), loggers));
    }

    private static DirectoryInfo Prepare(string path)
    {
        // On Windows the folder inherits the rights of the data folder.
        if (OperatingSystem.IsWindows())
            return Directory.CreateDirectory(path);
        var folder = Directory.CreateDirectory(path, OwnerOnly);
        // A folder that was there, say from a backup, keeps its rights when it is "created".
        if (folder.UnixFileMode != OwnerOnly)
            folder.UnixFileMode = OwnerOnly;
        return folder;
    }
}
