using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsCorpus.Search.Analysis;
using NewsCorpus.Search.Index.Places;
using NewsCorpus.Search.Queries;

namespace NewsCorpus.Search.Index;

/// <summary>Turns a query tree into Lucene's query for one state of the index, because wildcards stand for the words that are there.</summary>
internal sealed class LuceneQueryBuilder
{
    private readonly List<QueryProblem> _cuts = [];
    private readonly SearchBudget _budget;
    private readonly WordBuilder _words;
    private readonly QuotationQueryBuilder _quotations;
    private readonly bool _withEstimates;

    /// <param name="withEstimates">As <see cref="HitFilter.WithEstimates"/>.</param>
    /// <param name="budget">What the query may cost; without end where none is given.</param>
    public LuceneQueryBuilder(IndexReader reader, bool withEstimates = false, SearchBudget? budget = null)
    {
        _budget = budget ?? SearchBudget.Unlimited();
        _words = new WordBuilder(reader, _cuts, _budget);
        _quotations = new QuotationQueryBuilder(Places);
        _withEstimates = withEstimates;
    }

    /// <summary>What had to be cut short, with its place in the query.</summary>
    public IReadOnlyList<QueryProblem> Cuts => _cuts;

    public Query Build(QueryNode node) => Build(node, QueryScope.Everywhere);

    /// <summary>Articles and their quotations that a query asks for, whose words are those said unless it says otherwise. What it asks of the article must hold of that.</summary>
    public Occurrences BuildQuotations(QueryNode? root)
    {
        var parts = root is AndNode and ? and.Parts : root is null ? [] : [root];
        var scope = QueryScope.Everywhere with { Field = QueryField.Said };
        var ofQuotation = _quotations.All([.. parts.Where(QuotationQueryBuilder.IsOfWords)], scope);
        var ofArticle = parts.Where(p => !QuotationQueryBuilder.IsOfWords(p)).ToList();
        if (ofArticle.Count == 0)
            return ofQuotation;
        return ofQuotation with { Documents = new BooleanQuery(disableCoord: true) { { ofQuotation.Documents, Occur.MUST }, { And(ofArticle, scope), Occur.MUST } } };
    }

    private Query Build(QueryNode node, QueryScope scope) => node switch
    {
        EverythingNode => new MatchAllDocsQuery(),
        FieldNode when QuotationQueryBuilder.Asks(node) => Filtered(_quotations.Build(node, scope)),
        FieldNode field => Build(field.Part, scope with { Field = field.Field, FirstWords = null }),
        FirstNode first => Build(first.Part, scope with { Field = null, FirstWords = first.Words }),
        CaseNode @case => Build(@case.Part, scope with { Case = @case.Rule }),
        AndNode and => And(and.Parts, scope),
        OrNode or => Or(or.Parts, scope),
        NotNode not => And([not], scope),
        LengthNode length => Length(length),
        DateNode date => Date(date),
        AtLeastNode atLeast => AtLeast(atLeast, scope),
        WordNode or PhraseNode or NearNode => Restrict(Places(node, scope), scope),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "not a known part of a query"),
    };

    private BooleanQuery And(IReadOnlyList<QueryNode> parts, QueryScope scope)
    {
        var query = new BooleanQuery(disableCoord: true);
        // speaker:rook said:flood asks for one quotation.
        var ofQuotation = parts.Where(QuotationQueryBuilder.Asks).ToList();
        if (ofQuotation.Count > 1)
            query.Add(Filtered(_quotations.All(ofQuotation, scope)), Occur.MUST);
        foreach (var part in parts)
        {
            if (ofQuotation.Count > 1 && ofQuotation.Contains(part))
                continue;
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

    private BooleanQuery Or(IReadOnlyList<QueryNode> parts, QueryScope scope)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var part in parts)
            query.Add(Build(part, scope), Occur.SHOULD);
        return query;
    }

    private static ColumnQuery Length(LengthNode length)
    {
        var (min, max) = (length.Min ?? 0, length.Max ?? int.MaxValue);
        return new ColumnQuery($"length {min} to {max}", (columns, doc) => columns.WordCounts[doc] >= min && columns.WordCounts[doc] <= max);
    }

    private ColumnQuery Date(DateNode date)
    {
        var withEstimates = _withEstimates;
        var (from, to) = (date.From?.DayNumber ?? 0, date.To?.DayNumber ?? int.MaxValue);
        return new ColumnQuery($"date {date.From} to {date.To}", (columns, doc) =>
        {
            var dates = withEstimates ? columns.Estimated : columns.Dates;
            return dates.Minutes[doc] >= 0 && dates.Minutes[doc] / SegmentColumns.MinutesADay >= from && dates.LastDayOf(doc) <= to;
        });
    }

    private PositionFilterQuery AtLeast(AtLeastNode atLeast, QueryScope scope)
    {
        var found = Places(atLeast.Part, scope);
        var places = scope is { Field: null, FirstWords: null } ? new InRegion(found.Places, PlaceRegion.Prose) : InScope(found.Places, scope);
        return new PositionFilterQuery(found.Documents, new AtLeast(places, atLeast.Count), _budget);
    }

    private Query Filtered(Occurrences found) => found.IsDecided ? found.Documents : new PositionFilterQuery(found.Documents, found.Places, _budget);

    private Query Restrict(Occurrences found, QueryScope scope)
    {
        var places = InScope(found.Places, scope);
        return found.IsDecided && ReferenceEquals(places, found.Places) ? found.Documents : new PositionFilterQuery(found.Documents, places, _budget);
    }

    private static PositionExpression InScope(PositionExpression places, QueryScope scope) => scope switch
    {
        { FirstWords: { } words } => new InFirstWords(places, words),
        { Field: QueryField.Text } => new InRegion(places, PlaceRegion.Text),
        { Field: QueryField.Lead } => new InRegion(places, PlaceRegion.Lead),
        _ => places,
    };

    private Occurrences Places(QueryNode node, QueryScope scope) => node switch
    {
        WordNode word => _words.Build(word.Terms, isExact: false, slack: null, scope, word),
        PhraseNode phrase => _words.Build(phrase.Terms, isExact: true, phrase.Slack, scope, phrase),
        CaseNode @case => Places(@case.Part, scope with { Case = @case.Rule }),
        OrNode or => AnyOf([.. or.Parts.Select(p => Places(p, scope))]),
        NearNode near => Near(near, scope),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "has no place in the text"),
    };

    private static Occurrences AnyOf(IReadOnlyList<Occurrences> parts)
    {
        var documents = new BooleanQuery(disableCoord: true);
        foreach (var part in parts)
            documents.Add(part.Documents, Occur.SHOULD);
        return new(documents, new AnyOf([.. parts.Select(p => p.Places)]), parts.All(p => p.IsDecided));
    }

    private Occurrences Near(NearNode near, QueryScope scope)
    {
        var (left, right) = (Places(near.Left, scope), Places(near.Right, scope));
        var documents = new BooleanQuery(disableCoord: true) { { left.Documents, Occur.MUST }, { right.Documents, Occur.MUST } };
        var breaks = near.Range.Unit == NearUnit.Words
            ? null
            : new AnyWord([new Term(scope.IndexField, near.Range.Unit == NearUnit.Sentence ? TermForms.Sentence : TermForms.Paragraph)]);
        return new(documents, new NearEachOther(left.Places, right.Places, near.Range, breaks), false);
    }
}
