using NewsCorpus.Export.Citations;

namespace NewsCorpus.Export;

/// <summary>All formats, in the order in which they are offered.</summary>
public sealed class ExportFormats(CitationWriter citations)
{
    public IReadOnlyList<ExportFormat> All { get; } =
    [
        new("csv", "CSV", "csv", "text/csv; charset=utf-8", "a table for any spreadsheet", (stream, options) => new TextArticleWriter(stream)
        {
            Before = ExportColumns.Header(options),
            Line = ExportColumns.Rows(options),
        }),
        new("jsonl", "JSON Lines", "jsonl", "application/jsonl", "one object a line, for programs", (stream, options) => new TextArticleWriter(stream)
        {
            Line = article => JsonLine.Of(article, options),
        }),
        new("parquet", "Parquet", "parquet", "application/vnd.apache.parquet", "typed columns, for R, pandas and DuckDB", (stream, options) => new ParquetArticleWriter(stream, options)),
        new("ris", "RIS", "ris", "application/x-research-info-systems; charset=utf-8", "for Zotero, EndNote and Citavi", (stream, _) => new TextArticleWriter(stream) { Line = citations.Ris }),
        new("bibtex", "BibTeX", "bib", "application/x-bibtex; charset=utf-8", "for LaTeX", (stream, _) => new TextArticleWriter(stream)
        {
            Line = article => citations.BibTex(article) + "\n",
            After = BibTex.Comment,
        }),
    ];

    /// <summary>Null for any other word.</summary>
    public ExportFormat? Find(string? name) => All.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The format that a file's name ends in; null where it ends in none.</summary>
    public ExportFormat? OfFile(string path) => All.FirstOrDefault(f => path.EndsWith("." + f.Ending, StringComparison.OrdinalIgnoreCase));
}
