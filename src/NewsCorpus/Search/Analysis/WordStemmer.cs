using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;

namespace NewsCorpus.Search.Analysis;

/// <summary>
/// Light English stemming: inflections fall together ("elections", "election"), different words do not ("university", "universe").
/// Krovetz, "Viewing morphology as an inference process", SIGIR 1993, as Lucene has it. Not thread-safe: use <see cref="Current"/>.
/// </summary>
internal sealed class WordStemmer : IDisposable
{
    /// <summary>Words remembered before the memory is emptied; news repeats itself, so that most words are found here.</summary>
    private const int Remembered = 32_768;

    [ThreadStatic]
    private static WordStemmer? s_current;

    private readonly Dictionary<string, string> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly OneWord _word = new();
    private readonly KStemFilter _filter;

    private WordStemmer()
    {
        _lookup = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        _filter = new KStemFilter(_word);
    }

    /// <summary>The stemmer of this thread.</summary>
    public static WordStemmer Current => s_current ??= new();

    /// <summary>The stem of a folded word; the word itself where nothing is to be cut.</summary>
    public string Stem(ReadOnlySpan<char> word) => Stem(word, out _);

    /// <param name="text">The word as a string, the same one for each occurrence as long as it is remembered.</param>
    public string Stem(ReadOnlySpan<char> word, out string text)
    {
        if (_lookup.TryGetValue(word, out var same, out var known))
        {
            text = same;
            return known;
        }
        if (_stems.Count >= Remembered)
            _stems.Clear();
        text = word.ToString();
        _word.Set(text);
        _filter.IncrementToken();
        var stem = _word.Term.Length == text.Length && _word.Term.ToString() == text ? text : _word.Term.ToString();
        _stems[text] = stem;
        return stem;
    }

    public void Dispose()
    {
        _filter.Dispose();
        _word.Dispose();
    }

    private sealed class OneWord : TokenStream
    {
        public OneWord() => Term = AddAttribute<ICharTermAttribute>();

        public ICharTermAttribute Term { get; }

        public void Set(string word) => Term.SetEmpty().Append(word);

        public override bool IncrementToken() => true;
    }
}
