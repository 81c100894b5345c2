using System.Text.Json;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>Reads and checks lines of JSON, and names what is wrong with each; looks at no database.</summary>
internal static class ImportReader
{
    public static async Task<(List<(int Number, CorrectionLine Line)> Read, List<ImportProblem> Problems)> ReadAsync(IAsyncEnumerable<string> lines, DateOnly today, CancellationToken cancellation)
    {
        var read = new List<(int, CorrectionLine)>();
        var problems = new List<ImportProblem>();
        var number = 0;
        await foreach (var text in lines.WithCancellation(cancellation))
        {
            number++;
            // A byte order mark is no part of the first line.
            var json = number == 1 ? text.TrimStart('\uFEFF') : text;
            if (string.IsNullOrWhiteSpace(json))
                continue;
            try
            {
                var line = JsonSerializer.Deserialize(json, CorrectionJson.Lines.CorrectionLine) ?? throw new JsonException("The line is null.");
                if (ProblemOf(line, today) is { } problem)
                    problems.Add(new ImportProblem(number, problem));
                else
                    read.Add((number, line));
            }
            catch (JsonException e)
            {
                problems.Add(new ImportProblem(number, $"This is no correction: {e.Message}"));
            }
        }
        return (read, problems);
    }

    /// <summary>The value as the log keeps it.</summary>
    public static string ValueOf(CorrectionLine line) => Canonical(line.Field, line.Value);

    public static string BeforeOf(CorrectionLine line) => Canonical(line.Field, line.Before);

    private static string? ProblemOf(CorrectionLine line, DateOnly today)
    {
        if (line.V != CorrectionLine.Version)
            return $"The line is of version {line.V} of the format; this program reads version {CorrectionLine.Version}. Use the version of NewsCorpus that wrote it, or a newer one.";
        if (line.By.Length == 0)
            return "“by” is empty: a correction needs its editor.";
        if (new object?[] { line.Article, line.Outlet, line.Person }.Count(subject => subject is not null) != 1)
            return "A line is of an article, an outlet or a person: give one of “article”, “outlet” and “person”.";
        var (subject, fields) = line.Article is not null ? ("an article", CorrectionFields.OfArticles) : line.Outlet is not null ? ("an outlet", CorrectionFields.OfOutlets) : ("a person", CorrectionFields.OfPeople);
        if (!fields.Contains(line.Field, StringComparer.Ordinal))
            return $"“{line.Field}” is no field of {subject}: it is one of {string.Join(", ", fields)}.";
        if ((line.State == CorrectionState.Reverted) != (line.Reverted is not null))
            return "A correction that was taken back has “state”: “reverted” and says in “reverted” who did it; any other has neither.";
        if (line.Outlet is { } outlet && CorrectionCheck.Value(CorrectionFields.Merge, CorrectionValue.Of(outlet), today) is { } problem)
            return problem;
        if (line.Person is { } person && CorrectionCheck.Value(CorrectionFields.SameAs, CorrectionValue.Of(person.Name), today) is { } fault)
            return fault;
        try
        {
            _ = BeforeOf(line);
            return CorrectionCheck.Note(line.Note) ?? CorrectionCheck.Value(line.Field, ValueOf(line), today);
        }
        catch (JsonException e)
        {
            return $"The value of “{line.Field}” is not of its kind: {e.Message}";
        }
    }

    /// <summary>The same value is the same text, whoever wrote the file.</summary>
    private static string Canonical(string field, JsonElement? value)
    {
        var json = value?.GetRawText() ?? CorrectionValue.Null;
        return json == CorrectionValue.Null ? json : field switch
        {
            CorrectionFields.People or CorrectionFields.Tags or CorrectionFields.Domains or CorrectionFields.Aliases or CorrectionFields.Apart => CorrectionValue.Of(CorrectionValue.Names(json)),
            CorrectionFields.Split => CorrectionValue.Split(json) is { } split ? CorrectionValue.Of(split) : CorrectionValue.Null,
            CorrectionFields.Outlet or CorrectionFields.Merge => CorrectionValue.Of(CorrectionValue.Outlet(json)),
            _ => CorrectionValue.Of(CorrectionValue.Text(json)),
        };
    }
}
