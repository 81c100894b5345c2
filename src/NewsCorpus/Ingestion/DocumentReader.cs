using NewsCorpus.Articles;
using NewsCorpus.Extraction.Structure;
using NewsCorpus.Ingestion.Formats;

namespace NewsCorpus.Ingestion;

/// <summary>What a document gave.</summary>
/// <param name="Reader">The reader that took it.</param>
/// <param name="Articles">Its articles, in file order.</param>
/// <param name="Faults">Entries that could not be read, where others could.</param>
/// <param name="Notes">Remarks on the document and its articles, each once.</param>
public sealed record DocumentReading(IArticleReader Reader, IReadOnlyList<ArticleDraft> Articles, IReadOnlyList<EntryFault> Faults, IReadOnlyList<string> Notes);

/// <summary>Takes a document from its bytes to its drafts.</summary>
public static class DocumentReader
{
    /// <exception cref="SourceFileException">It is not read, or nothing in it can be.</exception>
    public static DocumentReading Read(SourceDocument document)
    {
        var source = SourceDecoder.Decode(document);
        var reader = FormatDetector.Detect(source);
        var articles = new List<ArticleDraft>();
        var faults = new List<EntryFault>();
        var notes = new List<string>();
        foreach (var draft in reader.Read(source))
        {
            foreach (var note in draft.Notes)
                if (!notes.Contains(note))
                    notes.Add(note);
            if ((draft.Fault ?? TooDeep(draft, document.Limits)) is { } fault)
                faults.Add(fault);
            else
                articles.Add(WithAddress(draft, document.Address));
        }
        if (articles.Count == 0 && faults.Count > 0)
            throw new RejectedFileException($"No entry of the file can be read. Line {faults[0].Line}: {faults[0].Reason}", faults[0].Remedy, faults[0].Line);
        return new DocumentReading(reader, articles, faults, notes);
    }

    private static EntryFault? TooDeep(ArticleDraft draft, IngestionLimits limits) => draft.BodyFormat == BodyFormat.Html && HtmlGuard.IsDeeper(draft.Body, limits.MaxHtmlDepth)
        ? new EntryFault($"Its elements lie more than {limits.MaxHtmlDepth:N0} deep in each other, as in files that are made to exhaust a program.", "If it is right, raise NewsCorpus:Limits:MaxHtmlDepth.", draft.BodyLine)
        : null;

    /// <summary>Where a page was fetched from is its address, unless the page says otherwise.</summary>
    private static ArticleDraft WithAddress(ArticleDraft draft, string? address) =>
        address is null || draft.Field("link", "canonical", "og:url", "url") is not null
            ? draft
            : draft with { Fields = [.. draft.Fields, new StatedField("link", address, "archived address", 1, CleanText.Excerpt(address))] };
}
