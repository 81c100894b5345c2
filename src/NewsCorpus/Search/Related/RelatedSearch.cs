using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
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
            var bodies = await context.Bodies.Where(b => matches.Ids.Contains(b.ArticleId)).OrderBy(b => b.ArticleId).ToListAsync(ct);
            return new(Words(snapshot, bodies, request.Query ?? "", people), people, bodies.Count);
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

    private static List<RelatedWord> Words(IndexSnapshot snapshot, List<ArticleBody> bodies, string query, IReadOnlyList<RelatedPerson> people)
    {
        var counted = new WordCounts();
        foreach (var body in bodies)
            counted.Add(body.Text, body.Details.Blocks, MostText);
        // What was asked for, and the people who are told of anyway, say nothing new.
        var known = new WordCounts();
        known.Add(query);
        foreach (var person in people)
            known.Add(person.Name);
        double all = snapshot.Reader.NumDocs, some = bodies.Count;
        return
        [
            .. counted.Words.Where(w => w.Texts >= Math.Max(3, some / 20) && w.Stem.Length > 2 && !char.IsAsciiDigit(w.Stem[0]) && !known.Has(w.Stem))
                .Select(w => (Word: w, Everywhere: Math.Max(w.Texts, Frequency(snapshot.Reader, w.Stem))))
                .Select(w => (w.Word, w.Everywhere, Score: LogLikelihood.Of(w.Word.Texts, some, w.Everywhere, Math.Max(all, some + 1))))
                .Where(w => w.Score > LogLikelihood.Significant && w.Word.Texts / some >= 2 * w.Everywhere / all)
                .OrderByDescending(w => w.Score).ThenBy(w => w.Word.Stem, StringComparer.Ordinal).Take(Most)
                .Select(w => new RelatedWord(w.Word.Written, w.Word.Texts / some, w.Word.Texts / some / (w.Everywhere / all), query.Length == 0 ? w.Word.Written : $"{query} {w.Word.Written}")),
        ];
    }

    /// <summary>Articles with any form of the word, about.</summary>
    private static int Frequency(IndexReader reader, string stem)
    {
        var (itself, inflected) = TermForms.OfStem(stem);
        return Math.Min(reader.NumDocs, Math.Max(reader.DocFreq(new Term(FieldNames.Content, itself)), reader.DocFreq(new Term(FieldNames.Content, inflected))));
    }
}
