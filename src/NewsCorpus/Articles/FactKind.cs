namespace NewsCorpus.Articles;

/// <summary>How a value of an article is known. The kinds never mix: a page or an export always says which one it shows.</summary>
public enum FactKind
{
    /// <summary>Not known, and shown as such. The value is null.</summary>
    Unknown = 0,

    /// <summary>The file says so in a field meant for it: front matter, an inline header, metadata of a page.</summary>
    Stated = 1,

    /// <summary>A rule read it from the text, a link or a credit line.</summary>
    Derived = 2,

    /// <summary>A person set it in the admin pages. Outlives every re-run.</summary>
    Corrected = 3,
}
