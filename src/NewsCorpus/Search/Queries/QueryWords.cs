namespace NewsCorpus.Search.Queries;

/// <summary>Reads words and phrases of a query: punctuation, question marks, fuzziness, the stem sign of Nexis.</summary>
internal sealed class QueryWords(List<QueryProblem> problems, bool isExpert)
{
    /// <summary>Words up to this length are fuzzy by one letter, longer ones by two, where no number is given.</summary>
    private const int ShortWord = 5;

    /// <summary>Signs that may follow a word and are none of it.</summary>
    private static readonly char[] Punctuation = ['!', ':', ',', ';'];

    public QueryNode? ReadPhrase(QueryToken token)
    {
        var words = QueryTerms.Of(token.Text);
        if (words.Count == 0)
        {
            Report("There is no word between these quotation marks: they were left out.", token);
            return null;
        }
        var slack = token.Number;
        if (slack > NearRange.MaxDistance)
        {
            Report($"Words can be searched at most {NearRange.MaxDistance} words apart: this was read as ~{NearRange.MaxDistance}.", token);
            slack = NearRange.MaxDistance;
        }
        return new PhraseNode(token.Text, words, words.Count == 1 ? null : slack, token.Start, token.Length);
    }

    /// <param name="isLast">Whether the query ends with the word.</param>
    /// <param name="isPlain">Whether the query is three plain words or more.</param>
    public QueryNode? ReadWord(QueryToken token, bool isLast, bool isPlain)
    {
        if (token.Text.AsSpan().Trim('*').IsEmpty)
            return new EverythingNode(token.Start, token.Length);
        var text = token.Text;
        if (isExpert && text.EndsWith('!'))
            text = text.TrimEnd('!') + "*";
        text = text.TrimEnd(Punctuation);
        // The mark that ends a question of several words is no wildcard.
        if (isLast && isPlain && text.EndsWith('?') && !text.AsSpan().TrimEnd('?').ContainsAny('*', '?'))
            text = text.TrimEnd('?').TrimEnd(Punctuation);
        var tilde = text.LastIndexOf('~');
        if (tilde > 0 && text.AsSpan(tilde + 1).IndexOfAnyExceptInRange('.', '9') < 0)
            return ReadFuzzy(token, text[..tilde], text[(tilde + 1)..]);
        return Word(token, text);
    }

    private QueryNode? ReadFuzzy(QueryToken token, string text, string number)
    {
        var terms = QueryTerms.Of(text);
        if (terms is not [{ Kind: TermKind.Word } term])
        {
            Report("Only a single word without wildcards can be fuzzy: the \"~\" was left out.", token);
            return Word(token, text);
        }
        var steps = number.Length == 0 ? (term.Text.Length <= ShortWord ? 1 : 2) : QueryOperators.ReadNumber(number) ?? 2;
        if (steps > 2)
        {
            Report("A fuzzy word can differ by two letters at most: this was read as ~2.", token);
            steps = 2;
        }
        // No letter may differ: that is what quotation marks say.
        if (steps == 0)
            return new PhraseNode(text, terms, null, token.Start, token.Length);
        return new WordNode($"{text}~{steps}", [term with { Kind = steps == 1 ? TermKind.Fuzzy1 : TermKind.Fuzzy2 }], token.Start, token.Length);
    }

    private WordNode? Word(QueryToken token, string text)
    {
        var terms = QueryTerms.Of(text);
        if (terms.Count > 0)
            return new WordNode(Canonical(text), terms, token.Start, token.Length);
        if (text.AsSpan().ContainsAny('*', '?'))
            Report("Wildcards need at least one letter beside them: this was left out.", token);
        return null;
    }

    /// <summary>The word so that it is read as this word again. Signs that part words part them as a hyphen does.</summary>
    private static string Canonical(string text)
    {
        var bare = text.TrimEnd(Punctuation).Replace('~', '-');
        return QueryLexer.KindOf(bare) == QueryTokenKind.Word ? bare : string.Join('-', bare.Split('/', '<', '>', '=', ':')).ToLowerInvariant();
    }

    private void Report(string message, QueryToken token) => problems.Add(new(message, token.Start, token.Length));
}
