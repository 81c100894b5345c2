using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store.Copies;
using NewsCorpus.Store.Corrections;

namespace NewsCorpus.Store;

/// <summary>Turns the readings of one batch into rows, inside the transaction of <see cref="ArticleStore"/>.</summary>
/// <param name="preview">Given where everything is only worked out, and rolled back afterwards.</param>
internal sealed class BatchWriter(CorpusDbContext db, NameRules nameRules, long runId, DateTimeOffset now, PreviewLedger? preview)
{
    private readonly SequenceBlock _numbers = new(db);
    private readonly HashSet<string> _originals = new(StringComparer.Ordinal);
    private readonly List<ArticleChange> _changes = [];
    private readonly CorrectionBook _corrections = new(db);
    private readonly NewRows _new = new(db);
    private readonly Dictionary<FileReading, SourceFile> _twins = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<long> _toLink = [];
    private readonly OutletHabits _habits = new(db);
    private BatchFiles _files = null!;
    private Dictionary<long, List<Article>> _known = [];
    private NameDirectory _names = null!;
    private long _before;

    /// <summary>What changed in articles that were there before.</summary>
    public IReadOnlyList<ArticleChange> Changes => _changes;

    public NewRows New => _new;

    /// <summary>Files whose row the batch wrote, or would write.</summary>
    public IReadOnlyCollection<SourceFile> Files => _files.Written;

    /// <summary>Loads in a few queries all that the batch may meet: its files by path and by content, their corrections, its outlets, people and tags.</summary>
    /// <returns>The batch to write: duplicates that may be none any more are read now.</returns>
    public async Task<IReadOnlyList<FileReading>> LoadAsync(IReadOnlyList<FileReading> all, CancellationToken cancellation)
    {
        // What has not changed needs nothing; most batches of most runs are nothing else.
        List<FileReading> batch = [.. all.Where(f => f.Outcome != Outcome.Unchanged)];
        await _numbers.LoadAsync(cancellation);
        _before = _numbers.Last(Sequence.Revision);
        _names = new NameDirectory(db, _numbers);
        _files = new BatchFiles(_new, _numbers, runId, now);
        if (batch.Count == 0)
            return all;
        var locations = batch.Select(f => f.Location).ToList();
        var hashes = batch.Where(f => f.Sha256.Length > 0).Select(f => f.Sha256).Distinct(StringComparer.Ordinal).ToList();
        var files = await db.SourceFiles.Where(f => locations.Contains(f.Location)).ToListAsync(cancellation);
        files.AddRange(await db.SourceFiles.Where(f => hashes.Contains(f.Sha256)).ToListAsync(cancellation));
        if (preview is not null)
            files = await preview.LayOverAsync(db, files, locations, hashes, cancellation);
        foreach (var file in files)
            _files.Know(file);
        if (batch.Exists(f => f.ReadAfterAll is not null))
        {
            all = ReadDoubtful(all);
            batch = [.. all.Where(f => f.Outcome != Outcome.Unchanged)];
        }
        var known = batch.Select(f => _files.At(f.Location)?.Id).OfType<long>().ToList();
        if (known.Count > 0)
        {
            _files.HaveArticles(await db.Articles.Where(a => known.Contains(a.SourceFileId)).Select(a => a.SourceFileId).Distinct().ToListAsync(cancellation));
            var read = batch.Where(f => f.Outcome is null).Select(f => _files.At(f.Location)?.Id).OfType<long>().ToList();
            _known = (await ArticlesAsync(read, cancellation)).GroupBy(a => a.SourceFileId).ToDictionary(g => g.Key, g => g.ToList());
            foreach (var id in read)
                _known.TryAdd(id, []);
        }
        _originals.UnionWith(await db.Originals.Where(o => hashes.Contains(o.Sha256)).Select(o => o.Sha256).ToListAsync(cancellation));
        if (_numbers.Last(Sequence.Correction) > 0)
            await _corrections.LoadAsync([.. _files.All.Select(f => f.Id)], hashes, [.. batch.Select(f => f.Path)], cancellation);
        await _names.LoadAsync([.. batch.SelectMany(f => f.Entries).Select(e => e.Article), _corrections.Names], _corrections.Outlets, cancellation);
        return all;
    }

    /// <summary>Reads what is a duplicate only as long as another file of the batch comes to nothing new, or is one no more.</summary>
    private List<FileReading> ReadDoubtful(IReadOnlyList<FileReading> batch)
    {
        var inMotion = batch.Where(f => f.Outcome != Outcome.Unchanged && f.ReadAfterAll is null).Select(f => f.Location).ToHashSet(StringComparer.Ordinal);
        return [.. batch.Select(f => f.ReadAfterAll is { } read && !IsCertain(f) ? read() with { Cursor = f.Cursor } : f)];

        bool IsCertain(FileReading reading)
        {
            if (_files.FindTwin(reading, _files.At(reading.Location)) is not (var twin, true) || inMotion.Contains(twin.Location))
                return false;
            _twins[reading] = twin;
            return true;
        }
    }

    public async Task<RunOutcome> WriteAsync(FileReading reading, CancellationToken cancellation)
    {
        if (reading.Outcome == Outcome.Unchanged)
            return Result(reading, Outcome.Unchanged, reading.Reason, reading.ArticleId);

        var known = _files.At(reading.Location);
        if (reading.Outcome is { } settled)
        {
            // A folder that could not be listed is no file: it has its outcome and leaves no row.
            if (System.IO.Path.EndsInDirectorySeparator(reading.Location))
                return Result(reading, settled, reading.Reason, null);

            // A file that can no longer be read keeps the articles of its last good reading: nothing is lost.
            _files.Note(known, reading, settled);
            return Result(reading, settled, reading.Reason, null);
        }

        if (_twins.TryGetValue(reading, out var original))
            return await WriteDuplicateAsync(reading, known, original, cancellation);

        // Kept bytes are those of the very file whose articles they are.
        if (!reading.IsFromOriginal && _files.FindTwin(reading, known) is var (twin, isThere))
        {
            if (isThere)
                return await WriteDuplicateAsync(reading, known, twin, cancellation);
            var before = twin.Path;
            if (known is null)
            {
                _files.Move(twin, reading);
                return await WriteEntriesAsync(reading, twin, null, $"Moved here from {before}.", cancellation);
            }
            if (!_files.IsRead(known))
            {
                await TakeOverAsync(twin, known, cancellation);
                return await WriteEntriesAsync(reading, _files.Keep(known, reading, Outcome.Added), null, $"Moved here from {before}.", cancellation);
            }
        }
        var earlier = known is not null && known.Sha256 != reading.Sha256 && _files.IsRead(known)
            ? new SourceVersion { SourceFileId = known.Id, Sha256 = known.Sha256, IngestedAt = known.IngestedAt, RunId = known.RunId }
            : null;
        return await WriteEntriesAsync(reading, _files.Keep(known, reading, Outcome.Added), earlier, reading.Reason, cancellation);
    }

    private async Task<RunOutcome> WriteDuplicateAsync(FileReading reading, SourceFile? known, SourceFile twin, CancellationToken cancellation)
    {
        // One that was known as such, and has not changed, writes nothing but its time, if somebody touched it.
        if (known is { Outcome: Outcome.Duplicate } && known.Sha256 == reading.Sha256)
            known.ModifiedAt = reading.ModifiedAt;
        else
            _files.Note(known, reading, Outcome.Duplicate);
        return Result(reading, Outcome.Duplicate, $"The same bytes as {twin.Path}.", await FirstArticleAsync(twin, cancellation));
    }

    /// <summary>A duplicate takes the place of the file that is gone: with its articles, which keep their addresses, and the states in which it was read before.</summary>
    private async Task TakeOverAsync(SourceFile gone, SourceFile by, CancellationToken cancellation)
    {
        var articles = await ArticlesAsync([gone.Id], cancellation);
        foreach (var article in articles)
            article.SourceFileId = by.Id;
        _known[by.Id] = articles;
        _files.GiveUp(gone, by);
        var had = await db.SourceVersions.Where(v => v.SourceFileId == by.Id).Select(v => v.Sha256).ToListAsync(cancellation);
        foreach (var version in await db.SourceVersions.AsNoTracking().Where(v => v.SourceFileId == gone.Id && !had.Contains(v.Sha256)).ToListAsync(cancellation))
            db.SourceVersions.Add(new SourceVersion { SourceFileId = by.Id, Sha256 = version.Sha256, IngestedAt = version.IngestedAt, RunId = version.RunId });
    }

    /// <summary>What the batch has told of outlets goes to all their articles, and what changed is put down to be compared with others.</summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        var outlets = new OutletChanges(db, _names, _new, _numbers, preview);
        _toLink.UnionWith(await outlets.MergeAsync(_changes, cancellation));
        await outlets.RenameAsync(_changes, _before, cancellation);
        if (preview is null)
            await CopyTasks.AskAsync(db, [.. _toLink.Except(_new.Articles.Select(a => a.Id))], cancellation);
    }

    /// <summary>The articles whose copies would be looked for, as a preview would leave them.</summary>
    public IReadOnlyList<PreviewedArticle> ToLink() =>
    [
        .. from article in _new.Articles.Concat(db.Articles.Local.Where(a => _toLink.Contains(a.Id)))
           let isNewOutlet = article.Outlet is { } outlet && db.Entry(outlet).State == EntityState.Added
           select new PreviewedArticle
           {
               Id = _new.Has(article) ? null : article.Id,
               Path = _files.All.FirstOrDefault(f => f.Id == article.SourceFileId)?.Path ?? "",
               Title = article.Title,
               RulesTitle = article.Body?.Rules?.Title ?? article.Title,
               OutletId = isNewOutlet ? null : article.OutletId,
               Outlet = article.Outlet?.Name,
               State = article.State,
               Content = article.Body is { } body ? new ArticleContent(body.Text, body.Details.Blocks, body.Details.Spans) : null,
               Fingerprint = article.Fingerprint?.Bytes,
           },
    ];

    private async Task<RunOutcome> WriteEntriesAsync(FileReading reading, SourceFile file, SourceVersion? earlier, string? reason, CancellationToken cancellation)
    {
        var existing = await ExistingAsync(file, cancellation);
        if (reading.Original is { } original && _originals.Add(original.Sha256))
            _new.Add(original);
        int added = 0, updated = 0, known = _changes.Count;
        long? first = null;
        foreach (var entry in reading.Entries)
        {
            if (existing.TryGetValue(entry.EntryKey, out var article))
            {
                var before = ArticleSnapshot.Of(article);
                if (Fill(article, entry, file))
                {
                    updated++;
                    _changes.AddRange(before.ChangesTo(ArticleSnapshot.Of(article), article, reading.Path, entry.Article, earlier is not null));
                }
            }
            else
            {
                article = Create(entry, file);
                added++;
            }
            article.OriginalSha256 = null;
            first ??= IdOf(article);
        }
        if (earlier is not null)
            await KeepVersionAsync(earlier, existing, reading, cancellation);
        var outcome = existing.Count == 0 && added > 0 ? Outcome.Added : added + updated > 0 ? Outcome.Updated : Outcome.Unchanged;
        file.Outcome = outcome == Outcome.Unchanged && file.Outcome is Outcome.Added or Outcome.Updated ? file.Outcome : outcome;
        if (updated > 0)
        {
            var fields = _changes.Skip(known).Select(c => c.Field).Distinct(StringComparer.Ordinal);
            reason = $"Changed: {string.Join(", ", fields)}.{(reason is null ? "" : " " + reason)}";
        }
        return Result(reading, outcome, reason, first);
    }

    /// <summary>The articles that a file has, by their place in it. Those of the batch's own files were loaded with it; a file that was moved is known by its bytes only.</summary>
    private async Task<Dictionary<string, Article>> ExistingAsync(SourceFile file, CancellationToken cancellation)
    {
        var articles = _new.Has(file) ? [] : _known.TryGetValue(file.Id, out var known) ? known : await ArticlesAsync([file.Id], cancellation);
        return articles.ToDictionary(a => a.EntryKey, StringComparer.Ordinal);
    }

    private Task<List<Article>> ArticlesAsync(List<long> files, CancellationToken cancellation) =>
        files.Count == 0
            ? Task.FromResult<List<Article>>([])
            : db.Articles
                .Where(a => files.Contains(a.SourceFileId))
                .Include(a => a.Body).Include(a => a.Fingerprint).Include(a => a.Estimate).Include(a => a.Outlet).Include(a => a.People).ThenInclude(p => p.Person).Include(a => a.Tags).ThenInclude(t => t.Tag)
                .AsSplitQuery()
                .IgnoreQueryFilters()
                .ToListAsync(cancellation);

    /// <summary>Remembers the state that a changed file had before, and whose articles the new one no longer holds: these came from the bytes of then.</summary>
    private async Task KeepVersionAsync(SourceVersion earlier, Dictionary<string, Article> existing, FileReading reading, CancellationToken cancellation)
    {
        if (!await db.SourceVersions.AnyAsync(v => v.SourceFileId == earlier.SourceFileId && v.Sha256 == earlier.Sha256, cancellation))
            db.SourceVersions.Add(earlier);
        var read = reading.Entries.Select(e => e.EntryKey).ToHashSet(StringComparer.Ordinal);
        foreach (var left in existing.Values.Where(a => !read.Contains(a.EntryKey)))
            left.OriginalSha256 ??= earlier.Sha256;
    }

    private Article Create(EntryReading entry, SourceFile file)
    {
        var article = new Article
        {
            Id = _numbers.Next(Sequence.Article),
            Title = "",
            Slug = "",
            TextHash = "",
            SourceFileId = file.Id,
            EntryKey = entry.EntryKey,
            AddedAt = now,
        };
        article.Body = new ArticleBody { ArticleId = article.Id, Text = "", Details = new ArticleDetails() };
        Fill(article, entry, file);
        _new.Add(article);
        return article;
    }

    /// <summary>Lays a reading, and over it the article's corrections, into the article. Returns false, and moves no revision, where nothing that is shown differs from what is stored.</summary>
    private bool Fill(Article article, EntryReading entry, SourceFile file)
    {
        var grounds = CopyTasks.GroundsOf(article);
        var isChanged = ArticleFill.Apply(article, Lay(article, entry.Article, _corrections.Of(article, file)), _names);
        if (CopyTasks.Keep(article, entry.Article.Fingerprint) | grounds != CopyTasks.GroundsOf(article))
            _toLink.Add(article.Id);
        if (!isChanged)
            return false;
        article.Revision = _numbers.Next(Sequence.Revision);
        article.UpdatedAt = now;
        article.RunId = runId;
        return true;
    }

    /// <summary>An open date is decided by what the outlet's stored articles tell; those that come later have it decided anew (<see cref="OpenDates"/>).</summary>
    private ShownReading Lay(Article article, ArticleReading rules, IReadOnlyList<Correction> corrections)
    {
        var shown = LayOver(rules);
        if (rules.OpenDate is null || _names.Named(shown) is not { } named || _habits.Of(_names.Shown(named).Id) is not { Code: not 0 } habit)
            return shown;
        return LayOver(rules.Decided(habit));

        ShownReading LayOver(ArticleReading reading) => ArticleOverlay.Lay(reading, corrections, nameRules, name => _names.ShownKey(article, name));
    }

    private async Task<long?> FirstArticleAsync(SourceFile? file, CancellationToken cancellation)
    {
        if (file is null)
            return null;
        if ((_new.FirstOf(file) ?? db.Articles.Local.FirstOrDefault(a => a.SourceFileId == file.Id)) is { } pending)
            return IdOf(pending);
        return await db.Articles.Where(a => a.SourceFileId == file.Id).OrderBy(a => a.Id).Select(a => (long?)a.Id).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Null for an article that a preview only thinks of: its number will be another's.</summary>
    private long? IdOf(Article article) => preview is not null && _new.Has(article) ? null : article.Id;

    private RunOutcome Result(FileReading reading, Outcome outcome, string? reason, long? articleId) => new()
    {
        RunId = runId,
        Path = reading.Path,
        Outcome = outcome,
        Reason = reason,
        Remedy = outcome is Outcome.Duplicate ? null : reading.Remedy,
        Line = reading.Line,
        Byte = reading.Byte,
        ArticleId = articleId,
    };
}
