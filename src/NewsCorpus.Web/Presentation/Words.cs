using System.Globalization;
using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Presentation;

/// <summary>Numbers, dates and kinds as people read them.</summary>
public static class Words
{
    /// <summary>Days of a window that is told by days; a longer one is told by months.</summary>
    private const int ShortWindow = 15;

    public static string Count(long count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    public static string Articles(long count) => Count(count, "article", "articles");

    /// <summary>" (11 with copies)" where there are more articles than stories; else nothing.</summary>
    public static string WithCopies(SearchResults results) => results.TotalCopies > results.Total ? $" ({Number(results.TotalCopies)} with copies)" : "";

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Date(ArticleDate date) => date.Precision switch
    {
        DatePrecision.Year => date.Day.ToString("yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Month => date.Day.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => Day(date.Day),
    };

    /// <summary>A window as exactly as it is worth saying: "probably 3 to 9 January 2026", "probably December 2025", "probably May 2024 to January 2026".</summary>
    public static string Estimate(DateEstimate estimate)
    {
        var (from, to) = (estimate.From, estimate.To);
        if (from.Year == to.Year && from.Month == to.Month)
            return estimate.Days <= ShortWindow && from != to ? string.Create(CultureInfo.InvariantCulture, $"probably {from.Day} to {Day(to)}") : $"probably {(from == to ? Day(to) : Date(new ArticleDate(to, DatePrecision.Month)))}";
        if (estimate.Days <= ShortWindow)
            return $"probably {Day(from)} to {Day(to)}";
        var first = from.ToString(from.Year == to.Year ? "MMMM" : "MMMM yyyy", CultureInfo.InvariantCulture);
        return $"probably {first} to {Date(new ArticleDate(to, DatePrecision.Month))}";
    }

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The stated instant with its own offset, e.g. "14:05 UTC-05:00", with its day where that is not the article's: "01:53 UTC on 9 January"; null where only the day is known.</summary>
    public static string? Time(ArticleDate date) => date.Instant is not { } instant ? null
        : DateOnly.FromDateTime(instant.DateTime) != date.Day ? instant.ToUniversalTime().ToString("HH:mm 'UTC on' d MMMM", CultureInfo.InvariantCulture)
        : instant.Offset == TimeSpan.Zero ? instant.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture)
        : instant.ToString("HH:mm 'UTC'zzz", CultureInfo.InvariantCulture);

    public static string Kind(FactKind kind) => kind switch
    {
        FactKind.Stated => "stated",
        FactKind.Derived => "derived",
        FactKind.Corrected => "corrected",
        _ => "unknown",
    };

    /// <summary>What a kind means, for the tooltip and the help page.</summary>
    public static string Meaning(FactKind kind) => kind switch
    {
        FactKind.Stated => "The file says so in a field meant for it.",
        FactKind.Derived => "A rule read it from the text, a link or a credit line.",
        FactKind.Corrected => "An editor set it.",
        _ => "Not known, and not guessed.",
    };

    /// <summary>How alike two articles are.</summary>
    /// <param name="kind">What the other is to the one in hand; null where the two were not compared word by word.</param>
    public static string Alike(CopyKind? kind, double similarity)
    {
        var share = Share(similarity);
        return kind switch
        {
            CopyKind.Exact => "the same text",
            CopyKind.Near => $"{share} alike",
            CopyKind.Excerpt => $"a part of this, {share} alike",
            CopyKind.ExcerptedBy => $"holds this as a part, {share} alike",
            _ => $"about {share} alike",
        };
    }

    /// <summary>How much of an excerpt stands in the longer article.</summary>
    /// <param name="kind">What the article in hand is to the other.</param>
    public static string Contained(CopyKind kind, double containment) =>
        kind == CopyKind.Excerpt ? $"{Share(containment)} of this article stands in it" : $"{Share(containment)} of it stands in this article";

    private static string Share(double part) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(part * 100):0} %");

    /// <summary>What a role allows, after "you" or "they".</summary>
    public static string MayDo(string role) => role switch
    {
        Access.Admin => "may read, correct articles, run ingestion, manage users and read the log",
        Access.Editor => "may read, and correct articles and outlets",
        _ => "may read",
    };

    /// <summary>"first", "second and third": a list as a sentence has it.</summary>
    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => string.Join(", ", words.Take(words.Count - 1)) + " and " + words[^1],
    };

    /// <summary>
    /// Words of an article in quotation marks. Marks that stand in them become single ones; a pair around all of them, and one whose other half was cut off, are left out.
    /// Of HTML, in which marks may be written <c>&amp;quot;</c>, the tags stay as they are.
    /// </summary>
    public static string Quoted(string text)
    {
        var inner = text.Trim().Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&#34;", "\"", StringComparison.Ordinal);
        var marks = Marks(inner);
        if (marks.Count > 0 && marks[0] is (0, true) && (marks.Count == 1 || (marks.Count == 2 && marks[1] == (inner.Length - 1, false))))
            inner = marks.Count == 1 ? inner[1..] : inner[1..^1];
        else if (marks.Count == 1 && marks[0] == (inner.Length - 1, false))
            inner = inner[..^1];
        var words = inner.ToCharArray();
        foreach (var (at, opens) in Marks(inner))
            words[at] = opens ? '‘' : '’';
        return $"“{new string(words)}”";
    }

    /// <summary>Double quotation marks outside of tags, and whether they open.</summary>
    private static List<(int At, bool Opens)> Marks(string text)
    {
        var marks = new List<(int, bool)>();
        var inTag = false;
        var before = ' ';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '<')
                inTag = true;
            else if (inTag)
                inTag = c != '>';
            else
            {
                if (c is '“' or '”' or '„' or '"')
                    marks.Add((i, c is '“' or '„' || (c == '"' && (char.IsWhiteSpace(before) || before is '(' or '[' or '—' or '–'))));
                before = c;
            }
        }
        return marks;
    }

    /// <summary>The beginning of a text, cut at a word, on one line.</summary>
    public static string Shorten(string text, int length)
    {
        text = text.ReplaceLineEndings(" ");
        if (text.Length <= length)
            return text;
        var cut = text.LastIndexOf(' ', length);
        return text[..(cut > 0 ? cut : length)] + "…";
    }

    /// <summary>The end of a path, which tells most, cut at a separator.</summary>
    public static string ShortenPath(string path, int length)
    {
        if (path.Length <= length)
            return path;
        var cut = path.IndexOfAny(['/', '\\'], path.Length - length);
        return "…" + path[(cut < 0 ? path.Length - length : cut)..];
    }

    /// <summary>What a page is rendered for: another state, or another wish, wants another page.</summary>
    public static string StateOf(Run run) => $"{run.State} {run.Wish}".ToLowerInvariant();

    /// <summary>The outcomes of files, as addresses and the API name them.</summary>
    public static IReadOnlyList<string> Outcomes { get; } = [.. Enum.GetValues<Outcome>().Select(Of)];

    public static string Of(Outcome outcome) => outcome.ToString().ToLowerInvariant();

    /// <summary>Null for any other word.</summary>
    public static Outcome? OutcomeOf(string? word) => Enum.GetValues<Outcome>().Cast<Outcome?>().FirstOrDefault(o => Of(o!.Value) == word);

    /// <summary>What a run can be told to read, as forms and the API name it.</summary>
    public static IReadOnlyList<string> Selections { get; } = [.. Enum.GetValues<RunSelection>().Select(Of)];

    public static string Of(RunSelection selection) => selection.ToString().ToLowerInvariant();

    /// <summary>Null for any other word.</summary>
    public static RunSelection? SelectionOf(string? word) => Enum.GetValues<RunSelection>().Cast<RunSelection?>().FirstOrDefault(s => Of(s!.Value) == word);

    /// <summary>Files a second.</summary>
    public static string Rate(double perSecond) => string.Create(CultureInfo.InvariantCulture, $"{perSecond:0.#}/s");

    /// <summary>"0:48", "12:05" or "2:03:10"; parts of a second count as one.</summary>
    public static string Duration(double seconds)
    {
        var span = TimeSpan.FromSeconds(Math.Ceiling(seconds));
        return (span.TotalHours >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours}:") : "") + span.ToString(span.TotalHours >= 1 ? @"mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
    }

    public static string FileSize(long bytes) => bytes switch
    {
        < 1024 => Count(bytes, "byte", "bytes"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} KiB"),
        < 1024 * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:0.#} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0 / 1024.0:0.#} GiB"),
    };
}
