namespace NewsCorpus.Search.Quotations;

/// <summary>Puts together what are the same words: those that share a number, and those that share one with these.</summary>
internal static class QuotationGroups
{
    /// <summary>The groups, the one with the newest place first; undated ones last.</summary>
    public static List<List<FoundQuotation>> Of(IReadOnlyList<FoundQuotation> found)
    {
        var parents = new int[found.Count];
        var owners = new Dictionary<ulong, int>();
        for (var i = 0; i < parents.Length; i++)
        {
            parents[i] = i;
            foreach (var key in found[i].Keys)
            {
                if (!owners.TryAdd(key, i))
                    parents[Root(i)] = Root(owners[key]);
            }
        }
        return
        [
            .. Enumerable.Range(0, parents.Length).GroupBy(Root, i => found[i])
                .Select(g => g.ToList())
                .OrderByDescending(g => g.Max(q => q.Minute)).ThenByDescending(g => g.Max(q => q.ArticleId)).ThenBy(g => g.Min(q => q.Start)),
        ];

        int Root(int i)
        {
            while (parents[i] != i)
                i = parents[i] = parents[parents[i]];
            return i;
        }
    }
}
