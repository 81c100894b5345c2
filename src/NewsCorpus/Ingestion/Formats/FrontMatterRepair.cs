using System.Text;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>
/// The lenient second try for front matter: a value that YAML refuses although anyone can read it, such as <c>title: Mayor: I will stay</c> or
/// <c>title: "No" is final</c>, is put in single quotation marks, so that no article is lost for it. Only a value on the line of its key or list
/// item, with the more deeply indented lines below it, is repaired; an unclosed quotation mark, a tab or a wrong indentation is not guessed at.
/// </summary>
internal sealed class FrontMatterRepair(string[] original)
{
    private const int MaxRepairs = 50;

    private readonly string[] lines = [.. original];
    private readonly SortedSet<int> repaired = [];

    public string Text => string.Join('\n', lines);

    /// <summary>Lines that were repaired, from 0.</summary>
    public IReadOnlyCollection<int> Repaired => repaired;

    /// <summary>Quotes the value on the line of a fault, or else the nearest value above that runs on to it.</summary>
    public bool TryQuote(int line)
    {
        if (repaired.Count >= MaxRepairs)
            return false;
        var first = line;
        while (first > 0 && PrefixLength(lines[first]) == 0)
            first--;
        // The parser often complains about the line below the one that misled it.
        return Quote(first) || (line > 0 && first == line && Quote(KeyAbove(line)));
    }

    /// <summary>The value that a line starts after its key or list mark; empty where it has neither.</summary>
    public static ReadOnlySpan<char> ValueOf(string line)
    {
        var prefix = PrefixLength(line);
        return prefix == 0 ? [] : line.AsSpan(prefix).Trim();
    }

    private int KeyAbove(int line)
    {
        do
            line--;
        while (line > 0 && PrefixLength(lines[line]) == 0);
        return line;
    }

    private bool Quote(int line)
    {
        var value = ValueOf(lines[line]);
        if (value.Length == 0 || repaired.Contains(line) || !IsMisleading(value))
            return false;
        var last = LastOf(line);
        for (var i = line + 1; i <= last; i++)
            if (PrefixLength(lines[i]) > 0)
                return false;
        var inner = value;
        if ((value[0] == '[' && !value.Contains(']')) || (value[0] == '{' && !value.Contains('}')))
            return false;
        if (value[0] is '"' or '\'')
        {
            if (last == line && value.Length > 1 && value[^1] == value[0])
                inner = value[1..^1];
            else if (last > line || value.Count(value[0]) % 2 != 0)
                return false;
        }
        var prefix = PrefixLength(lines[line]);
        var result = new StringBuilder(lines[line].Length + 8).Append(lines[line].AsSpan(0, prefix)).Append('\'').Append(Escaped(inner));
        for (var i = line + 1; i <= last; i++)
        {
            lines[i - 1] = result.ToString();
            result.Clear().Append(' ', Indent(lines[i])).Append(Escaped(lines[i].AsSpan().Trim()));
        }
        lines[last] = result.Append('\'').ToString();
        return repaired.Add(line);
    }

    /// <summary>Whether YAML takes the value for more than its words. Block scalars ("|", ">") and comments are meant.</summary>
    private static bool IsMisleading(ReadOnlySpan<char> value) =>
        value[0] is '"' or '\'' or '[' or ']' or '{' or '}' or '&' or '*' or '!' or '%' or '@' or '`' or ',' or '?' or '-' || value.Contains(": ", StringComparison.Ordinal) || value[^1] == ':';

    private static string Escaped(ReadOnlySpan<char> value) => value.ToString().Replace("'", "''", StringComparison.Ordinal);

    /// <summary>Last of the lines that run a value on: indented more deeply, and without a key or list mark of their own.</summary>
    private int LastOf(int line)
    {
        var last = line;
        while (last + 1 < lines.Length && lines[last + 1].AsSpan().Trim() is [not '#', ..] && Indent(lines[last + 1]) > Indent(lines[line]) && !lines[last + 1].AsSpan().TrimStart().StartsWith("- "))
            last++;
        return last;
    }

    private static int Indent(string line) => line.Length - line.AsSpan().TrimStart(' ').Length;

    /// <summary>Length of "  - ", "key: " or both at the start of a line; 0 where it starts otherwise.</summary>
    private static int PrefixLength(string line)
    {
        var at = Indent(line);
        var rest = line.AsSpan(at);
        var isItem = rest.StartsWith("- ");
        if (isItem)
        {
            at += 2;
            while (at < line.Length && line[at] == ' ')
                at++;
        }
        var key = at;
        while (key < line.Length && (char.IsLetterOrDigit(line[key]) || line[key] is '_' or '-' or '.'))
            key++;
        if (key > at && key + 1 < line.Length && line[key] == ':' && line[key + 1] == ' ')
        {
            // "- Mayor: I will stay: she says" is a list item as a whole.
            at = isItem ? at : key + 2;
            while (at < line.Length && line[at] == ' ')
                at++;
            return at;
        }
        return isItem ? at : 0;
    }
}
