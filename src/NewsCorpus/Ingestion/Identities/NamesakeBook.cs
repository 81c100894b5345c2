using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Identities;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion.Identities;

/// <summary>
/// What articles call the full names that may be several people's, whomever they are shown as: read from the database once for each name, then kept up with the articles that come. Lives as long as one linking.
/// </summary>
internal sealed class NamesakeBook
{
    /// <summary>Offices in memory; with more the book begins anew, and reads again what is asked for.</summary>
    private const int Most = 200_000;

    /// <summary>Names whose kinds of offices are in memory; with more they are read again when they are asked for.</summary>
    private const int MostNames = 200_000;

    private readonly Dictionary<int, Dictionary<long, NamedOffice>> _names = [];

    /// <summary>For each name that was asked for the kinds of offices that it ever had, see <see cref="Calling.KindOf"/>.</summary>
    private readonly Dictionary<int, HashSet<string>> _kinds = [];
    private int _count;

    /// <summary>Of some names those whose offices may be several people's. The others' offices, which a well-known name has by the ten thousand, are not read.</summary>
    public async Task<HashSet<int>> MayBeSeveralAsync(CorpusDbContext db, IReadOnlyCollection<int> names, IEnumerable<StepName> step, CancellationToken cancellation)
    {
        if (_kinds.Count > MostNames)
            _kinds.Clear();
        var missing = names.Where(n => !_kinds.ContainsKey(n)).ToList();
        foreach (var name in missing)
            _kinds[name] = new(StringComparer.Ordinal);
        var rows = db.ArticlePeople.Where(p => p.Office != null && p.Role <= MentionRole.Quoted);
        if (missing.Count > 0)
        {
            foreach (var seen in await rows.Where(p => p.NamedPersonId == 0 && missing.Contains(p.PersonId)).Select(p => new { Name = p.PersonId, p.Office }).Distinct().ToListAsync(cancellation))
                Add(seen.Name, seen.Office);
            foreach (var seen in await rows.Where(p => p.NamedPersonId != 0 && missing.Contains(p.NamedPersonId)).Select(p => new { Name = p.NamedPersonId, p.Office }).Distinct().ToListAsync(cancellation))
                Add(seen.Name, seen.Office);
        }
        foreach (var name in step)
            Add(name.NamedId, name.Office);
        return [.. names.Where(n => Calling.MayBeApart(_kinds[n]))];

        void Add(int name, string? office)
        {
            if (_kinds.TryGetValue(name, out var kinds) && Calling.KindOf(OfficePhrase.Read(office)) is { } kind)
                kinds.Add(kind);
        }
    }

    /// <summary>Loads the names that are not here yet; those that are take in what the articles of the step say.</summary>
    public async Task LoadAsync(CorpusDbContext db, IReadOnlyCollection<int> names, IEnumerable<StepName> step, CancellationToken cancellation)
    {
        if (_count > Most)
        {
            _names.Clear();
            _count = 0;
        }
        foreach (var name in step)
            if (_names.TryGetValue(name.NamedId, out var known))
            {
                _count -= known.Remove(name.ArticleId) ? 1 : 0;
                Add(known, name.ArticleId, name.Office, name.Day);
            }
        var missing = names.Where(n => !_names.ContainsKey(n)).ToList();
        if (missing.Count == 0)
            return;
        foreach (var name in missing)
            _names[name] = [];
        var rows = db.ArticlePeople.Where(p => p.Office != null && p.Role <= MentionRole.Quoted);
        foreach (var named in new[] { rows.Where(p => p.NamedPersonId == 0 && missing.Contains(p.PersonId)), rows.Where(p => p.NamedPersonId != 0 && missing.Contains(p.NamedPersonId)) })
            foreach (var seen in await StepName.ReadAsync(db, named, cancellation))
                Add(_names[seen.NamedId], seen.ArticleId, seen.Office, seen.Day);
    }

    /// <summary>All offices of a name that was loaded.</summary>
    public IReadOnlyCollection<NamedOffice> Of(int name) => _names[name].Values;

    private void Add(Dictionary<long, NamedOffice> offices, long article, string? words, DateOnly? day)
    {
        if (OfficePhrase.Read(words) is not { } office)
            return;
        offices[article] = new NamedOffice(article, day, office);
        _count++;
    }
}
