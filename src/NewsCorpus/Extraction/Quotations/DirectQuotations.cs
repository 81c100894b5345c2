using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Quotations;

/// <summary>Chooses the quoted spans that are speech, and among the candidates the speaker of each.</summary>
internal sealed class DirectQuotations(QuotationModels models)
{
    /// <summary>Log odds from which a span counts as speech.</summary>
    private const float SpeechThreshold = 0.5f;
    private const int TurnReach = 3;

    /// <summary>Indices of the spans that are speech.</summary>
    public List<int> Spoken(QuotedArticle article)
    {
        var features = new FeatureList();
        var spoken = new List<int>();
        for (var i = 0; i < article.Spans.Count; i++)
        {
            var framed = article.Spans[i];
            if (QuotedLabels.Is(article.Text, article.Paragraphs[framed.Paragraph], framed.Token, framed.Span))
                continue;
            QuotationFeatures.Speech(article, i, features);
            if (models.Speech.Score(features) > SpeechThreshold)
                spoken.Add(i);
        }
        return spoken;
    }

    public List<QuotationReading> Read(QuotedArticle article, SpeakerResolver resolver)
    {
        var spoken = Spoken(article);
        var voices = new SpeakerCandidate?[spoken.Count];
        var features = new FeatureList();
        var candidates = new List<SpeakerCandidate>();
        var readings = new List<QuotationReading>();
        for (var i = 0; i < spoken.Count; i++)
        {
            var framed = article.Spans[spoken[i]];
            Candidates(article, spoken, voices, i, candidates);
            voices[i] = Best(article, framed, candidates, features);
            readings.Add(Reading(article, framed, voices[i], resolver));
        }
        return readings;
    }

    /// <summary>All who may speak quotation <paramref name="i"/>, given who spoke those before.</summary>
    public static void Candidates(QuotedArticle article, List<int> spoken, SpeakerCandidate?[] voices, int i, List<SpeakerCandidate> candidates)
    {
        candidates.Clear();
        var here = article.Spans[spoken[i]];
        var p = article.Paragraphs[here.Paragraph];
        SpeakerCandidates.OwnSentence(p, here.Paragraph, here.Token, candidates);

        if (i > 0 && voices[i - 1] is { } voice)
        {
            var last = article.Spans[spoken[i - 1]];
            if (here.Span.Continues)
                candidates.Add(voice with { Kind = CandidateKind.Continuation, Cue = -1 });
            else if (last.Paragraph == here.Paragraph)
                candidates.Add(voice with { Kind = CandidateKind.QuotationBefore, Cue = -1 });
            else if (here.Paragraph - last.Paragraph <= TurnReach)
                candidates.Add(voice with { Kind = CandidateKind.ParagraphBefore, Cue = -1 });
        }
        if (i + 1 < spoken.Count && article.Spans[spoken[i + 1]] is var next && next.Paragraph == here.Paragraph && !p.SameSentence(here.Token, next.Token)
            && next.Attribution is { Speaker: { } nextSpeaker })
            candidates.Add(new SpeakerCandidate(CandidateKind.QuotationAfter, here.Paragraph, nextSpeaker, -1));

        var sentence = Attributions.SentenceStart(p, here.Token);
        if (sentence > 0)
        {
            var before = Attributions.SentenceStart(p, sentence - 1);
            if (SpeakerPhrases.First(p, before, sentence) is { } subject)
                AddNew(new SpeakerCandidate(CandidateKind.SentenceBefore, here.Paragraph, subject, -1));
        }
        else if (here.Paragraph > 0)
        {
            var previous = article.Paragraphs[here.Paragraph - 1];
            if (previous.Count > 1 && SpeakerPhrases.First(previous, Attributions.SentenceStart(previous, previous.Count - 1), previous.Count) is { } introduced)
                AddNew(new SpeakerCandidate(CandidateKind.Introduction, here.Paragraph - 1, introduced, -1));
        }

        // A phrase that a quotation before already gave is explained by that quotation.
        void AddNew(SpeakerCandidate candidate)
        {
            foreach (var known in candidates)
                if (known.Paragraph == candidate.Paragraph && known.Phrase.First == candidate.Phrase.First)
                    return;
            candidates.Add(candidate);
        }
    }

    /// <summary>Hands each candidate's features to <paramref name="use"/>, in order.</summary>
    public static void Describe(QuotedArticle article, FramedSpan framed, List<SpeakerCandidate> candidates, FeatureList features, Action<int> use)
    {
        var own = 0;
        var strong = false;
        foreach (var candidate in candidates)
            if (candidate.Cue >= 0)
            {
                own++;
                strong |= ReportingVerbs.IsStrong(article.Paragraphs[framed.Paragraph][candidate.Cue]);
            }
        Span<int> ranks = stackalloc int[Enum.GetValues<CandidateKind>().Length];
        ranks.Clear();
        for (var c = 0; c < candidates.Count; c++)
        {
            QuotationFeatures.Speaker(article, framed, candidates[c], ranks[(int)candidates[c].Kind]++, own, strong, features);
            use(c);
        }
    }

    private SpeakerCandidate? Best(QuotedArticle article, FramedSpan framed, List<SpeakerCandidate> candidates, FeatureList features)
    {
        var best = -1;
        var bestScore = float.MinValue;
        Describe(article, framed, candidates, features, c =>
        {
            var score = models.Speaker.Score(features);
            if (score > bestScore)
                (best, bestScore) = (c, score);
        });
        return best < 0 ? null : candidates[best];
    }

    private static QuotationReading Reading(QuotedArticle article, FramedSpan framed, SpeakerCandidate? voice, SpeakerResolver resolver)
    {
        var span = framed.Span;
        var p = article.Paragraphs[framed.Paragraph];
        var speaker = voice is { } v ? resolver.Resolve(article.Paragraphs[v.Paragraph], v.Phrase) : null;
        var cue = voice is { Cue: >= 0 and var token } ? token : -1;
        var lastCue = cue >= 0 && p.Is(cue, "according") ? cue + 1 : cue;
        return new QuotationReading(
            span.Start,
            span.End,
            article.Text[span.Start..span.End],
            speaker?.Person ?? -1,
            speaker?.Words(article.Text),
            speaker?.Start,
            speaker?.End,
            cue < 0 ? null : p.Words(cue, lastCue),
            cue < 0 ? null : p.Tokens[cue].Start,
            cue < 0 ? null : p.Tokens[lastCue].End,
            IsDirect: true,
            ResolvedSpeaker.Explain(Rule(voice?.Kind), speaker));
    }

    private static string Rule(CandidateKind? kind) => kind switch
    {
        CandidateKind.SubjectThenCueAfter or CandidateKind.CueThenSubjectAfter => Attributions.CueAfter,
        CandidateKind.SubjectThenCueBefore or CandidateKind.CueThenSubjectBefore => Attributions.CueBefore,
        CandidateKind.AccordingTo => Attributions.AccordingTo,
        CandidateKind.SentenceSubject => "subject of the sentence",
        CandidateKind.SentenceBefore => "subject of the sentence before",
        CandidateKind.QuotationBefore => "speaker of the quotation before",
        CandidateKind.QuotationAfter => "speaker of the quotation after",
        CandidateKind.ParagraphBefore => "speaker of the paragraph before",
        CandidateKind.Introduction => "introduced by the paragraph before",
        CandidateKind.Continuation => "quotation goes on from the paragraph before",
        _ => "no speaker found",
    };
}
