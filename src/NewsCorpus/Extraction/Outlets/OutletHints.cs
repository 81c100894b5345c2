using System.Text.RegularExpressions;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Outlets;

/// <summary>
/// Outlets that a text mentions where one speaks to them or quotes them ("told MS NOW", "in an interview with Radio Halder"). Whoever is mentioned may be the publisher, and as often is not: a hint, for an editor to judge, never a value.
/// </summary>
internal static partial class OutletHints
{
    private const int MaxHints = 3;
    private const int MaxWords = 6;
    private const int MaxMatches = 200;

    /// <summary>Each outlet once, those mentioned most often first.</summary>
    public static IReadOnlyList<Evidence> Find(ArticleContent content)
    {
        var found = new List<Evidence>();
        foreach (var block in content.Blocks)
            if (block.IsBody)
                foreach (Match cue in Cue().Matches(content.Text[block.Start..block.End]).Take(MaxMatches))
                {
                    var start = block.Start + cue.Index;
                    if (NameAt(content.Text, start + cue.Length, block.End) is var (name, end))
                        found.Add(new Evidence(EvidenceFields.OutletHint, name, FactKind.Derived, "outlet mentioned in the text", content.Text[start..end], start, end));
                }
        return [.. found.GroupBy(e => NameKey.Of(e.Value!), StringComparer.Ordinal).OrderByDescending(g => g.Count()).Take(MaxHints).Select(g => g.First())];
    }

    /// <summary>The longest name that stands at a place: one of the table, or capitalised words of which one is a word for news media.</summary>
    private static (string Name, int End)? NameAt(string text, int start, int stop)
    {
        var ends = new List<int>();
        for (var at = start; at < stop && ends.Count < MaxWords;)
        {
            var end = at;
            while (end < stop && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '&' or '-' || (text[end] is '\'' or '’' && end + 1 < stop && text[end + 1] != 's')))
                end++;
            if (end == at || !(char.IsUpper(text[at]) || char.IsAsciiDigit(text[at])))
                break;
            ends.Add(end);
            if (end + 1 >= stop || text[end] != ' ')
                break;
            at = end + 1;
        }
        for (var i = ends.Count - 1; i >= 0; i--)
            if (text[start..ends[i]].TrimEnd('.', '-') is { Length: > 1 } words && WellKnownOutlets.ByName(words) is { } known)
                return (known.Name, start + words.Length);
        for (var i = ends.Count - 1; i > 0; i--)
            if (text[start..ends[i]].TrimEnd('.') is var words && words.Split(' ') is { Length: > 1 } parts && (Media().IsMatch(parts[^1]) || (i == 1 && Media().IsMatch(parts[0]) && parts[0] is "Radio" or "Channel" or "TV")))
                return (words, start + words.Length);
        return null;
    }

    [GeneratedRegex(@"\b(?:told|tells|telling|interview(?:ed)?\s+(?:with|on|by)|according\s+to|(?:first\s+)?reported\s+(?:by|in)|appear(?:ed|ing|ance)\s+on|statement\s+to|spoke\s+(?:to|with)|speaking\s+(?:to|with|on)|wrote\s+(?:in|for)|said\s+on|op-ed\s+(?:in|for)|published\s+(?:in|by))\s+(?:the\s+|The\s+)?", RegexOptions.NonBacktracking)]
    private static partial Regex Cue();

    [GeneratedRegex("^(?:News|Times|Post|Herald|Gazette|Tribune|Journal|Chronicle|Observer|Daily|Courier|Mail|Press|Telegraph|Echo|Bulletin|Ledger|Dispatch|Examiner|Inquirer|Radio|TV|Channel|Magazine|Weekly|Today|Advertiser|Argus|Mercury|Sentinel|Record)$", RegexOptions.NonBacktracking)]
    private static partial Regex Media();
}
