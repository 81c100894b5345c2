using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsCorpus.Search.Analysis;
using NewsCorpus.Search.Index;

namespace NewsCorpus.Search.Suggestions;

/// <summary>The most frequent words of the index that begin with some letters.</summary>
internal static class WordCompletion
{
    /// <summary>Words looked at in one segment; a beginning that more words share is not yet worth completing.</summary>
    private const int MostLookedAt = 20_000;

    /// <summary>Articles with a word that are counted one by one, in one segment.</summary>
    private const int MostWalked = 10_000;

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
        var frequent = Ordered(counts.Where(c => c.Key.Length > beginning.Length).Select(c => (c.Key, c.Value))).Take(most);
        return snapshot.Leaves.Any(l => l.AtomicReader.HasDeletions) ? [.. Ordered(frequent.Select(w => (w.Word, Live(snapshot, w.Word)))).Where(w => w.Articles > 0)] : [.. frequent];
    }

    private static IEnumerable<(string Word, int Articles)> Ordered(IEnumerable<(string Word, int Articles)> words) =>
        words.OrderByDescending(w => w.Articles).ThenBy(w => w.Word, StringComparer.Ordinal);

    /// <summary>Articles with the word: what a dictionary says of a segment still has those in it that were written anew since. Where it is in very many, their share of the segment is taken off, which is not exact.</summary>
    private static int Live(IndexSnapshot snapshot, string word)
    {
        var articles = 0;
        foreach (var leaf in snapshot.Leaves)
        {
            var reader = leaf.AtomicReader;
            foreach (var form in (ReadOnlySpan<string>)[word, TermForms.Of(TermForms.Exact, word)])
            {
                var term = new Term(FieldNames.Content, form);
                var all = reader.DocFreq(term);
                if (!reader.HasDeletions || all > MostWalked)
                    articles += (int)((long)all * reader.NumDocs / reader.MaxDoc);
                else if (reader.GetTermDocsEnum(term) is { } documents)
                    while (documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                        articles++;
            }
        }
        return articles;
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
