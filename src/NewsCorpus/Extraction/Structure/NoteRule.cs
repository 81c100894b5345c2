using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>What the newsroom says about its own article: notes, corrections, amendments.</summary>
internal static class NoteRule
{
    private const int MaxRegret = 800;
    private const int MaxDate = 50;

    /// <summary>Words that nobody but a newsroom opens a paragraph with.</summary>
    private static readonly string[] Openings =
    [
        "editor's note", "editors' note", "editor’s note", "editors’ note", "editors note:", "editor note:", "note from the editor", "a note from the editor", "a note from our editor", "note to readers", "a note to readers", "publisher's note", "publisher’s note",
        "corrections and clarifications", "corrections & clarifications", "correction & clarification", "correction and clarification", "correction appended", "clarification appended", "(corrects", "(updates", "(adds", "(refiles", "(recasts", "(clarifies", "(this version corrects", "(this story corrects", "(this article corrects", "(removes",
        "this is a developing story", "this is a breaking news story", "this is a breaking story", "this is a corrected version", "this is an updated version", "due to an editing error", "because of an editing error", "owing to an editing error", "due to a production error",
        "due to incorrect information", "because of incorrect information", "story updated at", "article updated at", "last updated with", "updated to ", "updated with ", "updates to ", "updated throughout", "we have corrected ", "we have updated ", "we have amended ",
        "anmerkung der redaktion", "hinweis der redaktion", "in einer früheren version", "in einer früheren fassung", "note de la rédaction", "ndlr", "une version précédente de cet article", "nota del editor", "nota de la redacción", "nota de redacción", "nota da redação", "nota do editor", "nota della redazione", "noot van de redactie",
    ];

    /// <summary>The same with a mark behind it: "Correction: …", "Update (4 p.m.): …", "Clarification — …".</summary>
    private static readonly string[] Labels =
    [
        "correction", "corrections", "clarification", "clarifications", "update", "updates", "updated", "amendment", "erratum", "errata", "retraction", "nota bene", "korrektur", "berichtigung", "richtigstellung", "update der redaktion", "rectificatif", "erratum", "corrección", "fe de errores", "rectificación", "correção", "correzione", "errata corrige", "correctie", "rättelse", "rettelse", "oikaisu", "sprostowanie",
    ];

    private static readonly string[] Works = ["article", "story", "report", "post", "piece", "column", "page", "headline", "version", "blog", "review", "interview", "obituary", "graphic", "caption", "dispatch", "transcript", "opinion piece", "news story"];

    private static readonly string[] Changes =
    [
        " updated", " corrected", " amended", " clarified", " edited", " changed", " modified", " revised", " refiled", " removed", " developing", " altered", " misstated", " incorrectly", " misidentified", " misspelled", " mischaracterized", " mischaracterised", " originally stated", " originally said", " wrongly", " erroneously", " mistakenly", " inaccurately",
    ];

    private static readonly string[] Verbs = ["has been", "have been", "was", "were", "is", "will be", "has since been", "was last", "is being", "will continue to be"];

    private static readonly string[] Versions =
        ["an earlier version of ", "a previous version of ", "a prior version of ", "an original version of ", "the original version of ", "the first version of ", "earlier versions of ", "previous versions of ", "in an earlier version of ", "in a previous version of ", "an earlier headline", "a previous headline", "an earlier caption", "a caption in an earlier version", "an editing error in "];

    public static Piece[]? Read(BlockPlace place)
    {
        if (place.Block.Kind is not (BlockKind.Paragraph or BlockKind.Quote or BlockKind.List))
            return null;
        var text = Prose.Undecorated(place.Text);
        var isNote = Prose.StartsWithAny(text, Openings) || Prose.StartsWithAny(place.Text, Openings) || (place.Block.Kind != BlockKind.List && IsLabelled(text)) || IsChange(text) || IsVersion(text)
            || (text.Length < MaxRegret && text.Contains("the error", StringComparison.OrdinalIgnoreCase) && Prose.ContainsAny(text, ["regrets the error", "regret the error", "regrets the errors", "apologises for the error", "apologizes for the error"]));
        return isNote ? place.Whole(BlockKind.Note) : null;
    }

    /// <summary>"Correction:", "Update, 4 p.m.:", "CLARIFICATION (Jan. 8) —": a label, at most a date behind it, then a colon, dash or bracket. "Corrections officers" goes on with a word.</summary>
    private static bool IsLabelled(ReadOnlySpan<char> text)
    {
        foreach (var label in Labels)
        {
            if (!text.StartsWith(label, StringComparison.OrdinalIgnoreCase) || text.Length == label.Length)
                continue;
            var rest = text[label.Length..];
            var spaced = rest.TrimStart();
            if (rest[0] is ':' or '|' || (rest[0] == ' ' && spaced.Length > 0 && spaced[0] is '-' or '–' or '—' or '(' or '['))
                return true;
            // "Update, Jan. 8, 4 p.m.: …", "Correction on 8 January 2026: …"
            var colon = rest.IndexOf(": ");
            if (rest[0] is ',' or ' ' && colon is > 0 and < MaxDate && rest[..colon].ContainsAnyInRange('0', '9'))
                return true;
        }
        return false;
    }

    /// <summary>"This article was amended on 8 January", "This story has since been corrected", "The headline of this article has been changed".</summary>
    private static bool IsChange(ReadOnlySpan<char> text)
    {
        if (!StartsWithWork(text, "This ", out var rest) && !StartsWithWork(text, "The headline of this ", out rest) && !StartsWithWork(text, "The headline on this ", out rest) && !StartsWithWork(text, "The headline to this ", out rest))
            return false;
        if (Prose.StartsWithAny(rest, Changes) || Prose.StartsWithAny(rest, [" originally misstated", " originally misidentified", " originally incorrectly", " corrects ", " clarifies "]))
            return true;
        rest = rest.TrimStart("’s, ").TrimStart();
        foreach (var verb in Verbs)
            if (rest.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && Prose.StartsWithAny(rest[verb.Length..], Changes))
                return true;
        return false;
    }

    private static bool IsVersion(ReadOnlySpan<char> text)
    {
        foreach (var version in Versions)
            if (text.StartsWith(version, StringComparison.OrdinalIgnoreCase))
                return !version.EndsWith("of ", StringComparison.Ordinal) && !version.EndsWith("in ", StringComparison.Ordinal) || StartsWithWork(text[version.Length..], "this ", out _) || StartsWithWork(text[version.Length..], "the ", out _) || StartsWithWork(text[version.Length..], "our ", out _);
        return false;
    }

    /// <summary>True for "This article", "This story" and so on; gives what follows.</summary>
    public static bool StartsWithWork(ReadOnlySpan<char> text, string opening, out ReadOnlySpan<char> rest)
    {
        rest = default;
        if (!text.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            return false;
        rest = text[opening.Length..];
        foreach (var work in Works)
        {
            if (!rest.StartsWith(work, StringComparison.OrdinalIgnoreCase) || (rest.Length > work.Length && char.IsLetter(rest[work.Length])))
                continue;
            rest = rest[work.Length..];
            return true;
        }
        return false;
    }
}
