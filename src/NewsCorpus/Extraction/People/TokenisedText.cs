using System.Globalization;

namespace NewsCorpus.Extraction.People;

/// <summary>A document cut into tokens, with what its features are made of. One block is one sequence.</summary>
internal sealed class TokenisedText
{
    public const byte BlockStart = 1;
    public const byte SentenceStart = 2;
    public const byte AfterQuote = 4;
    public const byte Shouting = 8;
    public const byte Headline = 16;
    public const byte Glued = 32;

    private readonly WordLists _lists;
    private readonly WordClusters? _clusters;
    private readonly List<Token> _tokens = [];

    public TokenisedText(string text, IEnumerable<(int Start, int End)> blocks, WordLists lists, WordClusters? clusters = null)
    {
        Text = text;
        _lists = lists;
        _clusters = clusters;
        var ends = new List<int>();
        foreach (var (start, end) in blocks)
        {
            Tokeniser.Tokenise(text, start, end, _tokens);
            ends.Add(_tokens.Count);
        }
        Tokens = new TokenInfo[_tokens.Count];
        BlockEnds = ends;
        var first = 0;
        foreach (var end in ends)
        {
            Describe(first, end);
            first = end;
        }
    }

    public string Text { get; }

    public TokenInfo[] Tokens { get; }

    /// <summary>Token index just past each block, in order.</summary>
    public IReadOnlyList<int> BlockEnds { get; }

    public ReadOnlySpan<char> Word(int token) => Text.AsSpan(Tokens[token].Start, Tokens[token].End - Tokens[token].Start);

    private void Describe(int first, int end)
    {
        int letters = 0, capitals = 0, longWords = 0, capitalWords = 0;
        var sentenceStart = true;
        for (var i = first; i < end; i++)
        {
            ref var info = ref Tokens[i];
            info.Start = _tokens[i].Start;
            info.End = _tokens[i].End;
            var word = Word(i);
            FillHashes(ref info, word);
            info.Kinds = info.Case == TokenCase.Mark ? WordKinds.None : _lists.OfHash(info.Folded);
            info.Cluster = _clusters?.Of(WordClusters.Key(info.Word, info.IsCapital)) ?? 0;
            if (i == first)
                info.Flags |= BlockStart;
            else if (Tokens[i - 1].End == info.Start)
                info.Flags |= Glued;
            if (info.Case == TokenCase.Mark)
            {
                sentenceStart |= word[0] is '.' or '!' or '?' or ':' or '…' or '•';
                continue;
            }
            if (sentenceStart)
                info.Flags |= SentenceStart;
            sentenceStart = false;
            if (i > first && Text[Tokens[i - 1].Start] is '"' or '“' or '‘' or '\'' or '«' && (info.Flags & Glued) != 0)
                info.Flags |= AfterQuote;
            foreach (var c in word)
            {
                if (!char.IsLetter(c))
                    continue;
                letters++;
                if (char.IsUpper(c))
                    capitals++;
            }
            if (word.Length > 3 && info.Case != TokenCase.Digits)
            {
                longWords++;
                if (info.IsCapital)
                    capitalWords++;
            }
        }
        byte style = 0;
        if (letters >= 8 && capitals * 10 > letters * 7)
            style = Shouting;
        else if (longWords >= 4 && capitalWords * 10 > longWords * 8)
            style = Headline;
        MarkRuns(first, end, style);
    }

    private void MarkRuns(int first, int end, byte style)
    {
        for (var i = first; i < end; i++)
        {
            ref var info = ref Tokens[i];
            info.Flags |= style;
            info.Active = info.IsCapital || info.Case == TokenCase.Caseless;
        }
        for (var i = first; i < end; i++)
        {
            if (!Tokens[i].Active)
                continue;
            var last = i;
            for (var next = i + 1; next < end && next - last <= 3; next++)
            {
                if (Tokens[next].Active)
                {
                    for (var between = last + 1; between < next; between++)
                        Tokens[between].Active = true;
                    last = next;
                }
                else if (!Connects(next))
                {
                    break;
                }
            }
            for (var member = i; member <= last; member++)
            {
                Tokens[member].RunStart = i;
                Tokens[member].RunEnd = last;
            }
            i = last;
        }
    }

    /// <summary>Whether a token that is not capitalised may stand inside a name.</summary>
    private bool Connects(int token)
    {
        ref var info = ref Tokens[token];
        if ((info.Kinds & WordKinds.Particle) != WordKinds.None && info.Case == TokenCase.Lower)
            return true;
        var word = Word(token);
        return info.Case switch
        {
            TokenCase.Mark => word[0] is '-' or '&' or '"' or '“' or '”' or '\'' or '’' or '‘' or '(' or ')' or '/' or '.' || word.Length == 2,
            TokenCase.Lower => word is "of" or "for" or "the" or "and" or "in" or "on" or "at",
            TokenCase.Digits => true,
            _ => false,
        };
    }

    private static void FillHashes(ref TokenInfo info, ReadOnlySpan<char> word)
    {
        info.Word = WordHash.Lower(word);
        info.Case = CaseOf(word);
        info.Folded = WordHash.Folded(word);
        info.Prefix2 = WordHash.Lower(word[..Math.Min(2, word.Length)]);
        info.Prefix3 = WordHash.Lower(word[..Math.Min(3, word.Length)]);
        info.Suffix2 = WordHash.Lower(word[^Math.Min(2, word.Length)..]);
        info.Suffix3 = WordHash.Lower(word[^Math.Min(3, word.Length)..]);
        info.Suffix4 = WordHash.Lower(word[^Math.Min(4, word.Length)..]);
        info.Shape = ShapeOf(word);
    }

    private static uint ShapeOf(ReadOnlySpan<char> word)
    {
        uint shape = 0;
        uint last = 0;
        var run = 0;
        foreach (var c in word)
        {
            var kind = c is >= 'a' and <= 'z' ? 1u : c is >= 'A' and <= 'Z' ? 2u : char.IsDigit(c) ? 3u : char.IsUpper(c) ? 2u : char.IsLetter(c) ? 1u : Tokeniser.IsApostrophe(c) ? 4u : c == '.' ? 5u : 6u;
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 2)
                shape = (shape * 7) + kind;
        }
        return WordHash.Mix(shape);
    }

    private static TokenCase CaseOf(ReadOnlySpan<char> word)
    {
        if (char.IsDigit(word[0]))
            return TokenCase.Digits;
        if (!char.IsLetter(word[0]) && !(word.Length == 2 && char.IsHighSurrogate(word[0])))
            return TokenCase.Mark;
        if (!char.IsLetter(word[0]))
            return TokenCase.Mark;
        int upper = 0, lower = 0;
        var inner = false;
        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsUpper(word[i]) || char.GetUnicodeCategory(word[i]) == UnicodeCategory.TitlecaseLetter)
            {
                upper++;
                inner |= i > 0;
            }
            else if (char.IsLower(word[i]))
            {
                lower++;
            }
        }
        if (upper == 0)
            return lower > 0 ? TokenCase.Lower : TokenCase.Caseless;
        if (word.Length <= 6 && word[^1] == '.' && lower == 0)
            return TokenCase.Initial;
        if (lower == 0)
            return word.Length == 1 ? TokenCase.Capitalised : TokenCase.Capitals;
        return inner ? TokenCase.Mixed : TokenCase.Capitalised;
    }
}
