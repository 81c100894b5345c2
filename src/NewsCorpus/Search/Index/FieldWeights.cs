using NewsCorpus.Search.Queries;

namespace NewsCorpus.Search.Index;

/// <summary>
/// What a word counts for by where it stands. A word of weight 3 counts as three words of the text, before the saturation of BM25: that is BM25F
/// (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004), and costs one posting list a word where a query over five fields costs five.
/// A change takes a new <see cref="IndexFormat.Version"/>.
/// </summary>
internal static class FieldWeights
{
    /// <summary>BM25's saturation of repeated words.</summary>
    public const float K1 = 1.2f;

    /// <summary>BM25's share of length normalisation.</summary>
    public const float B = 0.6f;

    public static int Of(QueryField field) => field switch
    {
        QueryField.Title => 4,
        QueryField.Person or QueryField.Lead => 2,
        QueryField.Text or QueryField.Caption or QueryField.Outlet or QueryField.Agency => 1,
        QueryField.Said or QueryField.Speaker or QueryField.Tag or QueryField.Byline or QueryField.Language or QueryField.DateSource or QueryField.File => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "not a field"),
    };
}
