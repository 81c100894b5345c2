using Lucene.Net.Index;
using Lucene.Net.Util;
using Lucene.Net.Util.Automaton;
using NewsCorpus.Search.Analysis;

namespace NewsCorpus.Search.Index;

/// <summary>The words of the index that a wildcard pattern or a fuzzy word stands for.</summary>
/// <param name="Words">Folded words, in ordinal order.</param>
/// <param name="IsCut">Whether there are more than are given.</param>
internal sealed record TermExpansion(IReadOnlyList<string> Words, bool IsCut)
{
    /// <summary>Words that a pattern may stand for: the most frequent ones of more.</summary>
    private const int MaxWords = 2000;

    /// <summary>Words of the index that are looked at for one pattern.</summary>
    private const int MaxLookedAt = 400_000;

    private static readonly BytesRef _firstWord = new("0");

    public static TermExpansion OfPattern(IndexReader reader, string field, string pattern, SearchBudget budget)
    {
        if (MultiFields.GetTerms(reader, field) is not { } terms)
            return new([], false);
        var prefix = Wildcards.PrefixOf(pattern);
        var isPrefix = pattern.AsSpan().IndexOfAny('*', '?') == pattern.Length - 1 && pattern[^1] == '*';
        return Collect(Candidates(prefix, 0).Concat(Candidates(TermForms.Of(TermForms.Exact, prefix), 1)), word => isPrefix || Wildcards.Matches(word, pattern), budget);

        IEnumerable<(TermsEnum Term, int Skip)> Candidates(string prefix, int skip)
        {
            // Bare words begin behind all prefixes of forms: with a letter or a digit.
            var start = new BytesRef(prefix);
            var words = terms.GetEnumerator();
            for (var isFound = words.SeekCeil(start.Length > 0 ? start : _firstWord) != TermsEnum.SeekStatus.END; isFound && StringHelper.StartsWith(words.Term, start); isFound = words.MoveNext())
            {
                if (skip > 0 || TermForms.IsBare(words.Term.Bytes[words.Term.Offset]))
                    yield return (words, skip);
            }
        }
    }

    /// <summary>
    /// Words at most so many steps away (a letter added, left out or changed, two neighbours swapped), by the automaton of
    /// Schulz and Mihov, "Fast string correction with Levenshtein automata", IJDAR 2002, as Lucene has it.
    /// </summary>
    public static TermExpansion OfFuzzy(IndexReader reader, string field, string word, int steps, SearchBudget budget)
    {
        if (MultiFields.GetTerms(reader, field) is not { } terms)
            return new([], false);
        var near = new LevenshteinAutomata(word, withTranspositions: true).ToAutomaton(steps);
        return Collect(Candidates(near, 0).Concat(Candidates(BasicOperations.Concatenate(BasicAutomata.MakeChar(TermForms.Exact), near), 1)), static _ => true, budget);

        IEnumerable<(TermsEnum Term, int Skip)> Candidates(Automaton automaton, int skip)
        {
            var words = terms.Intersect(new CompiledAutomaton(automaton, finite: true, simplify: false), null);
            while (words.MoveNext())
            {
                if (skip > 0 || TermForms.IsBare(words.Term.Bytes[words.Term.Offset]))
                    yield return (words, skip);
            }
        }
    }

    /// <param name="candidates">Terms, and the characters of form that stand before their words.</param>
    private static TermExpansion Collect(IEnumerable<(TermsEnum Term, int Skip)> candidates, Func<string, bool> matches, SearchBudget budget)
    {
        var best = new PriorityQueue<string, (int Frequency, int Order)>();
        var (mostLookedAt, mostWords) = (budget.LookedAt(MaxLookedAt), budget.Words(MaxWords));
        var lookedAt = 0;
        var isCut = false;
        foreach (var (candidate, skip) in candidates)
        {
            if (++lookedAt > mostLookedAt)
            {
                isCut = true;
                break;
            }
            var word = candidate.Term.Utf8ToString()[skip..];
            if (!matches(word))
                continue;
            var rank = (candidate.DocFreq, -lookedAt);
            if (best.Count < mostWords)
            {
                best.Enqueue(word, rank);
            }
            else
            {
                best.EnqueueDequeue(word, rank);
                isCut = true;
            }
        }
        budget.Spend(lookedAt, best.Count);
        return new([.. best.UnorderedItems.Select(i => i.Element).Order(StringComparer.Ordinal)], isCut);
    }
}
