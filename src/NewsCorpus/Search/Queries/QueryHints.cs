using NewsCorpus.Articles;

namespace NewsCorpus.Search.Queries;

/// <summary>
/// Tells of words and signs that other search engines take for operators and that are plain words, or nothing, here: the query is read as it stands, and whoever meant the operator learns how it is written.
/// </summary>
internal static class QueryHints
{
    /// <param name="tokens">As they were cut, before "or" becomes an operator in a query of the trade.</param>
    public static IEnumerable<QueryProblem> Of(string query, IReadOnlyList<QueryToken> tokens, bool isExpert) =>
        Words(query, tokens, isExpert).Concat(Signs(query, tokens)).DistinctBy(hint => hint.Message, StringComparer.Ordinal);

    private static IEnumerable<QueryProblem> Words(string query, IReadOnlyList<QueryToken> tokens, bool isExpert)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i] is { Kind: QueryTokenKind.Field, Text: var field } && field.ToLowerInvariant() is "lead" or "lp")
                yield return new($"\"{field}\" was read as hlead: the headline and the first paragraphs, which cannot be told from the lead alone.", tokens[i].Start, tokens[i].Length);
            if (tokens[i] is { Kind: QueryTokenKind.Field } name && QueryFields.TryFind(name.Text, out var known) && known == QueryField.Language
                && tokens[i + 1] is { Kind: QueryTokenKind.Word or QueryTokenKind.Phrase } language && Language(language.Text) is { } hint)
                yield return new(hint, language.Start, language.Length);
            if (tokens[i] is not { Kind: QueryTokenKind.Word } token)
                continue;
            var (text, hasNext) = (token.Text, BeginsOperand(tokens[i + 1].Kind));
            if (!isExpert && text == "or" && hasNext && i > 0 && EndsOperand(tokens[i - 1].Kind))
                yield return new("\"or\" was searched as a word. OR, in capitals, finds either side.", token.Start, token.Length);
            else if (!isExpert && text == "not" && hasNext)
                yield return new("\"not\" was searched as a word. NOT, in capitals, or a minus right before the word leaves it out.", token.Start, token.Length);
            else if (!isExpert && text.Length > 1 && text.IndexOf('!') == text.Length - 1)
                yield return new($"The \"!\" was passed over. Words that begin so are found by {text[..^1]}*.", token.End - 1, 1);
            else if (tokens[i + 1] is { Kind: QueryTokenKind.Open } open && open.Start == token.End && text.All(char.IsAsciiLetter))
                yield return new($"\"{text}(…)\" is no field or function here: \"{text}\" was searched as a word.", token.Start, token.Length);
            else if (FieldWithSpace(query, token) is { } spaced)
                yield return new($"\"{spaced}\" was searched as a word. Whatever a field is to have stands right behind it, without a space: {spaced}word.", token.Start, spaced.Length);
        }
    }

    /// <summary>Why a language is found in no article, however many are in it; null where it may be, and for patterns.</summary>
    private static string? Language(string text)
    {
        if (text.AsSpan().IndexOfAny("*?~") >= 0)
            return null;
        if (LanguageCodes.Read(text) is not { } code)
            return $"\"{text}\" is no language that is known here. One is written by its English name or its code of two letters: lang:german, lang:de.";
        var words = LanguageCodes.NameOf(code).Split(' ').Append(code);
        return text.Split(' ').All(t => words.Contains(t, StringComparer.OrdinalIgnoreCase)) ? null : $"\"{text}\" is {LanguageCodes.NameOf(code)}, which is searched as lang:{code}.";
    }

    /// <summary>Signs that stand between the tokens, where nothing is read.</summary>
    private static IEnumerable<QueryProblem> Signs(string query, IReadOnlyList<QueryToken> tokens)
    {
        for (var (i, from) = (0, 0); i < tokens.Count; from = tokens[i++].End)
        {
            // What a query is cut off for being too long is no gap.
            var gap = query[Math.Min(from, tokens[i].Start)..Math.Min(tokens[i].Start, from + 20)];
            if (gap.IndexOf('|', StringComparison.Ordinal) is >= 0 and var bar)
                yield return new("\"|\" was passed over: all words must occur. OR, in capitals, finds either side.", from + bar, 1);
            if (gap.EndsWith('!') && BeginsOperand(tokens[i].Kind) && (gap.Length == 1 ? from == 0 : char.IsWhiteSpace(gap[^2])))
                yield return new("The \"!\" was passed over. A minus right before a word leaves it out.", tokens[i].Start - 1, 1);
        }
    }

    private static string? FieldWithSpace(string query, QueryToken token)
    {
        var colon = token.Start + token.Text.Length;
        var isField = colon < query.Length && query[colon] == ':' && query.AsSpan(token.Start).StartsWith(token.Text, StringComparison.Ordinal)
            && (QueryFields.TryFind(token.Text, out _) || token.Text.Equals("date", StringComparison.OrdinalIgnoreCase));
        return isField ? token.Text + ":" : null;
    }

    private static bool BeginsOperand(QueryTokenKind kind) => kind is QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.Open or QueryTokenKind.Field or QueryTokenKind.Function or QueryTokenKind.Length or QueryTokenKind.Date;

    private static bool EndsOperand(QueryTokenKind kind) => kind is QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.Close or QueryTokenKind.Length or QueryTokenKind.Date;
}
