using NewsCorpus.Extraction;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>The formats that are read.</summary>
public static class ArticleReaders
{
    /// <summary>In the order in which they are asked. The last takes any text, so what tells itself by its beginning stands before it.</summary>
    public static IReadOnlyList<IArticleReader> InOrder { get; } =
    [
        new MhtmlReader(),
        new MailReader(),
        new FrontMatterReader(),
        new TomlFrontMatterReader(),
        new JsonFrontMatterReader(),
        new FeedReader(),
        new NitfReader(),
        new NewsMlReader(),
        new JsonFeedReader(),
        new NinjsReader(),
        new JsonLinesReader(),
        new JsonDumpReader(),
        new HtmlPageReader(),
        new TableReader(),
        new InlineHeaderReader(),
        new PlainTextReader(),
    ];

    /// <summary>Version of reader and rules together, as stored with a file; 0 where no such reader is left, so that its files are read again.</summary>
    public static int VersionOf(string format) => InOrder.FirstOrDefault(r => r.Name == format) is { } reader ? RulesVersion.Current * 1000 + reader.Version : 0;
}
