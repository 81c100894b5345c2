namespace NewsCorpus.Search.Queries;

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

    /// <summary>Words at most one letter away: one added, left out, changed, or two neighbours swapped.</summary>
    Fuzzy1,

    /// <summary>Words at most two such steps away.</summary>
    Fuzzy2,
}

/// <summary>One word of a query, folded as the index folds.</summary>
public sealed record QueryTerm(string Text, TermKind Kind);

/// <summary>How words are to be capitalised.</summary>
public enum CaseRule
{
    /// <summary>All letters are capitals, two at least.</summary>
    AllCapitals,

    /// <summary>No letter is a capital.</summary>
    NoCapitals,

    /// <summary>Some letter is a capital.</summary>
    SomeCapitals,
}

public enum NearUnit
{
    Words,
    Sentence,
    Paragraph,
}

/// <param name="Distance">For <see cref="NearUnit.Words"/>: 1 means neighbours. Else 0.</param>
/// <param name="IsOrdered">The left part stands before the right one.</param>
public sealed record NearRange(NearUnit Unit, int Distance, bool IsOrdered)
{
    /// <summary>Larger distances are read as this one.</summary>
    public const int MaxDistance = 250;
}

/// <summary>A part of an article that a query can be held to.</summary>
public enum QueryField
{
    Title,
    Text,

    /// <summary>Title, standfirst and the first two paragraphs, 120 words of the text at most.</summary>
    Lead,
    Caption,
    Person,

    /// <summary>Words that somebody is reported to have said, one quotation at a time.</summary>
    Said,

    /// <summary>Who said them: the person's name and the words of the article, "the department".</summary>
    Speaker,
    Outlet,
    Agency,
    Tag,
    Byline,
    Language,

    /// <summary>How the date is known: stated, derived, corrected or unknown.</summary>
    DateSource,

    /// <summary>Path of the file below the folder that was ingested.</summary>
    File,
}
