using NewsCorpus.Articles;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>
/// The fields of YAML front matter, read from the parser's events so that no value is ever taken for a number or a date: "2026-01-08" stays as written.
/// A list gives one field an item, a nested map joins its keys by dots. Anchors of single values may be used again; an alias to a list or map is
/// refused, so a small file cannot grow into a large one.
/// </summary>
internal sealed class FrontMatterYaml
{
    private const int MaxFields = 5000;
    private const string Origin = "front matter";
    private const string AsPair = "Write each field on a line of its own, as \"key: value\".";

    private readonly string[] lines;
    private readonly int firstLine;
    private readonly Parser parser;
    private readonly List<string> notes;
    private readonly List<StatedField> fields = [];
    private readonly Dictionary<string, string> anchors = new(StringComparer.Ordinal);
    private readonly IngestionLimits limits;
    private int aliases;

    private FrontMatterYaml(string yaml, string[] lines, int firstLine, List<string> notes, IngestionLimits limits)
    {
        this.limits = limits;
        this.notes = notes;
        this.lines = lines;
        this.firstLine = firstLine;
        parser = new Parser(new Scanner(new StringReader(yaml), skipComments: true));
    }

    /// <param name="yaml">The lines between the fences.</param>
    /// <param name="firstLine">Line of the file on which they start.</param>
    /// <param name="notes">Takes a remark for each value that had to be repaired.</param>
    /// <exception cref="RejectedFileException">They cannot be read, repaired or not.</exception>
    public static IReadOnlyList<StatedField> Read(string yaml, int firstLine, List<string> notes, IngestionLimits limits)
    {
        var written = yaml.Split('\n');
        var repair = new FrontMatterRepair(written);
        while (true)
        {
            var remarks = new List<string>();
            var reading = new FrontMatterYaml(repair.Text, written, firstLine, remarks, limits);
            try
            {
                reading.ReadDocument();
                notes.AddRange(remarks);
                foreach (var line in repair.Repaired)
                    notes.Add($"Line {firstLine + line}: the value is not valid YAML and was taken as it stands. Put it in quotation marks.");
                return reading.fields;
            }
            catch (Exception e) when (e is YamlException or InvalidOperationException)
            {
                // The parser's own state fails it where a bracket is never closed.
                var at = e is YamlException fault ? fault.Start.Line : reading.parser.Current?.Start.Line ?? 1;
                var line = Math.Clamp((int)at - 1, 0, written.Length - 1);
                if (FrontMatterFault.HasTabs(written) || !repair.TryQuote(line))
                    throw FrontMatterFault.Of(e, written, line, firstLine);
            }
        }
    }

    private void ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
            return;
        parser.Consume<DocumentStart>();
        if (parser.TryConsume<Scalar>(out var only))
        {
            if (!IsNull(only))
                throw Fault(only, "is not of the form \"key: value\"", AsPair);
        }
        else if (parser.TryConsume<MappingStart>(out _))
        {
            ReadMap("", 1);
        }
        else
        {
            throw Fault(parser.Current!, "is not of the form \"key: value\"", AsPair);
        }
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
            throw Fault(second, "starts a second document", "Remove the line of three hyphens above it, or put it below the last field.");
    }

    private void ReadMap(string prefix, int depth)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var key))
                throw Fault(parser.Current!, "has a key that is no single word", AsPair);
            var name = key.Value.Trim().ToLowerInvariant();
            var line = LineOf(key);
            var path = prefix.Length == 0 ? name : $"{prefix}.{name}";
            if (seen.TryAdd(name, line))
                ReadValue(path, key.Start.Line, depth);
            else if (SkipRepeated(path))
                notes.Add($"Line {line} gives \"{name}\" a second time, with the same value.");
            else
                throw new RejectedFileException($"Line {line} gives \"{name}\" again, first given on line {seen[name]}.", "Keep one of the two.", line);
        }
    }

    /// <summary>Passes over a value that is the very one the key has; with another one nobody could say which is meant.</summary>
    private bool SkipRepeated(string key) =>
        parser.Accept<Scalar>(out var scalar) && fields.Exists(f => f.Key == key && f.Value == scalar.Value) && parser.MoveNext();

    private void ReadValue(string key, long fromLine, int depth)
    {
        if (depth > limits.MaxYamlDepth)
            throw Fault(parser.Current!, $"is nested more than {limits.MaxYamlDepth} levels deep", "Write it flatter, or raise NewsCorpus:Limits:MaxYamlDepth.");
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            if (!scalar.Anchor.IsEmpty)
                anchors[scalar.Anchor.Value] = scalar.Value;
            if (!IsNull(scalar))
                Add(key, scalar.Value, fromLine, scalar);
        }
        else if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            if (++aliases > limits.MaxYamlAliases)
                throw Fault(alias, $"is past the {limits.MaxYamlAliases:N0} aliases that front matter may have", "Write the values out, or raise NewsCorpus:Limits:MaxYamlAliases.");
            if (!anchors.TryGetValue(alias.Value.Value, out var value))
                throw Fault(alias, "refers to a list, a map or an anchor that is not above it", "Write the value out.");
            Add(key, value, fromLine, alias);
        }
        else if (parser.TryConsume<MappingStart>(out _))
        {
            ReadMap(key, depth + 1);
        }
        else
        {
            parser.Consume<SequenceStart>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                ReadValue(key, parser.Current!.Start.Line, depth + 1);
        }
    }

    private void Add(string key, string value, long fromLine, ParsingEvent at)
    {
        if (value.Length == 0)
            return;
        if (fields.Count == MaxFields)
            throw Fault(at, $"is past the {MaxFields:N0} values that front matter may have", "Move what is no title, date, outlet, person or tag out of it.");
        // A block scalar ends at the start of the line below it.
        var last = at.End.Column == 1 && at.End.Line > fromLine ? at.End.Line - 1 : at.End.Line;
        var from = (int)fromLine - 1;
        var excerpt = string.Join('\n', lines, from, Math.Clamp((int)last - from, 1, Math.Min(lines.Length - from, 8)));
        fields.Add(new StatedField(key, value.Normalize(), Origin, firstLine + from, CleanText.Excerpt(excerpt)));
    }

    private static bool IsNull(Scalar scalar) => scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL";

    private int LineOf(ParsingEvent at) => firstLine + (int)at.Start.Line - 1;

    private RejectedFileException Fault(ParsingEvent at, string what, string remedy) =>
        new($"Line {LineOf(at)} of the front matter {what}.", remedy, LineOf(at));
}
