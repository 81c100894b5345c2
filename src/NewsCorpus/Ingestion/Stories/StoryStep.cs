using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Duplicates;
using NewsCorpus.Store;
using NewsCorpus.Store.Copies;

namespace NewsCorpus.Ingestion.Stories;

/// <summary>
/// Looks for the copies of some articles and puts them into stories, inside one transaction. An article that changed is taken out of its story first, and the story falls apart where only that
/// article held it together; those that were linked with it look for other copies once more, because an article is compared with few of a story (<see cref="CopyOptions.ComparisonsPerStory"/>).
/// </summary>
internal sealed class StoryStep(CorpusDbContext db, CopyMembers members, CopyMatcher matcher, CopyOptions options)
{
    public StoryLinks Links { get; } = new(db);

    public StoryBoard Board { get; } = new(db, members);

    /// <summary>Works out what follows from the tasks; may be called again with others. Writes nothing but fingerprints that are missing.</summary>
    public async Task PlanAsync(IReadOnlyList<CopyTask> tasks, CopyFinder finder, CancellationToken cancellation)
    {
        for (var round = tasks; round.Count > 0;)
            round = await PlanAsync(round, finder, [.. tasks.Select(t => t.ArticleId)], cancellation);
    }

    /// <summary>Writes all that follows from the tasks, their removal too.</summary>
    public async Task WriteAsync(IReadOnlyList<CopyTask> tasks, CopyFinder finder, CopyKeys keys, SequenceBlock numbers, CancellationToken cancellation)
    {
        await keys.AddAsync(db, numbers, finder.Pairs, cancellation);
        foreach (var (article, _, story) in Board.Changes())
        {
            var revision = numbers.Next(Sequence.Revision);
            await db.Articles.Where(a => a.Id == article).ExecuteUpdateAsync(s => s.SetProperty(a => a.StoryId, story).SetProperty(a => a.Revision, revision), cancellation);
        }
        await db.SaveChangesAsync(cancellation);
        await Links.SaveAsync(cancellation);
        foreach (var ids in tasks.Select(t => t.ArticleId).Chunk(500))
            await db.CopyTasks.Where(t => ids.Contains(t.ArticleId)).ExecuteDeleteAsync(cancellation);
    }

    /// <returns>Tasks for the neighbours of articles that were taken out of their stories.</returns>
    private async Task<IReadOnlyList<CopyTask>> PlanAsync(IReadOnlyList<CopyTask> tasks, CopyFinder finder, HashSet<long> known, CancellationToken cancellation)
    {
        await members.LoadAsync(tasks.Select(t => t.ArticleId), cancellation);
        var found = new Dictionary<long, IReadOnlyCollection<long>>();
        foreach (var task in tasks)
        {
            if (members.Find(task.ArticleId) is not { IsLive: true } member)
                continue;
            if (member.Fingerprint is null)
                member = await members.FingerprintAsync(member, cancellation);
            // What is too short to be a copy of anything is never looked up either.
            if (member.Fingerprint!.WordCount >= options.MinExactWords)
                found[member.Id] = finder.Meet(member);
        }
        await members.LoadAsync(found.Values.SelectMany(ids => ids), cancellation);

        var neighbours = new SortedSet<long>();
        foreach (var task in tasks.Where(t => t.IsAnew))
            neighbours.UnionWith(await TakeOutAsync(task.ArticleId, cancellation));
        foreach (var task in tasks)
            if (found.TryGetValue(task.ArticleId, out var candidates) && candidates.Count > 0)
                await PlaceAsync(members.Find(task.ArticleId)!, candidates, cancellation);
        return [.. neighbours.Where(id => !known.Contains(id)).Select(id => new CopyTask { ArticleId = id })];
    }

    /// <returns>The articles that were linked with it.</returns>
    private async Task<IEnumerable<long>> TakeOutAsync(long article, CancellationToken cancellation)
    {
        var links = await Links.OfAsync(article, cancellation);
        Links.Remove(article);
        var rest = (await Board.ArticlesAsync(Board.StoryOf(article), cancellation)).Where(id => id != article).ToList();
        if (rest.Count > 0)
        {
            await members.LoadAsync(rest, cancellation);
            var stories = StoryGrouping.Regroup(rest, (await Links.AmongAsync(rest, cancellation)).Select(l => new StoryLink(l.ArticleId, l.OtherId, l.Kind)));
            await Board.SplitAsync(article, stories, cancellation);
        }
        return links.Select(l => l.ArticleId == article ? l.OtherId : l.ArticleId);
    }

    private async Task PlaceAsync(CopyMember member, IReadOnlyCollection<long> found, CancellationToken cancellation)
    {
        var candidates = found.Select(members.Find).OfType<CopyMember>().Where(c => c is { IsLive: true, Fingerprint: not null })
            .Select(c => new CopyCandidate(c.Id, Board.StoryOf(c.Id), c.Fingerprint!, c.OutletId));
        var matches = matcher.Match(() => members.TextOf(member.Id)!, member.Fingerprint!, member.OutletId, candidates, members.TextOf);
        if (matches.Count == 0)
            return;
        var before = await Links.OfAsync(member.Id, cancellation);
        var fresh = matches.Where(m => !before.Exists(l => l.ArticleId == m.ArticleId || l.OtherId == m.ArticleId)).ToList();
        var placed = new List<PlacedMatch>(fresh.Count);
        foreach (var match in fresh)
            // An excerpt decides only where an article has no place yet.
            if (match.Kind is CopyKind.Exact or CopyKind.Near || !before.Exists(l => l.Groups))
                placed.Add(new PlacedMatch(match, match.Kind == CopyKind.ExcerptedBy && await IsExcerptAsync(match.ArticleId, cancellation)));
        var placement = StoryGrouping.Place(member.Id, placed);
        var grouping = placement.Links.Select(l => l.OtherId).ToHashSet();
        foreach (var match in fresh)
            Links.Add(new CopyLink
            {
                ArticleId = member.Id,
                OtherId = match.ArticleId,
                Kind = match.Kind,
                Similarity = match.Similarity,
                Containment = match.Containment,
                Groups = grouping.Contains(match.ArticleId),
            });
        if (grouping.Count > 0)
            await Board.JoinAsync(grouping.Select(Board.StoryOf).Append(Board.StoryOf(member.Id)), cancellation);
    }

    /// <summary>Whether an article is in its story as a part of another.</summary>
    private async Task<bool> IsExcerptAsync(long article, CancellationToken cancellation) =>
        (await Links.OfAsync(article, cancellation)).Exists(l => l.Groups && (l.ArticleId == article ? l.Kind : l.KindOfOther) == CopyKind.Excerpt);
}
