using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Identities;
using NewsCorpus.Search;
using NewsCorpus.Search.Quotations;
using NewsCorpus.Store;
using NewsCorpus.Store.Identities;

namespace NewsCorpus.Web.Presentation;

/// <summary>A person with the articles about them, as the search counts them.</summary>
/// <param name="Aliases">Other names that are, may be or are not the person's.</param>
/// <param name="Namesakes">Others of the same name.</param>
/// <param name="Said">What the person is reported to have said, the newest.</param>
/// <param name="About">What others are reported to have said of them by surname, the newest.</param>
public sealed record PersonProfile(
    Person Person,
    SearchRequest Request,
    SearchResults Results,
    PersonActivity Activity,
    IReadOnlyList<PersonAlias> Aliases,
    IReadOnlyList<NamesakeView> Namesakes,
    QuotationResults Said,
    QuotationResults About)
{
    /// <summary>Quotations of either kind that the page shows.</summary>
    private const int Quotations = 5;

    public NamedRef Ref => new(Person.Id, Person.Name, Person.Slug);

    /// <summary>People most often in the same articles, without the person.</summary>
    public IEnumerable<FacetValue> Companions => Results.Facets.People.Where(p => p.Id != Person.Id);

    /// <summary>Where all that others said of the person stands.</summary>
    public string AboutUrl => QuotationUrl.Results(AboutRequest(Person) with { Articles = AboutRequest(Person).Articles with { Size = 20 } });

    /// <summary>Null where there is no such person, and for a name that an editor said is no person's. A name that is shown as somebody gives that person.</summary>
    public static async Task<PersonProfile?> FindAsync(CorpusDbContext db, ArticleSearch search, QuotationSearch quotations, int id, CancellationToken cancellationToken) =>
        await PersonAsync(db, id, cancellationToken) is { } person ? await ReadAsync(db, search, quotations, person, cancellationToken) : null;

    /// <summary>As whom a name is shown; null where there is nobody.</summary>
    public static async Task<Person?> PersonAsync(CorpusDbContext db, int id, CancellationToken cancellationToken)
    {
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (person is { MergedIntoId: null } && await PersonMeant.OfAsync(db, id, cancellationToken) is { } meant)
            person = await db.People.AsNoTracking().SingleAsync(p => p.Id == meant, cancellationToken);
        // Whom the rules no longer tell apart has no articles.
        if (person is { SplitRule: not null, SplitFromId: { } from, MergedIntoId: null } && !await db.ArticlePeople.AnyAsync(p => p.PersonId == id, cancellationToken))
            person = await db.People.AsNoTracking().SingleAsync(p => p.Id == from, cancellationToken);
        while (person is { IsNobody: false, MergedIntoId: { } into })
            person = await db.People.AsNoTracking().SingleAsync(p => p.Id == into, cancellationToken);
        return person is { IsNobody: false } ? person : null;
    }

    /// <param name="person">From <see cref="PersonAsync"/>.</param>
    public static async Task<PersonProfile> ReadAsync(CorpusDbContext db, ArticleSearch search, QuotationSearch quotations, Person person, CancellationToken cancellationToken)
    {
        var request = new SearchRequest { People = [new FilterValue(person.Slug)], Size = 10 };
        return new PersonProfile(
            person,
            request,
            await search.SearchAsync(request, FacetView.Sizes, cancellationToken),
            await PersonActivity.ReadAsync(db, person.Id, cancellationToken),
            await PersonAlias.ReadAsync(db, person.Id, (body, named) => NamedSentence.Of(body, named)?.Text, cancellationToken),
            await NamesakeView.ReadAsync(db, person, cancellationToken),
            await quotations.SearchAsync(new QuotationRequest(new SearchRequest { Size = Quotations }, [new FilterValue(person.Slug)]), cancellationToken),
            await quotations.SearchAsync(AboutRequest(person), cancellationToken));
    }

    /// <summary>Words of others in articles that name the person, with the surname in them.</summary>
    private static QuotationRequest AboutRequest(Person person) => new(
        new SearchRequest { Query = $"\"{person.SurnameKey}\"", People = [new FilterValue(person.Slug)], Size = Quotations },
        [new FilterValue(person.Slug, Excluded: true)]);
}
