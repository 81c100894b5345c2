using System.ComponentModel.DataAnnotations;

namespace NewsCorpus.Ingestion;

/// <summary>
/// How much one file may ask of the machine, section <c>NewsCorpus:Limits</c>. What goes beyond is rejected with the limit's name, so that an admin who means it can raise it.
/// The size of a single file is <see cref="NewsCorpusOptions.MaxFileBytes"/>; it also holds for each entry of an archive.
/// </summary>
public sealed record IngestionLimits
{
    public const string Section = "NewsCorpus:Limits";

    public static IngestionLimits Default { get; } = new();

    /// <summary>Largest archive that is opened, in bytes as it lies on disk. Default 4 GiB.</summary>
    [Range(1024L, long.MaxValue)]
    public long MaxArchiveBytes { get; set; } = 4L * 1024 * 1024 * 1024;

    /// <summary>Bytes that all entries of one archive may have when unpacked, those of archives inside it included. Default 16 GiB.</summary>
    [Range(1024L, long.MaxValue)]
    public long MaxExpandedBytes { get; set; } = 16L * 1024 * 1024 * 1024;

    /// <summary>How many times larger than its packed form an entry may become; text rarely passes 20. The first <see cref="RatioFreeBytes"/> are free. Default 200.</summary>
    [Range(2, 100_000)]
    public int MaxExpansionRatio { get; set; } = 200;

    /// <summary>Unpacked bytes below which no ratio is looked at: a short file of one repeated line packs very well. Default 1 MiB.</summary>
    [Range(0L, long.MaxValue)]
    public long RatioFreeBytes { get; set; } = 1024 * 1024;

    /// <summary>Entries that one archive may have, those of archives inside it included. Default 1,000,000.</summary>
    [Range(1, int.MaxValue)]
    public int MaxEntries { get; set; } = 1_000_000;

    /// <summary>How deep archives may lie in each other: 2 is an archive in an archive. A gzipped TAR counts as one. Default 2.</summary>
    [Range(1, 8)]
    public int MaxNesting { get; set; } = 2;

    /// <summary>How deep lists and maps in TOML or JSON may lie in each other. Default 64.</summary>
    [Range(2, 1000)]
    public int MaxDataDepth { get; set; } = 64;

    /// <summary>Characters of front matter, of whatever kind. Default 131,072, a hundred times what people write.</summary>
    [Range(1024, int.MaxValue)]
    public int MaxFrontMatterLength { get; set; } = 128 * 1024;

    /// <summary>How deep lists and maps in YAML front matter may lie in each other. Default 12.</summary>
    [Range(1, 1000)]
    public int MaxYamlDepth { get; set; } = 12;

    /// <summary>How often YAML front matter may use an anchor again. An alias to a list or map is refused whatever their number, so that no small file grows into a large one. Default 100.</summary>
    [Range(0, 100_000)]
    public int MaxYamlAliases { get; set; } = 100;

    /// <summary>How deep elements of HTML may lie in each other, those not counted that a parser closes by itself. Beyond 200 elements are dissolved and their text is kept; beyond this the article is rejected. Default 1000.</summary>
    [Range(10, 1_000_000)]
    public int MaxHtmlDepth { get; set; } = 1000;

    /// <summary>How deep elements of XML may lie in each other. Default 200.</summary>
    [Range(10, 10_000)]
    public int MaxMarkupDepth { get; set; } = 200;

    /// <summary>Elements that one XML file may have. Default 1,000,000.</summary>
    [Range(1000, int.MaxValue)]
    public int MaxMarkupElements { get; set; } = 1_000_000;

    /// <summary>Characters of a line of JSON Lines, of a row of a table, or of a header of a mail. Default 4,000,000.</summary>
    [Range(1000, int.MaxValue)]
    public int MaxLineLength { get; set; } = 4_000_000;

    /// <summary>How deep parts of a mail may lie in each other, and how many there may be in all is fifty times that. Default 10.</summary>
    [Range(1, 100)]
    public int MaxMailDepth { get; set; } = 10;
}
