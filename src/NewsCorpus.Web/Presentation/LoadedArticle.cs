using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Presentation;

/// <summary>A person of an article and where it names them.</summary>
/// <param name="Places">The mentions, in order of the text; empty where only a byline or credit outside of the text names them.</param>
public sealed record ArticlePersonView(NamedRef Person, string? Office, bool Counts, IReadOnlyList<StoredMention> Places)
{
    /// <summary>The folded names by which the article calls the person, see <see cref="PersonKey"/>.</summary>
    public IReadOnlySet<string> Keys { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}

/// <summary>An article with all that its page and its JSON show.</summary>
public sealed record LoadedArticle(Article Article, ArticleBody Body, IReadOnlyList<ArticlePersonView> People)
{
    private readonly ShownPeople _shown = ShownPeople.Of(Article.People);

    /// <summary>Names of the article that are known from other articles to be somebody's.</summary>
    public IReadOnlyList<PersonLink> Links { get; private init; } = [];

    /// <summary>Others of the same name, by person.</summary>
    public ILookup<int, NamedRef> Namesakes { get; private init; } = Enumerable.Empty<(int, NamedRef)>().ToLookup(n => n.Item1, n => n.Item2);

    /// <summary>All that is known about why the article's values are what they are.</summary>
    public IEnumerable<Evidence> Evidence => Details.Evidence.Concat(Links.Select(Explain).OfType<Evidence>());

    /// <summary>The kept file that the article came from; null where it is lost.</summary>
    public OriginalView? Original { get; private init; }

    /// <summary>The other states of that file that are kept.</summary>
    public IReadOnlyList<SourceVersion> EarlierFiles { get; private init; } = [];

    public string Text => Body.Text;

    public ArticleDetails Details => Body.Details;

    public NamedRef? Outlet => Article.Outlet is { } o ? new NamedRef(o.Id, o.Name, o.Slug) : null;

    /// <summary>Outlets that the text mentions, while nobody has said who published it.</summary>
    public IEnumerable<Evidence> OutletHints => Article.OutletId is null && Article.OutletKind == FactKind.Unknown && !Details.Evidence.Any(e => e is { Field: EvidenceFields.Outlet, Kind: FactKind.Corrected })
        ? Details.Evidence.Where(e => e is { Field: EvidenceFields.OutletHint, Value: not null, Start: not null, End: not null })
        : [];

    /// <summary>People who appear in the article (not those who made it), most mentioned first.</summary>
    public IEnumerable<ArticlePersonView> Appearing => People.Where(p => p.Counts);

    public IEnumerable<string> Tags => Article.Tags.Select(t => t.Tag!.Name);

    public NamedRef? PersonOf(StoredMention mention) => PersonOf(mention.PersonId);

    public NamedRef? SpeakerOf(StoredQuotation quotation) => PersonOf(quotation.SpeakerId);

    private NamedRef? PersonOf(int? named) => (_shown.Of(named) ?? named) is { } id ? People.FirstOrDefault(p => p.Person.Id == id)?.Person : null;

    /// <summary>Why a person is one of the article's.</summary>
    public IEnumerable<Evidence> EvidenceOf(ArticlePersonView person) =>
        Evidence.Where(e => e is { Field: EvidenceFields.Person, Value: { } name } && (name == person.Person.Name || person.Keys.Contains(PersonKey.Of(name))));

    private Evidence? Explain(PersonLink link) => PersonOf(link.NamedPersonId) is { } person
        ? new Evidence(EvidenceFields.Person, person.Name, link.CorrectionId is null ? FactKind.Derived : FactKind.Corrected, link.Rule, link.Excerpt ?? "", link.Start, link.End, Note: link.Ground)
        : null;

    /// <summary>True while an editor has set the article aside: readers are told that it was here, and no more.</summary>
    public bool IsRetired => Article.State == ArticleState.Retired;

    /// <summary>Null where there is no such article. One that has been set aside is found too, see <see cref="IsRetired"/>.</summary>
    public static async Task<LoadedArticle?> FindAsync(CorpusDbContext db, long id, CancellationToken cancellationToken)
    {
        var article = await db.Articles.AsNoTracking().AsSplitQuery()
            .Where(a => a.Id == id)
            .Include(a => a.Outlet)
            .Include(a => a.SourceFile)
            .Include(a => a.Body)
            .Include(a => a.Estimate)
            .Include(a => a.People).ThenInclude(p => p.Person)
            .Include(a => a.Tags).ThenInclude(t => t.Tag)
            .SingleOrDefaultAsync(cancellationToken);
        if (article?.Body is not { } body)
            return null;

        var shown = ShownPeople.Of(article.People);
        var ids = article.People.Select(p => p.NamedPersonId).Where(n => n != 0).ToList();
        var named = ids.Count == 0 ? [] : await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Key, cancellationToken);
        var places = body.Details.Mentions.ToLookup(m => shown.Of(m.PersonId));
        var people = article.People
            .GroupBy(p => p.PersonId)
            .Select(roles => (
                Weight: roles.Where(Counts).Sum(p => p.Mentions),
                View: new ArticlePersonView(
                    new NamedRef(roles.Key, roles.First().Person!.Name, roles.First().Person!.Slug),
                    roles.Select(p => p.Office).FirstOrDefault(o => o is not null),
                    roles.Any(Counts),
                    [.. places[roles.Key].OrderBy(m => m.Start)])
                {
                    Keys = roles.Select(p => p.NamedPersonId == 0 ? p.Person!.Key : named[p.NamedPersonId]).ToHashSet(StringComparer.Ordinal),
                }))
            .OrderByDescending(p => p.Weight)
            .ThenBy(p => p.View.Person.Name, StringComparer.Ordinal)
            .Select(p => p.View)
            .ToList();
        return new LoadedArticle(article, body, people)
        {
            Links = await db.PersonLinks.AsNoTracking().Where(l => l.ArticleId == id).ToListAsync(cancellationToken),
            Namesakes = await NamesakeView.OthersAsync(db, people.ConvertAll(p => p.Person.Id), cancellationToken),
            Original = await OriginalView.OfAsync(db, article, cancellationToken),
            EarlierFiles = await OriginalView.EarlierAsync(db, article, cancellationToken),
        };

        static bool Counts(ArticlePerson person) => person.Role is MentionRole.Mentioned or MentionRole.Quoted;
    }
}
