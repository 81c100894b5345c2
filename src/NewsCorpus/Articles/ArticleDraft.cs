namespace NewsCorpus.Articles;

/// <summary>In what form the body of a draft is.</summary>
public enum BodyFormat
{
    PlainText,
    Html,
    Markdown,
}

/// <summary>A value that a file states in a place meant for it.</summary>
/// <param name="Key">Lower-case key, e.g. "title", "date", "link"; "header-date" for an inline date header.</param>
/// <param name="Value">The value, unquoted. A list gives one field an item.</param>
/// <param name="Origin">Where it stands, in words: "front matter", "inline header", "meta tag".</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Excerpt">The words as they stand in the file, at most 300 characters.</param>
public sealed record StatedField(string Key, string Value, string Origin, int Line, string Excerpt)
{
    /// <summary>Key of an inline date header: ` date 2026-01-08 ` before the text.</summary>
    public const string HeaderDate = "header-date";

    /// <summary>Key of what the name of the file says.</summary>
    public const string FileName = "file-name";

    /// <summary>Where the value stands, as a reader is told: "front matter: date", "inline header".</summary>
    public string Place => Key is HeaderDate or FileName ? Origin : $"{Origin}: {Key}";
}

/// <summary>What is wrong with one entry of a file that holds many.</summary>
/// <param name="Reason">What is wrong, a sentence.</param>
/// <param name="Remedy">What to do about it, a sentence.</param>
/// <param name="Line">Line of the file, from 1.</param>
public sealed record EntryFault(string Reason, string Remedy, int Line);

/// <summary>One article as a reader found it, before any rule has looked at it.</summary>
public sealed record ArticleDraft
{
    /// <summary>Place of the article inside its file: "" for a file of one article, else a key that stays the same when the file is read again (a GUID, a URL, or "#3").</summary>
    public string EntryKey { get; init; } = "";

    /// <summary>Line of the file, from 1, on which the body starts.</summary>
    public int BodyLine { get; init; } = 1;

    public required BodyFormat BodyFormat { get; init; }

    public required string Body { get; init; }

    /// <summary>All that the file states, in file order.</summary>
    public IReadOnlyList<StatedField> Fields { get; init; } = [];

    /// <summary>Remarks for the run's report: a repaired encoding, an unknown key, a repeated field.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why this entry of a file of many cannot be read, with the remedy; null for an article. The file's other entries are read all the same.</summary>
    public EntryFault? Fault { get; init; }

    /// <summary>An entry that is no article, for the run's report.</summary>
    /// <param name="entryKey">As in <see cref="EntryKey"/>, or "" where the entry has none.</param>
    /// <param name="line">Line of the file, from 1.</param>
    public static ArticleDraft Unreadable(string entryKey, string reason, string remedy, int line) =>
        new() { EntryKey = entryKey, BodyFormat = BodyFormat.PlainText, Body = "", BodyLine = line, Fault = new EntryFault(reason, remedy, line) };

    /// <summary>First value of any of the keys, in the order of the keys.</summary>
    public StatedField? Field(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            foreach (var field in Fields)
                if (field.Key == key && !string.IsNullOrWhiteSpace(field.Value))
                    return field;
        return null;
    }
}
