using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search.Analysis;
using NewsCorpus.Search.Index;
using NewsCorpus.Store;

namespace NewsCorpus.Search.Suggestions;

/// <summary>
/// People, outlets, tags and words that a query being typed could become. Names are held in memory, as of a revision of the index not long ago: whoever finds them out of date has them read again
/// beside, and waits for that only where it is quick. Words come from the index. Safe for threads.
/// </summary>
public sealed class SuggestionSearch(CorpusIndex index, IDbContextFactory<CorpusDbContext> contexts)
{
    /// <summary>Words at the end of a query that may be one name.</summary>
    private const int MostWords = 4;

    /// <summary>Suggestions of one kind.</summary>
    private const int MostOfAKind = 5;

    /// <summary>A query that is longer than this is being pasted, not typed.</summary>
    private const int MostLetters = 200;

    /// <summary>Letters from which words are completed; fewer begin too many.</summary>
    private const int LeastLetters = 2;

    /// <summary>How long a suggestion may wait for fresh names: the rest of its 50 milliseconds is for itself and the way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(25);

    private readonly System.Threading.Lock _loading = new();
    private SuggestionTables? _tables;
    private Task<SuggestionTables>? _load;

    /// <param name="typed">As it stands in the box; its last words are the ones being typed.</param>
    public async Task<IReadOnlyList<Suggestion>> FindAsync(string? typed, CancellationToken ct)
    {
        typed ??= "";
        if (typed.Length > MostLetters || string.IsNullOrWhiteSpace(typed))
            return [];
        using var lease = index.Acquire();
        if (lease is null)
            return [];
        var tables = await TablesAsync(lease.Value.Snapshot, ct);
        var words = LastWords(typed);
        if (words.Count == 0)
            return [];
        var found = new List<Suggestion>();
        await AddNamesAsync(typed, words, tables, found, ct);
        // A word that is complete, with a space behind it, is not completed.
        if (typed[^1] is not (' ' or '"' or '”' or ')') && words[^1].Text.Length >= LeastLetters && TypedPlace.Of(typed, words[^1].Start).Takes(SuggestionKind.Word))
            found.AddRange(WordCompletion.Find(lease.Value.Snapshot, words[^1].Text, MostOfAKind)
                .Select(w => new Suggestion(SuggestionKind.Word, w.Word, 0, "", w.Articles, typed[..words[^1].Start] + w.Word)));
        return found;
    }

    /// <summary>As many of the last words as make a name are one; what is before them stays in the query.</summary>
    private async Task AddNamesAsync(string typed, List<(int Start, string Text)> words, SuggestionTables tables, List<Suggestion> found, CancellationToken ct)
    {
        foreach (var (kind, table) in new[] { (SuggestionKind.Person, tables.People), (SuggestionKind.Outlet, tables.Outlets), (SuggestionKind.Tag, tables.Tags) })
        {
            for (var from = 0; from < words.Count; from++)
            {
                var place = TypedPlace.Of(typed, words[from].Start);
                if (!place.Takes(kind))
                    continue;
                var asked = words.Skip(from).Select(w => w.Text).ToList();
                var names = table.Find(asked, MostOfAKind);
                if (kind == SuggestionKind.Person && names.Count == 0 && !tables.HasAllPeople)
                    names = await RarePeopleAsync(asked, ct);
                if (names.Count == 0)
                    continue;
                found.AddRange(names.Select(n => place.Take(kind, n)));
                break;
            }
        }
    }

    /// <summary>People beyond the most frequent, by the beginning of the whole name or of the surname: what an index of the database finds.</summary>
    private async Task<IReadOnlyList<NameEntry>> RarePeopleAsync(List<string> words, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var (from, to) = (string.Join(' ', words), string.Join(' ', words) + char.MaxValue);
        return await context.People.AsNoTracking()
            .Where(p => p.Key.CompareTo(from) >= 0 && p.Key.CompareTo(to) < 0 || p.SurnameKey.CompareTo(from) >= 0 && p.SurnameKey.CompareTo(to) < 0)
            .Select(p => new { Person = p, Articles = context.ArticlePeople.Where(a => a.PersonId == p.Id && a.Role <= MentionRole.Quoted).Select(a => a.ArticleId).Distinct().Count() })
            .Where(p => p.Articles > 0).Take(MostOfAKind)
            .Select(p => new NameEntry(p.Person.Id, p.Person.Name, p.Person.Slug, "", p.Articles)).ToListAsync(ct);
    }

    private static List<(int Start, string Text)> LastWords(string typed)
    {
        var words = new List<(int, string)>();
        var tokenizer = new WordTokenizer();
        tokenizer.Reset(typed);
        while (tokenizer.MoveNext())
            words.Add((tokenizer.Start, tokenizer.Word.ToString()));
        return words.Count > MostWords ? words[^MostWords..] : words;
    }

    private async Task<SuggestionTables> TablesAsync(IndexSnapshot snapshot, CancellationToken ct)
    {
        Task<SuggestionTables> load;
        lock (_loading)
        {
            if (_tables is { } held && held.Revision == snapshot.Format.Revision && held.BuildId == snapshot.Format.BuildId)
                return held;
            load = _load ??= Task.Run(LoadAsync, CancellationToken.None);
        }
        if (_tables is { } earlier)
        {
            await Task.WhenAny(load, Task.Delay(Patience, ct));
            return load.IsCompletedSuccessfully ? await load : earlier;
        }
        return await load.WaitAsync(ct);
    }

    private async Task<SuggestionTables> LoadAsync()
    {
        try
        {
            using var lease = index.Acquire() ?? throw new EnvironmentProblemException("There is no search index any more.");
            await using var context = await contexts.CreateDbContextAsync();
            context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            return _tables = await SuggestionTables.LoadAsync(context, lease.Snapshot, CancellationToken.None);
        }
        finally
        {
            lock (_loading)
                _load = null;
        }
    }
}
