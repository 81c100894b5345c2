using System.Text.RegularExpressions;

namespace NewsCorpus.Search.Queries;

/// <summary>Cuts a query as typed into tokens. Takes any text; what it passes over or supplies is a problem with its place.</summary>
internal sealed partial class QueryLexer(string query, List<QueryProblem> problems)
{
    /// <summary>Tokens that are read; the rest of a longer query is left out and said so.</summary>
    public const int MaxTokens = 1000;

    private readonly List<QueryToken> _tokens = [];
    private readonly List<QueryProblem> _notes = [];

    /// <summary>What was read, but could be meant otherwise.</summary>
    public IReadOnlyList<QueryProblem> Notes => _notes;

    /// <summary>
    /// True where the query uses operators that only trained searchers type. Then "and", "or", "not" are operators in lower case too, and "!" ends a stem, as Nexis has it.
    /// </summary>
    public bool IsExpert { get; private set; }

    public List<QueryToken> Read()
    {
        var i = 0;
        while (i < query.Length)
        {
            var c = query[i];
            if (BoostEnd(i) is { } behind)
            {
                problems.Add(new($"\"{query[i..behind]}\" has no equal here: it was left out, and nothing is weighed.", i, behind - i));
                i = behind;
                continue;
            }
            if (!IsBeginning(c) && !IsSlashOperator(i))
            {
                i++;
                continue;
            }
            if (_tokens.Count >= MaxTokens)
            {
                problems.Add(new($"The query is too long: it was read up to here, {MaxTokens} words and signs.", i, query.Length - i));
                break;
            }
            if (c is '(' or ')')
                Add(c == '(' ? QueryTokenKind.Open : QueryTokenKind.Close, i, ++i);
            else if (IsQuote(c))
                i = ReadPhrase(i);
            else if (IsMinus(c))
                i = ReadMinus(i);
            else
                i = ReadWord(i);
        }
        _tokens.Add(new(QueryTokenKind.End, "", query.Length, 0));
        return _tokens;
    }

    private int ReadPhrase(int start)
    {
        var end = start + 1;
        while (end < query.Length && !IsQuote(query[end]))
            end++;
        if (end >= query.Length)
        {
            problems.Add(new("This quotation mark is not closed: the phrase was read to the end of the query.", start, query.Length - start));
            _tokens.Add(new(QueryTokenKind.Phrase, query[(start + 1)..], start, query.Length - start));
            return query.Length;
        }
        var text = query[(start + 1)..end];
        end++;
        var digits = end;
        if (end < query.Length && query[end] == '~')
        {
            digits++;
            while (digits < query.Length && char.IsAsciiDigit(query[digits]))
                digits++;
            if (QueryOperators.ReadNumber(query.AsSpan((end + 1)..digits)) is { } slack)
            {
                _tokens.Add(new(QueryTokenKind.Phrase, text, start, digits - start, slack));
                return digits;
            }
        }
        _tokens.Add(new(QueryTokenKind.Phrase, text, start, end - start));
        return end;
    }

    /// <summary>A minus right before a word excludes it; one that stands alone is a dash.</summary>
    private int ReadMinus(int start)
    {
        var next = start + 1;
        if (next < query.Length && !char.IsWhiteSpace(query[next]) && !IsMinus(query[next]) && query[next] != ')')
            _tokens.Add(new(QueryTokenKind.Not, "-", start, 1));
        return next;
    }

    private int ReadWord(int start)
    {
        if (query.AsSpan(start).StartsWith("date", StringComparison.OrdinalIgnoreCase) && TradeDates.Read(query, start, _notes) is var (range, after))
        {
            IsExpert = true;
            _tokens.Add(new(QueryTokenKind.Date, range, start, after - start));
            return after;
        }
        if (QueryOperators.ReadSpacedLength(query, start) is var (length, behindLength))
        {
            IsExpert |= length.StartsWith("wc", StringComparison.Ordinal);
            return Add(QueryTokenKind.Length, start, behindLength, length);
        }
        var end = start;
        while (end < query.Length && !char.IsWhiteSpace(query[end]) && query[end] is not ('(' or ')') && !IsQuote(query[end]) && BoostEnd(end) is null)
        {
            // Factiva writes "hd=word".
            if (query[end] is ':' or '=' && end > start && IsName(query.AsSpan(start, end - start)) && end + 1 < query.Length && !char.IsWhiteSpace(query[end + 1]))
            {
                var name = query[start..end];
                if (name.Equals("date", StringComparison.OrdinalIgnoreCase))
                    return ReadDate(start, end + 1);
                IsExpert |= query[end] == '=';
                if (QueryFields.TryFind(name, out _))
                    return Add(QueryTokenKind.Field, start, end + 1, name);
                if (TradeWords.FieldOf(name) is { } what)
                {
                    IsExpert = true;
                    problems.Add(TradeWords.NoEqual(query[start..(end + 1)], what, start));
                    return end + 1;
                }
                if (query[end] == ':' && !(name.Equals("length", StringComparison.OrdinalIgnoreCase)))
                    problems.Add(new($"There is no field \"{name}\": it was searched as a word.", start, end + 1 - start));
            }
            end++;
        }
        var text = query[start..end].TrimEnd(':', ',', ';', ']', '}');
        if (end < query.Length && query[end] == '(' && text.Length == end - start)
        {
            IsExpert |= QueryFields.IsOfTrade(text);
            if (ReadLength(start, end) is { } behind)
                return behind;
            if (ReadFunctionName(text) is { } function)
                return Add(function, start, end, text);
            if (TradeWords.FieldOf(text) is { } what)
            {
                IsExpert = true;
                problems.Add(TradeWords.NoEqual(text + "(…)", what, start) with { Length = text.Length });
                return end;
            }
            if (text.Equals("singular", StringComparison.OrdinalIgnoreCase) || text.Equals("plural", StringComparison.OrdinalIgnoreCase))
            {
                problems.Add(new($"\"{text}(…)\" has no equal here: singular and plural were both searched. Quotation marks find a word as it is typed.", start, end - start));
                return end;
            }
        }
        if (ReadFactiva(start, end, text) is { } next)
            return next;
        var bare = text.TrimEnd(':', ',', ';', '!');
        var kind = KindOf(bare);
        IsExpert |= kind == QueryTokenKind.Near;
        if (kind == QueryTokenKind.Word && IsComparison(bare))
            problems.Add(new($"\"{bare}\" is no length: write length>500, length<100 or length:100..500. It was searched as words.", start, bare.Length));
        return Add(kind, start, end, kind == QueryTokenKind.Word ? text : bare);
    }

    /// <summary>Where the "^3" ends that begins at a place: other engines weigh a word, a phrase or a group so. Ranking has its own weights here. Null where none begins.</summary>
    private int? BoostEnd(int at)
    {
        if (query[at] != '^' || at == 0 || char.IsWhiteSpace(query[at - 1]))
            return null;
        var end = at + 1;
        while (end < query.Length && (char.IsAsciiDigit(query[end]) || query[end] == '.'))
            end++;
        return end > at + 1 && (end == query.Length || char.IsWhiteSpace(query[end]) || query[end] is '(' or ')') ? end : null;
    }

    /// <summary>Factiva's "atleast3 word" without parentheses, "word/F50/" for the first words, "word/N5/word" for words that far apart, "earn$2" for up to so many letters.</summary>
    private int? ReadFactiva(int start, int end, string text)
    {
        if (text.StartsWith("atleast", StringComparison.OrdinalIgnoreCase) && QueryOperators.ReadFunction(text) is not null && end < query.Length)
            return Add(ReadFunctionName(text)!.Value, start, end, text);
        var slash = text.IndexOf("/f", StringComparison.OrdinalIgnoreCase);
        if (slash > 0 && text.EndsWith('/') && QueryOperators.ReadNumber(text.AsSpan((slash + 2)..^1)) is > 0 and var words)
        {
            IsExpert = true;
            Add(QueryTokenKind.Function, start, start + slash, $"first{words}");
            return Add(QueryTokenKind.Word, start, end, text[..slash]);
        }
        if (NearInside().Match(text) is { Success: true, Index: > 0 } near)
        {
            IsExpert = true;
            Add(QueryTokenKind.Word, start, start + near.Index);
            return Add(QueryTokenKind.Near, start + near.Index, start + near.Index + near.Length);
        }
        var dollar = text.LastIndexOf('$');
        if (dollar > 0 && QueryOperators.ReadNumber(text.AsSpan(dollar + 1)) is not null)
        {
            problems.Add(new($"\"{text[dollar..]}\" has no equal here: any number of letters was searched, as \"*\" does.", start, end - start));
            return Add(QueryTokenKind.Word, start, end, text[..dollar] + "*");
        }
        return null;
    }

    /// <summary>Nexis's "length(&gt;500)".</summary>
    private int? ReadLength(int start, int open)
    {
        var close = query.IndexOf(')', open);
        if (close < 0 || close - start > 40)
            return null;
        var text = string.Concat(query.AsSpan(start, open - start), query[(open + 1)..close].Replace(" ", "", StringComparison.Ordinal));
        if (QueryOperators.ReadLength(text) is null)
            return null;
        IsExpert = true;
        return Add(QueryTokenKind.Length, start, close + 1, text);
    }

    private int ReadDate(int start, int value)
    {
        var end = value;
        while (end < query.Length && !char.IsWhiteSpace(query[end]) && query[end] is not ('(' or ')') && !IsQuote(query[end]))
            end++;
        _tokens.Add(new(QueryTokenKind.Date, query[value..end], start, end - start));
        return end;
    }

    private QueryTokenKind? ReadFunctionName(string text)
    {
        if (QueryOperators.ReadFunction(text) is not null)
        {
            IsExpert = true;
            return QueryTokenKind.Function;
        }
        return QueryFields.TryFind(text, out _) ? QueryTokenKind.Field : null;
    }

    /// <summary>What a run of characters between spaces is.</summary>
    public static QueryTokenKind KindOf(string text) => text switch
    {
        "AND" => QueryTokenKind.And,
        "OR" => QueryTokenKind.Or,
        "NOT" => QueryTokenKind.Not,
        _ when IsSegment(text) => QueryTokenKind.Near,
        _ when QueryOperators.ReadNear(text) is not null => QueryTokenKind.Near,
        _ when QueryOperators.ReadLength(text) is not null => QueryTokenKind.Length,
        _ => QueryTokenKind.Word,
    };

    private int Add(QueryTokenKind kind, int start, int end, string? text = null)
    {
        _tokens.Add(new(kind, text ?? query[start..end], start, end - start));
        return end;
    }

    /// <summary>Nexis's "in the same part of the document", which has no equal.</summary>
    public static bool IsSegment(string text) => text.ToLowerInvariant() is "w/seg" or "pre/seg" or "/seg";

    /// <summary>What a word, a phrase, a group or an exclusion can begin with; other signs between them are punctuation.</summary>
    private static bool IsBeginning(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '*' or '?' or '(' or ')' || IsQuote(c) || IsMinus(c);

    /// <summary>"/5" and "/s" for "w/5" and "w/s".</summary>
    private bool IsSlashOperator(int at)
    {
        if (query[at] != '/' || at > 0 && !char.IsWhiteSpace(query[at - 1]) && query[at - 1] != ')')
            return false;
        var end = at;
        while (end < query.Length && end - at < 8 && !char.IsWhiteSpace(query[end]) && query[end] != '(')
            end++;
        return KindOf(query[at..end]) == QueryTokenKind.Near;
    }

    /// <summary>Begins as a comparison of lengths.</summary>
    private static bool IsComparison(string text) =>
        text.StartsWith("length", StringComparison.OrdinalIgnoreCase) && text.Length > 6 && text[6] is '>' or '<' or '=' || text.StartsWith("wc", StringComparison.OrdinalIgnoreCase) && text.Length > 2 && text[2] is '>' or '<' or '=';

    [GeneratedRegex("/[nN][0-9]{1,9}/", RegexOptions.NonBacktracking)]
    private static partial Regex NearInside();

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetter(c))
                return false;
        }
        return name.Length <= 20;
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '＂';

    private static bool IsMinus(char c) => c is '-' or '–' or '—' or '−';
}
