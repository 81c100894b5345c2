using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Quotations;

/// <summary>Gives reported content its cue and speaker.</summary>
internal static class IndirectReadings
{

    public static IEnumerable<QuotationReading> Read(QuotedArticle article, IndirectQuotations contents, SpeakerResolver resolver)
    {
        foreach (var p in article.Paragraphs)
            foreach (var (first, last, cueFollows) in contents.Find(p))
            {
                var attribution = cueFollows ? After(p, last) : Before(p, first);
                if (attribution is null)
                    continue;
                var speaker = attribution.Speaker is { } phrase ? resolver.Resolve(p, phrase) : null;
                var (start, end) = (p.Tokens[first].Start, p.Tokens[last].End);
                yield return new QuotationReading(
                    start,
                    end,
                    article.Text[start..end],
                    speaker?.Person ?? -1,
                    speaker?.Words(article.Text),
                    speaker?.Start,
                    speaker?.End,
                    p.Words(attribution.CueFirst, attribution.CueLast),
                    p.Tokens[attribution.CueFirst].Start,
                    p.Tokens[attribution.CueLast].End,
                    IsDirect: false,
                    ResolvedSpeaker.Explain(attribution.Rule, speaker));
            }
    }

    private static Attribution? Before(Paragraph p, int first)
    {
        var start = Attributions.SentenceStart(p, first);
        if (p.Is(start, "according") && IndirectQuotations.CueBefore(p, first, start) < 0)
            return Attributions.According(p, start);
        var verb = IndirectQuotations.CueBefore(p, first, start);
        return verb < 0 ? null : Cued(p, verb, verb, start);
    }

    private static Attribution Cued(Paragraph p, int first, int last, int start)
    {
        var clause = Attributions.ClauseStart(p, first, start);
        return new Attribution(first, last, SpeakerPhrases.Before(p, first, clause) ?? SpeakerPhrases.Before(p, first, start), "reported speech");
    }

    private static Attribution? After(Paragraph p, int last)
    {
        var first = last + 1;
        while (p.Class(first) is WordClass.Comma or WordClass.Punctuation)
            first++;
        if (Attributions.According(p, first) is { } according)
            return according;
        for (var v = first; v < p.Count && p.SameSentence(last, v) && v - first < IndirectQuotations.CueReach; v++)
            if (p.Class(v) is WordClass.StrongVerb or WordClass.WeakVerb)
                return new Attribution(v, v, v == first ? SpeakerPhrases.After(p, v) : SpeakerPhrases.Before(p, v, first), "reported speech");
        return null;
    }
}
