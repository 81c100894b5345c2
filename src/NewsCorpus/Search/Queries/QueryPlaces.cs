namespace NewsCorpus.Search.Queries;

/// <summary>
/// Makes the parts of a query that ask where words stand, and finds the nearest reading where the operands have no place: those joined by AND are read each by itself,
/// and with what excludes, or asks for a date or a length, the operator is read as AND.
/// </summary>
internal static class QueryPlaces
{
    public static QueryNode Near(QueryNode left, QueryNode right, QueryToken sign, List<QueryProblem> problems)
    {
        if (QueryLexer.IsSegment(sign.Text))
        {
            problems.Add(new($"\"{sign.Text}\" has no equal here: it was read as AND.", sign.Start, sign.Length));
            return Both(left, right);
        }
        var range = QueryOperators.ReadNear(sign.Text)!;
        if (range.Unit == NearUnit.Words && range.Distance is 0 or > NearRange.MaxDistance)
        {
            range = range with { Distance = Math.Clamp(range.Distance, 1, NearRange.MaxDistance) };
            problems.Add(new($"The distance can be 1 to {NearRange.MaxDistance} words: {range.Distance} was used.", sign.Start, sign.Length));
        }
        return Near(left, right, range, sign, problems);
    }

    public static QueryNode AtLeast(int count, QueryNode part, QueryToken sign, int length, List<QueryProblem> problems)
    {
        if (HasPlaces(part))
            return new AtLeastNode(count, part, sign.Start, length);
        if (part is AndNode and && and.Parts.All(HasPlaces))
        {
            problems.Add(new($"\"{sign.Text}\" was read of each of the words joined by AND.", sign.Start, sign.Length));
            return new AndNode([.. and.Parts.Select(p => new AtLeastNode(count, p, p.Start, p.Length))], sign.Start, length);
        }
        problems.Add(new($"\"{sign.Text}\" can only count words and phrases: it was left out.", sign.Start, sign.Length));
        return part;
    }

    private static QueryNode Near(QueryNode left, QueryNode right, NearRange range, QueryToken sign, List<QueryProblem> problems)
    {
        if (HasPlaces(left) && HasPlaces(right))
            return new NearNode(left, right, range, left.Start, right.End - left.Start);
        switch (left, right)
        {
            case (FieldNode l, FieldNode r) when l.Field == r.Field:
                return new FieldNode(l.Field, Near(l.Part, r.Part, range, sign, problems), l.Start, r.End - l.Start);
            case (FieldNode l, not FieldNode) when HasPlaces(right):
                problems.Add(new($"The words on both sides of \"{sign.Text}\" were searched in \"{QueryFields.NameOf(l.Field)}\".", sign.Start, sign.Length));
                return new FieldNode(l.Field, Near(l.Part, right, range, sign, problems), l.Start, right.End - l.Start);
            case (AndNode and, _) when and.Parts.All(HasPlaces) && HasPlaces(right):
                problems.Add(new($"Words joined by AND cannot be near something as one: each was read so of \"{sign.Text}\".", sign.Start, sign.Length));
                return new AndNode([.. and.Parts.Select(p => Near(p, right, range, sign, problems))], left.Start, right.End - left.Start);
            case (_, AndNode and) when and.Parts.All(HasPlaces) && HasPlaces(left):
                problems.Add(new($"Words joined by AND cannot be near something as one: each was read so of \"{sign.Text}\".", sign.Start, sign.Length));
                return new AndNode([.. and.Parts.Select(p => Near(left, p, range, sign, problems))], left.Start, right.End - left.Start);
            default:
                problems.Add(new($"\"{sign.Text}\" needs words or phrases on both sides: it was read as AND.", sign.Start, sign.Length));
                return Both(left, right);
        }
    }

    private static AndNode Both(QueryNode left, QueryNode right) => new([left, right], left.Start, right.End - left.Start);

    private static bool HasPlaces(QueryNode node) => node switch
    {
        WordNode or PhraseNode or NearNode => true,
        OrNode or => or.Parts.All(HasPlaces),
        CaseNode @case => HasPlaces(@case.Part),
        _ => false,
    };
}
