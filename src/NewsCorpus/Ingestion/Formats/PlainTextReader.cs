using NewsCorpus.Articles;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>Text without anything stated around it, Markdown included.</summary>
public sealed class PlainTextReader : IArticleReader
{
    /// <summary>Endings of data, program and style files: text, but no articles.</summary>
    private static readonly HashSet<string> NoArticles = new(StringComparer.Ordinal)
    {
        ".json", ".jsonl", ".ndjson", ".xml", ".csv", ".tsv", ".yml", ".yaml", ".toml", ".ini", ".cfg", ".log", ".js", ".ts", ".css", ".py", ".cs", ".sh", ".bat", ".sql", ".svg", ".lock",
    };

    public string Name => "plain-text";

    public int Version => 1;

    public bool CanRead(DecodedSource source)
    {
        if (NoArticles.Contains(source.Extension))
            return false;
        var start = source.Text.AsSpan().TrimStart();
        return !start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && !StartsJson(start);
    }

    public IEnumerable<ArticleDraft> Read(DecodedSource source)
    {
        var (body, line) = BodyText.From(source.Text, 0);
        yield return new ArticleDraft { BodyFormat = BodyText.FormatOf(body, source.Extension), Body = body, BodyLine = line };
    }

    private static bool StartsJson(ReadOnlySpan<char> start)
    {
        if (start.Length == 0 || start[0] is not ('{' or '['))
            return false;
        var next = start[1..].TrimStart();
        return next.Length > 0 && (next[0] == '"' || (start[0] == '[' && next[0] is '{' or '['));
    }
}
