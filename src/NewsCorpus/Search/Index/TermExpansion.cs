using Lucene.Net.Index;
using Lucene.Net.Util;
using Lucene.Net.Util.Automaton;
using NewsCorpus.Search.Analysis;

namespace NewsCorpus.Search.Index;

/// <summary>The words of the index that a wildcard pattern or a fuzzy word stands for.</summary>
/// <param name="Words">Folded words, in the order of the index.</param>
/// <param name="IsCut">Whether there are more than are given.</param>
internal sealed record TermExpansion(IReadOnlyList<string> Words, bool IsCut)
{
    /// <summary>Words that a pattern may stand for: the most frequent ones of more.</summary>
    public const int MaxWords = 2000;

    /// <summary>Words of the index that are looked at for one pattern.</summary>
    private const int MaxLookedAt = 400_000;

    public static TermExpansion OfPattern(IndexReader reader, string field, string pattern)
    {
        if (MultiFields.GetTerms(reader, field) is not { } terms)
            return new([], false);
        var prefix = new BytesRef(TermForms.Of(TermForms.Exact, Wildcards.PrefixOf(pattern)));
        var isPrefix = pattern.AsSpan().IndexOfAny('*', '?') == pattern.Length - 1 && pattern[^1] == '*';
        var words = terms.GetEnumerator();
        var isFound = words.SeekCeil(prefix) != TermsEnum.SeekStatus.END;
        return Collect(Candidates(), word => isPrefix || Wildcards.Matches(word, pattern));

        IEnumerable<TermsEnum> Candidates()
        {
            for (; isFound && StringHelper.StartsWith(words.Term, prefix); isFound = words.MoveNext())
                yield return words;
        }
    }

    /// <summary>
    /// Words at most so many steps away (a letter added, left out or changed, two neighbours swapped), by the automaton of
    /// Schulz and Mihov, "Fast string correction with Levenshtein automata", IJDAR 2002, as Lucene has it.
    /// </summary>
    public static TermExpansion OfFuzzy(IndexReader reader, string field, string word, int steps)
    {
        if (MultiFields.GetTerms(reader, field) is not { } terms)
            return new([], false);
        var near = new LevenshteinAutomata(word, withTranspositions: true).ToAutomaton(steps);
        var automaton = new CompiledAutomaton(BasicOperations.Concatenate(BasicAutomata.MakeChar(TermForms.Exact), near), finite: true, simplify: false);
        var words = terms.Intersect(automaton, null);
        return Collect(Candidates(), static _ => true);

        IEnumerable<TermsEnum> Candidates()
        {
            while (words.MoveNext())
                yield return words;
        }
    }

    private static TermExpansion Collect(IEnumerable<TermsEnum> candidates, Func<string, bool> matches)
    {
        var best = new PriorityQueue<(string Word, int Order), (int Frequency, int Order)>();
        var lookedAt = 0;
        var isCut = false;
        foreach (var candidate in candidates)
        {
            if (++lookedAt > MaxLookedAt)
            {
                isCut = true;
                break;
            }
            var word = candidate.Term.Utf8ToString()[1..];
            if (!matches(word))
                continue;
            var rank = (candidate.DocFreq, -lookedAt);
            if (best.Count < MaxWords)
            {
                best.Enqueue((word, lookedAt), rank);
            }
            else
            {
                best.EnqueueDequeue((word, lookedAt), rank);
                isCut = true;
            }
        }
        return new([.. best.UnorderedItems.Select(i => i.Element).OrderBy(e => e.Order).Select(e => e.Word)], isCut);
    }
}
