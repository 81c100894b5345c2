using System.Text;
using Lucene.Net.Index;
using NewsCorpus.Search.Analysis;
using NewsCorpus.Search.Index;
using NewsCorpus.Search.Queries;

namespace NewsCorpus.Search.Explaining;

/// <summary>
/// Spells a query with words that the corpus has: where a word is in no article, or in hardly any while a word one or two letters away is in many. Also parts a word that is two ("harbourmaster"),
/// and joins two that are one. Only a query that finds more than the one typed is proposed.
/// </summary>
/// <param name="count">What a query finds with the filters of the search; null where the time is over.</param>
internal sealed class SpellingCorrector(IndexSnapshot snapshot, DateOnly today, Func<QueryNode, int?> count)
{
    /// <summary>Words of a query that are looked at.</summary>
    private const int MostWords = 8;

    /// <summary>Results above which nobody needs help.</summary>
    private const int Enough = 10;

    /// <summary>A word that is there is taken for a slip only if another is so many times as frequent.</summary>
    private const int MuchMore = 30;

    /// <summary>Letters from which two of them may be wrong, the first among them.</summary>
    private const int LongWord = 8;

    private readonly IndexReader _reader = snapshot.Reader;

    /// <param name="total">What the query found.</param>
    public Spelling? Correct(ParsedQuery parsed, int? total)
    {
        if (parsed.Root is null || total is not { } found || found > Enough)
            return null;
        var words = new List<(QueryTerm Term, QueryNode Node)>();
        Collect(parsed.Root, words);
        var replacements = new List<(int Start, int End, string Word)>();
        for (var i = 0; i < words.Count; i++)
        {
            var (term, node) = words[i];
            if (Frequency(term.Text) is var frequency && frequency > Enough || Place(parsed.Reading.Typed, node, term.Text) is not var (start, end))
                continue;
            if (Better(term.Text, frequency, found) is { } better)
                replacements.Add((start, end, better));
            else if (frequency == 0 && i + 1 < words.Count && words[i + 1].Node is WordNode next && node is WordNode && Frequency(term.Text + words[i + 1].Term.Text) > 0 && next.End > end)
                replacements.Add((start, next.End, term.Text + words[++i].Term.Text));
        }
        if (replacements.Count == 0)
            return null;
        var query = Replace(parsed.Reading.Typed, replacements);
        return QueryParser.Parse(query, today).Root is { } root && count(root) is { } more && more > found ? new Spelling(query, more) : null;
    }

    /// <summary>Plain words that are searched where the corpus's own words stand. What is excluded needs no correction.</summary>
    private static void Collect(QueryNode node, List<(QueryTerm, QueryNode)> words)
    {
        if (words.Count >= MostWords)
            return;
        switch (node)
        {
            case WordNode word:
                words.AddRange(word.Terms.Where(IsCorrectable).Select(t => (t, node)));
                break;
            case PhraseNode phrase:
                words.AddRange(phrase.Terms.Where(IsCorrectable).Select(t => (t, node)));
                break;
            case FieldNode { Field: QueryField.Title or QueryField.Text or QueryField.Lead or QueryField.Caption or QueryField.Person or QueryField.Said or QueryField.Speaker or QueryField.Outlet } field:
                Collect(field.Part, words);
                break;
            case FirstNode first:
                Collect(first.Part, words);
                break;
            case CaseNode @case:
                Collect(@case.Part, words);
                break;
            case AtLeastNode atLeast:
                Collect(atLeast.Part, words);
                break;
            case NearNode near:
                Collect(near.Left, words);
                Collect(near.Right, words);
                break;
            case AndNode { Parts: var parts }:
                foreach (var part in parts)
                    Collect(part, words);
                break;
            case OrNode { Parts: var parts }:
                foreach (var part in parts)
                    Collect(part, words);
                break;
            default:
                break;
        }
    }

    private static bool IsCorrectable(QueryTerm term) => term.Kind == TermKind.Word && term.Text.Length >= 4 && !term.Text.AsSpan().ContainsAnyInRange('0', '9');

    private string? Better(string word, int frequency, int found)
    {
        // Where something is found, or the word is short, only the slightest slip is one.
        var steps = found > 0 || word.Length < 5 ? 1 : 2;
        var nearest = TermExpansion.OfFuzzy(_reader, FieldNames.Content, word, steps, SearchBudget.OfPage()).Words
            .Where(w => w != word && w.Length > 2)
            .Select(w => (Word: w, Frequency: Frequency(w), Steps: EditDistance.IsWithin(w, word, 1) ? 1 : 2))
            .Where(w => w.Steps == 1 || word.Length >= LongWord || w.Word[0] == word[0])
            .Where(w => frequency == 0 ? w.Frequency > 0 : w.Steps == 1 && w.Frequency >= MuchMore * frequency)
            .OrderBy(w => w.Steps).ThenByDescending(w => w.Word[0] == word[0]).ThenByDescending(w => w.Frequency).ThenBy(w => w.Word, StringComparer.Ordinal)
            .Select(w => w.Word).FirstOrDefault();
        return nearest ?? (frequency == 0 ? Parted(word) : null);
    }

    /// <summary>Two words that were run together.</summary>
    private string? Parted(string word)
    {
        var best = default(string);
        var most = 0;
        for (var at = 3; at <= word.Length - 3; at++)
        {
            var rarer = Math.Min(Frequency(word[..at]), Frequency(word[at..]));
            if (rarer > most)
                (best, most) = ($"{word[..at]} {word[at..]}", rarer);
        }
        return best;
    }

    /// <summary>Articles with any form of the word, about.</summary>
    private int Frequency(string word)
    {
        var (itself, inflected) = TermForms.OfStem(WordStemmer.Current.Stem(word));
        return Math.Max(_reader.DocFreq(new Term(FieldNames.Content, itself)), _reader.DocFreq(new Term(FieldNames.Content, inflected)));
    }

    /// <summary>Where a folded word stands in the part of the query that it was read from.</summary>
    private static (int Start, int End)? Place(string typed, QueryNode node, string word)
    {
        var tokenizer = new WordTokenizer();
        tokenizer.Reset(typed, node.Start, Math.Min(node.End, typed.Length));
        while (tokenizer.MoveNext())
            if (tokenizer.Word.SequenceEqual(word))
                return (tokenizer.Start, tokenizer.End);
        return null;
    }

    private static string Replace(string typed, IEnumerable<(int Start, int End, string Word)> replacements)
    {
        var query = new StringBuilder();
        var at = 0;
        foreach (var (start, end, word) in replacements.OrderBy(r => r.Start))
        {
            if (start < at)
                continue;
            query.Append(typed, at, start - at).Append(char.IsUpper(typed[start]) ? char.ToUpperInvariant(word[0]) + word[1..] : word);
            at = end;
        }
        return query.Append(typed, at, typed.Length - at).ToString();
    }
}
