using System.Collections.Concurrent;
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
    /// <summary>Words remembered, by all threads together: some ten MiB. News repeats itself: the words that come first are most of those that come later, and a rarer one is stemmed each time.</summary>
    private const int Remembered = 131_072;

    /// <summary>Words that a thread has at hand: those that make up most of any text. The table of all is too large to stay near a core.</summary>
    private const int AtHand = 4096;

    private static readonly ConcurrentDictionary<string, string> Stems = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Known = Stems.GetAlternateLookup<ReadOnlySpan<char>>();
    private static int s_remembered;

    [ThreadStatic]
    private static WordStemmer? s_current;

    private readonly (string Word, string Stem)[] _atHand = new (string, string)[AtHand];
    private readonly OneWord _word = new();
    private readonly KStemFilter _filter;

    private WordStemmer() => _filter = new KStemFilter(_word);

    /// <summary>The stemmer of this thread.</summary>
    public static WordStemmer Current => s_current ??= new();

    /// <summary>The stem of a folded word; the word itself where nothing is to be cut.</summary>
    public string Stem(ReadOnlySpan<char> word) => Stem(word, out _);

    /// <param name="text">The word as a string, the same one for each occurrence as long as it is remembered.</param>
    public string Stem(ReadOnlySpan<char> word, out string text)
    {
        ref var place = ref _atHand[Place(word)];
        if (place.Word is null || !word.SequenceEqual(place.Word))
        {
            var stem = LookUp(word, out text);
            place = (text, stem);
            return stem;
        }
        text = place.Word;
        return place.Stem;
    }

    private static int Place(ReadOnlySpan<char> word)
    {
        var hash = (uint)word.Length;
        foreach (var c in word)
            hash = (hash * 31) + c;
        return (int)((hash * 2_654_435_769) >> 20);
    }

    private string LookUp(ReadOnlySpan<char> word, out string text)
    {
        if (Known.TryGetValue(word, out var same, out var known))
        {
            text = same;
            return known;
        }
        text = word.ToString();
        _word.Set(text);
        _filter.IncrementToken();
        var stem = _word.Term.Length == text.Length && _word.Term.ToString() == text ? text : _word.Term.ToString();
        if (s_remembered < Remembered && Stems.TryAdd(text, stem))
            Interlocked.Increment(ref s_remembered);
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
