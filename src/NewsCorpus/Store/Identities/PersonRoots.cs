using Microsoft.EntityFrameworkCore;

namespace NewsCorpus.Store.Identities;

/// <summary>Which person each of some names is shown as, following merges to their end, and whether an editor said that it is nobody.</summary>
internal sealed class PersonRoots
{
    private readonly Dictionary<int, (int? Into, bool IsNobody)> _people = [];

    public static async Task<PersonRoots> LoadAsync(CorpusDbContext db, IEnumerable<int> people, CancellationToken cancellation)
    {
        var roots = new PersonRoots();
        for (var missing = people.Distinct().ToList(); missing.Count > 0;)
        {
            var found = await db.People.AsNoTracking().Where(p => missing.Contains(p.Id)).Select(p => new { p.Id, p.MergedIntoId, p.IsNobody }).ToListAsync(cancellation);
            foreach (var person in found)
                roots._people[person.Id] = (person.MergedIntoId, person.IsNobody);
            missing = [.. found.Select(p => p.MergedIntoId).OfType<int>().Where(id => !roots._people.ContainsKey(id)).Distinct()];
        }
        return roots;
    }

    /// <summary>The person shown, and whether any name on the way is nobody's.</summary>
    public (int PersonId, bool IsNobody) Of(int name)
    {
        var isNobody = false;
        while (true)
        {
            var (into, nobody) = _people[name];
            isNobody |= nobody;
            if (into is not { } next)
                return (name, isNobody);
            name = next;
        }
    }

    /// <summary>The names and all that are merged into them, at any remove.</summary>
    public static async Task<HashSet<int>> WithMergedAsync(CorpusDbContext db, IEnumerable<int> people, CancellationToken cancellation)
    {
        var all = people.ToHashSet();
        for (var last = all.ToList(); last.Count > 0;)
        {
            last = await db.People.Where(p => p.MergedIntoId != null && last.Contains(p.MergedIntoId.Value)).Select(p => p.Id).ToListAsync(cancellation);
            last.RemoveAll(id => !all.Add(id));
        }
        return all;
    }
}
