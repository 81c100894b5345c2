namespace NewsCorpus.Extraction.Titles;

/// <summary>Makes a title of a sentence.</summary>
internal static class ClauseCut
{
    /// <summary>
    /// The sentence without its full stop where it has at most <paramref name="length"/> characters; else its beginning up to the last clause that fits and fills
    /// half the length, outside of quotation marks, else up to the last whole word; with an ellipsis.
    /// </summary>
    public static string To(string sentence, int length)
    {
        if (sentence.Length <= length)
            return WithoutStop(sentence);
        var limit = length - 1;
        var clause = -1;
        var word = -1;
        var depth = 0;
        var isQuoted = false;
        for (var i = 0; i < sentence.Length && i <= limit; i++)
        {
            var c = sentence[i];
            depth += c switch { '“' or '«' or '(' => 1, '”' or '»' or ')' => -1, _ => 0 };
            isQuoted ^= c == '"';
            if (c != ' ')
                continue;
            word = i;
            if (depth <= 0 && !isQuoted && i >= length / 2 && EndsClause(sentence, i))
                clause = i;
        }
        // A text without spaces is cut between characters, never inside of one.
        var end = clause > 0 ? clause : word > 0 ? word : char.IsHighSurrogate(sentence[limit - 1]) ? limit - 1 : limit;
        return sentence[..end].TrimEnd(' ', ',', ';', ':', '–', '—', '-') + "…";
    }

    private static bool EndsClause(string sentence, int space)
    {
        var last = sentence[space - 1];
        return last is ',' or ';' or ':' || (last is '”' or '"' && space > 1 && sentence[space - 2] == ',') || (last is '–' or '—' && space > 1 && sentence[space - 2] == ' ');
    }

    /// <summary>A title has no full stop; an abbreviation keeps its own.</summary>
    private static string WithoutStop(string sentence)
    {
        if (!sentence.EndsWith('.') || sentence.EndsWith("..", StringComparison.Ordinal))
            return sentence;
        var word = sentence.AsSpan(sentence.LastIndexOf(' ') + 1)[..^1];
        return word.Contains('.') ? sentence : sentence[..^1];
    }
}
