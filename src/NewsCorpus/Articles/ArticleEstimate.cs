namespace NewsCorpus.Articles;

/// <summary>
/// What was worked out of the date of an article that has none, and from which state of article and corpus, so that it can be known when to work it out anew. The row goes when the article gets a date.
/// </summary>
public sealed class ArticleEstimate
{
    public long ArticleId { get; init; }

    /// <summary>First day of the window; null where the clues did not suffice.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day, inclusive; null where the clues did not suffice.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Why, one clause a line; "" where the clues did not suffice.</summary>
    public string Reasons { get; set; } = "";

    /// <summary>Revision of the article that was looked at. One of a later revision is looked at again.</summary>
    public long Revision { get; set; }

    /// <summary>Dated articles that the corpus had then.</summary>
    public int DatedArticles { get; set; }

    public DateEstimate? Estimate => From is { } from && To is { } to ? new DateEstimate(from, to, Reasons.Split('\n')) : null;
}
