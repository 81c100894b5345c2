namespace NewsCorpus.Search.Queries;

/// <summary>A part of an article that a query can be held to.</summary>
public enum QueryField
{
    Title,
    Text,
    Caption,
    Person,
    Outlet,
    Tag,
    Agency,
}

/// <summary>How one word of a query meets the words of an article.</summary>
public enum TermKind
{
    /// <summary>By its folded spelling, or by its stem outside of quotation marks.</summary>
    Word,

    /// <summary>An initialism typed with dots and capitals ("U.S."): written so, or all in capitals.</summary>
    Initialism,

    /// <summary>An initialism typed with dots in lower case ("a.m."): written with dots.</summary>
    Dotted,

    /// <summary>With wildcards: "*" for any characters, "?" for one.</summary>
    Pattern,
}

/// <summary>One word of a query, folded as the index folds.</summary>
public sealed record QueryTerm(string Text, TermKind Kind);

/// <summary>A query as a tree. Knows no engine.</summary>
/// <param name="Start">UTF-16 offset into the query as typed.</param>
/// <param name="Length">Characters that the part covers.</param>
public abstract record QueryNode(int Start, int Length);

/// <summary>A word: any inflection of it anywhere. Several terms ("U.S.-led") stand beside each other in that order.</summary>
public sealed record WordNode(string Text, IReadOnlyList<QueryTerm> Terms, int Start, int Length) : QueryNode(Start, Length);

/// <summary>Words in quotation marks: these very words in that order, none between.</summary>
public sealed record PhraseNode(string Text, IReadOnlyList<QueryTerm> Terms, int Start, int Length) : QueryNode(Start, Length);

public sealed record AndNode(IReadOnlyList<QueryNode> Parts, int Start, int Length) : QueryNode(Start, Length);

public sealed record OrNode(IReadOnlyList<QueryNode> Parts, int Start, int Length) : QueryNode(Start, Length);

public sealed record NotNode(QueryNode Part, int Start, int Length) : QueryNode(Start, Length);

/// <summary>What <paramref name="Part"/> asks for, in one part of the article.</summary>
public sealed record FieldNode(QueryField Field, QueryNode Part, int Start, int Length) : QueryNode(Start, Length);

/// <summary>Every article ("*").</summary>
public sealed record EverythingNode(int Start, int Length) : QueryNode(Start, Length);

/// <summary>A query as read: the tree (null when browsing) and what to tell the reader about it.</summary>
public sealed record ParsedQuery(QueryNode? Root, QueryReading Reading);
