using System.Text.Json;

namespace NewsCorpus.Web.Commands;

/// <summary>Values in the order in which they came, in a temporary file: as many as there may be, they take no memory. Not safe for threads.</summary>
internal sealed class Spool<T> : IDisposable
{
    private readonly FileStream _file = new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });

    public void Add(IEnumerable<T> values)
    {
        foreach (var value in values)
        {
            JsonSerializer.Serialize(_file, value);
            _file.WriteByte((byte)'\n');
        }
    }

    /// <summary>All values. Nothing is added any more.</summary>
    public async IAsyncEnumerable<T> ReadAsync()
    {
        _file.Position = 0;
        using var lines = new StreamReader(_file, leaveOpen: true);
        while (await lines.ReadLineAsync() is { } line)
            yield return JsonSerializer.Deserialize<T>(line)!;
    }

    public void Dispose() => _file.Dispose();
}
