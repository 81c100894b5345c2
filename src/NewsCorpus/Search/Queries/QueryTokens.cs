namespace NewsCorpus.Search.Queries;

/// <summary>What is put right in the tokens of a query before any of them is read.</summary>
internal static class QueryTokens
{
    /// <summary>Takes out the parentheses that close nothing, so that what is before and after them stays connected, and returns them.</summary>
    public static IReadOnlyList<QueryToken> TakeStray(List<QueryToken> tokens)
    {
        var stray = new List<QueryToken>();
        var open = 0;
        tokens.RemoveAll(token =>
        {
            if (token.Kind == QueryTokenKind.Close && open == 0)
            {
                stray.Add(token);
                return true;
            }
            open += token.Kind switch { QueryTokenKind.Open => 1, QueryTokenKind.Close => -1, _ => 0 };
            return false;
        });
        return stray;
    }

    /// <summary>In a query of the trade, "and", "or" and "not" are operators however they are written.</summary>
    public static void RaiseOperators(List<QueryToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind != QueryTokenKind.Word)
                continue;
            var kind = token.Text.ToLowerInvariant() switch
            {
                "and" => QueryTokenKind.And,
                "or" => QueryTokenKind.Or,
                "not" => QueryTokenKind.Not,
                "same" or "adj" => QueryTokenKind.Near,
                _ => QueryTokenKind.Word,
            };
            if (kind != QueryTokenKind.Word)
                tokens[i] = token with { Kind = kind, Text = kind == QueryTokenKind.Near ? token.Text.ToUpperInvariant() : token.Text };
        }
    }
}
