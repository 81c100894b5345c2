namespace NewsCorpus.Search.Analysis;

/// <summary>Matches words against patterns: "*" for any characters or none, "?" for one.</summary>
internal static class Wildcards
{
    public static bool Matches(ReadOnlySpan<char> word, ReadOnlySpan<char> pattern)
    {
        int w = 0, p = 0, star = -1, resume = 0;
        while (w < word.Length)
        {
            if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == word[w] && pattern[p] != '*'))
            {
                w++;
                p++;
            }
            else if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = w;
            }
            else if (star >= 0)
            {
                p = star + 1;
                w = ++resume;
            }
            else
            {
                return false;
            }
        }
        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }

    /// <summary>What every match begins with.</summary>
    public static string PrefixOf(string pattern)
    {
        var end = pattern.AsSpan().IndexOfAny('*', '?');
        return end < 0 ? pattern : pattern[..end];
    }
}
