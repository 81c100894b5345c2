using Lucene.Net.Search;
using NewsCorpus.Search.Index.Places;
using NewsCorpus.Search.Queries;

namespace NewsCorpus.Search.Index;

/// <summary>What a query asks of single quotations: all that is joined by AND, OR and NOT within said: and speaker: must hold of one and the same.</summary>
/// <param name="places">Finds the places of words, of phrases and of those near each other.</param>
internal sealed class QuotationQueryBuilder(Func<QueryNode, QueryScope, Occurrences> places)
{
    /// <summary>True for what asks of a quotation and of nothing else.</summary>
    public static bool Asks(QueryNode node) => node is FieldNode { Field: QueryField.Said or QueryField.Speaker } field && IsOfWords(field.Part);

    /// <summary>True for what can be asked of one quotation.</summary>
    public static bool IsOfWords(QueryNode node) => node switch
    {
        WordNode or PhraseNode or NearNode => true,
        CaseNode @case => IsOfWords(@case.Part),
        NotNode not => IsOfWords(not.Part),
        AndNode and => and.Parts.All(IsOfWords),
        OrNode or => or.Parts.All(IsOfWords),
        _ => Asks(node),
    };

    /// <summary>Documents that may have such a quotation, and where it begins.</summary>
    public Occurrences Build(QueryNode node, QueryScope scope) => node switch
    {
        FieldNode field => Build(field.Part, scope with { Field = field.Field, FirstWords = null }),
        CaseNode @case => Build(@case.Part, scope with { Case = @case.Rule }),
        AndNode and => All(and.Parts, scope),
        OrNode or => Any([.. or.Parts.Select(p => Build(p, scope))]),
        NotNode not => All([not], scope),
        _ => Of(places(node, scope)),
    };

    /// <summary>Quotations of which all the parts hold.</summary>
    public Occurrences All(IReadOnlyList<QueryNode> parts, QueryScope scope)
    {
        var wanted = parts.Where(p => p is not NotNode).Select(p => Build(p, scope)).ToList();
        var unwanted = parts.OfType<NotNode>().Select(n => Build(n.Part, scope)).ToList();
        if (wanted is [var only] && unwanted.Count == 0)
            return only;
        var documents = new BooleanQuery(disableCoord: true);
        if (wanted.Count == 0)
            documents.Add(new TermQuery(QuotationStarts.Term) { Boost = 0 }, Occur.MUST);
        foreach (var part in wanted)
            documents.Add(part.Documents, Occur.MUST);
        var found = wanted.Count == 0 ? QuotationStarts.All : new InAll([.. wanted.Select(w => w.Places)]);
        return new(documents, unwanted.Count == 0 ? found : new ButNot(found, new AnyOf([.. unwanted.Select(u => u.Places)])), IsDecided: false);
    }

    private static Occurrences Of(Occurrences found) => found with { Places = new OfQuotation(found.Places) };

    private static Occurrences Any(IReadOnlyList<Occurrences> parts)
    {
        var documents = new BooleanQuery(disableCoord: true);
        foreach (var part in parts)
            documents.Add(part.Documents, Occur.SHOULD);
        return new(documents, new AnyOf([.. parts.Select(p => p.Places)]), parts.All(p => p.IsDecided));
    }
}
