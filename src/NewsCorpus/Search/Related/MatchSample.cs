using Lucene.Net.Search;
using NewsCorpus.Search.Index;

namespace NewsCorpus.Search.Related;

/// <summary>All matches of a search by the people whom they name, and an even sample of them.</summary>
/// <param name="People">Matches by person id.</param>
/// <param name="Ids">Articles of the sample.</param>
internal sealed record MatchSample(int Count, int[] People, IReadOnlyList<long> Ids)
{
    /// <summary>Null where the time was over before the last match.</summary>
    /// <param name="size">Articles of the sample, drawn as they come (Vitter's algorithm R, ACM TOMS 11, 1985), the same ones each time as long as the index is the same.</param>
    public static MatchSample? Of(IndexSnapshot snapshot, MatchWalk walk, Query query, int size)
    {
        var people = new int[snapshot.MaxPerson + 1];
        var ids = new List<long>(size);
        var random = new Random(size);
        var count = 0;
        var isComplete = walk.Visit(query, (columns, doc, _) =>
        {
            foreach (var id in columns.Rows.Of(doc).People)
                people[id]++;
            count++;
            if (ids.Count < size)
                ids.Add(columns.Ids[doc]);
            else if (random.Next(count) is var place && place < size)
                ids[place] = columns.Ids[doc];
            return true;
        });
        return isComplete ? new(count, people, ids) : null;
    }
}
