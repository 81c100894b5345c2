using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>What is shown of an article: the rules' reading with its corrections laid over it.</summary>
internal sealed record ShownReading
{
    public required ArticleReading Reading { get; init; }

    /// <summary>What the rules say, to be kept beside it; null for an article without corrections.</summary>
    public ArticleRules? Rules { get; init; }

    public ArticleState State { get; init; }

    /// <summary>Id of the outlet, where it is known already; else <see cref="ArticleReading.Outlet"/> is looked up.</summary>
    public int? OutletId { get; init; }

    /// <summary>Indexes of people whom an editor says appear, though no words of the text name them.</summary>
    public IReadOnlyList<int> Unnamed { get; init; } = [];

    public static ShownReading Uncorrected(ArticleReading reading) => new() { Reading = reading };
}
