using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Quotations;

/// <summary>
/// Finds what people are reported to have said in an article, and who said it. Direct quotations: every span in quotation marks is judged to be speech or not
/// (<see cref="DirectQuotations"/>); its speaker is the subject of the cue around it, else comes from the quotations beside it. Indirect ones: <see cref="IndirectQuotations"/>. No state; safe for any thread.
/// </summary>
public static class QuotationReader
{
    private const string Unread = "no speaker: words that report speech are known in English only";

    /// <summary>The quotations of the body, in the order of the text; direct ones never overlap each other.</summary>
    /// <param name="people">People of the article, to whom <see cref="QuotationReading.Speaker"/> points.</param>
    /// <param name="mentions">Where they are named; any order.</param>
    /// <param name="language">ISO 639-1; null where not known. Cues are known in English only: of another language direct quotations are read, and a speaker only where it is one of <paramref name="people"/>.</param>
    public static IReadOnlyList<QuotationReading> Read(ArticleContent content, IReadOnlyList<PersonReading> people, IReadOnlyList<Mention> mentions, string? language = null) =>
        Read(content, people, mentions, QuotationModels.Embedded, language);

    internal static IReadOnlyList<QuotationReading> Read(ArticleContent content, IReadOnlyList<PersonReading> people, IReadOnlyList<Mention> mentions, QuotationModels models, string? language = null)
    {
        var article = QuotedArticle.Read(content);
        var resolver = new SpeakerResolver(article, people, mentions);
        var readings = new DirectQuotations(models).Read(article, resolver);
        if (language is not (null or "en"))
            return readings.ConvertAll(r => r.Speaker >= 0 ? r : r with { SpeakerText = null, SpeakerStart = null, SpeakerEnd = null, Cue = null, CueStart = null, CueEnd = null, Rule = Unread });
        readings.AddRange(IndirectReadings.Read(article, new IndirectQuotations(models), resolver));
        readings.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        return readings;
    }
}
