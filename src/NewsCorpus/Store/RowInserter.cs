using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NewsCorpus.Store;

/// <summary>
/// Inserts new rows by one prepared statement a table, as the model describes it, past the change tracker: an article is some fifteen rows, and tracking them costs several times what storing them does.
/// Works inside the context's open transaction. What is inserted so is not known to the context.
/// </summary>
internal sealed class RowInserter(CorpusDbContext db) : IDisposable
{
    private readonly Dictionary<Type, Statement> _statements = [];

    /// <summary>Inserts rows of one type, in order.</summary>
    public void Insert<TRow>(IEnumerable<TRow> rows)
        where TRow : class
    {
        if (!_statements.TryGetValue(typeof(TRow), out var statement))
            _statements[typeof(TRow)] = statement = new Statement(db, db.Model.FindEntityType(typeof(TRow))!);
        foreach (var row in rows)
            statement.Insert(row);
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
    }

    private sealed class Statement : IDisposable
    {
        private readonly DbCommand _command;
        private readonly List<Column> _columns = [];

        public Statement(CorpusDbContext db, IEntityType type)
        {
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
            var sql = db.GetService<ISqlGenerationHelper>();
            _command = db.Database.GetDbConnection().CreateCommand();
            _command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            var names = new List<string>();
            // A number that the database hands out is left to it.
            foreach (var property in type.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never))
            {
                var mapping = property.GetRelationalTypeMapping();
                var parameter = mapping.CreateParameter(_command, sql.GenerateParameterName($"p{_columns.Count}"), null, nullable: true);
                _command.Parameters.Add(parameter);
                _columns.Add(new Column(property, mapping.Converter, parameter));
                names.Add(sql.DelimitIdentifier(property.GetColumnName(table)!));
            }
            _command.CommandText = $"INSERT INTO {sql.DelimitIdentifier(table.Name)} ({string.Join(", ", names)}) VALUES ({string.Join(", ", _columns.Select(c => c.Parameter.ParameterName))})";
            _command.Prepare();
        }

        public void Insert(object row)
        {
            foreach (var (property, converter, parameter) in _columns)
            {
                var value = property.GetGetter().GetClrValue(row);
                parameter.Value = value is null ? DBNull.Value : converter is null ? value : converter.ConvertToProvider(value);
            }
            _command.ExecuteNonQuery();
        }

        public void Dispose() => _command.Dispose();
    }

    private sealed record Column(IProperty Property, ValueConverter? Converter, DbParameter Parameter);
}
