namespace NewsCorpus.Extraction.Quotations;

/// <summary>Whose turn it is where a paragraph is a quotation and nothing else.</summary>
internal static class TurnTaking
{
    private const int Reach = 2;

    /// <summary>
    /// The speaker of the quotation before, if it stands no more than two paragraphs back; after a question that another speaker put, the one who spoke before the question.
    /// </summary>
    public static ResolvedSpeaker? Speaker(IReadOnlyList<FramedSpan> spoken, int i, Func<int, ResolvedSpeaker?> speakerOf)
    {
        if (i == 0 || spoken[i].Paragraph - spoken[i - 1].Paragraph > Reach)
            return null;
        return speakerOf(i - 1);
    }
}
