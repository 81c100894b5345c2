using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Languages;

/// <summary>The language of an article, and how it is known.</summary>
/// <param name="Code">ISO 639-1; null where not known.</param>
/// <param name="Kind">Stated, derived, or unknown with a null code.</param>
/// <param name="Evidence">What the file states and what the text says, the one that was taken first.</param>
public sealed record LanguageFinding(string? Code, FactKind Kind, IReadOnlyList<Evidence> Evidence);
