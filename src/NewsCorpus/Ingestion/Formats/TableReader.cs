using NewsCorpus.Articles;
using NewsCorpus.Ingestion.Formats.Json;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>
/// Tables with a header: CSV as RFC 4180 has it, and the same with semicolons, tabs or bars. Fields in quotation marks may hold line breaks. A row with too many
/// or too few fields is an entry with a fault, and the others are read.
/// </summary>
public sealed class TableReader : IArticleReader
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    public string Name => "table";

    public int Version => 2;

    /// <summary>A first line of at least two names, among them those of a text or title; without a telling name of the file at least three, and none of them long.</summary>
    public bool CanRead(DecodedSource source)
    {
        var isNamed = source.Extension is ".csv" or ".tsv" or ".tab" or ".psv";
        if (Header(source) is not var (names, _) || names.Length < 2)
            return isNamed;
        return isNamed || (names.Length > 2 && Array.TrueForAll(names, n => n.Length is > 0 and <= 30) && DataRecord.IsArticle(names, source.Columns) && HasRowBelow(source));
    }

    public IEnumerable<ArticleDraft> Read(DecodedSource source)
    {
        var (names, delimiter) = Header(source) ?? throw new UnsupportedFileException("The table has no header.", "Let its first line name its columns.");
        if (!DataRecord.IsArticle(names, source.Columns))
            throw new UnsupportedFileException($"The table has no column for a text or a title (it has {CleanText.Excerpt(string.Join(", ", names), 150)}).", "Name yours with NewsCorpus:Columns.");
        var keys = new EntryKeys();
        var notes = source.Notes;
        var articles = 0;
        ArticleDraft? firstFault = null;
        foreach (var row in new TableRows(source.Text, delimiter, source.Limits.MaxLineLength).All().Skip(1))
        {
            var draft = ReadRow(row, names, source, keys, notes);
            if (draft.Fault is null)
                articles++;
            else
                firstFault ??= draft;
            yield return draft;
            notes = [];
        }
        if (articles == 0 && firstFault?.Fault is { } fault)
            throw new RejectedFileException($"No row of the table can be read. Line {fault.Line}: {fault.Reason}", fault.Remedy, fault.Line);
        if (articles == 0)
            throw new UnsupportedFileException("The table has a header and no rows.", "Export it again if there should be any.");
    }

    private static ArticleDraft ReadRow(TableRow row, string[] names, DecodedSource source, EntryKeys keys, IReadOnlyList<string> notes)
    {
        if (row.Fields is not { } fields)
            return ArticleDraft.Unreadable("", $"The row opens a quotation mark that is never closed, or is longer than {source.Limits.MaxLineLength:N0} characters.", "Close the mark, or double it where it is meant as one. For longer rows raise NewsCorpus:Limits:MaxLineLength.", row.Line);
        // Spreadsheets write empty fields behind the last column.
        if (fields.Count < names.Length || fields.Skip(names.Length).Any(f => f.Length > 0))
            return ArticleDraft.Unreadable("", $"The row has {fields.Count} fields, the header {names.Length}.", "Write all fields, and those that hold the delimiter in quotation marks.", row.Line);
        var values = new List<JsonField>(names.Length);
        for (var i = 0; i < names.Length; i++)
            values.Add(new JsonField(names[i], fields[i], row.Line));
        return DataRecord.Read(values, source.Columns, "table row", row.Line, keys, notes);
    }

    /// <summary>Names of the columns and the character between them; null where the first line is no header.</summary>
    private static (string[] Names, char Delimiter)? Header(DecodedSource source)
    {
        var text = source.Text.AsSpan().TrimStart();
        var end = text.IndexOf('\n');
        var first = (end < 0 ? text : text[..end]).TrimEnd();
        if (first.Length is 0 or > 4000)
            return null;
        var delimiter = source.Extension is ".tsv" or ".tab" ? '\t' : Delimiters[0];
        var most = 0;
        foreach (var candidate in Delimiters)
            if (first.Count(candidate) is var count && count > most)
                (delimiter, most) = (candidate, count);
        var header = new TableRows(first.ToString(), delimiter, 4000).All().FirstOrDefault().Fields;
        return header is null ? null : ([.. header], delimiter);
    }

    private static bool HasRowBelow(DecodedSource source)
    {
        var text = source.Text.AsSpan().TrimStart();
        var end = text.IndexOf('\n');
        return end > 0 && !text[end..].IsWhiteSpace();
    }
}
