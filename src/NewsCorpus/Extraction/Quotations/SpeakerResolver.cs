using System.Buffers;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Quotations;

/// <summary>The words that name a speaker, in offsets into the article, and which person they are.</summary>
/// <param name="Person">Index into the article's people, -1 where the words name none of them.</param>
/// <param name="Why">Why they mean that person, where they do not name anybody.</param>
internal sealed record ResolvedSpeaker(int Start, int End, int Person, string? Why = null)
{
    public string Words(string text) => text[Start..End];

    /// <summary>How the speaker was found, with how the words were understood.</summary>
    public static string Explain(string rule, ResolvedSpeaker? speaker) => speaker?.Why is { } why ? $"{rule}; {why}" : rule;
}

/// <summary>Says which of the article's people a phrase means: by the mention in it, for "he" and "she" by <see cref="Antecedents"/>, for "the mayor" by <see cref="Descriptions"/>.</summary>
internal sealed class SpeakerResolver
{
    private readonly string _text;
    private readonly IReadOnlyList<Mention> _mentions;
    private readonly Antecedents _antecedents;
    private readonly Descriptions _descriptions;

    public SpeakerResolver(QuotedArticle article, IReadOnlyList<PersonReading> people, IReadOnlyList<Mention> mentions)
    {
        _text = article.Text;
        _mentions = [.. mentions.OrderBy(m => m.Start)];
        _antecedents = new Antecedents(article, _mentions, Genders.Of(article.Text, people, _mentions));
        _descriptions = new Descriptions(article.Text, people, _mentions, _antecedents);
    }

    public ResolvedSpeaker Resolve(Paragraph p, SpeakerPhrase phrase)
    {
        var start = p.Tokens[phrase.First].Start;
        var end = p.Tokens[phrase.Last].End;
        if (phrase.First == phrase.Last && FunctionWords.IsPronoun(p[phrase.First]))
            return OfPronoun(p, phrase.First, start, end);
        var named = Head(Named(start, end), end);
        if (named is null && phrase.Apposition > phrase.Last)
        {
            // "the committee's chair, Anna Rook": the apposition's own name, which must open it.
            var after = Named(p.Tokens[phrase.Last + 2].Start, p.Tokens[phrase.Apposition].End);
            if (after is not null && after.Start - p.Tokens[phrase.Last + 2].Start < 20)
                return new ResolvedSpeaker(after.Start, after.End, after.Person);
        }
        if (named is null)
        {
            var (person, why) = _descriptions.Find(p, phrase);
            return new ResolvedSpeaker(start, end, person, why);
        }
        return Mediates(start, end, named) ? new ResolvedSpeaker(start, end, -1) : new ResolvedSpeaker(start, Math.Min(end, named.End), named.Person);
    }

    /// <summary>"Trump border czar Tom Homan": the name at the end of one noun phrase is its head, a name before it only says whose.</summary>
    private Mention? Head(Mention? first, int end)
    {
        var head = first;
        while (head is not null && Named(head.End, end) is { } next && IsOnePhrase(_text.AsSpan(head.End, next.Start - head.End)))
            head = next;
        return head;
    }

    private static readonly SearchValues<char> PhraseEnds = SearchValues.Create(",;:()'’");

    private static bool IsOnePhrase(ReadOnlySpan<char> between) =>
        !between.ContainsAny(PhraseEnds) && !between.Contains(" and ", StringComparison.Ordinal) && !between.Contains(" of ", StringComparison.Ordinal) && !between.Contains(" for ", StringComparison.Ordinal);

    /// <summary>The first person named in a stretch of the text.</summary>
    public Mention? Named(int start, int end)
    {
        for (var i = FirstAt(start); i < _mentions.Count && _mentions[i].Start < end; i++)
            if (_mentions[i].End <= end + 1 && _mentions[i].Person >= 0)
                return _mentions[i];
        return null;
    }

    /// <summary>"a spokesman for Mr Rook", "Rook's office": somebody else speaks than the one who is named.</summary>
    private bool Mediates(int start, int end, Mention named)
    {
        var before = _text.AsSpan(start, Math.Max(0, named.Start - start));
        if (before.Contains(" of ", StringComparison.Ordinal) || before.Contains(" for ", StringComparison.Ordinal)
            || before.Contains(" to ", StringComparison.Ordinal) || before.Contains(" with ", StringComparison.Ordinal))
            return true;
        var after = _text.AsSpan(named.End, Math.Max(0, end - named.End));
        return after.StartsWith("'s") || after.StartsWith("’s") || after.StartsWith("' ") || after.StartsWith("’ ");
    }

    private ResolvedSpeaker OfPronoun(Paragraph p, int token, int start, int end)
    {
        var gender = p.Is(token, "he") ? Gender.Male : p.Is(token, "she") ? Gender.Female : Gender.Unknown;
        var person = gender == Gender.Unknown ? -1 : _antecedents.Find(p, token, gender, fits: AddressedBy(p, token) is { } other ? candidate => candidate != other : null);
        return new ResolvedSpeaker(start, end, person, person < 0 ? null : $"whom “{p[token].ToString().ToLowerInvariant()}” means, by the sentences before");
    }

    /// <summary>Whom the clause of a pronoun names after its verb: "he told Rook" is said of somebody else than Rook.</summary>
    private int? AddressedBy(Paragraph p, int pronoun)
    {
        var last = pronoun;
        while (last < pronoun + 4 && p.SameSentence(pronoun, last + 1) && p.IsWord(last + 1))
            last++;
        return Named(p.Tokens[pronoun].End, p.Tokens[last].End)?.Person;
    }

    private int FirstAt(int position)
    {
        var low = 0;
        var high = _mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_mentions[middle].Start < position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
