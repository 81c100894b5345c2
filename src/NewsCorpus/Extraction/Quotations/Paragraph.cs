using NewsCorpus.Articles;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Extraction.Quotations;

internal enum TokenKind
{
    Word,
    Punctuation,

    /// <summary>A whole quoted span; what is said inside is no matter for the grammar around it.</summary>
    Quotation,
}

/// <param name="Sentence">Number of the sentence in its paragraph; a quotation of many sentences is part of the one that frames it.</param>
/// <param name="Span">Index into the article's quoted spans, -1 for a word.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind, int Sentence, int Span = -1);

/// <summary>One block of the body in words, its quotations folded to one token each.</summary>
internal sealed class Paragraph
{
    /// <summary>Where the tokens of a paragraph are gathered, on this thread.</summary>
    [ThreadStatic]
    private static List<Token>? s_tokens;

    private readonly string _text;
    private uint[]? _hashes;
    private WordClass[]? _classes;

    private Paragraph(string text, int block, List<Token> tokens)
    {
        _text = text;
        Block = block;
        Tokens = [.. tokens];
    }

    public int Block { get; }

    public Token[] Tokens { get; }

    public int Count => Tokens.Length;

    /// <summary>The words of a token; "" outside of the paragraph.</summary>
    public ReadOnlySpan<char> this[int token] =>
        token < 0 || token >= Tokens.Length ? default : _text.AsSpan(Tokens[token].Start, Tokens[token].End - Tokens[token].Start);

    public bool IsWord(int token) => token >= 0 && token < Tokens.Length && Tokens[token].Kind == TokenKind.Word;

    public bool IsQuotation(int token) => token >= 0 && token < Tokens.Length && Tokens[token].Kind == TokenKind.Quotation;

    public bool IsCapital(int token) => IsWord(token) && char.IsUpper(_text[Tokens[token].Start]);

    public bool Is(int token, string word) => this[token].Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool SameSentence(int a, int b) => a >= 0 && b >= 0 && a < Tokens.Length && b < Tokens.Length && Tokens[a].Sentence == Tokens[b].Sentence;

    public string Words(int first, int last) => _text[Tokens[first].Start..Tokens[last].End];

    /// <summary>Hash of the lower-case word, of its sort for a number or a quotation; 0 outside of the paragraph.</summary>
    public uint Hash(int token)
    {
        if (token < 0 || token >= Tokens.Length)
            return 0;
        if (_hashes is null)
        {
            _hashes = new uint[Tokens.Length];
            for (var i = 0; i < _hashes.Length; i++)
                _hashes[i] = IsQuotation(i) ? 1u : char.IsDigit(this[i][0]) ? 2u : FeatureList.Hash(this[i]);
        }
        return _hashes[token];
    }

    public WordClass Class(int token)
    {
        if (token < 0 || token >= Tokens.Length)
            return WordClass.Outside;
        if (_classes is null)
        {
            _classes = new WordClass[Tokens.Length];
            for (var i = 0; i < _classes.Length; i++)
                _classes[i] = WordClasses.Of(this, i);
        }
        return _classes[token];
    }

    /// <param name="spans">Quoted spans of the article in order; those of other blocks are passed over.</param>
    public static Paragraph Read(ArticleContent content, int block, IReadOnlyList<QuotedSpan> spans, ref int nextSpan)
    {
        var text = content.Text;
        var b = content.Blocks[block];
        var sentences = SentenceSplitter.Split(content, b);
        var tokens = s_tokens ??= new List<Token>(512);
        tokens.Clear();
        var sentence = 0;
        var split = 0;
        var i = b.Start;
        while (i < b.End)
        {
            while (split < sentences.Count && sentences[split].End <= i)
            {
                split++;
                if (tokens.Count > 0 && tokens[^1].Sentence == sentence)
                    sentence++;
            }
            if (nextSpan < spans.Count && spans[nextSpan].Block == block && i >= spans[nextSpan].Open)
            {
                var span = spans[nextSpan];
                tokens.Add(new Token(span.Open, span.Close, TokenKind.Quotation, sentence, nextSpan++));
                i = span.Close;
                while (split < sentences.Count && sentences[split].End < i)
                    split++;
                continue;
            }
            var limit = nextSpan < spans.Count && spans[nextSpan].Block == block ? spans[nextSpan].Open : b.End;
            var end = WordEnd(text, i, limit);
            if (end > i)
            {
                tokens.Add(new Token(i, end, TokenKind.Word, sentence));
                i = end;
            }
            else
            {
                if (!char.IsWhiteSpace(text[i]))
                    tokens.Add(new Token(i, i + 1, TokenKind.Punctuation, sentence));
                i++;
            }
        }
        return new Paragraph(text, block, tokens);
    }

    /// <summary>Letters and digits, hyphens and stops inside a word, and a possessive or contracted ending as a word of its own.</summary>
    private static int WordEnd(string text, int start, int limit)
    {
        var i = start;
        if (text[i] is '\'' or '’' && i > 0 && char.IsLetter(text[i - 1]) && i + 1 < limit && char.IsLetter(text[i + 1]))
            i++;
        else if (text[i] is '@' or '#' or '$' or '£' or '€' && i + 1 < limit && char.IsLetterOrDigit(text[i + 1]))
            i++;
        while (i < limit)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c) || c is '_' || c >= '\u0300' && char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark)
                i++;
            else if (c is '-' or '.' or '&' or '/' && i > start && i + 1 < limit && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]))
                i++;
            else if (c == ',' && i > start && i + 1 < limit && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]))
                i++;
            else if (c is '\'' or '’' && i > start && i + 1 < limit && char.IsLetter(text[i + 1]) && !IsEnding(text, i, limit))
                i++;
            else
                break;
        }
        return i;
    }

    /// <summary>'s, 're, 've, 'll, 'd, 'm at the end of a word: but "n't" and "O'Hara" stay whole.</summary>
    private static bool IsEnding(string text, int apostrophe, int limit)
    {
        var end = apostrophe + 1;
        while (end < limit && char.IsLetterOrDigit(text[end]))
            end++;
        return text.AsSpan(apostrophe + 1, end - apostrophe - 1) is "s" or "re" or "ve" or "ll" or "d" or "m" or "S";
    }
}
