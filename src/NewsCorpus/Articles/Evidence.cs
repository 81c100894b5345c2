namespace NewsCorpus.Articles;

/// <summary>Names of the fields that evidence is kept for, as the API spells them.</summary>
public static class EvidenceFields
{
    public const string Title = "title";
    public const string Date = "date";
    public const string Outlet = "outlet";

    /// <summary>An outlet that the text only mentions, where nothing says who published it: for an editor to judge.</summary>
    public const string OutletHint = "outletHint";
    public const string Agency = "agency";
    public const string Person = "person";
    public const string Contributor = "contributor";
    public const string Tag = "tag";
    public const string Language = "language";

    /// <summary>The people who appear, as an editor set them.</summary>
    public const string People = CorrectionFields.People;

    /// <summary>All tags, as an editor set them.</summary>
    public const string Tags = CorrectionFields.Tags;
}

/// <summary>Why a value of an article is what it is: the rule that said so and the very words it read.</summary>
/// <param name="Field">One of <see cref="EvidenceFields"/>.</param>
/// <param name="Value">The value as read, in its canonical spelling; null where the evidence is of a value refused (see <paramref name="Note"/>).</param>
/// <param name="Kind">Stated, derived or corrected.</param>
/// <param name="Rule">Short name of the rule in words a reader understands, e.g. "front matter: date", "link's site", "title before a surname".</param>
/// <param name="Excerpt">The words read, as they stand in the file or text, at most 300 characters; of a correction the editor's note.</param>
/// <param name="Start">Offset of the excerpt in the article's text; null where it stands outside of the text (front matter, a header).</param>
/// <param name="End">Offset just past the excerpt, or null.</param>
/// <param name="Line">Line in the file, from 1, where the excerpt stands outside of the text; else null.</param>
/// <param name="Note">What else a reader should know, e.g. that another stated date differs.</param>
/// <param name="By">Who corrected it; null for what rules say.</param>
/// <param name="At">When it was corrected; null for what rules say.</param>
/// <param name="Before">The value that the correction replaced, in its canonical spelling, or null.</param>
public sealed record Evidence(
    string Field,
    string? Value,
    FactKind Kind,
    string Rule,
    string Excerpt,
    int? Start = null,
    int? End = null,
    int? Line = null,
    string? Note = null,
    string? By = null,
    DateTimeOffset? At = null,
    string? Before = null);
