using Lucene.Net.Util;
using NewsCorpus.Search.Analysis;

namespace NewsCorpus.Search.Index;

/// <summary>The terms of the words met lately, each made and encoded once. Not thread-safe.</summary>
internal sealed class WordForms
{
    /// <summary>Words remembered before the memory is emptied: some 20 MB.</summary>
    private const int Remembered = 100_000;

    private readonly Dictionary<string, WordTerms> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordTerms>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public WordForms() => _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    public WordTerms Of(ReadOnlySpan<char> word)
    {
        if (_lookup.TryGetValue(word, out var terms))
            return terms;
        if (_words.Count >= Remembered)
            _words.Clear();
        var text = word.ToString();
        return _words[text] = new WordTerms(text, WordStemmer.Current.Stem(word));
    }
}

/// <summary>The terms of one folded word; those of its capitals are made when they are first needed.</summary>
internal sealed class WordTerms(string word, string stem)
{
    private BytesRef? _capitals;
    private BytesRef? _mixed;

    /// <summary>The word as it is written.</summary>
    public BytesRef Exact { get; } = new(stem == word ? word : TermForms.Of(TermForms.Exact, word));

    /// <summary>Null where the word is its own stem.</summary>
    public BytesRef? Inflected { get; } = stem == word ? null : new(TermForms.Of(TermForms.Inflected, stem));

    public BytesRef Capitals => _capitals ??= new(TermForms.Of(TermForms.Capitals, word));

    public BytesRef Mixed => _mixed ??= new(TermForms.Of(TermForms.Mixed, word));
}
