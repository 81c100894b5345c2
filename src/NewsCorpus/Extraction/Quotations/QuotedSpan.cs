namespace NewsCorpus.Extraction.Quotations;

/// <summary>Words between quotation marks, whatever they are: speech, a title or a scare quote.</summary>
/// <param name="Open">Offset of the opening mark.</param>
/// <param name="Start">Offset of the first word.</param>
/// <param name="End">Offset just past the last character inside, white space left out.</param>
/// <param name="Close">Offset just past the closing mark; the same as <paramref name="End"/> where there is none.</param>
/// <param name="Block">Index of the block in which it stands.</param>
/// <param name="Continues">True where it carries on a quotation that the paragraph before left open.</param>
internal sealed record QuotedSpan(int Open, int Start, int End, int Close, int Block, bool Continues)
{
    public int Length => End - Start;

    public bool IsClosed => Close > End;
}
