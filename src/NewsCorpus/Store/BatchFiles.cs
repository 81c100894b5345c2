using System.Security.Cryptography;
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

    /// <summary>Another file of the same bytes whose articles are the ones that this file would give: one that is where it was, else one that is gone.</summary>
    public (SourceFile Twin, bool IsThere)? FindTwin(FileReading reading, SourceFile? known)
    {
        var twins = _bySha.GetValueOrDefault(reading.Sha256)?.FindAll(f => f != known && f.Outcome is Outcome.Added or Outcome.Updated or Outcome.Unchanged && f.Sha256 == reading.Sha256);
        if (twins?.Find(IsAsStored) is { } there)
            return (there, true);
        return twins?.Find(f => !f.IsPresent) is { } gone ? (gone, false) : null;
    }

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

    /// <summary>Says that the articles of a file that is gone are another's from now on.</summary>
    public void GiveUp(SourceFile gone, SourceFile to)
    {
        _withArticles.Remove(gone.Id);
        _withArticles.Add(to.Id);
        (gone.Outcome, gone.Reason, gone.IsMissing) = (Outcome.Duplicate, null, true);
        _written.Add(gone);
    }

    /// <summary>Gives a file, and with it its articles, another place.</summary>
    public void Move(SourceFile file, FileReading reading)
    {
        _byLocation.Remove(file.Location);
        file.Location = reading.Location;
        file.Path = reading.Path;
        Keep(file, reading, file.Outcome);
    }

    /// <summary>
    /// Whether a file still has the bytes that its row names. One on disk may have changed since and not have had its turn in this run: where size and time say so, its bytes are asked.
    /// What this batch has made was read a moment ago.
    /// </summary>
    private bool IsAsStored(SourceFile file)
    {
        if (rows.Has(file))
            return true;
        if (!file.IsPresent)
            return false;
        try
        {
            var found = new FileInfo(file.Location);
            if (!found.Exists || (found.Length == file.Size && found.LastWriteTimeUtc == file.ModifiedAt.UtcDateTime))
                return true;
            using var bytes = found.Length == file.Size ? found.OpenRead() : null;
            return bytes is not null && Convert.ToHexStringLower(SHA256.HashData(bytes)) == file.Sha256;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Its own turn tells what is wrong with it; its articles stay either way.
            return true;
        }
    }
}
