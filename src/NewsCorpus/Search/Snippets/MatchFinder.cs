using NewsCorpus.Search.Analysis;
using NewsCorpus.Search.Queries;

namespace NewsCorpus.Search.Snippets;

/// <summary>A place that a query asks for.</summary>
/// <param name="Start">UTF-16 offset into the text.</param>
/// <param name="End">Offset just past it.</param>
/// <param name="Clause">Which word or phrase of the query it is, from 0.</param>
public readonly record struct TextMatch(int Start, int End, int Clause);

/// <summary>
/// Finds in a text what a query looks for, word for word as the index does: the text is cut up again rather than offsets kept in the index,
/// which would double its size and be wrong as soon as the text is newer than the index. Immutable and safe for threads.
/// </summary>
internal sealed class MatchFinder
{
    /// <summary>Words and phrases that are marked; a longer query's others are found but not marked.</summary>
    private const int MaxClauses = 64;

    /// <summary>The words of the stretch that a thread looks at: a page of results has some ten thousand, in some hundred stretches.</summary>
    [ThreadStatic]
    private static List<TextWord>? s_words;

    private readonly List<Clause> _clauses = [];

    public MatchFinder(QueryNode? root)
    {
        if (root is not null)
            Collect(root, scope: null, rule: null);
    }

    public int ClauseCount => _clauses.Count;

    /// <summary>Matches in order of their beginnings; those of longer phrases first.</summary>
    /// <param name="field">What the stretch is of: clauses held to another field are passed over.</param>
    public List<TextMatch> Find(string text, int start, int end, QueryField field)
    {
        var matches = new List<TextMatch>();
        if (_clauses.Count == 0)
            return matches;
        var words = s_words ??= new List<TextWord>(1024);
        words.Clear();
        Cut(text, start, end, words);
        for (var i = 0; i < words.Count; i++)
        {
            for (var c = 0; c < _clauses.Count; c++)
            {
                var clause = _clauses[c];
                if (clause.IsIn(field) && clause.MatchesAt(words, i))
                    matches.Add(new(words[i].Start, words[i + clause.Terms.Length - 1].End, c));
            }
        }
        return matches;
    }

    private static void Cut(string text, int start, int end, List<TextWord> words)
    {
        var tokenizer = new WordTokenizer();
        var stemmer = WordStemmer.Current;
        tokenizer.Reset(text, start, end);
        while (tokenizer.MoveNext())
        {
            var stem = stemmer.Stem(tokenizer.Word, out var word);
            words.Add(new(tokenizer.Start, tokenizer.End, word, stem, tokenizer.Case, tokenizer.IsDotted));
        }
    }

    private void Collect(QueryNode node, QueryField? scope, CaseRule? rule)
    {
        if (_clauses.Count >= MaxClauses)
            return;
        switch (node)
        {
            case WordNode word:
                _clauses.Add(new Clause(word.Terms, isExact: rule is not null, scope, rule));
                break;
            case PhraseNode { Slack: null } phrase:
                _clauses.Add(new Clause(phrase.Terms, isExact: true, scope, rule));
                break;
            case PhraseNode phrase:
                foreach (var term in phrase.Terms.Distinct().Take(MaxClauses - _clauses.Count))
                    _clauses.Add(new Clause([term], isExact: true, scope, rule));
                break;
            case FieldNode field:
                Collect(field.Part, field.Field, rule);
                break;
            case FirstNode first:
                Collect(first.Part, QueryField.Text, rule);
                break;
            case CaseNode @case:
                Collect(@case.Part, scope, @case.Rule);
                break;
            case AtLeastNode atLeast:
                Collect(atLeast.Part, scope, rule);
                break;
            case NearNode near:
                Collect(near.Left, scope, rule);
                Collect(near.Right, scope, rule);
                break;
            case AndNode and:
                foreach (var part in and.Parts)
                    Collect(part, scope, rule);
                break;
            case OrNode or:
                foreach (var part in or.Parts)
                    Collect(part, scope, rule);
                break;
            default:
                // What is excluded is not there to be marked.
                break;
        }
    }

    private static bool IsWritten(WordCase written, CaseRule rule) => rule switch
    {
        CaseRule.AllCapitals => written == WordCase.Capitals,
        CaseRule.NoCapitals => written == WordCase.Lower,
        _ => written != WordCase.Lower,
    };

    private readonly record struct TextWord(int Start, int End, string Word, string Stem, WordCase Case, bool IsDotted);

    private sealed class Clause(IReadOnlyList<QueryTerm> terms, bool isExact, QueryField? scope, CaseRule? rule)
    {
        public string[] Terms { get; } = [.. terms.Select(t => isExact || t.Kind != TermKind.Word ? t.Text : WordStemmer.Current.Stem(t.Text))];

        /// <summary>A person's name is worth marking wherever it stands, and what was said in the text.</summary>
        public bool IsIn(QueryField field) => scope is null or QueryField.Person || scope == field || scope is QueryField.Said or QueryField.Speaker && field == QueryField.Text || scope == QueryField.Lead && field is QueryField.Title or QueryField.Text;

        public bool MatchesAt(List<TextWord> words, int at)
        {
            if (at + Terms.Length > words.Count)
                return false;
            for (var t = 0; t < Terms.Length; t++)
            {
                var word = words[at + t];
                var matches = terms[t].Kind switch
                {
                    TermKind.Word => (isExact ? word.Word : word.Stem) == Terms[t],
                    TermKind.Initialism => word.Case == WordCase.Capitals && word.Word == Terms[t],
                    TermKind.Dotted => word.IsDotted && word.Word == Terms[t],
                    TermKind.Pattern => Wildcards.Matches(word.Word, Terms[t]),
                    _ => EditDistance.IsWithin(word.Word, Terms[t], terms[t].Kind == TermKind.Fuzzy1 ? 1 : 2),
                };
                if (!matches || rule is { } asked && !IsWritten(word.Case, asked))
                    return false;
            }
            return true;
        }
    }
}
