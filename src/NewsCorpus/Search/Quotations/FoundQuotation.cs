namespace NewsCorpus.Search.Quotations;

/// <summary>A quotation that matches, as the index has it.</summary>
/// <param name="Revision">Of the article, when its offsets were written.</param>
/// <param name="Minute">When it was published, -1 where undated.</param>
/// <param name="Keys">Numbers that the same words elsewhere share.</param>
internal sealed record FoundQuotation(long ArticleId, long Revision, int Minute, int Start, int End, bool IsDirect, ulong[] Keys);
