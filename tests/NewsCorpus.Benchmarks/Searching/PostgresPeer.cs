using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace NewsCorpus.Benchmarks.Searching;

/// <summary>PostgreSQL with a stored tsvector and a GIN index, words as they are written (configuration "simple").</summary>
internal sealed class PostgresPeer(string connectionString) : SearchPeer
{
    private readonly NpgsqlConnection _connection = new(connectionString);

    public override string Name => "PostgreSQL";

    protected override DbConnection Connection => _connection;

    protected override string Begin =>
        """
        CREATE TABLE IF NOT EXISTS article (id bigint PRIMARY KEY, head text, body text, outlet int, month text, day date, words tsvector GENERATED ALWAYS AS (to_tsvector('simple', head || ' ' || body)) STORED);
        CREATE TABLE IF NOT EXISTS article_person (article bigint, person int, PRIMARY KEY (article, person));
        CREATE TABLE IF NOT EXISTS filled (at timestamptz);
        """;

    protected override string End =>
        """
        SET maintenance_work_mem = '512MB';
        CREATE INDEX ON article USING gin (words); CREATE INDEX ON article (outlet); CREATE INDEX ON article (day); CREATE INDEX ON article_person (person);
        ANALYZE; INSERT INTO filled VALUES (now());
        """;

    protected override void Add(IReadOnlyList<PeerRow> rows)
    {
        using (var import = _connection.BeginBinaryImport("COPY article (id, head, body, outlet, month, day) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var row in rows)
            {
                import.StartRow();
                import.Write(row.Id, NpgsqlDbType.Bigint);
                import.Write(row.Head, NpgsqlDbType.Text);
                import.Write(row.Text, NpgsqlDbType.Text);
                import.Write((object?)row.Outlet ?? DBNull.Value, NpgsqlDbType.Integer);
                import.Write((object?)row.Month ?? DBNull.Value, NpgsqlDbType.Text);
                import.Write((object?)row.Day ?? DBNull.Value, NpgsqlDbType.Date);
            }
            import.Complete();
        }
        using var people = _connection.BeginBinaryImport("COPY article_person FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            foreach (var person in row.People)
            {
                people.StartRow();
                people.Write(row.Id, NpgsqlDbType.Bigint);
                people.Write(person, NpgsqlDbType.Integer);
            }
        }
        people.Complete();
    }

    protected override string Find(MixedQuery query) => "DROP TABLE IF EXISTS hits; CREATE TEMP TABLE hits AS " + (query.Kind == MixedKind.Browse
        ? "SELECT id, outlet, month, day, 0 AS rank FROM article;"
        : $"SELECT id, outlet, month, day, ts_rank(words, {Match(query)}) AS rank FROM article WHERE words @@ {Match(query)}{Filters(query)};");

    protected override string Best(MixedQuery query) => query.Kind == MixedKind.Browse
        ? "SELECT id, left(body, 250) FROM article ORDER BY day DESC NULLS LAST, id LIMIT 20"
        : $"SELECT id, ts_headline('simple', body, {Match(query)}) FROM article WHERE id IN (SELECT id FROM hits ORDER BY rank DESC LIMIT 20)";

    private static string Match(MixedQuery query) => $"to_tsquery('simple', '{query.Kind switch
    {
        MixedKind.Phrase => string.Join(" <-> ", query.Words),
        MixedKind.Prefix => query.Words[0] + ":*",
        // Places apart are exact there, and in order.
        MixedKind.Near => string.Join(" | ", Enumerable.Range(1, MixedQuery.Slack + 1).SelectMany(d => new[] { $"{query.Words[0]} <{d}> {query.Words[1]}", $"{query.Words[1]} <{d}> {query.Words[0]}" })),
        _ => string.Join(" & ", query.Words),
    }}')";
}
