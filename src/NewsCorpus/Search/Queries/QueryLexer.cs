namespace NewsCorpus.Search.Queries;

/// <summary>Cuts a query as typed into tokens. Takes any text; what it passes over or supplies is a problem with its place.</summary>
internal static class QueryLexer
{
    /// <summary>Tokens that are read; the rest of a longer query is left out and said so.</summary>
    public const int MaxTokens = 1000;

    public static List<QueryToken> Read(string query, List<QueryProblem> problems)
    {
        var tokens = new List<QueryToken>();
        var i = 0;
        while (i < query.Length)
        {
            var c = query[i];
            if (char.IsWhiteSpace(c) || c is '+' or ',' or ';')
            {
                i++;
                continue;
            }
            if (tokens.Count >= MaxTokens)
            {
                problems.Add(new($"The query is too long: it was read up to here, {MaxTokens} words and signs.", i, query.Length - i));
                break;
            }
            if (c is '(' or ')')
                tokens.Add(new(c == '(' ? QueryTokenKind.Open : QueryTokenKind.Close, c.ToString(), i++, 1));
            else if (IsQuote(c))
                i = ReadPhrase(query, i, tokens, problems);
            else if (IsMinus(c))
                i = ReadMinus(query, i, tokens);
            else
                i = ReadWord(query, i, tokens, problems);
        }
        tokens.Add(new(QueryTokenKind.End, "", query.Length, 0));
        return tokens;
    }

    private static int ReadPhrase(string query, int start, List<QueryToken> tokens, List<QueryProblem> problems)
    {
        var end = start + 1;
        while (end < query.Length && !IsQuote(query[end]))
            end++;
        if (end >= query.Length)
        {
            problems.Add(new("This quotation mark is not closed: the phrase was read to the end of the query.", start, query.Length - start));
            tokens.Add(new(QueryTokenKind.Phrase, query[(start + 1)..], start, query.Length - start));
            return query.Length;
        }
        tokens.Add(new(QueryTokenKind.Phrase, query[(start + 1)..end], start, end + 1 - start));
        return end + 1;
    }

    /// <summary>A minus right before a word excludes it; one that stands alone is a dash.</summary>
    private static int ReadMinus(string query, int start, List<QueryToken> tokens)
    {
        var next = start + 1;
        if (next < query.Length && !char.IsWhiteSpace(query[next]) && !IsMinus(query[next]) && query[next] != ')')
            tokens.Add(new(QueryTokenKind.Not, "-", start, 1));
        return next;
    }

    private static int ReadWord(string query, int start, List<QueryToken> tokens, List<QueryProblem> problems)
    {
        var end = start;
        while (end < query.Length && !char.IsWhiteSpace(query[end]) && query[end] is not ('(' or ')') && !IsQuote(query[end]))
        {
            if (query[end] == ':' && end > start && IsFieldName(query.AsSpan(start, end - start)) && end + 1 < query.Length && !char.IsWhiteSpace(query[end + 1]))
            {
                var name = query[start..end];
                if (QueryFields.TryFind(name, out _))
                {
                    tokens.Add(new(QueryTokenKind.Field, name, start, end + 1 - start));
                    return end + 1;
                }
                problems.Add(new($"There is no field \"{name}\": it was searched as a word.", start, end + 1 - start));
            }
            end++;
        }
        var text = query[start..end];
        tokens.Add(new(text switch
        {
            "AND" => QueryTokenKind.And,
            "OR" => QueryTokenKind.Or,
            "NOT" => QueryTokenKind.Not,
            _ => QueryTokenKind.Word,
        }, text, start, end - start));
        return end;
    }

    private static bool IsFieldName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetter(c))
                return false;
        }
        return name.Length <= 20;
    }

    internal static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '＂';

    private static bool IsMinus(char c) => c is '-' or '–' or '—' or '−';
}
