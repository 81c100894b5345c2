namespace NewsCorpus.Articles;

/// <summary>Whom the names of one article are shown as. Mentions and quotations keep the name as the rules read it; the rows of <see cref="ArticlePerson"/> say who is meant.</summary>
/// <param name="rows">The article's rows that are not hidden: the name as the rules read it, and the person shown.</param>
public sealed class ShownPeople(IEnumerable<(int Named, int Shown)> rows)
{
    private readonly Dictionary<int, int> _shown = rows.DistinctBy(r => r.Named).ToDictionary(r => r.Named, r => r.Shown);

    public static ShownPeople Of(IEnumerable<ArticlePerson> rows) => new(rows.Where(p => !p.IsHidden).Select(p => (p.NamedId, p.PersonId)));

    /// <summary>The person shown for a name; null for nobody, and for a name that an editor said is no person's.</summary>
    public int? Of(int? named) => named is { } id && _shown.TryGetValue(id, out var shown) ? shown : null;
}
