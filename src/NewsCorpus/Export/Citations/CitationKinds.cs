using NewsCorpus.Search;

namespace NewsCorpus.Export.Citations;

/// <summary>How the facts of a reference are known, for formats that have a place for a note.</summary>
internal static class CitationKinds
{
    public static string Of(FoundArticle article) =>
        $"NewsCorpus: title {ExportColumns.Kind(article.TitleKind)}, date {ExportColumns.Kind(article.DateKind)}, outlet {ExportColumns.Kind(article.OutletKind)}";
}
