using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsCorpus.Search.Analysis;
using NewsCorpus.Search.Index.Places;
using NewsCorpus.Search.Queries;

namespace NewsCorpus.Search.Index;

/// <summary>Documents that may match, and the places that decide.</summary>
/// <param name="IsDecided">True where each of the documents has such a place.</param>
internal sealed record Occurrences(Query Documents, PositionExpression Places, bool IsDecided)
{
    public static Occurrences None { get; } = new(new BooleanQuery(), new AnyWord([]), true);
}

/// <summary>Looks up the words of a query in the forms that the index has them in.</summary>
internal sealed class WordBuilder(IndexReader reader, List<QueryProblem> cuts, SearchBudget budget)
{
    /// <summary>Words of one pattern that are scored one by one.</summary>
    private const int ScoredWords = 16;

    /// <summary>What patterns of the query stand for; one that is repeated is looked up once.</summary>
    private readonly Dictionary<(QueryTerm, string), IReadOnlyList<string>> _expanded = [];

    /// <param name="isExact">Whether words count as they are written rather than by their stems.</param>
    /// <param name="slack">Null for words right beside each other in order; else how many others may be among them.</param>
    public Occurrences Build(IReadOnlyList<QueryTerm> terms, bool isExact, int? slack, QueryScope scope, QueryNode node)
    {
        var words = terms.Select(t => Build(t, isExact, scope, node)).ToList();
        if (words.Exists(w => w.Terms.Count == 0))
            return Occurrences.None;
        if (words is [var only])
            return new(only.Documents, only.Places, only.IsDecided);
        if (slack is null && words.TrueForAll(w => w.IsDecided))
            return new(Phrase(words), new Adjacent([.. words.Select(w => w.Places)]), true);
        var documents = new BooleanQuery(disableCoord: true);
        foreach (var word in words)
            documents.Add(word.Documents, Occur.MUST);
        return new(documents, slack is { } others ? new AmongOthers([.. words.Select(w => w.Places)], others) : new Adjacent([.. words.Select(w => w.Places)]), false);
    }

    private Word Build(QueryTerm term, bool isExact, QueryScope scope, QueryNode node)
    {
        var field = scope.IndexField;
        if (scope.Case is { } rule && term.Kind is not (TermKind.Initialism or TermKind.Dotted))
            return OfCase(Spellings(term, field, node), rule, field);
        return term.Kind switch
        {
            TermKind.Initialism => Plain([Form(field, TermForms.Capitals, term.Text)]),
            TermKind.Dotted => Plain([Form(field, TermForms.Dotted, term.Text)]),
            TermKind.Word when !isExact => OfStem(WordStemmer.Current.Stem(term.Text), field),
            _ => Plain([.. Spellings(term, field, node).Select(w => new Term(field, TermForms.OfExact(w)))]),
        };
    }

    private static Word OfStem(string stem, string field)
    {
        var (itself, inflected) = TermForms.OfStem(stem);
        Term[] terms = [new Term(field, itself), new Term(field, inflected)];
        return new(terms, new OneWordQuery(terms), new AnyWord(terms), IsDecided: true);
    }

    private Word OfCase(IReadOnlyList<string> words, CaseRule rule, string field)
    {
        Term[] capitals = [.. words.Select(w => Form(field, TermForms.Capitals, w))];
        Term[] mixed = [.. words.Select(w => Form(field, TermForms.Mixed, w))];
        if (rule == CaseRule.AllCapitals)
            return Plain(capitals);
        if (rule == CaseRule.SomeCapitals)
            return Plain([.. capitals, .. mixed]);
        Term[] exact = [.. words.Select(w => new Term(field, TermForms.OfExact(w)))];
        return new(exact, Any(exact), new ButNot(new AnyWord(exact), new AnyWord([.. capitals, .. mixed])), IsDecided: false);
    }

    private IReadOnlyList<string> Spellings(QueryTerm term, string field, QueryNode node)
    {
        if (term.Kind is not (TermKind.Pattern or TermKind.Fuzzy1 or TermKind.Fuzzy2))
            return [term.Text];
        if (_expanded.TryGetValue((term, field), out var words))
            return words;
        var expansion = term.Kind == TermKind.Pattern
            ? TermExpansion.OfPattern(reader, field, term.Text, budget)
            : TermExpansion.OfFuzzy(reader, field, term.Text, term.Kind == TermKind.Fuzzy1 ? 1 : 2, budget);
        var message = $"\"{term.Text}\" stands for very many words, so this was cut short: the {expansion.Words.Count} most frequent of those looked at were searched.";
        if (expansion.IsCut && !cuts.Exists(c => c.Message == message))
            cuts.Add(new(message, node.Start, node.Length));
        return _expanded[(term, field)] = expansion.Words;
    }

    private Query Any(IReadOnlyList<Term> terms)
    {
        if (terms.Count == 1)
            return new TermQuery(terms[0]);
        if (terms.Count > ScoredWords)
            return new UnionQuery(terms, budget);
        var any = new BooleanQuery(disableCoord: true);
        foreach (var term in terms)
            any.Add(new TermQuery(term), Occur.SHOULD);
        return any;
    }

    private static Query Phrase(List<Word> words)
    {
        if (words.TrueForAll(w => w.Terms.Count == 1))
        {
            var phrase = new PhraseQuery();
            foreach (var word in words)
                phrase.Add(word.Terms[0]);
            return phrase;
        }
        var several = new MultiPhraseQuery();
        foreach (var word in words)
            several.Add([.. word.Terms]);
        return several;
    }

    private Word Plain(IReadOnlyList<Term> terms) => new(terms, Any(terms), new AnyWord(terms), IsDecided: true);

    private static Term Form(string field, char form, string word) => new(field, TermForms.Of(form, word));

    /// <param name="Documents">Documents with any of the terms, scored.</param>
    private sealed record Word(IReadOnlyList<Term> Terms, Query Documents, PositionExpression Places, bool IsDecided);
}
