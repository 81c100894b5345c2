using NewsCorpus.Search.Analysis;

namespace NewsCorpus.Search.Index.Inversion;

/// <summary>Writes the words of one field of one article after another into a buffer, in all their forms and at their positions.</summary>
internal sealed class FieldWords(FieldBuffer field, TermTable terms)
{
    /// <summary>Positions between two blocks, so that no phrase runs from one into the next.</summary>
    public const int BlockGap = 1;

    /// <summary>Positions between the text, the title and so on: wider than any distance that a query can ask for.</summary>
    public const int RegionGap = 300;

    private readonly WordTokenizer _tokenizer = new();
    private int _position = -1;
    private int _gap;

    /// <summary>Position just past the last word.</summary>
    public int Positions => _position + 1;

    /// <summary>Words added, each once.</summary>
    public int Words { get; private set; }

    /// <summary>Begins the next article.</summary>
    public void Clear()
    {
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

    /// <summary>Puts the next word at a position, which must not be before those that are there.</summary>
    public void MoveTo(int position) => _gap = position - _position - 1;

    /// <summary>Adds the words of a block of text, the beginnings of its sentences noted, each counting <paramref name="weight"/> times.</summary>
    public void Add(string text, int start, int end, int weight = 1)
    {
        var sentence = start;
        var isFirst = true;
        _tokenizer.Reset(text, start, end);
        while (_tokenizer.MoveNext())
        {
            _position += 1 + _gap;
            _gap = 0;
            Words++;
            if (isFirst)
            {
                field.Add(TermTable.Paragraph, _position);
                isFirst = false;
            }
            if (_tokenizer.Start >= sentence)
            {
                field.Add(TermTable.Sentence, _position);
                do
                    sentence = SentenceBreaks.Next(text, sentence, end);
                while (sentence <= _tokenizer.Start && sentence < end);
                if (sentence >= end)
                    sentence = int.MaxValue;
            }
            AddForms(weight);
        }
    }

    private void AddForms(int weight)
    {
        var word = terms.WordOf(_tokenizer.Word);
        int exact = terms.Exact(word), inflected = terms.Inflected(word);
        for (var i = 0; i < weight; i++)
        {
            field.Add(exact, _position);
            if (inflected >= 0)
                field.Add(inflected, _position);
        }
        if (_tokenizer.Case == WordCase.Capitals)
            field.Add(terms.Capitals(word), _position);
        else if (_tokenizer.Case == WordCase.Mixed)
            field.Add(terms.Mixed(word), _position);
        if (_tokenizer.IsDotted)
            field.Add(terms.Dotted(word), _position);
    }
}
