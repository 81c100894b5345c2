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

    /// <summary>Whether an article's outlet passes, by outlet id.</summary>
    public bool[] OutletTable(int maxOutlet)
    {
        var table = new bool[maxOutlet + 1];
        if (Outlets.Count == 0)
        {
            Array.Fill(table, true);
        }
        else
        {
            foreach (var outlet in Outlets)
            {
                if ((uint)outlet < (uint)table.Length)
                    table[outlet] = true;
            }
        }
        foreach (var outlet in NotOutlets)
        {
            if ((uint)outlet < (uint)table.Length)
                table[outlet] = false;
        }
        return table;
    }
}
