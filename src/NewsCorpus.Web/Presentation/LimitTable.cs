using NewsCorpus.Ingestion;

namespace NewsCorpus.Web.Presentation;

/// <summary>One limit as the help page lists it.</summary>
/// <param name="Setting">Its full name.</param>
/// <param name="Default">As people read it.</param>
public sealed record LimitRow(string Setting, string Default, string Meaning);

/// <summary>What one file may ask of the machine: every setting with its default, taken from the code.</summary>
public static class LimitTable
{
    private static readonly IngestionLimits Limits = IngestionLimits.Default;

    public static IReadOnlyList<LimitRow> Rows { get; } =
    [
        new($"{NewsCorpusOptions.Section}:{nameof(NewsCorpusOptions.MaxFileBytes)}", Words.FileSize(new NewsCorpusOptions().MaxFileBytes), "size of a file, and of each file in an archive"),
        Row(nameof(Limits.MaxArchiveBytes), Words.FileSize(Limits.MaxArchiveBytes), "size of an archive on disk"),
        Row(nameof(Limits.MaxExpandedBytes), Words.FileSize(Limits.MaxExpandedBytes), "size of all that an archive unpacks to"),
        Row(nameof(Limits.MaxExpansionRatio), Words.Number(Limits.MaxExpansionRatio), "how many times larger than its packed form a file may become"),
        Row(nameof(Limits.RatioFreeBytes), Words.FileSize(Limits.RatioFreeBytes), "up to this size no ratio is looked at"),
        Row(nameof(Limits.MaxEntries), Words.Number(Limits.MaxEntries), "files in an archive"),
        Row(nameof(Limits.MaxNesting), Words.Number(Limits.MaxNesting), "archives in each other: 2 is an archive in an archive"),
        Row(nameof(Limits.MaxFrontMatterLength), Words.Number(Limits.MaxFrontMatterLength), "characters of front matter"),
        Row(nameof(Limits.MaxYamlDepth), Words.Number(Limits.MaxYamlDepth), "lists and maps of YAML in each other"),
        Row(nameof(Limits.MaxYamlAliases), Words.Number(Limits.MaxYamlAliases), "aliases in YAML; aliases of lists and maps are never followed"),
        Row(nameof(Limits.MaxDataDepth), Words.Number(Limits.MaxDataDepth), "lists and maps of JSON and TOML in each other"),
        Row(nameof(Limits.MaxHtmlDepth), Words.Number(Limits.MaxHtmlDepth), "elements of HTML in each other"),
        Row(nameof(Limits.MaxMarkupDepth), Words.Number(Limits.MaxMarkupDepth), "elements of XML in each other"),
        Row(nameof(Limits.MaxMarkupElements), Words.Number(Limits.MaxMarkupElements), "elements of an XML file"),
        Row(nameof(Limits.MaxLineLength), Words.Number(Limits.MaxLineLength), "characters of a line of JSON Lines, of a row of a table, of a header of a mail"),
        Row(nameof(Limits.MaxMailDepth), Words.Number(Limits.MaxMailDepth), "parts of a mail in each other"),
    ];

    private static LimitRow Row(string name, string value, string meaning) => new($"{IngestionLimits.Section}:{name}", value, meaning);
}
