using System.Collections.Frozen;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Extraction.Outlets;

/// <summary>The table of well-known news sites (well-known-outlets.tsv): proper names, domains and other names, so that "NYT", "The New York Times" and www.nytimes.com are one outlet.</summary>
public static class WellKnownOutlets
{
    private static readonly FrozenDictionary<string, OutletReading> _byHost;
    private static readonly FrozenDictionary<string, OutletReading> _byName;

    static WellKnownOutlets()
    {
        var byHost = new Dictionary<string, OutletReading>(StringComparer.Ordinal);
        var byName = new Dictionary<string, OutletReading>(StringComparer.Ordinal);
        foreach (var line in EmbeddedLines.Read("Extraction.Outlets.well-known-outlets.tsv"))
        {
            var columns = line.Split('\t');
            var hosts = columns[0].Split('|');
            // A name that several outlets carry tells none of them.
            var isShared = columns[1].StartsWith('~');
            var outlet = new OutletReading(columns[1].TrimStart('~'), hosts[0]);
            foreach (var host in hosts)
            {
                byHost.Add(host, outlet);
                byName.TryAdd(Key(host), outlet);
            }
            if (!isShared)
                byName.TryAdd(Key(outlet.Name), outlet);
            if (columns.Length > 2)
                foreach (var alias in columns[2].Split('|'))
                    byName.TryAdd(Key(alias), outlet);
        }
        _byHost = byHost.ToFrozenDictionary(StringComparer.Ordinal);
        _byName = byName.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>How many names and hosts the table has, to hold its size in a test.</summary>
    internal static int Count => _byHost.Values.Distinct().Count();

    /// <summary>The outlet with that name, whatever its letter case, with or without "The"; null for any other name.</summary>
    public static OutletReading? ByName(string name) => name.Length > 100 ? null : _byName.GetValueOrDefault(Key(name));

    /// <summary>The outlet at that host or above it: "edition.cnn.com" is at "cnn.com". The host as <see cref="HostName.Normalize"/> gives it.</summary>
    public static OutletReading? ByHost(string host)
    {
        while (true)
        {
            if (_byHost.TryGetValue(host, out var outlet))
                return outlet;
            var dot = host.IndexOf('.');
            if (dot < 0)
                return null;
            host = host[(dot + 1)..];
        }
    }

    private static string Key(string name)
    {
        var key = NameKey.Of(name);
        return key.StartsWith("the ", StringComparison.Ordinal) ? key[4..] : key;
    }
}
