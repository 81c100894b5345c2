using NewsCorpus.Articles;

namespace NewsCorpus.Search.Queries;

/// <summary>
/// Reads a query as typed. Any text gives a reading: what cannot be read is left out or taken as words, and named with its place.
/// <code>
/// or    := and (OR and)*
/// and   := not ((AND)? not)*
/// not   := (NOT | -)* near
/// near  := part ((w/5 | pre/5 | w/s | w/p) part)*
/// part  := field: part | function(or) | (or) | word | "phrase" | "phrase"~5 | length>500 | date:2026-01
/// </code>
/// </summary>
public sealed class QueryParser
{
    /// <summary>Parentheses and exclusions inside each other that are read; deeper ones are passed over.</summary>
    private const int MaxDepth = 60;

    private readonly List<QueryProblem> _problems = [];
    private readonly List<QueryProblem> _notes;
    private readonly bool _isExpert;
    private readonly List<QueryToken> _tokens;
    private readonly QueryWords _words;
    private readonly DateOnly _today;
    private bool _notedPhrase;
    private int _at;
    private int _depth;

    private QueryParser(string typed, DateOnly today)
    {
        var lexer = new QueryLexer(typed, _problems);
        _tokens = lexer.Read();
        foreach (var stray in QueryTokens.TakeStray(_tokens))
            ReportStray(stray);
        _words = new QueryWords(_problems, lexer.IsExpert);
        _today = today;
        _isExpert = lexer.IsExpert;
        _notes = [.. lexer.Notes, .. QueryHints.Of(typed, _tokens, _isExpert)];
        if (_isExpert)
            QueryTokens.RaiseOperators(_tokens);
    }

    /// <summary>Never throws. A null or blank query has a null tree.</summary>
    /// <param name="today">What "date:last-30-days" counts from.</param>
    public static ParsedQuery Parse(string? typed, DateOnly today)
    {
        typed ??= "";
        if (string.IsNullOrWhiteSpace(typed))
            return new(null, new("", "", []));
        var parser = new QueryParser(typed, today);
        var root = parser.ReadAll();
        if (root is null && parser._problems.Count == 0)
            parser._problems.Add(new("There is no word to search for here: all articles are shown.", 0, typed.Length));
        return new(root, new(typed, root is null ? "" : QueryWriter.Write(root), [.. parser._problems.OrderBy(p => p.Start)]) { Notes = parser._notes });
    }

    private QueryToken Current => _tokens[_at];

    private QueryTokenKind NextKind => _tokens[Math.Min(_at + 1, _tokens.Count - 1)].Kind;

    private static bool EndsOperand(QueryTokenKind kind) => kind is QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.Or or QueryTokenKind.And or QueryTokenKind.Near;

    private QueryNode? ReadAll()
    {
        var parts = new List<QueryNode>();
        while (true)
        {
            if (ReadOr() is { } part)
                parts.Add(part);
            if (Current.Kind == QueryTokenKind.End)
                return Join(parts, isOr: false);
            // Only a closing parenthesis stops a reading before the end: that of one which went too deep.
            ReportStray(Current);
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
                    if (parts.Count == 0 || EndsOperand(NextKind))
                        Report("AND needs something on both sides: it was left out.", Current);
                    _at++;
                    break;
                case QueryTokenKind.Near:
                    Report($"\"{Current.Text}\" needs something on both sides: it was left out.", Current);
                    _at++;
                    break;
                default:
                    var isBare = _tokens[Math.Max(0, _at - 1)].Kind == QueryTokenKind.Word && Current.Kind == QueryTokenKind.Word;
                    if (ReadNot() is not { } part)
                        break;
                    if (_isExpert && isBare && !_notedPhrase && parts is [.., WordNode before] && part is WordNode word)
                    {
                        _notedPhrase = true;
                        _notes.Add(new($"Nexis and Factiva would take \"{before.Text} {word.Text}\" for a phrase; here both words must occur, anywhere. Quotation marks make it a phrase.", before.Start, word.End - before.Start));
                    }
                    parts.Add(part);
                    break;
            }
        }
    }

    private QueryNode? ReadNot()
    {
        if (Current.Kind != QueryTokenKind.Not)
            return ReadNear();
        var sign = Current;
        var negative = false;
        while (Current.Kind == QueryTokenKind.Not)
        {
            negative = !negative;
            _at++;
        }
        if (Current.Kind == QueryTokenKind.Near && !EndsOperand(NextKind))
        {
            Report($"\"not {Current.Text}\" has no equal here: it was read as AND NOT.", Current);
            _at++;
        }
        if (EndsOperand(Current.Kind))
        {
            Report("Nothing follows that could be excluded: this was left out.", sign);
            return null;
        }
        var part = ReadNear();
        return part is null || !negative ? part : new NotNode(part, sign.Start, part.End - sign.Start);
    }

    private QueryNode? ReadNear()
    {
        var left = ReadPart();
        while (Current.Kind == QueryTokenKind.Near && left is not null)
        {
            var sign = Current;
            if (EndsOperand(NextKind) || NextKind == QueryTokenKind.Not)
                return left;
            _at++;
            if (ReadPart() is not { } right)
            {
                Report($"\"{sign.Text}\" needs something on both sides: it was left out.", sign);
                return left;
            }
            left = QueryPlaces.Near(left, right, sign, _problems);
        }
        return left;
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
            case QueryTokenKind.Function:
                return ReadFunction(token);
            case QueryTokenKind.Phrase:
                return _words.ReadPhrase(token);
            case QueryTokenKind.Length:
                var (min, max) = QueryOperators.ReadLength(token.Text)!.Value;
                return new LengthNode(min, max, token.Start, token.Length);
            case QueryTokenKind.Date:
                if (QueryDates.Read(token.Text, _today) is var (from, to))
                    return ReadDate(from, to, token);
                Report($"\"{token.Text}\" is not a date: write date:2026-01-31, date:2026-01, date:2025-12-01..2026-01-15 or date:last-30-days. It was left out.", token);
                return null;
            default:
                return _words.ReadWord(token, isLast: Current.Kind == QueryTokenKind.End, isPlain: _tokens.Count > 3 && _tokens.TrueForAll(t => t.Kind is QueryTokenKind.Word or QueryTokenKind.End));
        }
    }

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

    private DateNode ReadDate(DateOnly? from, DateOnly? to, QueryToken token)
    {
        if (from > to)
        {
            Report($"\"{token.Text}\" ends before it begins: it was read the other way round.", token);
            (from, to) = (to, from);
        }
        return new DateNode(from, to, token.Start, token.Length);
    }

    private FieldNode? ReadField(QueryToken token)
    {
        _ = QueryFields.TryFind(token.Text, out var field);
        if (ReadArgument(token, token.Text + ":") is not { } part)
            return null;
        if (part is EverythingNode)
        {
            Report($"\"*\" alone stands for every article, whatever the field: \"{token.Text}:*\" was left out.", token);
            return null;
        }
        if (field == QueryField.DateSource && part is WordNode { Text: var kind } && !Enum.TryParse<FactKind>(kind, ignoreCase: true, out _))
            _notes.Add(new($"A date is stated, derived, corrected or unknown: none is \"{kind}\".", part.Start, part.Length));
        return new FieldNode(field, part, token.Start, part.End - token.Start);
    }

    private QueryNode? ReadFunction(QueryToken token)
    {
        var (name, number) = QueryOperators.ReadFunction(token.Text)!.Value;
        if (ReadArgument(token, token.Text) is not { } part)
            return null;
        var length = _tokens[_at - 1].End - token.Start;
        if (name is "atleast" or "first" && number == 0)
        {
            Report($"\"{token.Text}\" asks for nothing: {name}1 was used.", token);
            number = 1;
        }
        return name switch
        {
            "atleast" => QueryPlaces.AtLeast(number, part, token, length, _problems),
            "first" => new FirstNode(number, part, token.Start, length),
            "allcaps" => new CaseNode(CaseRule.AllCapitals, part, token.Start, length),
            "nocaps" => new CaseNode(CaseRule.NoCapitals, part, token.Start, length),
            _ => new CaseNode(CaseRule.SomeCapitals, part, token.Start, length),
        };
    }

    /// <summary>What a field or a function is of.</summary>
    private QueryNode? ReadArgument(QueryToken token, string name)
    {
        if (Current.Kind is not (QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.Open or QueryTokenKind.Function) || _depth >= MaxDepth)
        {
            Report($"Nothing follows \"{name}\" that could be looked for: it was left out.", token);
            return null;
        }
        _depth++;
        var part = ReadPart();
        _depth--;
        return part;
    }

    private static QueryNode? Join(List<QueryNode> parts, bool isOr)
    {
        if (parts.Count < 2)
            return parts.Count == 0 ? null : parts[0];
        var start = parts[0].Start;
        var length = parts[^1].End - start;
        return isOr ? new OrNode(parts, start, length) : new AndNode(parts, start, length);
    }

    private void ReportStray(QueryToken token) => Report("This parenthesis closes nothing: it was left out.", token);

    private void Report(string message, QueryToken token) => _problems.Add(new(message, token.Start, token.Length));
}
