using System.Buffers.Binary;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace NewsCorpus.Store.Copies;

/// <summary>Reads pages of runs by one prepared statement, and the pairs in them. Works inside the context's open transaction.</summary>
internal sealed class KeyPages : IDisposable
{
    /// <summary>Pairs of a page: as many as lie in one of SQLite's own pages of 4 KiB.</summary>
    public const int PairsAPage = 500;

    private readonly DbCommand _command;
    private readonly DbParameter _id;

    public KeyPages(CorpusDbContext db)
    {
        _command = db.Database.GetDbConnection().CreateCommand();
        _command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        _command.CommandText = $"""SELECT "{nameof(CopyKeyPage.Pairs)}" FROM "{nameof(CorpusDbContext.CopyKeyPages)}" WHERE "{nameof(CopyKeyPage.Id)}" = @id""";
        _id = _command.CreateParameter();
        _id.ParameterName = "@id";
        _id.Value = 0L;
        _command.Parameters.Add(_id);
        _command.Prepare();
    }

    public byte[] Read(long page)
    {
        _id.Value = page;
        return _command.ExecuteScalar() as byte[] ?? throw new InvalidDataException($"The page {page} of the keys of copies is not there.");
    }

    /// <summary>All pairs of a run in rising order.</summary>
    public IEnumerable<ulong> PairsOf(CopyKeyRun run)
    {
        for (var i = 0; i < run.PageCount; i++)
        {
            var page = Read(run.FirstPage + i);
            for (var at = 0; at < page.Length; at += sizeof(ulong))
                yield return BinaryPrimitives.ReadUInt64LittleEndian(page.AsSpan(at));
        }
    }

    public void Dispose() => _command.Dispose();

    public static ulong Pair(uint key, long article) => ((ulong)key << 32) | checked((uint)article);

    public static uint KeyOf(ulong pair) => (uint)(pair >> 32);

    public static long ArticleOf(ulong pair) => (uint)pair;
}
