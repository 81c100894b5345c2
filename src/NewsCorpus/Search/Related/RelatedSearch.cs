using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search.Analysis;
using NewsCorpus.Search.Index;
using NewsCorpus.Search.Queries;
using NewsCorpus.Store;

namespace NewsCorpus.Search.Related;

/// <summary>
/// What stands out in the matches of a search beside the rest of the corpus: people, counted over all matches, and words, counted in an even sample of them. Has a fixed time; what could not be
/// counted by then is not told. Safe for threads.
/// </summary>
public sealed class RelatedSearch(CorpusIndex index, IDbContextFactory<CorpusDbContext> contexts, TimeProvider time)
{
    /// <summary>Matches below which nothing can stand out.</summary>
    private const int LeastMatches = 4;

    /// <summary>Matches whose words are counted.</summary>
    private const int Sample = 60;

    /// <summary>Words and people told.</summary>
    private const int Most = 10;

    /// <summary>Characters of an article whose words are counted.</summary>
    private const int MostText = 8_000;

    /// <summary>Time for going through the matches; it usually takes some milliseconds.</summary>
    internal TimeSpan MostTime { get; init; } = TimeSpan.FromSeconds(1);

    public async Task<RelatedFinds> FindAsync(SearchRequest request, CancellationToken ct)
    {
        var parsed = QueryParser.Parse(request.Query, DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        await using var context = await contexts.CreateDbContextAsync(ct);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var filters = await FilterResolver.ResolveAsync(context, request, ct);
        using var lease = index.Acquire();
        if (lease is null)
            return RelatedFinds.None;
        var snapshot = lease.Value.Snapshot;
        filters = FilterResolver.WithAgencies(filters, snapshot.Agencies);
        try
        {
            var budget = new SearchBudget(MostTime);
            var query = parsed.Root is null ? new MatchAllDocsQuery() : new LuceneQueryBuilder(snapshot.Reader, request.Estimates == EstimatesMode.Include, budget).Build(parsed.Root);
            var matches = MatchSample.Of(snapshot, new MatchWalk(snapshot, ArticleFilters.ByColumn(request, filters), isGrouped: false, budget), ArticleFilters.Apply(query, request, filters), Sample);
            // All articles stand out from nothing.
            if (matches is null || matches.Count < LeastMatches || matches.Count >= snapshot.Reader.NumDocs)
                return RelatedFinds.None;
            var people = await PeopleAsync(context, snapshot, matches, filters, ct);
            var texts = await PageQueries.TextsAsync(context, matches.Ids, ct);
            return new(Words(snapshot, [.. texts.OrderBy(t => t.Key).Select(t => t.Value)], request.Query ?? "", people), people, texts.Count);
        }
        catch (Exception failure) when (ArticleSearch.IsDamage(failure))
        {
            throw ArticleSearch.Damaged(index, failure);
        }
    }

    private static async Task<IReadOnlyList<RelatedPerson>> PeopleAsync(CorpusDbContext context, IndexSnapshot snapshot, MatchSample matches, ResolvedFilters filters, CancellationToken ct)
    {
        var all = CorpusCounts.Of(snapshot);
        var asked = filters.People.Concat(filters.Speakers).Select(f => f.Target.Id).ToHashSet();
        var best = Enumerable.Range(1, matches.People.Length - 1)
            .Where(id => matches.People[id] >= 2 && !asked.Contains(id) && matches.People[id] < matches.Count)
            .Select(id => (Id: id, Score: LogLikelihood.Of(matches.People[id], matches.Count, all.People[id], all.Articles)))
            .Where(p => p.Score > LogLikelihood.Significant)
            .OrderByDescending(p => p.Score).ThenBy(p => p.Id).Take(Most).Select(p => p.Id).ToList();
        var names = (await NamedRow.People(context).Where(p => best.Contains(p.Id)).ToListAsync(ct)).ToDictionary(p => p.Id);
        return [.. best.Where(names.ContainsKey).Select(id => new RelatedPerson(id, names[id].Name, names[id].Slug, matches.People[id], (double)matches.Count * all.People[id] / all.Articles))];
    }

    private static List<RelatedWord> Words(IndexSnapshot snapshot, IReadOnlyList<HitText> texts, string query, IReadOnlyList<RelatedPerson> people)
    {
        var counted = new WordCounts();
        foreach (var text in texts)
            counted.Add(text.Text, text.Blocks, MostText);
        // What was asked for, and the people who are told of anyway, say nothing new.
        var known = new WordCounts();
        known.Add(query);
        foreach (var person in people)
            known.Add(person.Name);
        double all = Math.Max(snapshot.Reader.NumDocs, texts.Count + 1), some = texts.Count;
        var best = new List<(string Stem, int Texts, string Written, int Everywhere, double Score)>();
        foreach (var (stem, inside, _, written) in counted.Words.OrderByDescending(w => w.Texts).ThenBy(w => w.Stem, StringComparer.Ordinal))
        {
            // Even if it were nowhere else, neither this word nor a later one could be among the best: looking one up in all segments costs more than all the rest.
            if (inside < Math.Max(3, some / 20) || best.Count == Most && LogLikelihood.Of(inside, some, inside, all) < best[^1].Score)
                break;
            if (stem.Length <= 2 || char.IsAsciiDigit(stem[0]) || known.Has(stem))
                continue;
            var everywhere = Math.Max(inside, snapshot.Frequency(stem, Frequency));
            var score = LogLikelihood.Of(inside, some, everywhere, all);
            if (score <= LogLikelihood.Significant || inside / some < 2 * everywhere / (double)snapshot.Reader.NumDocs)
                continue;
            best.Add((stem, inside, written, everywhere, score));
            best = [.. best.OrderByDescending(w => w.Score).ThenBy(w => w.Stem, StringComparer.Ordinal).Take(Most)];
        }
        return
        [
            .. best.Select(w => new RelatedWord(w.Written, w.Texts / some, w.Texts / some / (w.Everywhere / (double)snapshot.Reader.NumDocs), query.Length == 0 ? w.Written : $"{query} {w.Written}")),
        ];
    }

    /// <summary>Articles with any form of the word, about.</summary>
    private static int Frequency(IndexReader reader, string stem)
    {
        var (itself, inflected) = TermForms.OfStem(stem);
        return Math.Min(reader.NumDocs, Math.Max(reader.DocFreq(new Term(FieldNames.Content, itself)), reader.DocFreq(new Term(FieldNames.Content, inflected))));
    }
}
