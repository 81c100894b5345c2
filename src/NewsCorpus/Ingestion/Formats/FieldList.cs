using NewsCorpus.Articles;
using NewsCorpus.Extraction.Structure;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>Gathers what a file states: keys in lower case, values trimmed, NFC, without invisible characters, and both of bounded length and number.</summary>
internal sealed class FieldList(string origin)
{
    private const int MaxFields = 5000;
    private const int MaxKey = 100;
    private const int MaxValue = 10_000;

    private readonly List<StatedField> fields = [];

    public IReadOnlyList<StatedField> Fields => fields;

    /// <summary>Adds a value; one that is missing or blank states nothing.</summary>
    /// <param name="excerpt">The words as they stand in the file, where they differ from the value.</param>
    public void Add(string key, string? value, int line, string? excerpt = null)
    {
        if (string.IsNullOrWhiteSpace(value) || fields.Count == MaxFields || key.Length > MaxKey)
            return;
        var clean = Clean(value);
        if (clean.Length > 0)
            fields.Add(new StatedField(key.ToLowerInvariant(), clean, origin, line, CleanText.Excerpt(excerpt ?? clean)));
    }

    public bool Has(string key) => fields.Exists(f => f.Key == key);

    /// <summary>A value as it is kept.</summary>
    public static string Clean(string value)
    {
        value = CleanText.Excerpt(value, MaxValue);
        var visible = CleanText.IsWellFormed(value) ? value : string.Concat(value.EnumerateRunes());
        foreach (var c in visible)
            if (c is not ('\n' or '\t' or '\r') && BlockBuilder.IsInvisible(c))
                return Normal(string.Concat(visible.Where(v => v is '\n' or '\t' || !BlockBuilder.IsInvisible(v))));
        return Normal(visible);
    }

    private static string Normal(string value)
    {
        value = value.Trim();
        return value.IsNormalized() ? value : value.Normalize();
    }
}
