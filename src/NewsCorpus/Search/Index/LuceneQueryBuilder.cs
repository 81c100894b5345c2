using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsCorpus.Search.Analysis;
using NewsCorpus.Search.Queries;

namespace NewsCorpus.Search.Index;

/// <summary>Turns a query tree into Lucene's query for one state of the index, because wildcards stand for the words that are there.</summary>
internal sealed class LuceneQueryBuilder(IndexReader reader)
{
    /// <summary>Words of one pattern that are scored one by one.</summary>
    private const int ScoredWords = 16;

    private readonly List<QueryProblem> _problems = [];

    /// <summary>What had to be cut short, with its place in the query.</summary>
    public IReadOnlyList<QueryProblem> Problems => _problems;

    public Query Build(QueryNode node) => Build(node, scope: null);

    private Query Build(QueryNode node, QueryField? scope) => node switch
    {
        EverythingNode => new MatchAllDocsQuery(),
        WordNode word => Words(word.Terms, isExact: false, scope, word),
        PhraseNode phrase => Words(phrase.Terms, isExact: true, scope, phrase),
        FieldNode field => Build(field.Part, field.Field),
        AndNode and => And(and.Parts, scope),
        OrNode or => Or(or.Parts, scope),
        NotNode not => And([not], scope),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "not a known part of a query"),
    };

    private BooleanQuery And(IReadOnlyList<QueryNode> parts, QueryField? scope)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var part in parts)
        {
            if (part is NotNode not)
                query.Add(Build(not.Part, scope), Occur.MUST_NOT);
            else
                query.Add(Build(part, scope), Occur.MUST);
        }
        // Exclusions need something to exclude from.
        if (parts.All(p => p is NotNode))
            query.Add(new MatchAllDocsQuery { Boost = 0 }, Occur.MUST);
        return query;
    }

    private BooleanQuery Or(IReadOnlyList<QueryNode> parts, QueryField? scope)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var part in parts)
            query.Add(Build(part, scope), Occur.SHOULD);
        return query;
    }

    private Query Words(IReadOnlyList<QueryTerm> terms, bool isExact, QueryField? scope, QueryNode node)
    {
        var field = scope is { } chosen ? FieldNames.Of(chosen) : FieldNames.Content;
        var words = terms.Select(t => TermsOf(t, isExact, field, node)).ToList();
        if (words.Exists(w => w.Count == 0))
            return new BooleanQuery();
        var query = words.Count == 1 ? Any(words[0]) : Phrase(words);
        if (scope != QueryField.Text)
            return query;
        PositionExpression places = words.Count == 1 ? new AnyWord(words[0]) : new Adjacent([.. words.Select(w => new AnyWord(w))]);
        return new PositionFilterQuery(query, new InText(places));
    }

    private static Query Any(IReadOnlyList<Term> terms)
    {
        if (terms.Count == 1)
            return new TermQuery(terms[0]);
        if (terms.Count > ScoredWords)
            return new UnionQuery(terms);
        var any = new BooleanQuery(disableCoord: true);
        foreach (var term in terms)
            any.Add(new TermQuery(term), Occur.SHOULD);
        return any;
    }

    private static Query Phrase(List<IReadOnlyList<Term>> words)
    {
        if (words.TrueForAll(w => w.Count == 1))
        {
            var phrase = new PhraseQuery();
            foreach (var word in words)
                phrase.Add(word[0]);
            return phrase;
        }
        var several = new MultiPhraseQuery();
        foreach (var word in words)
            several.Add([.. word]);
        return several;
    }

    private IReadOnlyList<Term> TermsOf(QueryTerm term, bool isExact, string field, QueryNode node)
    {
        switch (term.Kind)
        {
            case TermKind.Initialism:
                return [new Term(field, TermForms.Of(TermForms.Capitals, term.Text))];
            case TermKind.Dotted:
                return [new Term(field, TermForms.Of(TermForms.Dotted, term.Text))];
            case TermKind.Word:
                return [new Term(field, isExact ? TermForms.Of(TermForms.Exact, term.Text) : WordStemmer.Current.Stem(term.Text))];
            default:
                var expansion = PatternExpansion.Of(reader, field, term.Text);
                if (expansion.IsCut)
                    _problems.Add(new($"\"{term.Text}\" stands for very many words: the {expansion.Terms.Count} most frequent of those looked at were searched.", node.Start, node.Length));
                return expansion.Terms;
        }
    }
}
