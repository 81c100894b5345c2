namespace NewsCorpus.Search.Queries;

/// <summary>
/// Reads a query as typed. Any text gives a reading: what cannot be read is left out or taken as words, and named with its place.
/// <c>or := and (OR and)*; and := not ((AND)? not)*; not := (NOT | -)* part; part := field: part | ( or ) | word | "phrase"</c>.
/// </summary>
public sealed class QueryParser
{
    /// <summary>Parentheses and exclusions inside each other that are read; deeper ones are passed over.</summary>
    private const int MaxDepth = 60;

    private readonly List<QueryProblem> _problems = [];
    private readonly List<QueryToken> _tokens;
    private int _at;
    private int _depth;

    private QueryParser(string typed) => _tokens = QueryLexer.Read(typed, _problems);

    /// <summary>Never throws. A null or blank query has a null tree.</summary>
    public static ParsedQuery Parse(string? typed)
    {
        typed ??= "";
        if (string.IsNullOrWhiteSpace(typed))
            return new(null, new("", "", []));
        var parser = new QueryParser(typed);
        var root = parser.ReadAll();
        if (root is null && parser._problems.Count == 0)
            parser._problems.Add(new("There is no word to search for here: all articles are shown.", 0, typed.Length));
        return new(root, new(typed, root is null ? "" : QueryWriter.Write(root), [.. parser._problems.OrderBy(p => p.Start)]));
    }

    private QueryToken Current => _tokens[_at];

    private QueryNode? ReadAll()
    {
        var parts = new List<QueryNode>();
        while (true)
        {
            if (ReadOr() is { } part)
                parts.Add(part);
            if (Current.Kind == QueryTokenKind.End)
                return Join(parts, isOr: false);
            // Only a closing parenthesis stops a reading before the end.
            Report("This parenthesis closes nothing: it was left out.", Current);
            _at++;
        }
    }

    private QueryNode? ReadOr()
    {
        var parts = new List<QueryNode>();
        if (ReadAnd() is { } first)
            parts.Add(first);
        while (Current.Kind == QueryTokenKind.Or)
        {
            var sign = Current;
            _at++;
            var next = ReadAnd();
            if (next is null || parts.Count == 0)
                Report("OR needs something on both sides: it was left out.", sign);
            if (next is not null)
                parts.Add(next);
        }
        return Join(parts, isOr: true);
    }

    private QueryNode? ReadAnd()
    {
        var parts = new List<QueryNode>();
        while (true)
        {
            switch (Current.Kind)
            {
                case QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.Or:
                    return Join(parts, isOr: false);
                case QueryTokenKind.And:
                    if (parts.Count == 0 || _tokens[_at + 1].Kind is QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.Or or QueryTokenKind.And)
                        Report("AND needs something on both sides: it was left out.", Current);
                    _at++;
                    break;
                default:
                    if (ReadNot() is { } part)
                        parts.Add(part);
                    break;
            }
        }
    }

    private QueryNode? ReadNot()
    {
        if (Current.Kind != QueryTokenKind.Not)
            return ReadPart();
        var sign = Current;
        var negative = false;
        while (Current.Kind == QueryTokenKind.Not)
        {
            negative = !negative;
            _at++;
        }
        if (Current.Kind is QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.Or or QueryTokenKind.And)
        {
            Report("Nothing follows that could be excluded: this was left out.", sign);
            return null;
        }
        var part = ReadPart();
        return part is null || !negative ? part : new NotNode(part, sign.Start, part.Start + part.Length - sign.Start);
    }

    private QueryNode? ReadPart()
    {
        var token = Current;
        _at++;
        switch (token.Kind)
        {
            case QueryTokenKind.Open:
                return ReadGroup(token);
            case QueryTokenKind.Field:
                return ReadField(token);
            case QueryTokenKind.Phrase:
                var words = QueryTerms.Of(token.Text);
                if (words.Count > 0)
                    return new PhraseNode(token.Text, words, token.Start, token.Length);
                Report("There is no word between these quotation marks: they were left out.", token);
                return null;
            default:
                return ReadWord(token);
        }
    }

    private QueryNode? ReadWord(QueryToken token)
    {
        if (token.Text.AsSpan().Trim('*').IsEmpty)
            return new EverythingNode(token.Start, token.Length);
        var text = IsQuestion(token) ? token.Text.TrimEnd('?') : token.Text;
        var terms = QueryTerms.Of(text);
        if (terms.Count == 0)
        {
            // Dashes and other signs between words are punctuation; only wildcards without a letter deserve a word.
            if (text.AsSpan().ContainsAny('*', '?'))
                Report("Wildcards need at least one letter beside them: this was left out.", token);
            return null;
        }
        return new WordNode(WithoutPunctuation(text), terms, token.Start, token.Length);
    }

    /// <summary>The word as the canonical form shows it: never to be taken for a field or an operator.</summary>
    private static string WithoutPunctuation(string text)
    {
        var start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]) && !char.IsSurrogate(text[start]) && text[start] is not ('*' or '?'))
            start++;
        var bare = text[start..].TrimEnd(':', ',', ';', '!', '+');
        if (bare is "AND" or "OR" or "NOT")
            return bare.ToLowerInvariant();
        // A hyphen parts words as a colon does.
        var colon = bare.IndexOf(':');
        return colon > 0 && QueryFields.TryFind(bare[..colon], out _) ? bare.Replace(':', '-') : bare;
    }

    /// <summary>The mark that ends a question of several words is no wildcard.</summary>
    private bool IsQuestion(QueryToken token) =>
        token.Text.EndsWith('?') && Current.Kind == QueryTokenKind.End && _tokens.Count > 3 && !token.Text.AsSpan().TrimEnd('?').ContainsAny('*', '?')
        && _tokens.TrueForAll(t => t.Kind is QueryTokenKind.Word or QueryTokenKind.End);

    private QueryNode? ReadGroup(QueryToken open)
    {
        if (_depth >= MaxDepth)
        {
            Report($"Parentheses go deeper than {MaxDepth} here: this one was left out.", open);
            return null;
        }
        _depth++;
        var inside = ReadOr();
        _depth--;
        if (Current.Kind == QueryTokenKind.Close)
        {
            if (inside is null)
                Report("There is nothing between these parentheses: they were left out.", open);
            _at++;
        }
        else
        {
            Report("This parenthesis is not closed: it was read to the end of the query.", open);
        }
        return inside;
    }

    private FieldNode? ReadField(QueryToken token)
    {
        _ = QueryFields.TryFind(token.Text, out var field);
        if (Current.Kind is not (QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.Open) || _depth >= MaxDepth)
        {
            Report($"Nothing follows \"{token.Text}:\" that could be looked for: it was left out.", token);
            return null;
        }
        _depth++;
        var part = ReadPart();
        _depth--;
        return part is null ? null : new FieldNode(field, part, token.Start, part.Start + part.Length - token.Start);
    }

    private static QueryNode? Join(List<QueryNode> parts, bool isOr)
    {
        if (parts.Count < 2)
            return parts.Count == 0 ? null : parts[0];
        var start = parts[0].Start;
        var length = parts[^1].Start + parts[^1].Length - start;
        return isOr ? new OrNode(parts, start, length) : new AndNode(parts, start, length);
    }

    private void Report(string message, QueryToken token) => _problems.Add(new(message, token.Start, token.Length));
}
