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
    Field,
    End,
}

/// <param name="Text">The word, the words inside quotation marks, or the field's name.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text, int Start, int Length)
{
    public int End => Start + Length;
}
