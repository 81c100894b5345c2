using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using NewsCorpus.Search.Analysis;

namespace NewsCorpus.Search.Index;

/// <summary>The words of one field of one article in all their forms, filled piece by piece and then read by Lucene. Reused from article to article.</summary>
internal sealed class WordStream : TokenStream
{
    /// <summary>Positions between two blocks, so that no phrase runs from one into the next.</summary>
    public const int BlockGap = 1;

    /// <summary>Positions between the text, the title and so on: wider than any distance that a query can ask for.</summary>
    public const int RegionGap = 300;

    private static readonly BytesRef _paragraph = new(TermForms.Paragraph);
    private static readonly BytesRef _sentence = new(TermForms.Sentence);

    private readonly TermBytes _term = new();
    private readonly IPositionIncrementAttribute _increment;
    private readonly WordTokenizer _tokenizer = new();
    private readonly List<(BytesRef Term, int Increment)> _tokens = [];
    private readonly WordForms _forms;
    private int _next;
    private int _position = -1;
    private int _gap;

    public WordStream(WordForms forms)
    {
        _forms = forms;
        AddAttributeImpl(_term);
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>Position just past the last word.</summary>
    public int Positions => _position + 1;

    /// <summary>Words added, each once.</summary>
    public int Words { get; private set; }

    public bool IsEmpty => _tokens.Count == 0;

    public void Clear()
    {
        _tokens.Clear();
        _position = -1;
        _gap = 0;
        Words = 0;
    }

    /// <summary>Leaves the given number of positions before the next word.</summary>
    public void Skip(int positions)
    {
        if (_position >= 0)
            _gap = Math.Max(_gap, positions);
    }

    /// <summary>Adds the words of a block of text, the beginnings of its sentences noted, each counting <paramref name="weight"/> times.</summary>
    public void Add(string text, int start, int end, int weight = 1)
    {
        var sentence = start;
        var isFirst = true;
        _tokenizer.Reset(text, start, end);
        while (_tokenizer.MoveNext())
        {
            var increment = 1 + _gap;
            _gap = 0;
            _position += increment;
            Words++;
            if (isFirst)
            {
                _tokens.Add((_paragraph, increment));
                increment = 0;
                isFirst = false;
            }
            if (_tokenizer.Start >= sentence)
            {
                _tokens.Add((_sentence, increment));
                increment = 0;
                do
                    sentence = SentenceBreaks.Next(text, sentence, end);
                while (sentence <= _tokenizer.Start && sentence < end);
                if (sentence >= end)
                    sentence = int.MaxValue;
            }
            AddForms(increment, weight);
        }
    }

    public override bool IncrementToken()
    {
        if (_next >= _tokens.Count)
            return false;
        var (term, increment) = _tokens[_next++];
        _term.Next = term;
        _increment.PositionIncrement = increment;
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        _next = 0;
    }

    private void AddForms(int increment, int weight)
    {
        var word = _tokenizer.Word;
        var forms = _forms.Of(word);
        for (var i = 0; i < weight; i++)
        {
            _tokens.Add((forms.Exact, i == 0 ? increment : 0));
            if (forms.Inflected is { } inflected)
                _tokens.Add((inflected, 0));
        }
        if (_tokenizer.Case == WordCase.Capitals)
            _tokens.Add((forms.Capitals, 0));
        else if (_tokenizer.Case == WordCase.Mixed)
            _tokens.Add((forms.Mixed, 0));
        if (_tokenizer.IsDotted)
            _tokens.Add((new BytesRef(TermForms.Of(TermForms.Dotted, word.ToString())), 0));
    }

    /// <summary>Hands terms to Lucene as the bytes that it wants, so that none is encoded twice.</summary>
    private sealed class TermBytes : Lucene.Net.Util.Attribute, ITermToBytesRefAttribute
    {
        public BytesRef Next { get; set; } = _sentence;

        public BytesRef BytesRef { get; } = new();

        public void FillBytesRef()
        {
            BytesRef.Bytes = Next.Bytes;
            BytesRef.Offset = Next.Offset;
            BytesRef.Length = Next.Length;
        }

        public override void Clear() => Next = _sentence;

        public override void CopyTo(IAttribute target) => ((TermBytes)target).Next = Next;
    }
}
