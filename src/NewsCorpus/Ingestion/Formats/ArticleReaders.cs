namespace NewsCorpus.Ingestion.Formats;

/// <summary>The formats that are read.</summary>
public static class ArticleReaders
{
    /// <summary>In the order in which they are asked. The last takes any text, so what tells itself by its beginning stands before it.</summary>
    public static IReadOnlyList<IArticleReader> InOrder { get; } =
    [
        new FrontMatterReader(),
        new HtmlPageReader(),
        new InlineHeaderReader(),
        new PlainTextReader(),
    ];
}
