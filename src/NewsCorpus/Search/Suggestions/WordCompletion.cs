using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsCorpus.Search.Analysis;
using NewsCorpus.Search.Index;

namespace NewsCorpus.Search.Suggestions;

/// <summary>The most frequent words of the index that begin with some letters.</summary>
internal static class WordCompletion
{
    /// <summary>Words looked at in one segment; a beginning that more words share is not yet worth completing.</summary>
    private const int MostLookedAt = 20_000;

    /// <param name="beginning">Folded.</param>
    public static IReadOnlyList<(string Word, int Articles)> Find(IndexSnapshot snapshot, string beginning, int most)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var leaf in snapshot.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(FieldNames.Content) is not { } terms)
                continue;
            Add(terms, beginning, 0, counts);
            Add(terms, TermForms.Of(TermForms.Exact, beginning), 1, counts);
        }
        return [.. counts.Where(c => c.Key.Length > beginning.Length).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(most).Select(c => (c.Key, c.Value))];
    }

    /// <param name="skip">Characters of form before the word.</param>
    private static void Add(Terms terms, string prefix, int skip, Dictionary<string, int> counts)
    {
        var start = new BytesRef(prefix);
        var words = terms.GetEnumerator();
        var isFound = words.SeekCeil(start) != TermsEnum.SeekStatus.END;
        for (var looked = 0; isFound && looked < MostLookedAt && StringHelper.StartsWith(words.Term, start); looked++, isFound = words.MoveNext())
        {
            var word = words.Term.Utf8ToString()[skip..];
            counts[word] = counts.GetValueOrDefault(word) + words.DocFreq;
        }
    }
}
