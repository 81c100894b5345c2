using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace NewsCorpus.Store.Corrections;

/// <summary>The log of corrections as JSON Lines, oldest first: all that another data folder over the same files needs to come to the same corpus.</summary>
public sealed class CorrectionExport(IDbContextFactory<CorpusDbContext> contexts)
{
    /// <summary>One line of JSON for each correction, without line ends. Streams: memory does not grow with the log.</summary>
    public async IAsyncEnumerable<string> LinesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var outlets = await db.Outlets.AsNoTracking()
            .Where(o => db.Corrections.Any(c => c.OutletId == o.Id || c.TargetId == o.Id))
            .ToDictionaryAsync(o => o.Id, cancellation);
        var people = await db.People.AsNoTracking().Where(p => db.Corrections.Any(c => c.PersonId == p.Id)).ToDictionaryAsync(p => p.Id, cancellation);
        // A file that changed since the correction goes by what it is now.
        var rows = db.Corrections.AsNoTracking().OrderBy(c => c.Id).Select(c => new
        {
            Correction = c,
            File = db.Articles.Where(a => a.Id == c.ArticleId).Select(a => new { a.SourceFile!.Sha256, a.SourceFile.Path }).FirstOrDefault(),
        });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var c = row.Correction;
            var line = new CorrectionLine
            {
                V = CorrectionLine.Version,
                At = c.At,
                By = c.By,
                Note = c.Note,
                Article = c.EntryKey is null ? null : new ArticleIdentity(row.File?.Sha256 ?? c.Sha256!, row.File?.Path ?? c.Path!, c.EntryKey),
                Outlet = c.OutletId is { } id ? OutletIdentity.Of(outlets[id]) : null,
                Person = c.PersonId is { } person ? new PersonIdentity(people[person].NameByRules) : null,
                Field = c.Field,
                Value = Element(c.TargetId is { } target ? CorrectionValue.Of(OutletIdentity.Of(outlets[target])) : c.Value),
                Before = Element(c.Before),
                BeforeKind = c.BeforeKind,
                State = c.State,
                Reverted = c.RevertedAt is { } at ? new Reversion(at, c.RevertedBy!, c.RevertedNote!) : null,
            };
            yield return JsonSerializer.Serialize(line, CorrectionJson.Lines.CorrectionLine);
        }
    }

    private static JsonElement? Element(string json) => JsonElement.Parse(json);
}
