using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Quotations;

/// <summary>
/// Finds what people are reported to have said in an article, and who said it. Direct quotations: every span in quotation marks is judged to be speech or not
/// (<see cref="QuotedSpanJudge"/>); its speaker is the subject of the cue around it, else comes from the quotations beside it. No state; safe for any thread.
/// </summary>
public static class QuotationReader
{
    /// <summary>The quotations of the body, in the order of the text; direct ones never overlap each other.</summary>
    /// <param name="people">People of the article, to whom <see cref="QuotationReading.Speaker"/> points.</param>
    /// <param name="mentions">Where they are named; any order.</param>
    public static IReadOnlyList<QuotationReading> Read(ArticleContent content, IReadOnlyList<PersonReading> people, IReadOnlyList<Mention> mentions)
    {
        var article = QuotedArticle.Read(content);
        var resolver = new SpeakerResolver(content, people, mentions);
        return DirectQuotations.Read(article, resolver);
    }
}
