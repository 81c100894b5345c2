namespace NewsCorpus.Articles;

/// <summary>Says whom a name means in one article, where that is another person than the name by itself: "Mayor Adams" is Eric Adams.</summary>
public sealed class PersonLink
{
    public long ArticleId { get; init; }

    /// <summary>The name as the rules read it in the article.</summary>
    public int NamedPersonId { get; init; }

    /// <summary>Whom it means. Where that person was merged into another, the other one is shown.</summary>
    public int PersonId { get; set; }

    /// <summary>Why, in words a reader understands.</summary>
    public required string Rule { get; set; }

    /// <summary>The sentence of the article that names them so, and where it stands in the text; null where no sentence does.</summary>
    public string? Excerpt { get; set; }

    public int? Start { get; set; }

    public int? End { get; set; }

    /// <summary>The article that names the person in full, and its sentence; null for an editor's link.</summary>
    public long? GroundArticleId { get; set; }

    public string? Ground { get; set; }

    /// <summary>The editor's correction that says so; null for a link by rule.</summary>
    public long? CorrectionId { get; set; }
}
