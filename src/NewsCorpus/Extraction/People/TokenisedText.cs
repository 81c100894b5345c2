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

    private readonly List<Token> _tokens = [];

    public TokenisedText(string text, IEnumerable<(int Start, int End)> blocks)
    {
        Text = text;
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
            var word = Text.AsSpan(_tokens[i].Start, _tokens[i].End - _tokens[i].Start);
            var form = WordForms.Embedded.Of(word);
            info = form.Info;
            info.Start = _tokens[i].Start;
            info.End = _tokens[i].End;
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
            letters += form.Letters;
            capitals += form.Capitals;
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
}
