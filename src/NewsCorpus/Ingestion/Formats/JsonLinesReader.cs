using System.Text;
using System.Text.Json;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion.Formats.Json;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>JSON Lines (jsonlines.org): an object on each line. A line that cannot be read is an entry with a fault, and the others are read.</summary>
public sealed class JsonLinesReader : IArticleReader
{
    private const int Probe = 20;

    public string Name => "json-lines";

    public int Version => 2;

    /// <summary>A second object on a line of its own, or an object on the first line of a file that is called so.</summary>
    public bool CanRead(DecodedSource source)
    {
        if (!JsonText.StartsData(source.Text) || source.Text.AsSpan().TrimStart()[0] != '{')
            return false;
        var lines = 0;
        var objects = 0;
        foreach (var line in source.Text.AsSpan().EnumerateLines())
        {
            var words = line.Trim();
            if (words.Length == 0)
                continue;
            objects += words[0] == '{' && words[^1] == '}' ? 1 : 0;
            if (++lines == Probe)
                break;
        }
        return objects * 2 > lines && (lines > 1 || source.Extension is ".jsonl" or ".ndjson" or ".jsonlines");
    }

    public IEnumerable<ArticleDraft> Read(DecodedSource source)
    {
        var keys = new EntryKeys();
        var notes = source.Notes;
        var text = source.Text;
        var line = 0;
        var articles = 0;
        ArticleDraft? firstFault = null;
        for (var at = 0; at < text.Length;)
        {
            line++;
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            var (start, length) = (at, end - at);
            at = end + 1;
            if (text.AsSpan(start, length).IsWhiteSpace())
                continue;
            var draft = ReadLine(text.AsSpan(start, length), line, source, keys, notes);
            if (draft.Fault is null)
                articles++;
            else
                firstFault ??= draft;
            yield return draft;
            notes = [];
        }
        if (articles == 0 && firstFault?.Fault is { } fault)
            throw new RejectedFileException($"No line of the file can be read. Line {fault.Line}: {fault.Reason}", fault.Remedy, fault.Line);
    }

    private static ArticleDraft ReadLine(ReadOnlySpan<char> words, int line, DecodedSource source, EntryKeys keys, IReadOnlyList<string> notes)
    {
        if (words.Length > source.Limits.MaxLineLength)
            return ArticleDraft.Unreadable("", $"The line has {words.Length:N0} characters; at most {source.Limits.MaxLineLength:N0} are read.", "Split the record, or raise NewsCorpus:Limits:MaxLineLength.", line);
        try
        {
            var bytes = new byte[Encoding.UTF8.GetMaxByteCount(words.Length)];
            var values = JsonFields.Read(bytes.AsSpan(0, Encoding.UTF8.GetBytes(words, bytes)), line, source.Limits);
            return DataRecord.IsArticle(values.Select(v => v.Path), source.Columns)
                ? DataRecord.Read(values, source.Columns, "JSON line", line, keys, notes)
                : ArticleDraft.Unreadable("", "The line has no field for a text, or for a title and a date.", "Name yours with NewsCorpus:Columns.", line);
        }
        catch (JsonException e)
        {
            return ArticleDraft.Unreadable("", $"The line cannot be read as JSON: {JsonFields.Reason(e)}.", "Check quotation marks, commas and brackets.", line);
        }
    }
}
