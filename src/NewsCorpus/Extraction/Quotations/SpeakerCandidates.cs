namespace NewsCorpus.Extraction.Quotations;

/// <summary>Where a candidate for the speaker of a quotation comes from.</summary>
internal enum CandidateKind
{
    /// <summary>"..." she said.</summary>
    SubjectThenCueAfter,

    /// <summary>"..." said Rook.</summary>
    CueThenSubjectAfter,

    /// <summary>She said: "..."</summary>
    SubjectThenCueBefore,

    /// <summary>Said Rook: "..."</summary>
    CueThenSubjectBefore,

    AccordingTo,

    /// <summary>First noun phrase of the sentence, whatever its verb.</summary>
    SentenceSubject,

    /// <summary>First noun phrase of the sentence before.</summary>
    SentenceBefore,

    /// <summary>Speaker of the quotation before in the same paragraph.</summary>
    QuotationBefore,

    /// <summary>Speaker of the quotation after in the same paragraph.</summary>
    QuotationAfter,

    /// <summary>Speaker of the last quotation of an earlier paragraph.</summary>
    ParagraphBefore,

    /// <summary>First noun phrase of the last sentence of the paragraph before.</summary>
    Introduction,

    /// <summary>The quotation runs over from the paragraph before.</summary>
    Continuation,
}

/// <param name="Paragraph">Index of the paragraph in which the phrase stands.</param>
/// <param name="Cue">Token of the verb, in the quotation's own paragraph; -1 for none.</param>
internal readonly record struct SpeakerCandidate(CandidateKind Kind, int Paragraph, SpeakerPhrase Phrase, int Cue);

/// <summary>Lists who may be the speaker of a quotation, for a trained model to choose from.</summary>
internal static class SpeakerCandidates
{
    private const int Reach = 50;

    /// <summary>Candidates of the sentence that frames the quotation; those from elsewhere come after, see <see cref="DirectQuotations"/>.</summary>
    public static void OwnSentence(Paragraph p, int paragraph, int q, List<SpeakerCandidate> candidates)
    {
        var start = Attributions.SentenceStart(p, q);
        for (var v = q - 1; v >= start && q - v < Reach; v--)
        {
            if (!IsCue(p, v, start))
                continue;
            if (p.Is(v, "according"))
            {
                Add(CandidateKind.AccordingTo, SpeakerPhrases.After(p, v + 1), v);
                continue;
            }
            var clause = Attributions.ClauseStart(p, v, start);
            var subject = SpeakerPhrases.Before(p, v, clause);
            Add(CandidateKind.SubjectThenCueBefore, subject ?? SpeakerPhrases.Before(p, v, start), v);
            // A clause of its own with its own subject: what stands before it reports something else.
            if (subject is not null && clause > start && (p.IsQuotation(clause - 1) || p[clause - 1] is "," or ";"))
                break;
            if (v == start || p.Class(v - 1) is WordClass.Comma or WordClass.Quotation or WordClass.Punctuation)
                Add(CandidateKind.CueThenSubjectBefore, SpeakerPhrases.After(p, v), v);
        }
        Add(CandidateKind.SentenceSubject, SpeakerPhrases.First(p, start, q), -1);

        var first = q + 1;
        while (first < p.Count && p.SameSentence(q, first) && p.Class(first) is WordClass.Comma or WordClass.Punctuation)
            first++;
        var open = q + 1 < p.Count && !p.SameSentence(q, q + 1) && EndsWithBreak(p, q);
        for (var v = first; v < p.Count && v - q < Reach && (p.SameSentence(q, v) || (open && p.SameSentence(q + 1, v) && v - q < 6)); v++)
        {
            if (!IsCue(p, v, -1))
                continue;
            if (p.Is(v, "according"))
                Add(CandidateKind.AccordingTo, SpeakerPhrases.After(p, v + 1), v);
            else if (v == first)
                Add(CandidateKind.CueThenSubjectAfter, SpeakerPhrases.After(p, v), v);
            else
            {
                Add(CandidateKind.SubjectThenCueAfter, SpeakerPhrases.Before(p, v, first), v);
                if (p.Class(v - 1) is WordClass.Comma or WordClass.Adverb)
                    Add(CandidateKind.CueThenSubjectAfter, SpeakerPhrases.After(p, v), v);
            }
        }

        void Add(CandidateKind kind, SpeakerPhrase? phrase, int cue)
        {
            if (phrase is { } found)
                candidates.Add(new SpeakerCandidate(kind, paragraph, found, cue));
        }
    }

    /// <summary>A question or an exclamation ends a sentence, though its cue may follow: "...?" Rook asked.</summary>
    private static bool EndsWithBreak(Paragraph p, int q) => p[q].Length > 2 && p[q][^2] is '?' or '!' or '…' or '—' or '–' or '-';

    private static bool IsCue(Paragraph p, int v, int sentenceStart) =>
        p.IsWord(v) && (v == sentenceStart || !p.IsCapital(v)) && (ReportingVerbs.IsAny(p[v]) || (p.Is(v, "according") && p.Is(v + 1, "to")))
        && p.Class(v - 1) != WordClass.Determiner && !p.Is(v - 1, "of");
}
