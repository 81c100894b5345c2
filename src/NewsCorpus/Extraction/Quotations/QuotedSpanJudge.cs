namespace NewsCorpus.Extraction.Quotations;

/// <summary>Tells speech in quotation marks from titles, nicknames and scare quotes.</summary>
internal static class QuotedSpanJudge
{
    public static bool IsSpeech(QuotedArticle article, FramedSpan framed)
    {
        var words = 0;
        var span = framed.Span;
        for (var i = span.Start; i < span.End; i++)
            if (char.IsLetterOrDigit(article.Text[i]) && (i == span.Start || char.IsWhiteSpace(article.Text[i - 1])))
                words++;
        return words >= 4 || framed.Attribution is not null;
    }
}
