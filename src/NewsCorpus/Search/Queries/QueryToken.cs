namespace NewsCorpus.Search.Queries;

internal enum QueryTokenKind
{
    Word,
    Phrase,
    Open,
    Close,
    And,
    Or,
    Not,

    /// <summary>"title:"; the text is the name.</summary>
    Field,

    /// <summary>"atleast3(" and the like; the text is the name with its number, the parenthesis follows as a token of its own.</summary>
    Function,

    /// <summary>"w/5" and the like.</summary>
    Near,

    /// <summary>"length&gt;500".</summary>
    Length,

    /// <summary>"date:2026-01"; the text is what follows the colon.</summary>
    Date,
    End,
}

/// <param name="Text">The word, the words inside quotation marks, or the field's name.</param>
/// <param name="Number">The slack after a phrase, or null.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text, int Start, int Length, int? Number = null)
{
    public int End => Start + Length;
}
