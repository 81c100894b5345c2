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
internal sealed class StoryStep(CorpusDbContext db, SequenceBlock numbers, CopyMatcher matcher, CopyOptions options)
{
    private readonly CopyMembers _members = new(db, options);
    private readonly StoryLinks _links = new(db);
    private StoryBoard _board = null!;

    /// <summary>Works the tasks off and writes all that follows, the tasks' removal too.</summary>
    public async Task RunAsync(IReadOnlyList<CopyTask> tasks, CopyKeys keys, CancellationToken cancellation)
    {
        _board = new StoryBoard(db, _members);
        using var pages = new KeyPages(db);
        var finder = new CopyFinder(keys, pages, options);
        for (var round = tasks; round.Count > 0;)
            round = await RunAsync(round, finder, [.. tasks.Select(t => t.ArticleId)], cancellation);
        await keys.AddAsync(db, numbers, finder.Pairs, cancellation);
        foreach (var (article, story) in _board.Changes())
        {
            var revision = numbers.Next(Sequence.Revision);
            await db.Articles.Where(a => a.Id == article).ExecuteUpdateAsync(s => s.SetProperty(a => a.StoryId, story).SetProperty(a => a.Revision, revision), cancellation);
        }
        await db.SaveChangesAsync(cancellation);
        using var rows = new RowInserter(db);
        rows.Insert(_links.Made);
        foreach (var ids in tasks.Select(t => t.ArticleId).Chunk(500))
            await db.CopyTasks.Where(t => ids.Contains(t.ArticleId)).ExecuteDeleteAsync(cancellation);
    }

    /// <returns>Tasks for the neighbours of articles that were taken out of their stories.</returns>
    private async Task<IReadOnlyList<CopyTask>> RunAsync(IReadOnlyList<CopyTask> tasks, CopyFinder finder, HashSet<long> known, CancellationToken cancellation)
    {
        await _members.LoadAsync(tasks.Select(t => t.ArticleId), cancellation);
        var found = new Dictionary<long, IReadOnlyCollection<long>>();
        foreach (var task in tasks)
        {
            if (_members.Find(task.ArticleId) is not { IsLive: true } member)
                continue;
            if (member.Fingerprint is null)
                member = await _members.FingerprintAsync(member, cancellation);
            // What is too short to be a copy of anything is never looked up either.
            if (member.Fingerprint!.WordCount >= options.MinExactWords)
                found[member.Id] = finder.Meet(member);
        }
        await _members.LoadAsync(found.Values.SelectMany(ids => ids), cancellation);

        var neighbours = new SortedSet<long>();
        foreach (var task in tasks.Where(t => t.IsAnew))
            neighbours.UnionWith(await TakeOutAsync(task.ArticleId, cancellation));
        foreach (var task in tasks)
            if (found.TryGetValue(task.ArticleId, out var candidates) && candidates.Count > 0)
                await PlaceAsync(_members.Find(task.ArticleId)!, candidates, cancellation);
        return [.. neighbours.Where(id => !known.Contains(id)).Select(id => new CopyTask { ArticleId = id })];
    }

    /// <returns>The articles that were linked with it.</returns>
    private async Task<IEnumerable<long>> TakeOutAsync(long article, CancellationToken cancellation)
    {
        var links = await _links.OfAsync(article, cancellation);
        await _links.RemoveAsync(article, cancellation);
        var rest = (await _board.ArticlesAsync(_board.StoryOf(article), cancellation)).Where(id => id != article).ToList();
        if (rest.Count > 0)
        {
            await _members.LoadAsync(rest, cancellation);
            var stories = StoryGrouping.Regroup(rest, (await _links.AmongAsync(rest, cancellation)).Select(l => new StoryLink(l.ArticleId, l.OtherId, l.Kind)));
            await _board.SplitAsync(article, stories, cancellation);
        }
        return links.Select(l => l.ArticleId == article ? l.OtherId : l.ArticleId);
    }

    private async Task PlaceAsync(CopyMember member, IReadOnlyCollection<long> found, CancellationToken cancellation)
    {
        var candidates = found.Select(_members.Find).OfType<CopyMember>().Where(c => c is { IsLive: true, Fingerprint: not null })
            .Select(c => new CopyCandidate(c.Id, _board.StoryOf(c.Id), c.Fingerprint!, c.OutletId));
        var matches = matcher.Match(() => _members.TextOf(member.Id)!, member.Fingerprint!, member.OutletId, candidates, _members.TextOf);
        if (matches.Count == 0)
            return;
        var before = await _links.OfAsync(member.Id, cancellation);
        var fresh = matches.Where(m => !before.Exists(l => l.ArticleId == m.ArticleId || l.OtherId == m.ArticleId)).ToList();
        var placed = new List<PlacedMatch>(fresh.Count);
        foreach (var match in fresh)
            // An excerpt decides only where an article has no place yet.
            if (match.Kind is CopyKind.Exact or CopyKind.Near || !before.Exists(l => l.Groups))
                placed.Add(new PlacedMatch(match, match.Kind == CopyKind.ExcerptedBy && await IsExcerptAsync(match.ArticleId, cancellation)));
        var placement = StoryGrouping.Place(member.Id, placed);
        var grouping = placement.Links.Select(l => l.OtherId).ToHashSet();
        foreach (var match in fresh)
            _links.Add(new CopyLink
            {
                ArticleId = member.Id,
                OtherId = match.ArticleId,
                Kind = match.Kind,
                Similarity = match.Similarity,
                Containment = match.Containment,
                Groups = grouping.Contains(match.ArticleId),
            });
        if (grouping.Count > 0)
            await _board.JoinAsync(grouping.Select(_board.StoryOf).Append(_board.StoryOf(member.Id)), cancellation);
    }

    /// <summary>Whether an article is in its story as a part of another.</summary>
    private async Task<bool> IsExcerptAsync(long article, CancellationToken cancellation) =>
        (await _links.OfAsync(article, cancellation)).Exists(l => l.Groups && (l.ArticleId == article ? l.Kind : l.KindOfOther) == CopyKind.Excerpt);
}
