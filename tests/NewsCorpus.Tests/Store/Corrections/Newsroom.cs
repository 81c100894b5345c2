using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Store;
using NewsCorpus.Store.Corrections;
using Xunit;

namespace NewsCorpus.Tests.Store.Corrections;

/// <summary>A corpus of invented files, and an editor at work on it.</summary>
internal static class Newsroom
{
    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Edit Ada(string note, long? seen = null) => new("ada", note, seen);

    public const string Text = "Mayor Tom Vale said on Monday that the harbour vote would be put off. “We need more time,” Vale said. Councillor Priya Dane disagreed, and Dane said so at the quay.";

    /// <summary>Writes a file with front matter; what is null is not stated.</summary>
    public static string Write(this TestCorpus corpus, string name, string? title = "Harbour vote put off", string? date = "2026-01-08", string? link = null, string? publisher = null, string? tags = "harbour, vote", string text = Text)
    {
        var fields = new (string Key, string? Value)[] { ("title", title), ("date", date), ("link", link), ("publisher", publisher), ("tags", tags is null ? null : $"[{tags}]") };
        return corpus.Write(name, $"---\n{string.Concat(fields.Where(f => f.Value is not null).Select(f => $"{f.Key}: {f.Value}\n"))}---\n<p>{text}</p>\n");
    }

    public static async Task<ArticleView> ViewAsync(this TestCorpus corpus, long id)
    {
        await using var db = corpus.Database();
        return await ArticleView.OfAsync(db, id);
    }

    public static async Task<int> OutletAsync(this TestCorpus corpus, string name)
    {
        await using var db = corpus.Database();
        return await db.Outlets.Where(o => o.Name == name).Select(o => o.Id).SingleAsync(Token);
    }

    public static async Task<int> PersonAsync(this TestCorpus corpus, string name)
    {
        await using var db = corpus.Database();
        return await db.People.Where(p => p.Name == name).Select(p => p.Id).SingleAsync(Token);
    }

    /// <summary>Who appears in the article of a file, by name.</summary>
    public static async Task<string> NamedInAsync(this TestCorpus corpus, string file)
    {
        await using var db = corpus.Database();
        var names = await db.ArticlePeople.Where(p => p.Role <= MentionRole.Quoted && db.Articles.Any(a => a.Id == p.ArticleId && a.SourceFile!.Path.EndsWith(file))).Select(p => p.Person!.Name).Distinct().ToListAsync(Token);
        return string.Join(", ", names.Order(StringComparer.Ordinal));
    }

    /// <summary>Name and domain of each outlet that has articles, and how many.</summary>
    public static async Task<IReadOnlyList<(string Name, string? Domain, int Articles)>> OutletsAsync(this TestCorpus corpus)
    {
        await using var db = corpus.Database();
        var outlets = await db.Outlets.Where(o => db.Articles.Any(a => a.OutletId == o.Id)).OrderBy(o => o.Name).ThenBy(o => o.Domain)
            .Select(o => new { o.Name, o.Domain, Articles = db.Articles.Count(a => a.OutletId == o.Id) }).ToListAsync(Token);
        return [.. outlets.Select(o => (o.Name, o.Domain, o.Articles))];
    }

    public static async Task<SearchResults> SearchAsync(this TestCorpus corpus, SearchRequest request)
    {
        await corpus.Get<IndexCatchUp>().CatchUpAsync(Token);
        return await corpus.Get<ArticleSearch>().SearchAsync(request, Token);
    }

    public static void Done(EditResult result) => Assert.True(result.IsDone, result.Problem);

    public static async Task<IReadOnlyList<string>> ExportAsync(this TestCorpus corpus)
    {
        var lines = new List<string>();
        await foreach (var line in corpus.Get<CorrectionExport>().LinesAsync(Token))
            lines.Add(line);
        return lines;
    }

    public static Task<ImportResult> ImportAsync(this TestCorpus corpus, IEnumerable<string> lines, bool dryRun = false) =>
        corpus.Get<CorrectionImport>().RunAsync(lines.ToAsyncEnumerable(), "importer", dryRun, Token);
}

/// <summary>All that is shown of an article, free of ids, so that two data folders can be compared.</summary>
internal sealed record ArticleView(
    string Path, ArticleState State, string Title, FactKind TitleKind, string Slug, string? Date, FactKind DateKind, string? Outlet, string? OutletSlug, FactKind OutletKind, string Tags, string People, string Mentions, string Quotations, string Evidence)
{
    public static async Task<ArticleView> OfAsync(CorpusDbContext db, long id)
    {
        var article = await db.Articles.AsNoTracking().AsSplitQuery()
            .Include(a => a.Body).Include(a => a.SourceFile).Include(a => a.Outlet).Include(a => a.People).ThenInclude(p => p.Person).Include(a => a.Tags).ThenInclude(t => t.Tag)
            .SingleAsync(a => a.Id == id, Newsroom.Token);
        var names = await db.People.ToDictionaryAsync(p => p.Id, p => p.Name, Newsroom.Token);
        var details = article.Body!.Details;
        string Name(int? person) => person is { } known ? names[known] : "nobody";
        return new ArticleView(
            article.SourceFile!.Path + "#" + article.EntryKey,
            article.State,
            article.Title,
            article.TitleKind,
            article.Slug,
            article.Date?.ToString(),
            article.DateKind,
            article.Outlet?.Name,
            article.Outlet?.Slug,
            article.OutletKind,
            string.Join(", ", article.Tags.Select(t => t.Tag!.Name).Order(StringComparer.Ordinal)),
            string.Join(", ", article.People.Select(p => $"{p.Person!.Name} {p.Role} {p.Mentions} {p.Office}").Order(StringComparer.Ordinal)),
            string.Join(", ", details.Mentions.Select(m => $"{m.Start} {m.Text} {m.Role} {Name(m.PersonId)} {m.Rule}")),
            string.Join(", ", details.Quotations.Select(q => $"{q.Start} {Name(q.SpeakerId)} {q.Rule}")),
            string.Join("\n", details.Evidence));
    }

    public static async Task<IReadOnlyList<ArticleView>> AllAsync(TestCorpus corpus)
    {
        await using var db = corpus.Database();
        var views = new List<ArticleView>();
        foreach (var id in await db.Articles.Select(a => a.Id).ToListAsync(Newsroom.Token))
            views.Add(await OfAsync(db, id));
        return [.. views.OrderBy(v => v.Path, StringComparer.Ordinal)];
    }
}
