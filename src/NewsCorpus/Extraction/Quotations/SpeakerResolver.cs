using System.Buffers;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Quotations;

/// <summary>The words that name a speaker, in offsets into the article, and which person they are.</summary>
/// <param name="Person">Index into the article's people, -1 where the words name none of them.</param>
internal sealed record ResolvedSpeaker(int Start, int End, int Person)
{
    public string Words(string text) => text[Start..End];
}

/// <summary>Says which of the article's people a phrase names: by the mention in it, or for "he" and "she" by the nearest person who fits.</summary>
internal sealed class SpeakerResolver
{
    private readonly string _text;
    private readonly IReadOnlyList<Mention> _mentions;
    private readonly Gender[] _genders;

    public SpeakerResolver(ArticleContent content, IReadOnlyList<PersonReading> people, IReadOnlyList<Mention> mentions)
    {
        _text = content.Text;
        _mentions = [.. mentions.OrderBy(m => m.Start)];
        _genders = Genders.Of(content.Text, people, _mentions);
    }

    public ResolvedSpeaker Resolve(Paragraph p, SpeakerPhrase phrase)
    {
        var start = p.Tokens[phrase.First].Start;
        var end = p.Tokens[phrase.Last].End;
        if (phrase.First == phrase.Last && FunctionWords.IsPronoun(p[phrase.First]))
            return new ResolvedSpeaker(start, end, Antecedent(p[phrase.First], start));
        var named = Head(Named(start, end), end);
        if (named is null && phrase.Apposition > phrase.Last)
        {
            // "the committee's chair, Anna Rook": the apposition's own name, which must open it.
            var after = Named(p.Tokens[phrase.Last + 2].Start, p.Tokens[phrase.Apposition].End);
            if (after is not null && after.Start - p.Tokens[phrase.Last + 2].Start < 20)
                return new ResolvedSpeaker(after.Start, after.End, after.Person);
        }
        return named is null || Mediates(start, end, named) ? new ResolvedSpeaker(start, end, -1) : new ResolvedSpeaker(start, Math.Min(end, named.End), named.Person);
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

    /// <summary>The nearest person before a pronoun who may be a he or a she; subjects of earlier sentences count no more than others.</summary>
    private int Antecedent(ReadOnlySpan<char> pronoun, int position)
    {
        var gender = pronoun.Equals("he", StringComparison.OrdinalIgnoreCase) ? Gender.Male
            : pronoun.Equals("she", StringComparison.OrdinalIgnoreCase) ? Gender.Female : Gender.Unknown;
        if (gender == Gender.Unknown)
            return -1;
        var other = gender == Gender.Male ? Gender.Female : Gender.Male;
        var fallback = -1;
        for (var i = FirstAt(position) - 1; i >= 0 && position - _mentions[i].Start < 2000; i--)
        {
            var person = _mentions[i].Person;
            if (person < 0 || _mentions[i].Role > MentionRole.Quoted || _genders[person] == other)
                continue;
            if (_genders[person] == gender)
                return person;
            if (fallback < 0)
                fallback = person;
        }
        return fallback;
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
