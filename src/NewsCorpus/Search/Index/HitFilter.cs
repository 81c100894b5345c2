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

    /// <summary>Undated articles with an estimate count as of its middle day.</summary>
    public bool WithEstimates { get; init; }

    public bool WithDated { get; init; } = true;

    public bool WithUndated { get; init; } = true;

    /// <summary>Outlets of which an article must have one; empty for all.</summary>
    public IReadOnlyCollection<int> Outlets { get; init; } = [];

    /// <summary>Outlets that an article must not have.</summary>
    public IReadOnlyCollection<int> NotOutlets { get; init; } = [];

    /// <summary>Agencies, by their numbers in <see cref="AgencyTable"/>, of which an article must have one; empty for all.</summary>
    public IReadOnlyCollection<int> Agencies { get; init; } = [];

    /// <summary>Agencies that an article must not have.</summary>
    public IReadOnlyCollection<int> NotAgencies { get; init; } = [];

    /// <summary>Languages, by <see cref="LanguageCodes.Number"/>, of which an article must have one; empty for all.</summary>
    public IReadOnlyCollection<int> Languages { get; init; } = [];

    /// <summary>Languages that an article must not have.</summary>
    public IReadOnlyCollection<int> NotLanguages { get; init; } = [];

    /// <summary>Months, as <see cref="DateColumns.MonthOf(int)"/> gives them, of which a dated article must have one; empty for all.</summary>
    public IReadOnlyCollection<int> Months { get; init; } = [];

    /// <summary>Months that a dated article must not have.</summary>
    public IReadOnlyCollection<int> NotMonths { get; init; } = [];

    /// <summary>Whether everything passes.</summary>
    public bool IsOpen => FirstDay == 0 && LastDay == int.MaxValue && WithDated && WithUndated
        && Outlets.Count + NotOutlets.Count + Agencies.Count + NotAgencies.Count + Languages.Count + NotLanguages.Count + Months.Count + NotMonths.Count == 0;

    /// <summary>What passes, by id.</summary>
    public HitTables Tables(IndexSnapshot snapshot) => new(
        Table(Outlets, NotOutlets, snapshot.MaxOutlet),
        Table(Agencies, NotAgencies, snapshot.Agencies.Names.Length - 1),
        Table(Languages, NotLanguages, LanguageCodes.Numbers - 1),
        Months.Count + NotMonths.Count == 0 ? null : Table(Months, NotMonths, DateColumns.MonthNumbers - 1));

    private static bool[] Table(IReadOnlyCollection<int> wanted, IReadOnlyCollection<int> unwanted, int max)
    {
        var table = new bool[max + 1];
        if (wanted.Count == 0)
        {
            Array.Fill(table, true);
        }
        else
        {
            foreach (var id in wanted)
            {
                if ((uint)id < (uint)table.Length)
                    table[id] = true;
            }
        }
        foreach (var id in unwanted)
        {
            if ((uint)id < (uint)table.Length)
                table[id] = false;
        }
        return table;
    }
}

/// <summary>Whether what an article has passes a filter, by its id or number.</summary>
/// <param name="Months">By <see cref="DateColumns.MonthOf(int)"/>; null where all pass, as nearly always.</param>
internal sealed record HitTables(bool[] Outlets, bool[] Agencies, bool[] Languages, bool[]? Months);
