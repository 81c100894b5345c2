using System.Collections.Concurrent;
using System.Threading.Channels;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion;

/// <summary>
/// Files on their way from the finder, who starts their reading, to the one writer, who takes them in the same order. The readers run ahead of the writer by enough files to have work while a batch is stored,
/// and by no more bytes than bound the memory, be the files large or small.
/// </summary>
internal sealed class ReadAhead : IDisposable
{
    private const int MaxFiles = 1024;

    /// <summary>Bytes are counted in portions, so that a small file costs one and the largest all.</summary>
    private const long Portion = 64 * 1024;
    private const int MaxPortions = 1024;

    private readonly Channel<Task<FileReading>> _work = Channel.CreateBounded<Task<FileReading>>(new BoundedChannelOptions(MaxFiles) { SingleReader = true, SingleWriter = true });
    private readonly SemaphoreSlim _free = new(MaxPortions);
    private readonly ConcurrentQueue<int> _taken = new();

    public ChannelReader<Task<FileReading>> Files => _work.Reader;

    /// <summary>Starts a reading once there is room for it.</summary>
    /// <param name="bytes">Size of the file.</param>
    public async Task StartAsync(long bytes, Func<FileReading> read, CancellationToken cancellation)
    {
        var portions = (int)Math.Clamp((bytes + Portion - 1) / Portion, 1, MaxPortions);
        // Nobody else takes portions, so that taking them one by one cannot block two who wait for each other.
        for (var i = 0; i < portions; i++)
            await _free.WaitAsync(cancellation);
        _taken.Enqueue(portions);
        await _work.Writer.WriteAsync(Task.Run(read, cancellation), cancellation);
    }

    /// <summary>Gives back the room of the next file in order, once the writer has it.</summary>
    public void ReleaseNext()
    {
        if (_taken.TryDequeue(out var portions))
            _free.Release(portions);
    }

    /// <summary>No file comes any more.</summary>
    /// <param name="fault">What the writer is to meet where it would have met the next file; null where all were found.</param>
    public void Complete(Exception? fault = null) => _work.Writer.Complete(fault);

    public void Dispose() => _free.Dispose();
}
