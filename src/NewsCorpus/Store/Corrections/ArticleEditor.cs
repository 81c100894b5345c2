using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>
/// What an editor can do to an article, one method an action. Each runs in a transaction of its own, is written into the log of corrections, and gives the article
/// a new revision if anything shown changes. A correction of a field takes the place of the earlier one; reverting goes back to what the rules say, not to the earlier one.
/// </summary>
public sealed class ArticleEditor(IDbContextFactory<CorpusDbContext> contexts, NameRules nameRules, TimeProvider time)
{
    public Task<EditResult> SetTitleAsync(long id, string title, Edit edit, CancellationToken cancellation) =>
        CorrectAsync(id, CorrectionFields.Title, CorrectionValue.Of(Typed.OneLine(title)), edit, cancellation);

    /// <param name="date">An ISO day, month or year; null to say that the article is undated.</param>
    public Task<EditResult> SetDateAsync(long id, string? date, Edit edit, CancellationToken cancellation) =>
        CorrectAsync(id, CorrectionFields.Date, CorrectionValue.Of(date?.Trim()), edit, cancellation);

    /// <param name="name">Of an outlet that there is, or of a new one; null to say that the outlet is not known.</param>
    /// <param name="domain">Registrable domain, to tell outlets of one name apart or for a new one; null where it does not matter or is not known.</param>
    public Task<EditResult> SetOutletAsync(long id, string? name, string? domain, Edit edit, CancellationToken cancellation) =>
        CorrectAsync(id, CorrectionFields.Outlet, CorrectionValue.Of(name is null ? null : new OutletIdentity(Typed.OneLine(name), domain)), edit, cancellation);

    /// <param name="names">All people who appear in the article; whoever is not among them does not. Empty for nobody.</param>
    public Task<EditResult> SetPeopleAsync(long id, IEnumerable<string> names, Edit edit, CancellationToken cancellation) =>
        CorrectAsync(id, CorrectionFields.People, CorrectionValue.Of(names.Select(name => nameRules(Typed.OneLine(name)).Full)), edit, cancellation);

    /// <param name="tags">All tags of the article.</param>
    public Task<EditResult> SetTagsAsync(long id, IEnumerable<string> tags, Edit edit, CancellationToken cancellation) =>
        CorrectAsync(id, CorrectionFields.Tags, CorrectionValue.Of(tags.Select(Typed.OneLine)), edit, cancellation);

    /// <summary>Sets the article aside: it is kept, but neither listed, found nor counted.</summary>
    public Task<EditResult> RetireAsync(long id, Edit edit, CancellationToken cancellation) =>
        CorrectAsync(id, CorrectionFields.State, CorrectionValue.Of(CorrectionValue.Retired), edit, cancellation);

    /// <summary>Brings a retired article back, under the same id and address.</summary>
    public Task<EditResult> RestoreAsync(long id, Edit edit, CancellationToken cancellation) => RevertAsync(id, CorrectionFields.State, edit, cancellation);

    /// <summary>Takes the correction of a field back: it says again what the rules say.</summary>
    /// <param name="field">One of <see cref="CorrectionFields.OfArticles"/>.</param>
    public async Task<EditResult> RevertAsync(long id, string field, Edit edit, CancellationToken cancellation)
    {
        edit = edit with { Note = edit.Note.Trim() };
        if (CorrectionCheck.Note(edit.Note) is { } problem)
            return EditResult.Refused(problem);
        await using var session = await EditSession.OpenAsync(contexts, time, cancellation);
        if (await ArticleLayer.LoadAsync(session.Db, id, cancellation) is not { } article)
            return EditResult.NotFound($"article {id}");
        if (edit.Seen is { } seen && seen != article.Revision)
            return EditResult.Moved("article");
        var active = await session.ActiveAsync(id, cancellation);
        if (active.Find(c => c.Field == field) is not { } correction)
            return EditResult.Refused(field == CorrectionFields.State ? "The article is not retired." : $"The {field} has no correction to take back.");
        session.TakeBack(correction, edit);
        session.Record(edit, field == CorrectionFields.State ? "article.restore" : "article.revert", field == CorrectionFields.State ? $"article {id}" : $"article {id}: {field}");
        active.Remove(correction);
        await ArticleLayer.LayAsync(session, article, active, outletIsOpen: field == CorrectionFields.Outlet, nameRules, cancellation);
        await session.Db.SaveChangesAsync(cancellation);
        await session.MarkEditedAsync(Targets([correction]), cancellation);
        await session.CommitAsync(cancellation);
        return new EditResult(EditState.Done, Correction: correction);
    }

    private async Task<EditResult> CorrectAsync(long id, string field, string value, Edit edit, CancellationToken cancellation)
    {
        edit = edit with { Note = edit.Note.Trim() };
        await using var session = await EditSession.OpenAsync(contexts, time, cancellation);
        if ((CorrectionCheck.Note(edit.Note) ?? CorrectionCheck.Value(field, value, session.Today)) is { } problem)
            return EditResult.Refused(problem);
        if (await ArticleLayer.LoadAsync(session.Db, id, cancellation) is not { } article)
            return EditResult.NotFound($"article {id}");
        if (edit.Seen is { } seen && seen != article.Revision)
            return EditResult.Moved("article");
        var active = await session.ActiveAsync(id, cancellation);
        Outlet? outlet = null;
        if (field == CorrectionFields.Outlet && CorrectionValue.Outlet(value) is { } wanted)
        {
            (outlet, var refusal) = await OutletChoice.FindAsync(session, wanted, cancellation);
            if (outlet is null)
                return EditResult.Refused(refusal!);
            value = CorrectionValue.Of(OutletIdentity.Of(outlet) with { Name = outlet.Name });
        }
        var (before, beforeKind) = Shown(article, field);
        if (active.Find(c => c.Field == field) is { } earlier && earlier.Value == value && earlier.TargetId == outlet?.Id)
            return EditResult.Refused(field == CorrectionFields.State ? "The article is retired already." : $"An editor has set the {field} to just that already.");
        var correction = new Correction
        {
            Id = session.Numbers.Next(Sequence.Correction),
            At = session.Now,
            By = edit.By,
            Note = edit.Note,
            Field = field,
            Value = value,
            Before = before,
            BeforeKind = beforeKind,
            ArticleId = id,
            Sha256 = article.SourceFile!.Sha256,
            Path = article.SourceFile.Path,
            EntryKey = article.EntryKey,
            TargetId = outlet?.Id,
        };
        session.Add(correction, active);
        session.Record(edit, field == CorrectionFields.State ? "article.retire" : "article.correct", field == CorrectionFields.State ? $"article {id}" : $"article {id}: {field}");
        await ArticleLayer.LayAsync(session, article, [.. active.Where(c => c.State == CorrectionState.Active), correction], outletIsOpen: false, nameRules, cancellation);
        await session.Db.SaveChangesAsync(cancellation);
        await session.MarkEditedAsync(Targets([.. active, correction]), cancellation);
        await session.CommitAsync(cancellation);
        return new EditResult(EditState.Done, Correction: correction);
    }

    private static IEnumerable<int> Targets(IEnumerable<Correction> corrections) => corrections.Select(c => c.TargetId).OfType<int>();

    /// <summary>The value shown of a field, and how it is known.</summary>
    internal static (string Value, FactKind Kind) Shown(Article article, string field) => field switch
    {
        CorrectionFields.Title => (CorrectionValue.Of(article.Title), article.TitleKind),
        CorrectionFields.Date => (CorrectionValue.Of(article.Date?.ToString()), article.DateKind),
        CorrectionFields.Outlet => (CorrectionValue.Of(article.Outlet is { } o ? OutletIdentity.Of(o) with { Name = o.Name } : null), article.OutletKind),
        CorrectionFields.Tags => (CorrectionValue.Of(article.Tags.OrderBy(t => t.TagId).Select(t => t.Tag!.Name)), KindOf(article, field, FactKind.Stated)),
        CorrectionFields.People => (CorrectionValue.Of(Appearing(article)), KindOf(article, field, FactKind.Derived)),
        _ => (CorrectionValue.Of(article.State == ArticleState.Retired ? CorrectionValue.Retired : CorrectionValue.Live), FactKind.Derived),
    };

    private static IEnumerable<string> Appearing(Article article) => article.People
        .Where(p => p is { IsHidden: false, Role: MentionRole.Mentioned or MentionRole.Quoted })
        .GroupBy(p => p.PersonId).OrderByDescending(g => g.Sum(p => p.Mentions)).ThenBy(g => g.First().Person!.Name, StringComparer.Ordinal)
        .Select(g => g.First().Person!.Name);

    private static FactKind KindOf(Article article, string field, FactKind otherwise) =>
        article.Body!.Details.Evidence.Any(e => e.Field == field && e.Kind == FactKind.Corrected) ? FactKind.Corrected : otherwise;
}
