namespace NewsCorpus.Search.Queries;

/// <summary>A query as a tree. Knows no engine.</summary>
/// <param name="Start">UTF-16 offset into the query as typed.</param>
/// <param name="Length">Characters that the part covers.</param>
public abstract record QueryNode(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>A word: any inflection of it anywhere. Several terms ("U.S.-led") stand beside each other in that order.</summary>
public sealed record WordNode(string Text, IReadOnlyList<QueryTerm> Terms, int Start, int Length) : QueryNode(Start, Length);

/// <summary>Words in quotation marks: these very words.</summary>
/// <param name="Slack">Null: in that order, none between. Else in any order, with at most so many other words among them.</param>
public sealed record PhraseNode(string Text, IReadOnlyList<QueryTerm> Terms, int? Slack, int Start, int Length) : QueryNode(Start, Length);

public sealed record AndNode(IReadOnlyList<QueryNode> Parts, int Start, int Length) : QueryNode(Start, Length);

public sealed record OrNode(IReadOnlyList<QueryNode> Parts, int Start, int Length) : QueryNode(Start, Length);

public sealed record NotNode(QueryNode Part, int Start, int Length) : QueryNode(Start, Length);

/// <summary>What <paramref name="Part"/> asks for, in one part of the article.</summary>
public sealed record FieldNode(QueryField Field, QueryNode Part, int Start, int Length) : QueryNode(Start, Length);

/// <summary>What <paramref name="Part"/> asks for, within the first words of the text.</summary>
public sealed record FirstNode(int Words, QueryNode Part, int Start, int Length) : QueryNode(Start, Length);

/// <summary>Both near each other. The parts are words, phrases, alternatives of these, and others that are near each other.</summary>
public sealed record NearNode(QueryNode Left, QueryNode Right, NearRange Range, int Start, int Length) : QueryNode(Start, Length);

/// <summary>At least so many places in title, text and captions. The part is as those of <see cref="NearNode"/>.</summary>
public sealed record AtLeastNode(int Count, QueryNode Part, int Start, int Length) : QueryNode(Start, Length);

/// <summary>The words of <paramref name="Part"/> as they stand, capitalised in a certain way.</summary>
public sealed record CaseNode(CaseRule Rule, QueryNode Part, int Start, int Length) : QueryNode(Start, Length);

/// <summary>Articles by the number of words in their text; both ends inclusive, null for open.</summary>
public sealed record LengthNode(int? Min, int? Max, int Start, int Length) : QueryNode(Start, Length);

/// <summary>Articles by date; both ends inclusive, null for open. An undated article lies in no range; one of which only month or year is known in those that hold all of it.</summary>
public sealed record DateNode(DateOnly? From, DateOnly? To, int Start, int Length) : QueryNode(Start, Length);

/// <summary>Every article ("*").</summary>
public sealed record EverythingNode(int Start, int Length) : QueryNode(Start, Length);

/// <summary>A query as read: the tree (null when browsing) and what to tell the reader about it.</summary>
public sealed record ParsedQuery(QueryNode? Root, QueryReading Reading);
