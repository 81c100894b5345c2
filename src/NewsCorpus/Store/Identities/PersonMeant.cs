using Microsoft.EntityFrameworkCore;

namespace NewsCorpus.Store.Identities;

/// <summary>Whom a name means whose articles all are somebody else's by their links: "Mayor Adams", or "Donald J. Trump" where the corpus mostly leaves the initial out.</summary>
public static class PersonMeant
{
    /// <returns>Null where the name stands for itself anywhere, is in no article, or means several people.</returns>
    public static async Task<int?> OfAsync(CorpusDbContext db, int name, CancellationToken cancellation)
    {
        if (await db.ArticlePeople.AnyAsync(p => p.PersonId == name, cancellation))
            return null;
        var meant = await db.PersonLinks.Where(l => l.NamedPersonId == name).Select(l => l.PersonId).Distinct().Take(2).ToListAsync(cancellation);
        return meant.Count == 1 ? meant[0] : null;
    }
}
