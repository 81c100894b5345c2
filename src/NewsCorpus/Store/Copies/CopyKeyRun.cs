namespace NewsCorpus.Store.Copies;

/// <summary>
/// A sorted list of (key, article) pairs. The keys of copies are spread evenly over all numbers: in a tree that is kept in their order each insert of an article would touch some fifty pages
/// anywhere in it, which costs more than all else that is stored of the article. So each step of linking writes its pairs as a run of their own, and runs are merged when there are as large
/// ones before them (a log-structured merge tree: O'Neil, Cheng, Gawlick and O'Neil 1996). Never changed once written.
/// </summary>
public sealed class CopyKeyRun
{
    /// <summary>From a sequence: newer runs have larger numbers.</summary>
    public long Id { get; init; }

    /// <summary>Pairs in the run.</summary>
    public int Pairs { get; init; }

    /// <summary>Id of the first of its <see cref="CopyKeyPage"/> rows; the others follow without a gap.</summary>
    public long FirstPage { get; init; }

    /// <summary>Key of the first pair of each page, four bytes each, little-endian.</summary>
    public required byte[] Fences { get; init; }

    /// <summary>Which keys the run can hold, see <see cref="KeyFilter"/>.</summary>
    public required byte[] Filter { get; init; }

    public int PageCount => Fences.Length / sizeof(uint);
}

/// <summary>Some pairs of a run, in rising order, eight bytes each, little-endian: the key in the upper half, the article's id in the lower.</summary>
public sealed class CopyKeyPage
{
    public long Id { get; init; }

    public required byte[] Pairs { get; init; }
}
