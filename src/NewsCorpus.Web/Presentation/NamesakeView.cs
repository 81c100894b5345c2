using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Presentation;

/// <summary>A sentence and the article that it stands in.</summary>
public sealed record NamingSentence(string Text, long ArticleId, string Slug);

/// <summary>Another person of the same name, and what says that they are two.</summary>
/// <param name="Rule">Why, in words a reader understands.</param>
/// <param name="Own">A sentence that names the person whose page it is; null where an editor told the two apart.</param>
/// <param name="Theirs">One that names the other.</param>
public sealed record NamesakeView(NamedRef Other, string Rule, NamingSentence? Own, NamingSentence? Theirs)
{
    /// <summary>All others of a person's name who have articles.</summary>
    public static async Task<IReadOnlyList<NamesakeView>> ReadAsync(CorpusDbContext db, Person person, CancellationToken cancellationToken)
    {
        var name = person.SplitFromId ?? person.Id;
        var views = new List<NamesakeView>();
        foreach (var other in await db.People.AsNoTracking().Where(p => p.SplitFromId == name || p.Id == name).Where(p => p.MergedIntoId == null && !p.IsNobody && db.ArticlePeople.Any(a => a.PersonId == p.Id)).OrderBy(p => p.Key).ToListAsync(cancellationToken))
        {
            if (other.Id == person.Id)
                continue;
            // Of the two the one who was told apart has the links. Two who both were are known by their links to the name.
            var apart = other.SplitFromId is null ? person : other;
            var link = await db.PersonLinks.AsNoTracking().Where(l => l.PersonId == apart.Id && l.NamedPersonId == name).OrderBy(l => l.CorrectionId != null).ThenBy(l => l.ArticleId).FirstOrDefaultAsync(cancellationToken);
            var (theirs, own) = (await SentenceAsync(db, link?.ArticleId, link?.Excerpt, cancellationToken), await SentenceAsync(db, link?.GroundArticleId, link?.Ground, cancellationToken));
            views.Add(new NamesakeView(
                new NamedRef(other.Id, other.Name, other.Slug), apart.SplitRule ?? link?.Rule ?? "told apart by an editor", apart == other ? own : theirs, apart == other ? theirs : own));
        }
        return views;
    }

    /// <summary>Others of the same names who have articles, by person.</summary>
    public static async Task<ILookup<int, NamedRef>> OthersAsync(CorpusDbContext db, List<int> people, CancellationToken cancellationToken)
    {
        var apart = await db.People.AsNoTracking().Where(p => p.SplitFromId != null && p.MergedIntoId == null && !p.IsNobody && (people.Contains(p.Id) || people.Contains(p.SplitFromId.Value)) && db.ArticlePeople.Any(a => a.PersonId == p.Id))
            .Join(db.People, p => p.SplitFromId!.Value, n => n.Id, (p, n) => new { Split = new NamedRef(p.Id, p.Name, p.Slug), From = new NamedRef(n.Id, n.Name, n.Slug) }).ToListAsync(cancellationToken);
        return apart.SelectMany(a => new[] { (a.Split.Id, a.From), (a.From.Id, a.Split) }).ToLookup(p => p.Id, p => p.Item2);
    }

    private static async Task<NamingSentence?> SentenceAsync(CorpusDbContext db, long? article, string? text, CancellationToken cancellationToken) =>
        text is not null && await db.Articles.Where(a => a.Id == article).Select(a => a.Slug).SingleOrDefaultAsync(cancellationToken) is { } slug ? new NamingSentence(text, article!.Value, slug) : null;
}
