using NewsCorpus.Articles;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>Reads one format. Without state: one reader serves all threads.</summary>
public interface IArticleReader
{
    /// <summary>Short name, as stored with the file, e.g. "front-matter".</summary>
    string Name { get; }

    /// <summary>Raised by one whenever the reader would give other drafts for the same file, so that known files are read again.</summary>
    int Version { get; }

    /// <summary>Whether a file that begins so is of this format. Looks at the content first and at the name second.</summary>
    bool CanRead(DecodedSource source);

    /// <summary>The articles of the file, in file order.</summary>
    /// <exception cref="SourceFileException">The file, or what is left of it, cannot be read.</exception>
    IEnumerable<ArticleDraft> Read(DecodedSource source);
}
