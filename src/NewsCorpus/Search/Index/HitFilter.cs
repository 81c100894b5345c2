using NewsCorpus.Articles;

namespace NewsCorpus.Search.Index;

/// <summary>The filters that are looked up in columns rather than in lists of documents, because their facets are counted as if they were not set.</summary>
internal sealed record HitFilter
{
    /// <summary>An id that no article has.</summary>
    public const int Nobody = -1;

    /// <summary>First day number that is in range.</summary>
    public int FirstDay { get; init; }

    /// <summary>Last day number that is in range.</summary>
    public int LastDay { get; init; } = int.MaxValue;

    public bool WithDated { get; init; } = true;

    public bool WithUndated { get; init; } = true;

    /// <summary>Outlets of which an article must have one; empty for all.</summary>
    public IReadOnlyCollection<int> Outlets { get; init; } = [];

    /// <summary>Outlets that an article must not have.</summary>
    public IReadOnlyCollection<int> NotOutlets { get; init; } = [];

    /// <summary>Numbers of languages of which an article must have one; empty for all.</summary>
    public IReadOnlyCollection<int> Languages { get; init; } = [];

    /// <summary>Numbers of languages that an article must not have.</summary>
    public IReadOnlyCollection<int> NotLanguages { get; init; } = [];

    /// <summary>Whether an article's outlet passes, by outlet id.</summary>
    public bool[] OutletTable(int maxOutlet) => Table(maxOutlet + 1, Outlets, NotOutlets);

    /// <summary>Whether an article's language passes, by its number.</summary>
    public bool[] LanguageTable() => Table(LanguageCodes.Numbers, Languages, NotLanguages);

    private static bool[] Table(int length, IReadOnlyCollection<int> wanted, IReadOnlyCollection<int> unwanted)
    {
        var table = new bool[length];
        if (wanted.Count == 0)
            Array.Fill(table, true);
        Set(wanted, true);
        Set(unwanted, false);
        return table;

        void Set(IReadOnlyCollection<int> ids, bool passes)
        {
            foreach (var id in ids)
            {
                if ((uint)id < (uint)table.Length)
                    table[id] = passes;
            }
        }
    }
}
