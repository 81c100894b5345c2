using System.Text;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>One row of a table.</summary>
/// <param name="Fields">Null where the row opens a quotation mark that is never closed, or is too long.</param>
/// <param name="Line">Line of the file on which it starts, from 1.</param>
internal readonly record struct TableRow(IReadOnlyList<string>? Fields, int Line);

/// <summary>
/// Reads rows as RFC 4180 has them: a field in quotation marks may hold delimiters, line breaks and doubled marks. After a mark that is never closed it goes on with the line below.
/// </summary>
internal sealed class TableRows(string text, char delimiter, int maxLength)
{
    /// <summary>Each unclosed mark costs a search to the end of the file.</summary>
    private const int MaxUnclosed = 100;

    private int at;
    private int line = 1;
    private int unclosed;

    /// <exception cref="RejectedFileException">Nearly every row has an unclosed mark.</exception>
    public IEnumerable<TableRow> All()
    {
        while (at < text.Length)
        {
            if (IsBlankLine(out var next))
            {
                at = next;
                line++;
                continue;
            }
            var (start, startLine) = (at, line);
            if (Read() is { } fields)
            {
                yield return new TableRow(fields, startLine);
                continue;
            }
            if (++unclosed > MaxUnclosed)
                throw new RejectedFileException($"More than {MaxUnclosed} rows open a quotation mark that is never closed, the last on line {startLine}.", "Export the table again.", startLine);
            yield return new TableRow(null, startLine);
            var end = text.IndexOf('\n', start);
            at = end < 0 ? text.Length : end + 1;
            line = startLine + 1;
        }
    }

    private bool IsBlankLine(out int next)
    {
        var end = text.IndexOf('\n', at);
        next = end < 0 ? text.Length : end + 1;
        return text.AsSpan(at, next - at).Trim(" \n\r").Length == 0;
    }

    private List<string>? Read()
    {
        var fields = new List<string>();
        var start = at;
        while (true)
        {
            if (at < text.Length && text[at] == '"')
            {
                if (Quoted(start) is not { } field)
                    return null;
                fields.Add(field);
            }
            else
            {
                fields.Add(Bare());
            }
            if (at - start > maxLength)
                return null;
            if (at >= text.Length)
                return fields;
            if (text[at++] == '\n')
            {
                line++;
                return fields;
            }
        }
    }

    private string Bare()
    {
        var rest = text.AsSpan(at);
        var length = rest.IndexOfAny(delimiter, '\n');
        rest = length < 0 ? rest : rest[..length];
        at += rest.Length;
        return rest.Trim(delimiter == '\t' ? " " : " \t").ToString();
    }

    /// <summary>A field in quotation marks; what stands between the closing mark and the delimiter belongs to it.</summary>
    private string? Quoted(int rowStart)
    {
        var field = new StringBuilder();
        at++;
        while (true)
        {
            var stop = text.IndexOf('"', at);
            if (stop < 0 || stop - rowStart > maxLength)
                return null;
            field.Append(text, at, stop - at);
            line += text.AsSpan(at, stop - at).Count('\n');
            at = stop + 1;
            if (at >= text.Length || text[at] != '"')
                break;
            field.Append('"');
            at++;
        }
        return field.Append(Bare()).ToString();
    }
}
