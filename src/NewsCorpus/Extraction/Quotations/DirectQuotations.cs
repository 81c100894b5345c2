using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Quotations;

/// <summary>Chooses the quoted spans that are speech and finds the speaker of each.</summary>
internal static class DirectQuotations
{
    private sealed record Voice(ResolvedSpeaker Speaker, string Rule);

    public static List<QuotationReading> Read(QuotedArticle article, SpeakerResolver resolver)
    {
        var readings = new List<QuotationReading>();
        var spoken = new List<FramedSpan>();
        foreach (var span in article.Spans)
            if (QuotedSpanJudge.IsSpeech(article, span))
                spoken.Add(span);

        var voices = new Voice?[spoken.Count];
        for (var i = 0; i < spoken.Count; i++)
            if (spoken[i].Attribution is { Speaker: { } phrase } attribution)
                voices[i] = new Voice(resolver.Resolve(article.Paragraphs[spoken[i].Paragraph], phrase), attribution.Rule);
        for (var i = 0; i < spoken.Count; i++)
            voices[i] ??= Neighbour(article, resolver, spoken, voices, i);

        for (var i = 0; i < spoken.Count; i++)
        {
            var span = spoken[i].Span;
            var p = article.Paragraphs[spoken[i].Paragraph];
            var voice = voices[i];
            var cue = spoken[i].Attribution;
            readings.Add(new QuotationReading(
                span.Start,
                span.End,
                article.Text[span.Start..span.End],
                voice?.Speaker.Person ?? -1,
                voice?.Speaker.Words(article.Text),
                voice?.Speaker.Start,
                voice?.Speaker.End,
                cue is null ? null : p.Words(cue.CueFirst, cue.CueLast),
                cue is null ? null : p.Tokens[cue.CueFirst].Start,
                cue is null ? null : p.Tokens[cue.CueLast].End,
                IsDirect: true,
                voice?.Rule ?? "no speaker found"));
        }
        return readings;
    }

    /// <summary>The speaker of a quotation without a cue of its own.</summary>
    private static Voice? Neighbour(QuotedArticle article, SpeakerResolver resolver, List<FramedSpan> spoken, Voice?[] voices, int i)
    {
        var here = spoken[i];
        var p = article.Paragraphs[here.Paragraph];
        var sentence = Attributions.SentenceStart(p, here.Token);

        // "..." ran over from the paragraph before.
        if (here.Span.Continues && i > 0 && voices[i - 1] is { } running)
            return new Voice(running.Speaker, "quotation goes on from the paragraph before");
        // "...," she said. "..."
        if (i > 0 && spoken[i - 1].Paragraph == here.Paragraph && voices[i - 1] is { } before)
            return new Voice(before.Speaker, "speaker of the quotation before");
        // Rook shook his head. "..."
        if (sentence > 0 && SpeakerPhrases.First(p, Attributions.SentenceStart(p, sentence - 1), sentence) is { } subject)
            return new Voice(resolver.Resolve(p, subject), "subject of the sentence before");
        // "..." "...," she said.
        if (i + 1 < spoken.Count && spoken[i + 1].Paragraph == here.Paragraph && voices[i + 1] is { } after)
            return new Voice(after.Speaker, "speaker of the quotation after");
        // She was blunt: / "..."
        if (here.Paragraph > 0)
        {
            var previous = article.Paragraphs[here.Paragraph - 1];
            if (previous.Count > 1 && previous[previous.Count - 1] is ":" && Introduction(previous) is { } introduced)
                return new Voice(resolver.Resolve(previous, introduced), "introduced by the paragraph before");
        }
        return TurnTaking.Speaker(spoken, i, n => voices[n]?.Speaker) is { } speaker
            ? new Voice(speaker, "speaker of the paragraph before")
            : null;
    }

    private static SpeakerPhrase? Introduction(Paragraph p)
    {
        var start = Attributions.SentenceStart(p, p.Count - 1);
        return SpeakerPhrases.First(p, start, p.Count - 1);
    }
}
