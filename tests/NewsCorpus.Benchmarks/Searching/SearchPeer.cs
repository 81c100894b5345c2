using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store;

namespace NewsCorpus.Benchmarks.Searching;

/// <summary>
/// A database with full-text search of its own, over the same rows: what an article page shows of them, made by SQL. The hits of a query go into a temporary table once; from it come the total, the facets of
/// people, outlets and months, the days of the histogram, and the best twenty with their snippets.
/// </summary>
internal abstract class SearchPeer : IDisposable
{
    private const string Facets =
        """
        SELECT person, count(*) FROM hits JOIN article_person ON article = hits.id GROUP BY person ORDER BY 2 DESC, 1 LIMIT 50;
        SELECT outlet, count(*) FROM hits WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY 2 DESC, 1 LIMIT 50;
        SELECT month, count(*) FROM hits WHERE month IS NOT NULL GROUP BY month ORDER BY 1;
        SELECT day, count(*) FROM hits WHERE day IS NOT NULL GROUP BY day ORDER BY 1;
        """;

    public abstract string Name { get; }

    protected abstract DbConnection Connection { get; }

    /// <summary>Makes the tables and fills them, unless a former run has done so.</summary>
    public async Task FillAsync(IDbContextFactory<CorpusDbContext> contexts)
    {
        await Connection.OpenAsync();
        Execute(Begin);
        if (Scalar("SELECT count(*) FROM filled") is 1)
            return;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await foreach (var rows in PeerRow.ReadAsync(contexts))
            Add(rows);
        Execute(End);
        Console.WriteLine($"{Name} filled in {watch.Elapsed.TotalSeconds:0} s");
    }

    /// <summary>All that a page shows; returns the hits.</summary>
    public long Run(MixedQuery query)
    {
        Execute(Find(query));
        var total = Scalar("SELECT count(*) FROM hits");
        using (var command = Command(Facets))
        using (var reader = command.ExecuteReader())
        {
            do
            {
                while (reader.Read())
                    reader.GetValue(0);
            }
            while (reader.NextResult());
        }
        using (var command = Command(Best(query)))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
                reader.GetValue(1);
        }
        return total;
    }

    public void Dispose() => Connection.Dispose();

    /// <summary>Tables, if there are none yet; <c>filled</c> has a row once they are complete.</summary>
    protected abstract string Begin { get; }

    protected abstract string End { get; }

    protected abstract void Add(IReadOnlyList<PeerRow> rows);

    /// <summary>Statements that put the hits into the table <c>hits(id, outlet, month, day, rank)</c>.</summary>
    protected abstract string Find(MixedQuery query);

    /// <summary>The best twenty of <c>hits</c> as id and snippet.</summary>
    protected abstract string Best(MixedQuery query);

    /// <summary>The conditions of the filters, on the table <c>article</c>.</summary>
    protected static string Filters(MixedQuery query) => string.Concat(
        query.Person is { } person ? $" AND EXISTS (SELECT 1 FROM article_person p WHERE p.article = article.id AND p.person = {person})" : "",
        query.Outlet is { } outlet ? $" AND outlet = {outlet}" : "",
        query.Days is { } days ? $" AND day BETWEEN '{days.From:yyyy-MM-dd}' AND '{days.To:yyyy-MM-dd}'" : "");

    protected void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    protected DbCommand Command(string sql)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return command;
    }

    private long Scalar(string sql)
    {
        using var command = Command(sql);
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>An article as a peer has it.</summary>
/// <param name="Head">Title, outlet and people, which a bare word finds too.</param>
internal sealed record PeerRow(long Id, string Head, string Text, int? Outlet, string? Month, DateOnly? Day, IReadOnlyList<int> People)
{
    private const int Batch = 500;

    /// <summary>All live articles in the order of their ids, in batches.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<PeerRow>> ReadAsync(IDbContextFactory<CorpusDbContext> contexts)
    {
        for (var after = 0L; ;)
        {
            await using var context = await contexts.CreateDbContextAsync();
            var rows = await context.Articles.AsNoTracking().Where(a => a.Id > after && a.State == ArticleState.Live).OrderBy(a => a.Id).Take(Batch)
                .Select(a => new { a.Id, a.Title, a.Day, a.DatePrecision, a.OutletId, Outlet = a.Outlet!.Name }).ToListAsync();
            if (rows.Count == 0)
                yield break;
            var (first, last) = (rows[0].Id, rows[^1].Id);
            var texts = await context.Bodies.Where(b => b.ArticleId >= first && b.ArticleId <= last).ToDictionaryAsync(b => b.ArticleId, b => b.Text);
            var people = (await context.ArticlePeople.Where(p => p.ArticleId >= first && p.ArticleId <= last && p.Role <= MentionRole.Quoted)
                .Select(p => new { p.ArticleId, p.PersonId, p.Person!.Name }).Distinct().ToListAsync()).ToLookup(p => p.ArticleId);
            yield return [.. rows.Select(r => new PeerRow(r.Id, $"{r.Title}\n{r.Outlet}\n{string.Join('\n', people[r.Id].Select(p => p.Name))}", texts[r.Id], r.OutletId,
                r.DatePrecision == DatePrecision.Year ? null : r.Day?.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), r.Day, [.. people[r.Id].Select(p => p.PersonId)]))];
            after = last;
        }
    }
}
