namespace NewsCorpus.Search.Index;

/// <summary>The agencies of all segments of a snapshot under one numbering; 0 is none. There are some hundred in the world.</summary>
internal sealed class AgencyTable
{
    public AgencyTable(IReadOnlyList<SegmentColumns> segments)
    {
        Names = ["", .. segments.SelectMany(s => s.Rows.AgencyNames).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var numbers = Names.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        Numbers = [.. segments.Select(s => s.Rows.AgencyNames.Select(n => numbers[n]).ToArray())];
    }

    public string[] Names { get; }

    /// <summary>For each segment the numbers of its <see cref="FacetRows.AgencyNames"/>.</summary>
    public int[][] Numbers { get; }
}
