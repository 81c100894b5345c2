using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace NewsCorpus.Benchmarks.Searching;

/// <summary>SQLite with an FTS5 table, its index apart from its rows (external content), words as they are written.</summary>
internal sealed class SqlitePeer(string file) : SearchPeer
{
    private readonly SqliteConnection _connection = new(new SqliteConnectionStringBuilder { DataSource = file }.ToString());

    public override string Name => "SQLite FTS5";

    protected override DbConnection Connection => _connection;

    protected override string Begin =>
        """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -262144; PRAGMA temp_store = MEMORY;
        CREATE TABLE IF NOT EXISTS article (id INTEGER PRIMARY KEY, head TEXT, body TEXT, outlet INTEGER, month TEXT, day TEXT);
        CREATE TABLE IF NOT EXISTS article_person (article INTEGER, person INTEGER, PRIMARY KEY (article, person)) WITHOUT ROWID;
        CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(head, body, content = 'article', content_rowid = 'id', tokenize = 'unicode61');
        CREATE TABLE IF NOT EXISTS filled (at TEXT);
        """;

    protected override string End =>
        """
        CREATE INDEX article_outlet ON article (outlet); CREATE INDEX article_day ON article (day); CREATE INDEX article_person_person ON article_person (person);
        INSERT INTO words (words) VALUES ('optimize'); ANALYZE; INSERT INTO filled VALUES (datetime());
        """;

    protected override void Add(IReadOnlyList<PeerRow> rows)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var row in rows)
        {
            using var command = _connection.CreateCommand();
            command.CommandText = "INSERT INTO article VALUES ($id, $head, $body, $outlet, $month, $day); INSERT INTO words (rowid, head, body) VALUES ($id, $head, $body);"
                + string.Concat(row.People.Select(p => $"INSERT INTO article_person VALUES ($id, {p});"));
            command.Parameters.AddWithValue("$id", row.Id);
            command.Parameters.AddWithValue("$head", row.Head);
            command.Parameters.AddWithValue("$body", row.Text);
            command.Parameters.AddWithValue("$outlet", (object?)row.Outlet ?? DBNull.Value);
            command.Parameters.AddWithValue("$month", (object?)row.Month ?? DBNull.Value);
            command.Parameters.AddWithValue("$day", row.Day is { } day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : DBNull.Value);
            command.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    protected override string Find(MixedQuery query) => "DROP TABLE IF EXISTS temp.hits; CREATE TEMP TABLE hits AS " + (query.Kind == MixedKind.Browse
        ? "SELECT id, outlet, month, day, 0 AS rank FROM article;"
        : $"SELECT article.id, outlet, month, day, words.rank FROM words JOIN article ON article.id = words.rowid WHERE words MATCH '{Match(query)}'{Filters(query)};");

    protected override string Best(MixedQuery query) => query.Kind == MixedKind.Browse
        ? "SELECT id, substr(body, 1, 250) FROM article ORDER BY day DESC, id LIMIT 20"
        : $"SELECT words.rowid, snippet(words, 1, '<b>', '</b>', '…', 40) FROM words WHERE words MATCH '{Match(query)}' AND words.rowid IN (SELECT id FROM hits ORDER BY rank LIMIT 20)";

    private static string Match(MixedQuery query) => query.Kind switch
    {
        MixedKind.Phrase => $"\"{string.Join(' ', query.Words)}\"",
        MixedKind.Prefix => $"\"{query.Words[0]}\"*",
        MixedKind.Near => $"NEAR(\"{query.Words[0]}\" \"{query.Words[1]}\", {MixedQuery.Slack})",
        _ => string.Join(" AND ", query.Words.Select(w => $"\"{w}\"")),
    };
}
