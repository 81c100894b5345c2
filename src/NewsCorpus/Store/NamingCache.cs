using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>Which dated articles name whom, for those who were asked for lately: the same people come up in one undated article after another. Lives as long as one estimation; safe for threads.</summary>
internal sealed class NamingCache
{
    /// <summary>Namings in memory; with more the cache begins anew.</summary>
    private const int Most = 100_000;

    private readonly Lock _lock = new();
    private Dictionary<int, (int Articles, IReadOnlyList<DatedNaming> Dated)> _people = [];
    private Dictionary<string, string> _offices = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>What is known of some people; the others are missing.</summary>
    public Dictionary<int, (int Articles, IReadOnlyList<DatedNaming> Dated)> Of(IEnumerable<int> people)
    {
        lock (_lock)
            return people.Where(_people.ContainsKey).ToDictionary(p => p, p => _people[p]);
    }

    /// <summary>One string for all namings with the same office.</summary>
    public string? Same(string? office)
    {
        if (office is null)
            return null;
        lock (_lock)
            return _offices.TryAdd(office, office) ? office : _offices[office];
    }

    /// <param name="people">People with the number of all articles that name them, and the dated ones.</param>
    public void Add(IEnumerable<(int Person, (int Articles, IReadOnlyList<DatedNaming> Dated) Named)> people)
    {
        lock (_lock)
        {
            if (_count > Most)
                (_people, _offices, _count) = ([], new(StringComparer.Ordinal), 0);
            foreach (var (person, named) in people)
                if (_people.TryAdd(person, named))
                    _count += named.Dated.Count + 1;
        }
    }
}
