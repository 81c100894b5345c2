using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>The rows of the files that a batch meets or makes, by place and by content.</summary>
internal sealed class BatchFiles(NewRows rows, SequenceBlock numbers, long runId, DateTimeOffset now)
{
    private readonly Dictionary<string, SourceFile> _byLocation = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SourceFile>> _bySha = new(StringComparer.Ordinal);
    private readonly HashSet<long> _withArticles = [];
    private readonly HashSet<SourceFile> _written = [];

    /// <summary>Files whose row the batch wrote, or would write.</summary>
    public IReadOnlyCollection<SourceFile> Written => _written;

    public IEnumerable<SourceFile> All => _byLocation.Values;

    public SourceFile? At(string location) => _byLocation.GetValueOrDefault(location);

    public void Know(SourceFile file)
    {
        _byLocation[file.Location] = file;
        if (file.Sha256.Length == 0)
            return;
        if (!_bySha.TryGetValue(file.Sha256, out var twins))
            _bySha[file.Sha256] = twins = [];
        if (!twins.Contains(file))
            twins.Add(file);
    }

    /// <summary>Says which of the files have articles already.</summary>
    public void HaveArticles(IEnumerable<long> files) => _withArticles.UnionWith(files);

    /// <summary>Another file of the same bytes whose articles are the ones that this file would give.</summary>
    public SourceFile? FindTwin(FileReading reading, SourceFile? known) =>
        _bySha.GetValueOrDefault(reading.Sha256)?.Find(f => f != known && f.Outcome is Outcome.Added or Outcome.Updated or Outcome.Unchanged && f.Sha256 == reading.Sha256);

    public bool IsRead(SourceFile file) => file.Outcome is Outcome.Added or Outcome.Updated or Outcome.Unchanged || _withArticles.Contains(file.Id);

    /// <summary>Remembers what became of a file that gives no article now. One that has articles is still described by its last good reading: that is what their original is.</summary>
    public void Note(SourceFile? file, FileReading reading, Outcome outcome)
    {
        if (file is null || !IsRead(file))
        {
            Keep(file, reading, outcome);
            return;
        }
        file.ModifiedAt = reading.ModifiedAt;
        file.Outcome = outcome;
        file.Reason = reading.Reason;
        file.IsMissing = reading.IsFromOriginal;
        _written.Add(file);
    }

    /// <summary>Describes a file by its reading.</summary>
    /// <param name="file">Its row; null to make one.</param>
    public SourceFile Keep(SourceFile? file, FileReading reading, Outcome outcome)
    {
        if (file is null)
        {
            file = new SourceFile
            {
                Id = numbers.Next(Sequence.SourceFile),
                Location = reading.Location,
                Path = reading.Path,
                Sha256 = reading.Sha256,
                Format = reading.Format,
            };
            rows.Add(file);
        }
        file.Size = reading.Size;
        file.ModifiedAt = reading.ModifiedAt;
        file.Sha256 = reading.Sha256;
        file.Format = reading.Format;
        file.ReaderVersion = reading.ReaderVersion;
        file.Outcome = outcome;
        file.Reason = reading.Reason;
        file.RunId = runId;
        file.IngestedAt = now;
        file.IsMissing = reading.IsFromOriginal;
        file.Charset = reading.Charset;
        file.Address = reading.Address;
        _written.Add(file);
        Know(file);
        return file;
    }

    /// <summary>Gives a file, and with it its articles, another place.</summary>
    public void Move(SourceFile file, FileReading reading)
    {
        _byLocation.Remove(file.Location);
        file.Location = reading.Location;
        file.Path = reading.Path;
        Keep(file, reading, file.Outcome);
    }
}
