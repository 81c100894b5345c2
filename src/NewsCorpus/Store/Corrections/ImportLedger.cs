using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>Writes imported lines into the log, beside what is there, and remembers whom they concern. Nothing is laid over anything yet.</summary>
internal sealed class ImportLedger
{
    private readonly NameRules _nameRules;
    private readonly EditSession _session;
    private readonly Dictionary<Subject, List<Correction>> _log = [];
    private readonly Dictionary<OutletIdentity, Outlet?> _resolved = [];
    private readonly HashSet<Correction> _met = [];
    private readonly List<Correction> _new = [];
    private readonly Dictionary<int, int> _outletLines = [];
    private readonly Dictionary<long, HashSet<string>> _articles = [];
    private readonly Dictionary<int, int> _peopleLines = [];

    private ImportLedger(EditSession session, NameRules nameRules, IReadOnlyList<Correction> known)
    {
        _session = session;
        _nameRules = nameRules;
        foreach (var correction in known)
            LogOf(correction).Add(correction);
    }

    public int Added => _new.Count;

    public int Known { get; private set; }

    public int Waiting => _new.Count(c => c.IsWaiting && c.State == CorrectionState.Active);

    /// <summary>Outlets with corrections that are new here, and the last line of the file that speaks of each.</summary>
    public IReadOnlyDictionary<int, int> OutletLines => _outletLines;

    /// <summary>People with corrections that are new here, and the last line of the file that speaks of each.</summary>
    public IReadOnlyDictionary<int, int> PeopleLines => _peopleLines;

    /// <summary>Articles with corrections that are new here, and the fields.</summary>
    public IReadOnlyDictionary<long, HashSet<string>> Articles => _articles;

    /// <summary>Outlets that the new corrections are of or name.</summary>
    public IEnumerable<int> Outlets => _new.Concat(_met).SelectMany(c => new[] { c.OutletId, c.TargetId }).OfType<int>().Distinct();

    public static async Task<ImportLedger> OpenAsync(EditSession session, NameRules nameRules, CancellationToken cancellation) =>
        new(session, nameRules, await session.Db.Corrections.OrderBy(c => c.Id).ToListAsync(cancellation));

    public async Task TakeAsync(int number, CorrectionLine line, CancellationToken cancellation)
    {
        var value = ImportReader.ValueOf(line);
        var article = line.Article is { } identity ? await identity.FindAsync(_session.Db, cancellation) : null;
        // What is not in force makes no outlet.
        var outlet = line.Outlet is null ? null : await OutletAsync(line.Outlet, true, cancellation);
        var person = line.Person is null ? null : await PersonChoice.ResolveAsync(_session, line.Person.Name, _nameRules, cancellation);
        var named = line.Field is CorrectionFields.Outlet or CorrectionFields.Merge ? CorrectionValue.Outlet(value) : null;
        var target = named is null ? null : await OutletAsync(named, line.State == CorrectionState.Active, cancellation);

        var log = LogOf(new Subject(line.Field, article, outlet?.Id, person?.Id, article is null ? line.Article?.Sha256 : null, article is null ? line.Article?.Entry : null));
        if (log.Find(c => c.At == line.At && c.By == line.By && (c.Value == value || (target is not null && c.TargetId == target.Id))) is { } same)
        {
            Known++;
            if (line.Reverted is { } later && same.State != CorrectionState.Reverted)
            {
                TakeBack(same, later);
                _met.Add(same);
                Concerns(number, same);
            }
            return;
        }
        var correction = new Correction
        {
            Id = _session.Numbers.Next(Sequence.Correction),
            At = line.At,
            By = line.By,
            Note = line.Note,
            Field = line.Field,
            Value = value,
            Before = ImportReader.BeforeOf(line),
            BeforeKind = line.BeforeKind,
            State = line.State,
            ArticleId = article,
            Sha256 = line.Article?.Sha256,
            Path = line.Article?.Path,
            EntryKey = line.Article?.Entry,
            OutletId = outlet?.Id,
            PersonId = person?.Id,
            TargetId = target?.Id,
            RevertedAt = line.Reverted?.At,
            RevertedBy = line.Reverted?.By,
            RevertedNote = line.Reverted?.Note,
        };
        _session.Db.Corrections.Add(correction);
        _new.Add(correction);
        log.Add(correction);
        CorrectionRanks.Settle(log);
        Concerns(number, correction);
    }

    private static void TakeBack(Correction correction, Reversion reversion)
    {
        correction.State = CorrectionState.Reverted;
        correction.RevertedAt = reversion.At;
        correction.RevertedBy = reversion.By;
        correction.RevertedNote = reversion.Note;
    }

    private void Concerns(int number, Correction correction)
    {
        if (correction.OutletId is { } outlet)
            _outletLines[outlet] = number;
        else if (correction.PersonId is { } person)
            _peopleLines[person] = number;
        else if (correction.ArticleId is { } article)
            (_articles.TryGetValue(article, out var fields) ? fields : _articles[article] = new(StringComparer.Ordinal)).Add(correction.Field);
    }

    private List<Correction> LogOf(Correction c) =>
        LogOf(new Subject(c.Field, c.ArticleId, c.OutletId, c.PersonId, c.IsWaiting ? c.Sha256 : null, c.IsWaiting ? c.EntryKey : null));

    private List<Correction> LogOf(Subject subject) => _log.TryGetValue(subject, out var log) ? log : _log[subject] = [];

    private async Task<Outlet?> OutletAsync(OutletIdentity identity, bool isNeeded, CancellationToken cancellation)
    {
        if (!_resolved.TryGetValue(identity, out var outlet) || (outlet is null && isNeeded))
            _resolved[identity] = outlet = isNeeded
                ? await OutletChoice.ResolveAsync(_session, identity, cancellation)
                : await OutletChoice.FindKnownAsync(_session, identity, cancellation);
        return outlet;
    }

    /// <summary>One field of one article, outlet or person, or of an article that is not here yet.</summary>
    private readonly record struct Subject(string Field, long? Article, int? Outlet, int? Person, string? Sha256, string? Entry);
}
