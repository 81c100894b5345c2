using NewsCorpus.Search;
using NewsCorpus.Search.Analysis;
using NewsCorpus.Search.Queries;

namespace NewsCorpus.Tests.Search;

/// <summary>An article as the slow evaluator sees it.</summary>
internal sealed record PlainArticle(long Id, string Title, string[] Paragraphs, string[] Captions, string? Date, string? Outlet, string[] People, string[] Tags)
{
    public string Text => string.Join("\n\n", Paragraphs.Concat(Captions.Select(c => "caption:" + c)));
}

/// <summary>Answers queries by going through every word of every article, in the most obvious way that there is.</summary>
internal static class SlowEvaluator
{
    public static bool Matches(PlainArticle article, QueryNode node, QueryField? scope = null) => node switch
    {
        EverythingNode => true,
        AndNode and => and.Parts.All(p => Matches(article, p, scope)),
        OrNode or => or.Parts.Any(p => Matches(article, p, scope)),
        NotNode not => !Matches(article, not.Part, scope),
        FieldNode field => Matches(article, field.Part, field.Field),
        WordNode word => Blocks(article, scope).Any(b => Contains(b, word.Terms, isExact: false)),
        PhraseNode phrase => Blocks(article, scope).Any(b => Contains(b, phrase.Terms, isExact: true)),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    public static bool PassesDate(PlainArticle article, SearchRequest request)
    {
        if (article.Date is null)
            return request.EffectiveUndated != UndatedMode.Exclude;
        if (request.EffectiveUndated == UndatedMode.Only)
            return false;
        var (first, last) = Span(article.Date);
        return (request.From is null || first >= request.From) && (request.To is null || last <= request.To);
    }

    public static bool PassesPeopleAndTags(PlainArticle article, SearchRequest request) =>
        request.People.All(f => article.People.Any(p => Slug(p) == f.Value) != f.Excluded)
        && request.Tags.All(f => article.Tags.Any(t => Slug(t) == f.Value) != f.Excluded);

    public static bool PassesOutlet(PlainArticle article, SearchRequest request)
    {
        var slug = article.Outlet is null ? null : Slug(article.Outlet);
        var wanted = request.Outlets.Where(o => !o.Excluded).ToList();
        return (wanted.Count == 0 || wanted.Exists(o => o.Value == slug)) && !request.Outlets.Any(o => o.Excluded && o.Value == slug);
    }

    private static string Slug(string name) => name.ToLowerInvariant().Replace(' ', '-');

    private static (DateOnly First, DateOnly Last) Span(string date)
    {
        var parts = date.Split('-').Select(int.Parse).ToArray();
        return parts.Length switch
        {
            1 => (new(parts[0], 1, 1), new(parts[0], 12, 31)),
            2 => (new(parts[0], parts[1], 1), new(parts[0], parts[1], DateTime.DaysInMonth(parts[0], parts[1]))),
            _ => (new(parts[0], parts[1], parts[2]), new(parts[0], parts[1], parts[2])),
        };
    }

    /// <summary>What no phrase runs out of.</summary>
    private static string[] Blocks(PlainArticle article, QueryField? scope) => scope switch
    {
        null => [article.Title, .. article.Paragraphs, .. article.Captions, .. article.People, .. article.Outlet is { } outlet ? [outlet] : Array.Empty<string>()],
        QueryField.Title => [article.Title],
        QueryField.Text => article.Paragraphs,
        QueryField.Caption => article.Captions,
        QueryField.Person => article.People,
        QueryField.Outlet => article.Outlet is { } outlet ? [outlet] : [],
        QueryField.Tag => article.Tags,
        _ => [],
    };

    private static bool Contains(string block, IReadOnlyList<QueryTerm> terms, bool isExact)
    {
        var words = new List<(string Word, WordCase Case, bool IsDotted)>();
        var tokenizer = new WordTokenizer();
        tokenizer.Reset(block);
        while (tokenizer.MoveNext())
            words.Add((tokenizer.Word.ToString(), tokenizer.Case, tokenizer.IsDotted));
        return Enumerable.Range(0, words.Count).Any(at => terms.Select((term, i) => (term, i)).All(t => at + t.i < words.Count && Is(words[at + t.i], t.term, isExact)));
    }

    private static bool Is((string Word, WordCase Case, bool IsDotted) word, QueryTerm term, bool isExact) => term.Kind switch
    {
        TermKind.Word => isExact ? word.Word == term.Text : WordStemmer.Current.Stem(word.Word) == WordStemmer.Current.Stem(term.Text),
        TermKind.Initialism => word.Word == term.Text && word.Case == WordCase.Capitals,
        TermKind.Dotted => word.Word == term.Text && word.IsDotted,
        _ => MatchesPattern(word.Word, term.Text),
    };

    private static bool MatchesPattern(string word, string pattern)
    {
        if (pattern.Length == 0)
            return word.Length == 0;
        if (pattern[0] == '*')
            return MatchesPattern(word, pattern[1..]) || word.Length > 0 && MatchesPattern(word[1..], pattern);
        return word.Length > 0 && (pattern[0] == '?' || pattern[0] == word[0]) && MatchesPattern(word[1..], pattern[1..]);
    }
}
