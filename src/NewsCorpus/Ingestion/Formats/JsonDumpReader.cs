using System.Text;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion.Formats.Json;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>
/// JSON exports of articles: an array of objects, an object with such an array somewhere in it, or one object. One record after another is read and let go.
/// </summary>
public sealed class JsonDumpReader : IArticleReader
{
    /// <summary>What databases and search engines put around a record.</summary>
    private static readonly string[] Wrappers = ["_source", "node"];

    public string Name => "json";

    public int Version => 2;

    public bool CanRead(DecodedSource source) => JsonText.StartsData(source.Text);

    public IEnumerable<ArticleDraft> Read(DecodedSource source)
    {
        var json = new JsonRecords(Encoding.UTF8.GetBytes(source.Text), source.Limits);
        var keys = new EntryKeys();
        var notes = source.Notes;
        var articles = 0;
        var records = json.Records(values => DataRecord.IsArticle(values.Select(v => Unwrapped(v).Path), source.Columns), name => source.Columns.RoleOf(name).Role == ColumnRole.Body);
        foreach (var record in records)
        {
            var values = record.Values.Select(Unwrapped).ToList();
            if (!DataRecord.IsArticle(values.Select(v => v.Path), source.Columns))
            {
                yield return ArticleDraft.Unreadable(keys.Next([]), "The record has no field for a text or a title.", "Name yours with NewsCorpus:Columns.", record.Line);
                continue;
            }
            articles++;
            yield return DataRecord.Read(values, source.Columns, "JSON record", record.Line, keys, notes);
            notes = [];
        }
        if (articles == 0)
            throw new UnsupportedFileException("This JSON holds no articles: no record has a field for a text, or for a title and a date.", "If one has, name it with NewsCorpus:Columns.");
    }

    private static JsonField Unwrapped(JsonField field)
    {
        foreach (var wrapper in Wrappers)
            if (field.Path.StartsWith(wrapper, StringComparison.Ordinal) && field.Path.Length > wrapper.Length && field.Path[wrapper.Length] == '.')
                return field with { Path = field.Path[(wrapper.Length + 1)..] };
        return field;
    }
}
