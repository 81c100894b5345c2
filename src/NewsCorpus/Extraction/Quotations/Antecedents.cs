using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Quotations;

/// <summary>
/// Finds whom a word like "he" takes up: the sentences before are gone through backwards, and in each the subject is asked before whoever else is named there
/// (after Hobbs, "Resolving pronoun references", Lingua 44, 1978, for want of a parser by order, marks and closed word classes). What is named inside of quotation marks is the
/// speaker's to take up, not the writer's.
/// </summary>
internal sealed class Antecedents
{
    /// <summary>Sentences that are gone back.</summary>
    private const int Reach = 12;

    private const int PerSentence = 4;
    private const int NotSubject = 1;
    private const int NotFirst = 2;


    /// <summary>"with Rook": less likely than another of the same sentence, likelier than the subject of the one before.</summary>
    private const int Oblique = 3;

    /// <summary>"Rook's office".</summary>
    private const int Possessive = 6;
    private const int UnknownGender = 8;

    private readonly Dictionary<int, int> _firstSentences = [];
    private readonly List<Place> _places = [];
    private readonly Gender[] _genders;

    /// <param name="mentions">In the order of the text.</param>
    public Antecedents(QuotedArticle article, IReadOnlyList<Mention> mentions, Gender[] genders)
    {
        _genders = genders;
        var (sentence, next) = (0, 0);
        foreach (var p in article.Paragraphs)
        {
            _firstSentences[p.Block] = sentence;
            if (p.Count == 0)
                continue;
            var last = -1;
            while (next < mentions.Count && mentions[next].Start < p.Tokens[0].Start)
                next++;
            for (var t = 0; next < mentions.Count && mentions[next].Start < p.Tokens[^1].End; next++)
            {
                var mention = mentions[next];
                while (t < p.Count && p.Tokens[t].End <= mention.Start)
                    t++;
                if (t >= p.Count || p.IsQuotation(t) || mention.Person < 0 || mention.Role > MentionRole.Quoted)
                    continue;
                var end = t;
                while (end + 1 < p.Count && p.Tokens[end + 1].Start < mention.End)
                    end++;
                var place = sentence + p.Tokens[t].Sentence;
                _places.Add(new Place(mention.Start, mention.Person, place, RankOf(p, t, end, isFirst: place != last)));
                last = place;
            }
            sentence += p.Tokens[^1].Sentence + 1;
        }
    }

    /// <summary>The person, -1 where nobody fits.</summary>
    /// <param name="p">Where the word stands that takes somebody up.</param>
    /// <param name="reach">Sentences that are gone back at most.</param>
    /// <param name="fits">Who may be meant, besides what gender says; null for all.</param>
    public int Find(Paragraph p, int token, Gender gender, int reach = Reach, Func<int, bool>? fits = null)
    {
        var (best, lowest, sentenceOfBest) = (-1, int.MaxValue, -1);
        var start = p.Tokens[token].Start;
        var here = _firstSentences[p.Block] + p.Tokens[token].Sentence;
        for (var i = _places.Count - 1; i >= 0 && here - _places[i].Sentence <= reach; i--)
        {
            var place = _places[i];
            if (place.Start >= start || !Agrees(gender, _genders[place.Person]) || fits is not null && !fits(place.Person))
                continue;
            var cost = (PerSentence * (here - place.Sentence)) + place.Rank + (gender != Gender.Unknown && _genders[place.Person] == Gender.Unknown ? UnknownGender : 0);
            // Of two in one sentence that are alike the first is meant.
            if (cost < lowest || cost == lowest && place.Sentence == sentenceOfBest)
                (best, lowest, sentenceOfBest) = (place.Person, cost, place.Sentence);
        }
        return best;
    }

    private static bool Agrees(Gender asked, Gender known) => asked == Gender.Unknown || known == Gender.Unknown || asked == known;

    private static int RankOf(Paragraph p, int first, int last, bool isFirst)
    {
        var title = first - 1;
        while (p.IsWord(title) && p.SameSentence(title, first) && FunctionWords.IsContent(p[title]))
            title--;
        if (p[last + 1] is "'s" or "’s" or "'" or "’")
            return Possessive;
        var opening = p.SameSentence(title, first) && p.IsWord(title) ? p[title] : default;
        // "When Rook asked, Sedge said": the main clause has the subject.
        if (FunctionWords.IsSubordinating(opening))
            return NotSubject;
        if (FunctionWords.IsPreposition(opening) || opening is "of" or "for" or "to")
            return Oblique;
        if (p.Class(last + 1) is WordClass.Auxiliary or WordClass.StrongVerb or WordClass.WeakVerb)
            return 0;
        return isFirst ? NotSubject : NotFirst;
    }

    /// <param name="Rank">0 for a subject, more the less likely the person is taken up.</param>
    private readonly record struct Place(int Start, int Person, int Sentence, int Rank);
}
