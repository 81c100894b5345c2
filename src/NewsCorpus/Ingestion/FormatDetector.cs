using NewsCorpus.Ingestion.Formats;

namespace NewsCorpus.Ingestion;

/// <summary>Finds the reader of a file.</summary>
public static class FormatDetector
{
    /// <summary>The first reader that takes the file.</summary>
    /// <exception cref="UnsupportedFileException">No reader takes it.</exception>
    public static IArticleReader Detect(DecodedSource source)
    {
        foreach (var reader in ArticleReaders.InOrder)
            if (reader.CanRead(source))
                return reader;
        throw new UnsupportedFileException(
            $"No reader takes this file (it begins with \"{CleanText.Excerpt(source.Text, 20)}\").",
            "Save it as one of what is read: front matter, HTML, Markdown, plain text, feeds, JSON, tables, NITF, NewsML-G2, ninjs and mail.");
    }
}
