using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Search.Explaining;
using NewsCorpus.Search.Index;
using NewsCorpus.Search.Quotations;
using NewsCorpus.Search.Related;
using NewsCorpus.Search.Suggestions;
using NewsCorpus.Store;
using Xunit;

namespace NewsCorpus.Tests.Search;

/// <summary>A data folder with a real database, and the search services of one process over it. Rows are written directly.</summary>
internal sealed class SearchCorpus : IDbContextFactory<CorpusDbContext>, IDisposable
{
    private readonly DbContextOptions<CorpusDbContext> _options;
    private readonly bool _ownsFolder;
    private long _revision;
    private long _id;

    public SearchCorpus(string? folder = null)
    {
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("newscorpus-search-").FullName;
        Options = new NewsCorpusOptions { Data = Folder, Corpus = [Folder] };
        _options = new DbContextOptionsBuilder<CorpusDbContext>().UseSqlite($"Data Source={Options.DatabasePath}").Options;
        using (var context = CreateDbContext())
        {
            if (context.Database.EnsureCreated())
            {
                context.Info.Add(new CorpusInfo { Id = 1, CorpusId = Guid.NewGuid() });
                context.SourceFiles.Add(new SourceFile { Id = 1, Location = "/x", Path = "x", Sha256 = "", Format = "test" });
                context.SaveChanges();
            }
            _revision = context.Articles.Max(a => (long?)a.Revision) ?? 0;
            _id = context.Articles.Max(a => (long?)a.Id) ?? 0;
        }
        Index = new CorpusIndex(Microsoft.Extensions.Options.Options.Create(Options), NullLogger<CorpusIndex>.Instance);
        CatchUp = new IndexCatchUp(Index, new IndexSource(this), NullLogger<IndexCatchUp>.Instance, TimeProvider.System);
        Search = new ArticleSearch(Index, this, TimeProvider.System);
        Quotes = new QuotationSearch(Index, this, TimeProvider.System);
        Verifier = new IndexVerifier(Index, this);
        Explainer = new QueryExplainer(Index, this, TimeProvider.System) { MostTime = TimeSpan.MaxValue };
        Suggestions = new SuggestionSearch(Index, this);
        Related = new RelatedSearch(Index, this, TimeProvider.System) { MostTime = TimeSpan.MaxValue };
        Similar = new SimilarSearch(Index, this);
    }

    public string Folder { get; }

    public NewsCorpusOptions Options { get; }

    public CorpusIndex Index { get; }

    public IndexCatchUp CatchUp { get; }

    public ArticleSearch Search { get; }

    public QuotationSearch Quotes { get; }

    public IndexVerifier Verifier { get; }

    public QueryExplainer Explainer { get; }

    public SuggestionSearch Suggestions { get; }

    public RelatedSearch Related { get; }

    public SimilarSearch Similar { get; }

    public CorpusDbContext CreateDbContext() => new(_options);

    /// <summary>Adds an article. Each paragraph is a block of its own; one that begins with "caption:" is a caption.</summary>
    public long Add(string title, string text, string? date = null, string? outlet = null, string[]? people = null, string[]? tags = null, string[]? credits = null, string? agency = null, int words = 0, long? story = null, string? estimated = null, IReadOnlyList<PlainQuotation>? quotations = null)
    {
        using var context = CreateDbContext();
        var id = ++_id;
        var article = Build(context, id, title, text, date, outlet, people ?? [], tags ?? [], credits ?? [], agency, words, story);
        article.Body!.Details = article.Body.Details with { Quotations = Quotations(context, article.Body.Text, quotations ?? []) };
        if (date is null && estimated is not null)
            article.Estimate = new ArticleEstimate { ArticleId = id, From = DateOnly.Parse(estimated).AddDays(-10), To = DateOnly.Parse(estimated).AddDays(11), Reasons = "a test says so" };
        context.Articles.Add(article);
        context.SaveChanges();
        return id;
    }

    public void Retitle(long id, string title)
    {
        using var context = CreateDbContext();
        var article = context.Articles.Single(a => a.Id == id);
        article.Title = title;
        article.Revision = ++_revision;
        context.SaveChanges();
    }

    /// <summary>Gives an article another date.</summary>
    public void Redate(long id, string date)
    {
        using var context = CreateDbContext();
        var article = context.Articles.Single(a => a.Id == id);
        (article.Day, article.DatePrecision) = (DateOf(date).Day, DateOf(date).Precision);
        article.Revision = ++_revision;
        context.SaveChanges();
    }

    public void Retire(long id)
    {
        using var context = CreateDbContext();
        var article = context.Articles.Single(a => a.Id == id);
        article.State = ArticleState.Retired;
        article.Revision = ++_revision;
        context.SaveChanges();
    }

    public Task<int> CatchUpAsync() => CatchUp.CatchUpAsync(TestContext.Current.CancellationToken);

    /// <summary>As while much is being written: applied, and to be committed an hour later.</summary>
    public Task<int> CatchUpLaterAsync() => CatchUp.CatchUpAsync(keepWriter: true, TestContext.Current.CancellationToken, TimeSpan.FromHours(1));

    public Task<SearchResults> FindAsync(SearchRequest request) => Search.SearchAsync(request, TestContext.Current.CancellationToken);

    /// <summary>The ids found, in order, with commas between.</summary>
    public async Task<string> FindAsync(string? query) => string.Join(',', (await FindAsync(new SearchRequest { Query = query, Size = 100 })).Hits.Select(h => h.Id).Order());

    public void Dispose()
    {
        CatchUp.Dispose();
        Index.Dispose();
        SqliteConnection.ClearPool(new SqliteConnection($"Data Source={Options.DatabasePath}"));
        if (_ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }

    private Article Build(CorpusDbContext context, long id, string title, string text, string? date, string? outlet, string[] people, string[] tags, string[] credits, string? agency, int words, long? story)
    {
        var (content, blocks) = Blocks(text);
        var known = date is null ? default(ArticleDate?) : DateOf(date);
        var article = new Article
        {
            Id = id,
            Revision = ++_revision,
            Title = title,
            TitleKind = FactKind.Stated,
            Slug = NameKey.Slug(title),
            Day = known?.Day,
            DatePrecision = known?.Precision ?? DatePrecision.Day,
            Instant = known?.Instant,
            DateKind = known is null ? FactKind.Unknown : FactKind.Stated,
            OutletId = outlet is null ? null : OutletOf(context, outlet),
            OutletKind = outlet is null ? FactKind.Unknown : FactKind.Stated,
            Agency = agency,
            StoryId = story,
            WordCount = words,
            TextHash = "",
            SourceFileId = 1,
            EntryKey = id.ToString(),
            Body = new ArticleBody { ArticleId = id, Text = content, Details = new ArticleDetails { Blocks = blocks } },
        };
        article.People.AddRange(people.Select(p => new ArticlePerson { ArticleId = id, PersonId = PersonOf(context, p), Role = MentionRole.Mentioned, Mentions = 1 }));
        article.People.AddRange(credits.Select(p => new ArticlePerson { ArticleId = id, PersonId = PersonOf(context, p), Role = MentionRole.Credit, Mentions = 1 }));
        article.Tags.AddRange(tags.Select(t => new ArticleTag { ArticleId = id, TagId = TagOf(context, t) }));
        return article;
    }

    /// <summary>Quotations found in the text one after the other; a speaker who is a person of the corpus is that person.</summary>
    private static List<StoredQuotation> Quotations(CorpusDbContext context, string text, IReadOnlyList<PlainQuotation> quotations)
    {
        var stored = new List<StoredQuotation>();
        var at = 0;
        foreach (var quotation in quotations)
        {
            var start = text.IndexOf(quotation.Text, at, StringComparison.Ordinal);
            if (start < 0)
                throw new ArgumentException($"“{quotation.Text}” is not in the text behind the quotation before.", nameof(text));
            at = start + (quotation.IsDirect ? quotation.Text.Length : 0);
            var key = quotation.Speaker is null ? null : NameKey.Of(quotation.Speaker);
            var speaker = context.People.Local.Concat(context.People).FirstOrDefault(p => p.Key == key);
            stored.Add(new StoredQuotation(start, start + quotation.Text.Length, speaker?.Id, quotation.Speaker, "said", quotation.IsDirect, "a test says so"));
        }
        return stored;
    }

    private static ArticleDate DateOf(string date) =>
        date.Length == 4 ? new ArticleDate(new DateOnly(int.Parse(date), 1, 1), DatePrecision.Year)
        : date.Length == 7 ? new ArticleDate(DateOnly.Parse(date + "-01"), DatePrecision.Month)
        : date.Length == 10 ? new ArticleDate(DateOnly.Parse(date))
        : new ArticleDate(DateOnly.FromDateTime(DateTimeOffset.Parse(date).DateTime), DatePrecision.Instant, DateTimeOffset.Parse(date));

    private static (string Text, List<Block> Blocks) Blocks(string text)
    {
        var result = new System.Text.StringBuilder();
        var blocks = new List<Block>();
        foreach (var paragraph in text.Split("\n\n"))
        {
            var isCaption = paragraph.StartsWith("caption:", StringComparison.Ordinal);
            if (result.Length > 0)
                result.Append("\n\n");
            var start = result.Length;
            result.Append(isCaption ? paragraph["caption:".Length..] : paragraph);
            blocks.Add(new Block(isCaption ? BlockKind.Caption : BlockKind.Paragraph, start, result.Length));
        }
        return (result.ToString(), blocks);
    }

    private static int PersonOf(CorpusDbContext context, string name)
    {
        var key = NameKey.Of(name);
        if (context.People.Local.Concat(context.People).FirstOrDefault(p => p.Key == key) is { } known)
            return known.Id;
        var id = (context.People.Local.Select(p => p.Id).Concat(context.People.Select(p => p.Id)).DefaultIfEmpty().Max()) + 1;
        context.People.Add(new Person { Id = id, Name = name, Slug = NameKey.Slug(name), Key = key, SurnameKey = key });
        return id;
    }

    private static int OutletOf(CorpusDbContext context, string name)
    {
        var key = NameKey.Of(name);
        if (context.Outlets.FirstOrDefault(o => o.Key == key) is { } known)
            return known.Id;
        var id = (context.Outlets.Max(o => (int?)o.Id) ?? 0) + 1;
        context.Outlets.Add(new Outlet { Id = id, Name = name, Slug = NameKey.Slug(name), Key = key });
        return id;
    }

    private static int TagOf(CorpusDbContext context, string name)
    {
        var key = NameKey.Of(name);
        if (context.Tags.Local.Concat(context.Tags).FirstOrDefault(t => t.Key == key) is { } known)
            return known.Id;
        var id = (context.Tags.Local.Select(t => t.Id).Concat(context.Tags.Select(t => t.Id)).DefaultIfEmpty().Max()) + 1;
        context.Tags.Add(new Tag { Id = id, Name = name, Slug = NameKey.Slug(name), Key = key });
        return id;
    }
}
