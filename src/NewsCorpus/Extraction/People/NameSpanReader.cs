namespace NewsCorpus.Extraction.People;

/// <summary>
/// Turns labels into names: titles that the tagger took in are cut off, nicknames and suffixes told apart, and what a neighbouring word shows to be a thing
/// named after somebody ("Operation Wren", "Ada Wren Bridge") is dropped.
/// </summary>
internal sealed class NameSpanReader(TokenisedText document, byte[] labels, WordLists lists)
{
    private const int LongestAddressed = 4;

    private const WordKinds AnyName = WordKinds.AnyGiven | WordKinds.Surname | WordKinds.Name;

    private readonly OfficeReader _offices = new(document, labels);

    public List<NameSpan> Read()
    {
        var names = new List<NameSpan>();
        var first = 0;
        for (var block = 0; block < document.BlockEnds.Count; block++)
        {
            var end = document.BlockEnds[block];
            for (var i = first; i < end; i++)
            {
                var to = i + 1;
                if (Labels.IsPerson(labels[i]))
                {
                    while (to < end && labels[to] is Labels.PersonInside or Labels.PersonEnd && labels[to - 1] is Labels.PersonBegin or Labels.PersonInside)
                        to++;
                }
                else if (i > first && IsAddressed(i))
                {
                    while (to < end && to - i < LongestAddressed && IsUnlabelledName(to))
                        to++;
                }
                else
                {
                    continue;
                }
                foreach (var (from, until) in Parts(i, to))
                    if (Make(from, until, block, first, end) is { } name)
                        names.Add(name);
                i = to - 1;
            }
            first = end;
        }
        return names;
    }

    /// <summary>"Ada and Jon Wren": two names that the tagger took for one. "Ada Wren Ada Louise WrenHouse": a name into which the card of a person ran that a page opens beside it, and the next word.</summary>
    private IEnumerable<(int From, int To)> Parts(int from, int to)
    {
        to = EndOfFirst(from, to);
        for (var i = from + 1; i < to - 1; i++)
        {
            if (document.Word(i) is not ("and" or "&"))
                continue;
            yield return (from, i);
            from = i + 1;
        }
        yield return (from, to);
    }

    /// <summary>Where a name begins anew, both its words again.</summary>
    private int EndOfFirst(int from, int to)
    {
        for (var again = from + 2; again < to - 1; again++)
        {
            if (!document.Word(again).SequenceEqual(document.Word(from)))
                continue;
            for (var i = again + 1; i < to; i++)
                if (document.Word(i).StartsWith(document.Word(again - 1), StringComparison.Ordinal))
                    return again;
        }
        return to;
    }

    /// <summary>The name in the tokens, or null where nothing that could be a person's name is left.</summary>
    public NameSpan? Make(int from, int to, int block, int first, int end)
    {
        while (from < to && (!IsNameWord(from) || IsTitle(from, to)))
            from++;
        if (to - from > 1 && IsOpeningParticiple(from, to))
            from++;
        while (from < to && !IsNameWord(to - 1))
            to--;
        while (to - from > 2 && IsPostNominal(to - 1))
            to--;
        if (from >= to || IsThing(from, to, first, end))
            return null;
        var words = new List<string>();
        string? nickname = null;
        string? suffix = null;
        for (var i = from; i < to; i++)
        {
            ref readonly var token = ref document.Tokens[i];
            if (token.Case == TokenCase.Mark)
                continue;
            var word = document.Word(i).ToString();
            if (i > from && i + 1 < to && IsQuote(i - 1) && IsQuoteAfter(i + 1))
                nickname = word;
            else if (i > from && i == to - 1 && (token.Kinds & WordKinds.Suffix) != WordKinds.None)
                suffix = word;
            else
                words.Add(word);
        }
        if (words.Count == 0)
            return null;
        var isFull = words.Count >= 2 && words[^1].TrimEnd('.').Length > 1 && !IsSurnameWithParticle(words);
        return new NameSpan(from, to, words, nickname, suffix, block, _offices.Before(from, first)) { IsFull = isFull, FirstWord = document.Tokens[from].Word };
    }

    /// <summary>"van der Wren", "Van der Wren", "bin Wren": a surname only. "Al Wren" and "Van Wren" have a given name.</summary>
    private bool IsSurnameWithParticle(List<string> words)
    {
        var kinds = lists.Of(words[0]);
        if ((kinds & WordKinds.Particle) == WordKinds.None)
            return false;
        return char.IsLower(words[0][0]) || (kinds & WordKinds.AnyGiven) == WordKinds.None || (words.Count > 2 && char.IsLower(words[1][0]));
    }

    /// <summary>A word that the tagger left alone after a title that makes a person of it: "Mayor Wren", "Ms Wren".</summary>
    private bool IsAddressed(int token)
    {
        ref readonly var title = ref document.Tokens[token - 1];
        return (title.Kinds & (WordKinds.Title | WordKinds.AnyHonorific)) != WordKinds.None && title.IsCapital
            && (title.Flags & (TokenisedText.Headline | TokenisedText.Shouting)) == 0 && IsUnlabelledName(token);
    }

    private bool IsUnlabelledName(int token)
    {
        ref readonly var word = ref document.Tokens[token];
        const WordKinds NotNames = WordKinds.Function | WordKinds.Geography | WordKinds.Calendar | WordKinds.AnyTitle | WordKinds.OfficeModifier;
        var listed = (word.Kinds & (WordKinds.AnyGiven | WordKinds.Surname | WordKinds.Name)) != WordKinds.None;
        return (labels[token] == Labels.Outside || listed) && !Labels.IsPerson(labels[token]) && word.Case is TokenCase.Capitalised or TokenCase.Mixed or TokenCase.Initial && word.End - word.Start > 1
            && (word.Kinds & NotNames) == WordKinds.None && (listed || !IsThingWord(token));
    }

    private bool IsNameWord(int token) => document.Tokens[token].Case is not (TokenCase.Mark or TokenCase.Digits);

    private bool IsQuote(int token) => document.Word(token) is "\"" or "“" or "'" or "‘" or "(";

    private bool IsQuoteAfter(int token) => document.Word(token) is "\"" or "”" or "'" or "’" or ")";

    /// <summary>A title at the start of the span: cut off, unless it is as well a given name ("Dean", "Earl") without a dot.</summary>
    private bool IsTitle(int token, int to)
    {
        var kinds = document.Tokens[token].Kinds;
        if (token + 1 >= to)
            return false;
        if (to - token > 2 && (kinds & AnyName) == WordKinds.None && (IsProfession(document.Word(token)) || IsOrigin(token)))
            return true;
        if ((kinds & WordKinds.AnyTitle) == WordKinds.None)
            return false;
        return (kinds & (WordKinds.AnyGiven | WordKinds.Surname | WordKinds.Name)) == WordKinds.None || document.Word(token)[^1] == '.' || (kinds & WordKinds.AnyHonorific) != WordKinds.None || IsTitleBeforeFullName(token, to);
    }

    /// <summary>"Democrat Ada Wren", "Canadian Ada Wren".</summary>
    private bool IsOrigin(int token) => (document.Tokens[token].Kinds & WordKinds.Geography) != WordKinds.None && (document.Tokens[token + 1].Kinds & WordKinds.AnyGiven) != WordKinds.None;

    /// <summary>"Hydrologist", "Statistician": words that say by their ending that they are professions, of which no list has them all.</summary>
    private static bool IsProfession(ReadOnlySpan<char> word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ologist", "onomist", "iatrist", "ographer", "etician", "istician"])
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private bool IsTitleBeforeFullName(int token, int to) =>
        to - token >= 3 && (document.Tokens[token].Kinds & WordKinds.Title) != WordKinds.None && (document.Tokens[token + 1].Kinds & WordKinds.AnyGiven) != WordKinds.None;

    /// <summary>"MP", "QC" after a name in ordinary spelling.</summary>
    private bool IsPostNominal(int token)
    {
        ref readonly var info = ref document.Tokens[token];
        return info.Case == TokenCase.Capitals && info.End - info.Start <= 3 && (info.Flags & TokenisedText.Shouting) == 0 && (info.Kinds & WordKinds.Suffix) == WordKinds.None
            && document.Tokens[token - 1].Case is TokenCase.Capitalised or TokenCase.Mixed;
    }

    /// <summary>"Calling Wren a fool": a verb that opens the sentence or stands in a headline, in no list of names. Given names of cultures that put the surname first may end so too.</summary>
    private bool IsOpeningParticiple(int token, int to)
    {
        ref readonly var info = ref document.Tokens[token];
        const WordKinds Names = WordKinds.AnyGiven | WordKinds.Surname | WordKinds.Name;
        return (info.Flags & (TokenisedText.SentenceStart | TokenisedText.Headline)) != 0 && info.End - info.Start >= 6 && (info.Kinds & Names) == WordKinds.None
            && document.Word(token).EndsWith("ing", StringComparison.Ordinal) && (document.Tokens[to - 1].Kinds & WordKinds.FamilyFirst) == WordKinds.None;
    }

    private bool IsThing(int from, int to, int first, int end)
    {
        if ((from > first && MakesAThing(from - 1)) || (to - from > 1 && MakesAThing(from)) || IsOwned(from, to))
            return true;
        ref readonly var last = ref document.Tokens[to - 1];
        if (to < end && (last.Flags & (TokenisedText.Headline | TokenisedText.Shouting)) == 0 && IsThingWord(to) && !IsRuleOfSomebody(to) && (document.Tokens[to].Flags & TokenisedText.SentenceStart) == 0)
            return true;
        var allPlaces = true;
        var anyName = false;
        for (var i = from; i < to; i++)
        {
            var kinds = document.Tokens[i].Kinds;
            allPlaces &= (kinds & (WordKinds.Geography | WordKinds.Calendar)) != WordKinds.None;
            anyName |= (kinds & AnyName) != WordKinds.None;
        }
        return (allPlaces && to - from > 1 && (document.Tokens[from].Kinds & WordKinds.AnyGiven) == WordKinds.None) || (!anyName && IsThingWord(to - 1))
            || (to - from > 1 && IsThingWord(to - 1) && (document.Tokens[to - 1].Kinds & AnyName) == WordKinds.None && (document.Tokens[from].Kinds & WordKinds.AnyGiven) == WordKinds.None)
            || (to - from > 1 && document.Word(to - 1) is "Street" or "Road" or "Avenue" or "Boulevard" or "Highway" && (document.Tokens[from].Kinds & WordKinds.AnyGiven) == WordKinds.None)
            || (document.Tokens[to - 1].Kinds & (WordKinds.Geography | WordKinds.AnyGiven | WordKinds.Surname | WordKinds.Name)) == WordKinds.Geography;
    }

    /// <summary>"Wren's Ark": what belongs to somebody is not somebody.</summary>
    private bool IsOwned(int from, int to)
    {
        for (var i = from + 1; i < to - 1; i++)
            if (document.Word(i) is "'s" or "’s")
                return true;
        return false;
    }

    /// <summary>"the Wren Administration" speaks of Wren, while a Wren Library is a thing named after somebody.</summary>
    private bool IsRuleOfSomebody(int token) => document.Word(token) is "Administration" or "Cabinet" or "Government";

    private bool MakesAThing(int token) => document.Tokens[token].IsCapital && (document.Tokens[token].Kinds & WordKinds.ThingBefore) != WordKinds.None;

    private bool IsThingWord(int token) =>
        document.Tokens[token].Case is TokenCase.Capitalised or TokenCase.Capitals
        && (document.Tokens[token].Kinds & (WordKinds.Organisation | WordKinds.Place | WordKinds.Event)) != WordKinds.None;
}
