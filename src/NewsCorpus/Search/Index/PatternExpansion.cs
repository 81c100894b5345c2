using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsCorpus.Search.Analysis;

namespace NewsCorpus.Search.Index;

/// <summary>The words of the index that a wildcard pattern stands for.</summary>
/// <param name="Terms">Exact forms, in the order of the index.</param>
/// <param name="IsCut">Whether there are more than are given.</param>
internal sealed record PatternExpansion(IReadOnlyList<Term> Terms, bool IsCut)
{
    /// <summary>Words that a pattern may stand for: the most frequent ones of more.</summary>
    public const int MaxWords = 2000;

    /// <summary>Words of the index that are looked at for one pattern.</summary>
    private const int MaxLookedAt = 400_000;

    public static PatternExpansion Of(IndexReader reader, string field, string pattern)
    {
        var terms = MultiFields.GetTerms(reader, field);
        if (terms is null)
            return new([], false);
        var prefix = new BytesRef(TermForms.Of(TermForms.Exact, Wildcards.PrefixOf(pattern)));
        var isPrefix = pattern.AsSpan().IndexOfAny('*', '?') == pattern.Length - 1 && pattern[^1] == '*';
        var best = new PriorityQueue<(BytesRef Term, int Order), (int Frequency, int Order)>();
        var isCut = false;
        var lookedAt = 0;
        var words = terms.GetEnumerator();
        var found = words.SeekCeil(prefix) != TermsEnum.SeekStatus.END;
        while (found && StringHelper.StartsWith(words.Term, prefix))
        {
            if (++lookedAt > MaxLookedAt)
            {
                isCut = true;
                break;
            }
            if (isPrefix || Wildcards.Matches(words.Term.Utf8ToString().AsSpan(1), pattern))
            {
                var entry = (BytesRef.DeepCopyOf(words.Term), lookedAt);
                var rank = (words.DocFreq, -lookedAt);
                if (best.Count < MaxWords)
                {
                    best.Enqueue(entry, rank);
                }
                else
                {
                    best.EnqueueDequeue(entry, rank);
                    isCut = true;
                }
            }
            found = words.MoveNext();
        }
        return new([.. best.UnorderedItems.Select(i => i.Element).OrderBy(e => e.Order).Select(e => new Term(field, e.Term))], isCut);
    }
}
