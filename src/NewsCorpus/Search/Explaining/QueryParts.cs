using NewsCorpus.Search.Index;
using NewsCorpus.Search.Queries;

namespace NewsCorpus.Search.Explaining;

/// <summary>The parts of a query that must hold together, each of which can be counted by itself. What is asked of one and the same quotation is one part.</summary>
internal sealed class QueryParts
{
    /// <summary>Parts of one level that are told; a longer query's others are not.</summary>
    public const int Most = 12;

    private readonly QueryNode _root;
    private readonly List<QueryNode> _all;

    public QueryParts(QueryNode root)
    {
        _root = root;
        _all = root is AndNode and ? [.. and.Parts] : [root];
        var ofQuotation = _all.Where(QuotationQueryBuilder.Asks).ToList();
        if (ofQuotation.Count < 2)
            return;
        _all.RemoveAll(ofQuotation.Contains);
        _all.Insert(0, new AndNode(ofQuotation, ofQuotation[0].Start, ofQuotation[^1].End - ofQuotation[0].Start));
    }

    /// <summary>The first parts.</summary>
    public IReadOnlyList<QueryNode> Told => [.. _all.Take(Most)];

    /// <summary>How many others there are.</summary>
    public int More => Math.Max(0, _all.Count - Most);

    /// <summary>The query without one of its parts; null where it has no other.</summary>
    public QueryNode? Without(int part) => Joined([.. _all.Where((_, i) => i != part)]);

    /// <summary>Nothing but the first parts.</summary>
    public QueryNode First(int count) => Joined([.. _all.Take(count)])!;

    private QueryNode? Joined(List<QueryNode> parts) => parts.Count switch { 0 => null, 1 => parts[0], _ => new AndNode(parts, _root.Start, _root.Length) };
}
