using NewsCorpus.Articles;
using NewsCorpus.Search.Analysis;

namespace NewsCorpus.Search.Related;

/// <summary>In how many texts each word stands, by stem.</summary>
internal sealed class WordCounts
{
    private readonly Dictionary<string, Entry> _words = new(StringComparer.Ordinal);
    private readonly WordTokenizer _tokenizer = new();
    private int _texts;

    public IEnumerable<(string Stem, int Texts, int Times, string Written)> Words => _words.Select(w => (w.Key, w.Value.Texts, w.Value.Times, w.Value.Written));

    public bool Has(string stem) => _words.ContainsKey(stem);

    /// <summary>A whole text.</summary>
    public void Add(string text)
    {
        _texts++;
        Add(text, 0, text.Length);
    }

    /// <summary>An article's own words: no credits, links to other articles and notices.</summary>
    /// <param name="most">Characters that are looked at.</param>
    public void Add(string text, IReadOnlyList<Block> blocks, int most)
    {
        _texts++;
        foreach (var block in blocks)
        {
            if (block.IsBody && block.Kind != BlockKind.Byline && block.Start < most)
                Add(text, block.Start, Math.Min(block.End, most));
        }
    }

    private void Add(string text, int start, int end)
    {
        _tokenizer.Reset(text, start, end);
        while (_tokenizer.MoveNext())
        {
            var stem = WordStemmer.Current.Stem(_tokenizer.Word);
            if (!_words.TryGetValue(stem, out var entry))
                _words[stem] = entry = new Entry();
            entry.Times++;
            if (entry.LastText == _texts)
                continue;
            entry.LastText = _texts;
            entry.Texts++;
            // A word at the beginning of a sentence has a capital that it has nowhere else.
            var written = text[_tokenizer.Start.._tokenizer.End];
            if (entry.Written.Length == 0 || char.IsLower(written[0]) && char.IsUpper(entry.Written[0]))
                entry.Written = written;
        }
    }

    private sealed class Entry
    {
        public int Texts { get; set; }

        public int Times { get; set; }

        public int LastText { get; set; }

        public string Written { get; set; } = "";
    }
}
