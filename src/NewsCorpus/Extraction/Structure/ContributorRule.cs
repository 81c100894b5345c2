using System.Buffers;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>Lines that name who else made the article: "X and Y contributed to this report", "(Reporting by X; Editing by Y)".</summary>
internal static class ContributorRule
{
    private const int MaxLength = 500;

    private static readonly SearchValues<char> NumberStarts = SearchValues.Create("+0123456789");

    private static readonly string[] Beginnings =
    [
        "contributing: ", "contributors: ", "contributing reporters: ", "contributing to this report", "reporting contributed by ", "reporting was contributed by ", "reporting for this story was contributed by ", "reporting: ", "words by ", "text by ", "story by ", "photography by ", "illustrations by ", "video by ", "data by ", "research was contributed by ", "this story was reported by ", "this report was compiled by ", "this article was written by ", "copy editing by ", "translated from ", "reported and written by ", "reporting by ", "additional reporting by ", "additional reporting from ", "reporting and writing by ", "writing by ", "written by ", "reported by ", "editing by ", "edited by ", "compiled by ", "translated by ", "translation by ",
        "with reporting by ", "with additional reporting by ", "with reporting from ", "with files from ", "with inputs from ", "with input from ", "with contributions from ", "report by ", "production by ", "produced by ", "graphics by ", "research by ",
    ];

    private static readonly string[] Contributions = [" contributed to this ", " contributed reporting", " contributed additional reporting", " also contributed to this ", " contributed to the "];

    private static readonly string[] Works = ["report", "story", "article", "piece", "reporting", "column", "dispatch"];

    public static Piece[]? Read(BlockPlace place)
    {
        if (place.Block.Kind is not (BlockKind.Paragraph or BlockKind.Quote) || !place.IsNearEnd || place.Text.Length > MaxLength)
            return null;
        var text = Prose.Undecorated(place.Text).TrimEnd(" .)]");
        return IsHandle(text) || IsDispatch(text) || IsCredits(text) || IsAddress(text) || IsSignOff(place.Text) || IsContribution(text) || (place.FromEnd < 3 && IsBiography(text)) ? place.Whole(BlockKind.Contributor) : null;
    }

    private static bool IsCredits(ReadOnlySpan<char> text)
    {
        foreach (var beginning in Beginnings)
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return NameForm.IsList(text[beginning.Length..]);
        return false;
    }

    /// <summary>"-- Ana Ruiz, New Port Newsroom +1 555 0100", as agencies sign their copy.</summary>
    private static bool IsSignOff(string text)
    {
        if (text.Length > 120 || text[0] is not ('-' or '–' or '—'))
            return false;
        var words = text.AsSpan().TrimStart("-–— ");
        var digit = words.IndexOfAny(NumberStarts);
        words = digit < 0 ? words : words[..digit];
        return NameForm.IsList(words) && Prose.ContainsAny(words, ["newsroom", "news desk", "newsdesk", "bureau"]);
    }

    /// <summary>"Write to Ana Ruiz at ana@post.example".</summary>
    private static bool IsAddress(ReadOnlySpan<char> text)
    {
        foreach (var opening in (ReadOnlySpan<string>)["write to ", "contact ", "reach ", "you can reach ", "you can contact ", "you can email ", "email ", "e-mail ", "e-mail: ", "email: ", "follow ", "send email to ", "to contact the reporter", "to contact the author", "to contact the editor"])
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && text.Contains('@'))
                return char.IsUpper(text[opening.Length]) || text[opening.Length] is '@' or ' ' or ':' || NameForm.IsRole(FirstWord(text[opening.Length..])) || (text[opening.Length..].StartsWith("the ", StringComparison.OrdinalIgnoreCase) && NameForm.IsRole(FirstWord(text[(opening.Length + 4)..]))) || !text[opening.Length..].Contains(' ');
        return false;
    }

    /// <summary>Only an address and a handle: "ana.ruiz@post.example", "@anaruiz", "twitter.com/anaruiz".</summary>
    private static bool IsHandle(ReadOnlySpan<char> text)
    {
        if (text.Length > 120 || !text.Contains('@'))
            return false;
        var handles = 0;
        foreach (var range in text.SplitAny(" \n|,;:•·"))
        {
            var word = text[range].Trim("()[].");
            if (word.IsEmpty)
                continue;
            var isHandle = word.Contains('@') || word.StartsWith("twitter.com/", StringComparison.OrdinalIgnoreCase) || word.StartsWith("x.com/", StringComparison.OrdinalIgnoreCase);
            handles += isHandle ? 1 : 0;
            if (!isHandle && !Prose.StartsWithAny(word, ["twitter", "email", "e-mail", "instagram", "x", "tel", "follow", "on", "at", "and", "or"]))
                return false;
        }
        return handles > 0;
    }

    /// <summary>"Ana Ruiz reported from New Port, and Tom Marsh from Old Port."</summary>
    private static bool IsDispatch(ReadOnlySpan<char> text)
    {
        foreach (var verb in (ReadOnlySpan<string>)[" reported from ", " reported this story from ", " contributed from ", " contributed research"])
            if (text.IndexOf(verb, StringComparison.Ordinal) is > 0 and var at)
                return NameForm.IsList(text[..at]) && HasMaker(text[..at]) && NameForm.IsList(text[(at + verb.Length)..]);
        return text.EndsWith(" contributed", StringComparison.Ordinal) && NameForm.IsList(text[..^12]) && HasMaker(text[..^12]);
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text) => text.IndexOf(' ') is >= 0 and var space ? text[..space] : text;

    /// <summary>Names, perhaps with role and place, before "contributed", and nothing but the report behind it.</summary>
    private static bool IsContribution(ReadOnlySpan<char> text)
    {
        foreach (var phrase in Contributions)
        {
            var at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (at <= 0 || !NameForm.IsList(text[..at]) || !HasMaker(text[..at]))
                continue;
            var rest = text[(at + phrase.Length)..];
            foreach (var work in Works)
                if (rest.StartsWith(work, StringComparison.OrdinalIgnoreCase))
                    rest = rest[work.Length..].TrimStart(" .,;");
            return NameForm.IsList(rest);
        }
        return false;
    }

    /// <summary>A person's name or an agency: "He contributed to this report" has neither.</summary>
    private static bool HasMaker(ReadOnlySpan<char> names)
    {
        var text = names.ToString();
        return ContributorNames.In(text).Any() || Agencies.IsKnown(text) || NameForm.HasRole(text);
    }

    /// <summary>"Jane Doe is a senior reporter at The Harbour Post".</summary>
    private static bool IsBiography(ReadOnlySpan<char> text)
    {
        foreach (var verb in (ReadOnlySpan<string>)[" is a ", " is an ", " is the "])
        {
            var at = text.IndexOf(verb, StringComparison.Ordinal);
            if (at <= 0 || at > 40 || !NameForm.IsName(text[..at]))
                continue;
            var rest = text[(at + verb.Length)..];
            var words = 0;
            foreach (var range in rest.Split(' '))
            {
                if (++words > 5)
                    return false;
                if (rest[range] is "reporter" or "correspondent" or "columnist" or "editor" or "writer" or "journalist")
                    return Prose.StartsWithAny(rest[range.End..], [" at ", " for ", " with ", " on ", " covering "]);
            }
        }
        return false;
    }
}
