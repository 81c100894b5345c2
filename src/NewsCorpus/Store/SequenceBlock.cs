using Microsoft.EntityFrameworkCore;

namespace NewsCorpus.Store;

/// <summary>Numbers handed out inside one transaction. The caller holds the write lock, so no two can take the same.</summary>
internal sealed class SequenceBlock(CorpusDbContext db)
{
    private readonly Dictionary<string, Sequence> _sequences = new(StringComparer.Ordinal);
    private RevisionMark? _mark;

    public async Task LoadAsync(CancellationToken cancellation)
    {
        foreach (var sequence in await db.Sequences.ToListAsync(cancellation))
            _sequences[sequence.Name] = sequence;
    }

    public long Last(string name) => _sequences.GetValueOrDefault(name)?.Last ?? 0;

    public long Next(string name)
    {
        if (!_sequences.TryGetValue(name, out var sequence))
        {
            sequence = new Sequence { Name = name };
            db.Sequences.Add(sequence);
            _sequences[name] = sequence;
        }
        sequence.Last++;
        if (name == Sequence.Revision)
            Mark(sequence.Last);
        return sequence.Last;
    }

    public int NextInt(string name) => checked((int)Next(name));

    private void Mark(long revision)
    {
        if (_mark is null)
            db.RevisionMarks.Add(_mark = new RevisionMark { Id = Guid.CreateVersion7() });
        _mark.Last = revision;
    }
}
