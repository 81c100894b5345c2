using System.Text.RegularExpressions;
using Lucene.Net.Index;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search;
using NewsCorpus.Search.Analysis;
using NewsCorpus.Search.Index;
using NewsCorpus.Store;

namespace NewsCorpus.Benchmarks.Searching;

/// <summary>
/// Two hundred queries out of a corpus's own words, the same for the same corpus: single words from those of ten articles to those of most, evenly over the orders of magnitude; words of one article together;
/// phrases and words near each other as articles have them; beginnings of words; words within a person, an outlet or some months; and browsing without a query.
/// </summary>
internal sealed partial class QueryMix
{
    /// <summary>Words that are in fewer articles are not asked for.</summary>
    private const int LeastArticles = 10;

    private static readonly (MixedKind Kind, int Count)[] Shares =
        [(MixedKind.OneWord, 60), (MixedKind.Words, 40), (MixedKind.Phrase, 30), (MixedKind.Prefix, 20), (MixedKind.Near, 20), (MixedKind.Filtered, 20), (MixedKind.Browse, 10)];

    private readonly Random _random = new(20260101);
    private readonly IndexReader _reader;
    private readonly List<string[]> _texts = [];
    private readonly List<List<string>> _byMagnitude = [];

    private QueryMix(IndexReader reader, IEnumerable<string> texts)
    {
        _reader = reader;
        foreach (var text in texts)
            _texts.Add([.. PlainWord().Matches(text.ToLowerInvariant()).Select(m => m.Value)]);
        foreach (var word in _texts.SelectMany(t => t).Distinct(StringComparer.Ordinal))
        {
            if (ArticlesWith(word) is not (>= LeastArticles and var articles))
                continue;
            var magnitude = (int)Math.Log10(articles / (double)LeastArticles);
            while (_byMagnitude.Count <= magnitude)
                _byMagnitude.Add([]);
            _byMagnitude[magnitude].Add(word);
        }
        _byMagnitude.RemoveAll(words => words.Count == 0);
    }

    public static async Task<IReadOnlyList<MixedQuery>> OfAsync(CorpusIndex index, ArticleSearch search, IDbContextFactory<CorpusDbContext> contexts)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var articles = await context.Articles.CountAsync();
        var every = Math.Max(1, articles / 1000);
        var texts = await context.Bodies.Where(b => b.ArticleId % every == 0).Select(b => b.Text).ToListAsync();
        var facets = (await search.SearchAsync(new SearchRequest(), CancellationToken.None)).Facets;
        using var lease = index.Acquire()!.Value;
        var mix = new QueryMix(lease.Snapshot.Reader, texts);
        return [.. Shares.SelectMany(s => Enumerable.Range(0, s.Count).Select(i => mix.Make(s.Kind, i, facets))).OrderBy(_ => mix._random.Next())];
    }

    private MixedQuery Make(MixedKind kind, int n, SearchFacets facets)
    {
        switch (kind)
        {
            case MixedKind.OneWord:
                return new(kind, [Word(n)]);
            case MixedKind.Words:
                var text = Text();
                return new(kind, [.. Enumerable.Range(0, 2 + n % 2).Select(_ => text[_random.Next(text.Length)]).Distinct(StringComparer.Ordinal)]);
            case MixedKind.Phrase:
                return new(kind, Beside(1));
            case MixedKind.Near:
                return new(kind, Beside(1 + _random.Next(MixedQuery.Slack)));
            case MixedKind.Prefix:
                string word;
                do
                    word = Word(n);
                while (word.Length < 4);
                return new(kind, [word[..4]]);
            case MixedKind.Filtered:
                var filtered = new MixedQuery(kind, [Word(n)]);
                var months = facets.Months[_random.Next(facets.Months.Count)];
                var from = DateOnly.ParseExact(months.Month + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
                return (n % 3) switch
                {
                    0 when facets.People.Count > 0 => filtered with { Person = facets.People[_random.Next(facets.People.Count)].Id },
                    1 when facets.Outlets.Count > 0 => filtered with { Outlet = facets.Outlets[_random.Next(facets.Outlets.Count)].Id },
                    _ => filtered with { Days = (from, from.AddMonths(6).AddDays(-1)) },
                };
            default:
                return new(kind, []);
        }
    }

    /// <summary>The n-th query's word: magnitudes by turns.</summary>
    private string Word(int n)
    {
        var words = _byMagnitude[n % _byMagnitude.Count];
        return words[_random.Next(words.Count)];
    }

    private string[] Text()
    {
        string[] text;
        do
            text = _texts[_random.Next(_texts.Count)];
        while (text.Length < 50);
        return text;
    }

    /// <summary>Two words of an article that stand so far apart. Not both of them are in most articles: nobody asks for "of the".</summary>
    private string[] Beside(int distance)
    {
        while (true)
        {
            var text = Text();
            var at = _random.Next(text.Length - distance);
            string[] words = [text[at], text[at + distance]];
            if (words[0] != words[1] && words.Min(ArticlesWith) is >= LeastArticles and var articles && articles < _reader.NumDocs / 4)
                return words;
        }
    }

    private int ArticlesWith(string word) => _reader.DocFreq(new Term(FieldNames.Content, TermForms.OfExact(word)));

    [GeneratedRegex(@"(?<![\p{L}\p{N}'’-])[a-z]{2,}(?![\p{L}\p{N}'’-])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainWord();
}
