namespace NewsCorpus.Search.Quotations;

/// <summary>What a reader asks of the words that people are reported to have said. Knows no engine.</summary>
/// <param name="Articles">Query, of what was said, and filters of the articles that report it; page and size count entries.</param>
/// <param name="Speakers">Persons by slug or id, of whom any will do; what names no person are words that must stand in the speaker's name or description ("spokeswoman"). None of the excluded.</param>
public sealed record QuotationRequest(SearchRequest Articles, IReadOnlyList<FilterValue> Speakers);
