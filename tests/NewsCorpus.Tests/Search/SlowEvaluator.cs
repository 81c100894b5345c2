using NewsCorpus.Search;
using NewsCorpus.Search.Analysis;
using NewsCorpus.Search.Queries;

namespace NewsCorpus.Tests.Search;

/// <summary>An article as the slow evaluator sees it.</summary>
internal sealed record PlainArticle(long Id, string Title, string[] Paragraphs, string[] Captions, string? Date, string? Outlet, string[] People, string[] Tags, int WordCount, string? Agency = null, long Story = 0, string? Estimated = null)
{
    /// <summary>Number of its last change.</summary>
    public long Revision { get; init; }

    public IReadOnlyList<PlainQuotation> Quotations { get; init; } = [];

    /// <summary>Those of its speakers who are people of the corpus.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>The article as it counts where estimated days do.</summary>
    public PlainArticle WithEstimate => this with { Date = Date ?? Estimated };

    public string Text => string.Join("\n\n", Paragraphs.Concat(Captions.Select(c => "caption:" + c)));
}

/// <summary>Words that an article reports, and who said them.</summary>
internal sealed record PlainQuotation(string? Speaker, string Text, bool IsDirect = true);

/// <summary>Answers queries by going through every word of every article, in the most obvious way that there is.</summary>
internal static class SlowEvaluator
{
    public static bool Matches(PlainArticle article, QueryNode node) => Matches(article, node, new Scope(null, null, null));

    private static bool Matches(PlainArticle article, QueryNode node, Scope scope) => node switch
    {
        EverythingNode => true,
        AndNode and => and.Parts.Where(p => !AsksOfQuotation(p)).All(p => Matches(article, p, scope))
            && (!and.Parts.Any(AsksOfQuotation) || article.Quotations.Any(q => and.Parts.Where(AsksOfQuotation).All(p => IsOf(Only(article, q), p, scope)))),
        OrNode or => or.Parts.Any(p => Matches(article, p, scope)),
        NotNode not => !Matches(article, not.Part, scope),
        FieldNode when AsksOfQuotation(node) => article.Quotations.Any(q => IsOf(Only(article, q), node, scope)),
        FieldNode field => Matches(article, field.Part, scope with { Field = field.Field, First = null }),
        FirstNode first => Matches(article, first.Part, scope with { Field = null, First = first.Words }),
        CaseNode @case => Matches(article, @case.Part, scope with { Case = @case.Rule }),
        LengthNode length => article.WordCount >= (length.Min ?? 0) && article.WordCount <= (length.Max ?? int.MaxValue),
        DateNode date => article.Date is not null && Span(article.Date) is var (first, last) && (date.From is null || first >= date.From) && (date.To is null || last <= date.To),
        AtLeastNode atLeast => Places(article, atLeast.Part, scope).Where(p => scope is { Field: null, First: null } ? p.Region < Region.Names : IsIn(p, scope))
            .Select(p => (p.Region, p.Part, p.First)).Distinct().Count() >= Math.Max(1, atLeast.Count),
        _ => Places(article, node, scope).Any(p => IsIn(p, scope)),
    };

    private static PlainArticle Only(PlainArticle article, PlainQuotation quotation) => article with { Quotations = [quotation] };

    /// <summary>Asks of said: and speaker: alone, with nothing that an article as a whole has.</summary>
    private static bool AsksOfQuotation(QueryNode node) => node is FieldNode { Field: QueryField.Said or QueryField.Speaker } field && IsOfWords(field.Part);

    private static bool IsOfWords(QueryNode node) => node switch
    {
        WordNode or PhraseNode or NearNode => true,
        CaseNode @case => IsOfWords(@case.Part),
        NotNode not => IsOfWords(not.Part),
        AndNode and => and.Parts.All(IsOfWords),
        OrNode or => or.Parts.All(IsOfWords),
        _ => AsksOfQuotation(node),
    };

    /// <summary>Whether the one quotation of an article is what a part asks for.</summary>
    public static bool IsOf(PlainArticle one, QueryNode node) => IsOf(one, node, new Scope(QueryField.Said, null, null));

    private static bool IsOf(PlainArticle one, QueryNode node, Scope scope) => node switch
    {
        FieldNode field => IsOf(one, field.Part, scope with { Field = field.Field, First = null }),
        CaseNode @case => IsOf(one, @case.Part, scope with { Case = @case.Rule }),
        AndNode and => and.Parts.All(p => IsOf(one, p, scope)),
        OrNode or => or.Parts.Any(p => IsOf(one, p, scope)),
        NotNode not => !IsOf(one, not.Part, scope),
        _ => Places(one, node, scope).Count > 0,
    };

    /// <summary>All places that a part asks for, in the stretches of text that a scope has.</summary>
    private static List<Place> Places(PlainArticle article, QueryNode node, Scope scope)
    {
        switch (node)
        {
            case WordNode word:
                return Runs(article, scope, word.Terms, isExact: false, scope.Case);
            case PhraseNode { Slack: null } phrase:
                return Runs(article, scope, phrase.Terms, isExact: true, scope.Case);
            case PhraseNode phrase:
                return Windows(article, scope, phrase);
            case CaseNode @case:
                return Places(article, @case.Part, scope with { Case = @case.Rule });
            case OrNode or:
                return [.. or.Parts.SelectMany(p => Places(article, p, scope))];
            case NearNode near:
                var (left, right) = (Places(article, near.Left, scope), Places(article, near.Right, scope));
                var pairs = left.SelectMany(l => right.Select(r => (First: l, Second: r)));
                if (!near.Range.IsOrdered)
                    pairs = pairs.Concat(left.SelectMany(l => right.Select(r => (First: r, Second: l))));
                return [.. pairs.Where(p => IsNear(p.First, p.Second, near.Range)).Select(p => p.First with { Last = p.Second.Last, LastBlock = p.Second.LastBlock, LastSentence = p.Second.LastSentence, LastWord = p.Second.LastWord })];
            default:
                throw new ArgumentOutOfRangeException(nameof(node));
        }
    }

    private static bool IsNear(Place first, Place second, NearRange range) =>
        first.Region == second.Region && first.Part == second.Part && second.First > first.Last && range.Unit switch
        {
            NearUnit.Words => second.First - first.Last <= range.Distance,
            NearUnit.Sentence => (first.Block, first.Sentence) == (second.LastBlock, second.LastSentence),
            _ => first.Block == second.LastBlock,
        };

    private static bool IsIn(Place place, Scope scope) => scope switch
    {
        { First: { } words } => place.Region == Region.Text && place.LastWord < words,
        { Field: QueryField.Text } => place.Region == Region.Text,
        { Field: QueryField.Lead } => place.Region == Region.Title || place.Region == Region.Text && place.LastBlock < 2,
        _ => true,
    };

    private static List<Place> Runs(PlainArticle article, Scope scope, IReadOnlyList<QueryTerm> terms, bool isExact, CaseRule? rule)
    {
        var words = Words(article, scope);
        return
        [
            .. Enumerable.Range(0, words.Count).Where(at => at + terms.Count <= words.Count
                && terms.Select((t, i) => (Term: t, Word: words[at + i], Index: i)).All(t =>
                    Is(t.Word.Word, t.Term, isExact, rule) && t.Word.Place.Region == words[at].Place.Region && t.Word.Place.First == words[at].Place.First + t.Index && t.Word.Place.Part == words[at].Place.Part))
                .Select(at => Join([.. words.Skip(at).Take(terms.Count).Select(w => w.Place)])),
        ];
    }

    private static List<Place> Windows(PlainArticle article, Scope scope, PhraseNode phrase)
    {
        var words = Words(article, scope);
        var sets = new List<List<Place>> { new() };
        foreach (var term in phrase.Terms)
            sets = [.. sets.SelectMany(s => words.Where(w => Is(w.Word, term, true, scope.Case) && !s.Contains(w.Place) && s.All(p => p.Region == w.Place.Region && p.Part == w.Place.Part)).Select(w => s.Append(w.Place).ToList()))];
        return [.. sets.Select(s => Join([.. s.OrderBy(p => p.First)])).Where(p => p.Last - p.First + 1 <= phrase.Terms.Count + phrase.Slack!.Value)];
    }

    private static Place Join(List<Place> places) => places[0] with { Last = places[^1].Last, LastBlock = places[^1].LastBlock, LastSentence = places[^1].LastSentence, LastWord = places[^1].LastWord };

    /// <summary>Every word of what a scope has, with its place. Within a region places count words and one more for each new block; names and captions of different people or pictures are apart.</summary>
    private static List<(PlainWord Word, Place Place)> Words(PlainArticle article, Scope scope)
    {
        var result = new List<(PlainWord, Place)>();
        void Add(Region region, IEnumerable<string> blocks, bool isApart)
        {
            int position = 0, block = 0, number = 0;
            foreach (var text in blocks)
            {
                var sentence = 0;
                var nextSentence = SentenceBreaks.Next(text, 0, text.Length);
                var tokenizer = new WordTokenizer();
                tokenizer.Reset(text);
                while (tokenizer.MoveNext())
                {
                    while (tokenizer.Start >= nextSentence && nextSentence < text.Length)
                    {
                        sentence++;
                        nextSentence = SentenceBreaks.Next(text, nextSentence, text.Length);
                    }
                    result.Add((new PlainWord(tokenizer.Word.ToString(), tokenizer.Case, tokenizer.IsDotted),
                        new Place(region, isApart ? block : 0, position, position, block, block, sentence, sentence, number, number)));
                    position++;
                    number++;
                }
                position++;
                block++;
            }
        }
        if (scope.Field is null or QueryField.Text or QueryField.Lead)
            Add(Region.Text, article.Paragraphs, isApart: false);
        if (scope.Field is null or QueryField.Title or QueryField.Lead)
            Add(Region.Title, [article.Title], isApart: false);
        if (scope.Field is null or QueryField.Caption)
            Add(Region.Captions, article.Captions, isApart: false);
        if (scope.Field is null or QueryField.Person)
            Add(Region.Names, article.People, isApart: true);
        if (scope.Field is null or QueryField.Outlet && article.Outlet is not null)
            Add(Region.Outlet, article.Outlet is { } outlet ? [outlet] : [], isApart: true);
        if (scope.Field == QueryField.Said)
            Add(Region.Said, article.Quotations.Select(q => q.Text), isApart: true);
        if (scope.Field == QueryField.Speaker)
            Add(Region.Speakers, article.Quotations.Select(q => q.Speaker ?? ""), isApart: true);
        if (scope.Field == QueryField.Tag)
            Add(Region.Tags, article.Tags, isApart: true);
        return result;
    }

    private enum Region
    {
        Text,
        Title,
        Captions,
        Names,
        Outlet,
        Tags,
        Said,
        Speakers,
    }

    private sealed record Scope(QueryField? Field, int? First, CaseRule? Case);

    private sealed record PlainWord(string Word, WordCase Case, bool IsDotted);

    private sealed record Place(Region Region, int Part, int First, int Last, int Block, int LastBlock, int Sentence, int LastSentence, int Word, int LastWord);

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
        && request.Speakers.All(f => article.Speakers.Any(p => Slug(p) == f.Value) != f.Excluded)
        && request.Tags.All(f => article.Tags.Any(t => Slug(t) == f.Value) != f.Excluded);

    public static bool PassesOutlet(PlainArticle article, SearchRequest request)
    {
        var slug = article.Outlet is null ? null : Slug(article.Outlet);
        var wanted = request.Outlets.Where(o => !o.Excluded).ToList();
        return (wanted.Count == 0 || wanted.Exists(o => o.Value == slug)) && !request.Outlets.Any(o => o.Excluded && o.Value == slug);
    }

    public static bool PassesAgency(PlainArticle article, SearchRequest request)
    {
        var slug = article.Agency is null ? null : Slug(article.Agency);
        var wanted = request.Agencies.Where(o => !o.Excluded).ToList();
        return (wanted.Count == 0 || wanted.Exists(o => o.Value == slug)) && !request.Agencies.Any(o => o.Excluded && o.Value == slug);
    }

    /// <summary>Articles without a date are for the switch of undated ones.</summary>
    public static bool PassesMonth(PlainArticle article, SearchRequest request)
    {
        if (article.Date is null)
            return true;
        var month = article.Date.Length >= 7 ? article.Date[..7] : null;
        var wanted = request.Months.Where(m => !m.Excluded).ToList();
        return (wanted.Count == 0 || wanted.Exists(m => m.Value == month)) && !request.Months.Any(m => m.Excluded && m.Value == month);
    }

    /// <summary>Stories that have any of the articles, where copies are grouped; else the articles.</summary>
    public static int Count(IEnumerable<PlainArticle> articles, SearchRequest request) =>
        request.Copies == CopiesMode.All ? articles.Count() : articles.Select(a => a.Story == 0 ? -a.Id : a.Story).Distinct().Count();

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

    private static bool Is(PlainWord word, QueryTerm term, bool isExact, CaseRule? rule)
    {
        var isWritten = rule switch
        {
            null => true,
            CaseRule.AllCapitals => word.Case == WordCase.Capitals,
            CaseRule.NoCapitals => word.Case == WordCase.Lower,
            _ => word.Case != WordCase.Lower,
        };
        return term.Kind switch
        {
            TermKind.Initialism => word.Word == term.Text && word.Case == WordCase.Capitals,
            TermKind.Dotted => word.Word == term.Text && word.IsDotted,
            TermKind.Word => isWritten && (isExact || rule is not null ? word.Word == term.Text : WordStemmer.Current.Stem(word.Word) == WordStemmer.Current.Stem(term.Text)),
            TermKind.Pattern => isWritten && MatchesPattern(word.Word, term.Text),
            _ => isWritten && Distance(word.Word, term.Text) <= (term.Kind == TermKind.Fuzzy1 ? 1 : 2),
        };
    }

    private static int Distance(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
            return a.Length + b.Length;
        var least = Math.Min(Distance(a[1..], b[1..]) + (a[0] == b[0] ? 0 : 1), Math.Min(Distance(a[1..], b), Distance(a, b[1..])) + 1);
        return a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0] ? Math.Min(least, Distance(a[2..], b[2..]) + 1) : least;
    }

    private static bool MatchesPattern(string word, string pattern)
    {
        if (pattern.Length == 0)
            return word.Length == 0;
        if (pattern[0] == '*')
            return MatchesPattern(word, pattern[1..]) || word.Length > 0 && MatchesPattern(word[1..], pattern);
        return word.Length > 0 && (pattern[0] == '?' || pattern[0] == word[0]) && MatchesPattern(word[1..], pattern[1..]);
    }
}
