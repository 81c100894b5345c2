using System.Text;

namespace NewsCorpus.Extraction.Structure;

/// <summary>The names in a line that is known to hold names: runs of capitalised words between commas, slashes, "and", "by" and the like.</summary>
internal static class ContributorNames
{
    public static IEnumerable<(int Start, int End, string Name)> In(string line)
    {
        var words = Words(line);
        for (var i = 0; i < words.Count;)
        {
            var (start, end) = words[i];
            // "in New York", "from Paris", "for The Harbour Post": places and outlets, up to the next name.
            if (IsPlaceWord(line.AsSpan(start, end - start)))
            {
                i = SkipPlace(line, words, i + 1);
                continue;
            }
            var last = RunFrom(line, words, i);
            if (last > i && NameIn(line, words, i, last) is { } name)
                yield return name;
            i = Math.Max(i, last) + 1;
        }
    }

    private static List<(int Start, int End)> Words(string line)
    {
        var words = new List<(int, int)>();
        for (var i = 0; i < line.Length;)
        {
            if (IsGap(line[i]))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < line.Length && !IsGap(line[i]))
                i++;
            words.Add((start, i));
        }
        return words;
    }

    private static bool IsGap(char c) => char.IsWhiteSpace(c) || c is ',' or '/' or ';' or ':' or '&' or '|' or '(' or ')' or '[' or ']' or '©' or '–' or '—';

    /// <summary>Last of the words that can be one name with the first: only a single space lies between them. Smaller than the first where none can.</summary>
    private static int RunFrom(string line, List<(int Start, int End)> words, int first)
    {
        var last = first - 1;
        for (var i = first; i < words.Count; i++)
        {
            var word = line.AsSpan(words[i].Start, words[i].End - words[i].Start);
            var isParticle = i > first && char.IsLower(word[0]) && NameForm.IsParticle(word) && word is not "e";
            if ((!isParticle && !IsWord(word)) || (i > first && !IsOneSpace(line, words[i - 1].End, words[i].Start)))
                break;
            // "Fox News' Ana Ruiz": what owns the name is not part of it.
            if (IsPossessive(word))
                return i;
            last = isParticle ? last : i;
        }
        return last;
    }

    private static bool IsWord(ReadOnlySpan<char> word) => word.Length > 0 && !char.IsLower(word[0]) && char.IsLetter(word[0]) && !word.ContainsAnyInRange('0', '9');

    private static bool IsOneSpace(string line, int from, int to) => to - from == 1 && line[from] is ' ' or '\n' or '\u00A0';

    private static bool IsPossessive(ReadOnlySpan<char> word) => word is [.., '\'' or '’'] or [.., '\'' or '’', 's' or 'S'];

    private static (int, int, string)? NameIn(string line, List<(int Start, int End)> words, int first, int last)
    {
        // Labels, agencies and roles may stand before and behind: "Associated Press Writer Ana Ruiz", "AP Photo".
        while (first <= last && (!NameForm.IsNameWord(Word(first)) || Agencies.IsKnown(Word(first))))
            first++;
        while (last >= first && (!NameForm.IsNameWord(Word(last)) || Agencies.IsKnown(Word(last))))
            last--;
        if (last <= first)
            return null;
        var (start, end) = (words[first].Start, words[last].End);
        while (line[end - 1] == '.' && !IsInitial(Word(last)))
            end--;
        var text = line[start..end];
        if (IsPossessive(Word(last)) || !NameForm.IsName(text) || Agencies.IsKnown(text))
            return null;
        return (start, end, Spelled(text));

        ReadOnlySpan<char> Word(int i) => line.AsSpan(words[i].Start, words[i].End - words[i].Start);
    }

    private static bool IsInitial(ReadOnlySpan<char> word) => word.Length == 2 || word is "Jr." or "Sr." or "JR." or "SR.";

    private static bool IsPlaceWord(ReadOnlySpan<char> word) => word is "in" or "from" or "at" or "for" or "of" or "IN" or "FOR";

    /// <summary>Place or outlet: the capitalised words behind "in", ended by anything else.</summary>
    private static int SkipPlace(string line, List<(int Start, int End)> words, int first)
    {
        var i = first;
        while (i < words.Count && (i == first || IsOneSpace(line, words[i - 1].End, words[i].Start)))
        {
            var word = line.AsSpan(words[i].Start, words[i].End - words[i].Start);
            if (!IsWord(word) && !NameForm.IsParticle(word) && word is not "the")
                break;
            i++;
        }
        return i;
    }

    /// <summary>Words in capitals in mixed case; initials stay: "J.R. O'NEILL" gives "J.R. O'Neill".</summary>
    private static string Spelled(string name)
    {
        var result = new StringBuilder(name.Length);
        foreach (var range in name.AsSpan().Split(' '))
        {
            var word = name.AsSpan()[range];
            if (result.Length > 0)
                result.Append(' ');
            // "AWR Marsh" has initials in front, "TIM MARSH" and "Tim LEE" have none.
            var areInitials = result.Length == 0 && word.Length == 3 && !Prose.IsCapitals(name);
            if (word.Length < 3 || areInitials || word.Contains('.') || !Prose.IsCapitals(word) || word is "III")
            {
                result.Append(word);
                continue;
            }
            var isStart = true;
            foreach (var c in word)
            {
                result.Append(isStart ? c : char.ToLowerInvariant(c));
                isStart = !char.IsLetter(c);
            }
        }
        return result.Replace("\n", " ").ToString();
    }
}
