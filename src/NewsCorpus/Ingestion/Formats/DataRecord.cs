using NewsCorpus.Articles;
using NewsCorpus.Extraction.Dates;
using NewsCorpus.Ingestion.Formats.Json;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>Makes an article of the named values of one row or object.</summary>
internal static class DataRecord
{
    /// <summary>A value in a column that nothing is known of is kept as a field up to this length.</summary>
    private const int MaxOther = 500;

    /// <summary>Characters that a word of running text has at most on average, its space with it.</summary>
    private const int MostPerWord = 12;

    /// <summary>True where the names can be an article's: a text, or a title with anything else that articles have.</summary>
    public static bool IsArticle(IEnumerable<string> names, ColumnMap columns)
    {
        var roles = names.Select(n => columns.RoleOf(n).Role).ToHashSet();
        return roles.Contains(ColumnRole.Body)
            || (roles.Contains(ColumnRole.Title) && roles.Overlaps((ColumnRole[])[ColumnRole.Date, ColumnRole.Link, ColumnRole.Summary, ColumnRole.Outlet]));
    }

    /// <param name="origin">Where the values stand, for the evidence: "CSV row".</param>
    /// <param name="line">Line of the file on which the record starts.</param>
    public static ArticleDraft Read(IReadOnlyList<JsonField> values, ColumnMap columns, string origin, int line, EntryKeys keys, IReadOnlyList<string> notes)
    {
        var fields = new FieldList(origin);
        var bodies = new Dictionary<string, List<JsonField>>(StringComparer.Ordinal);
        string? id = null, link = null, title = null, date = null;
        JsonField? summary = null, prose = null;
        foreach (var value in values)
        {
            if (string.IsNullOrWhiteSpace(value.Value))
                continue;
            var (role, isChosen) = columns.RoleOf(value.Path);
            switch (role)
            {
                case ColumnRole.Body:
                    if (!bodies.TryGetValue(value.Path, out var parts))
                        bodies[value.Path] = parts = [];
                    parts.Add(value);
                    break;
                case ColumnRole.Summary:
                    summary ??= value;
                    break;
                case ColumnRole.Id:
                    id ??= value.Value;
                    break;
                default:
                    if (role == ColumnRole.Title)
                        title ??= value.Value;
                    if (role == ColumnRole.Link)
                        link ??= value.Value;
                    if (role == ColumnRole.Date)
                        date ??= value.Value;
                    if (role == ColumnRole.Other && value.Value.Length > (prose?.Value.Length ?? MaxOther) && IsProse(value.Value))
                        prose = value;
                    if (role != ColumnRole.Other || value.Value.Length <= MaxOther)
                        fields.Add(KeyOf(role, isChosen, value), role == ColumnRole.Title ? EmbeddedText.Plain(value.Value) : value.Value, value.Line);
                    break;
            }
        }
        // A record with several of them ("text" and "html", "content" and "body") has the longest as its text.
        var body = bodies.Values.MaxBy(parts => parts.Sum(p => p.Value.Length));
        if (body is null && columns.Body is null && prose is { } longest && longest.Value.Length > (summary?.Value.Length ?? 0))
        {
            body = [longest];
            notes = [.. notes, $"No field is called as a text usually is: the longest, \"{longest.Path}\", was taken for it. NewsCorpus:Columns:Body names another."];
        }
        var text = body is null ? "" : string.Join("\n\n", body.Select(p => p.Value.Trim()));
        var key = keys.Next([id, link], title, date, text.Length > 0 ? text : summary?.Value);
        var start = body?[0].Line ?? summary?.Line ?? line;
        if (summary is { } given)
        {
            if (text.Length == 0)
                text = given.Value.Trim();
            else
                fields.Add("description", EmbeddedText.Plain(given.Value), given.Line);
        }
        if (text.Length == 0 && title is null)
            return ArticleDraft.Unreadable(key, "The record has neither a title nor a text.", "Fill in one of them, or leave the record out.", line);
        return new ArticleDraft
        {
            EntryKey = key,
            BodyLine = start,
            BodyFormat = EmbeddedText.FormatOf(text),
            Body = Normalized(text),
            Fields = fields.Fields,
            Notes = notes,
        };
    }

    /// <summary>Whether a value reads like running text, and not like data: it has sentences, and its words are no longer than words are.</summary>
    private static bool IsProse(string value)
    {
        var (spaces, sentences) = (0, 0);
        for (var i = 1; i < value.Length; i++)
        {
            if (!char.IsWhiteSpace(value[i]) || char.IsWhiteSpace(value[i - 1]))
                continue;
            spaces++;
            sentences += value[i - 1] is '.' or '!' or '?' or '”' or '"' or '>' ? 1 : 0;
        }
        return spaces * MostPerWord > value.Length && sentences > 1 && value.AsSpan().TrimStart()[0] is not ('{' or '[');
    }

    /// <summary>The key that the rules know. Dates keep their own name where it says which date it is.</summary>
    private static string KeyOf(ColumnRole role, bool isChosen, JsonField value)
    {
        var own = value.Path.ToLowerInvariant();
        return role switch
        {
            ColumnRole.Title => "title",
            ColumnRole.Date when isChosen || DateFields.Classify(new StatedField(own, value.Value, "", 1, "")) is null => "date",
            ColumnRole.Updated => "updated",
            ColumnRole.Outlet => "publisher",
            ColumnRole.Link => "link",
            ColumnRole.Author => "author",
            ColumnRole.Tags => "tags",
            ColumnRole.Language => "language",
            _ => own,
        };
    }

    private static string Normalized(string text)
    {
        text = CleanText.IsWellFormed(text) ? text : string.Concat(text.EnumerateRunes());
        return CleanText.Normalize(text);
    }
}
